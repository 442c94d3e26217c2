"""Findings that somebody has already answered: silenced in the text, or let stand in the settings.

`<!-- factcheck: ignore FC203 -->` (Markdown, HTML) silences a check in the paragraph that it stands in, or before
which it stands; without a code, every check. `ignore-file` does it for the whole text. A comment that silences
nothing any more is told as a note, FC001, so that old ones do not pile up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.model.finding import Finding
from factcheck.model.origin import Comment, Origin
from factcheck.model.report import Judged
from factcheck.report import Report
from factcheck.settings import DEFAULT, Settings

_COMMENT = re.compile(r"factcheck:\s*ignore(-file)?\b([\s,A-Z0-9]*)$")
_PARAGRAPH = re.compile(r"[^\n]+")
UNUSED = ("FC001", "unused-suppression")


@dataclass(frozen=True, slots=True)
class _Silencer:
    """A comment that silences some checks in `text[start:end]`."""

    comment: Comment
    codes: tuple[str, ...]
    start: int
    end: int
    whole: bool

    def silences(self, finding: Finding) -> bool:
        inside = self.whole or (finding.where == "text" and self.start <= finding.start < self.end)
        return inside and finding.code.startswith(self.codes)


def silence(report: Report, settings: Settings = DEFAULT) -> Report:
    """The report without what was answered, and with a note for each comment that answers nothing."""
    answered = {entry.fingerprint for entry in settings.checked}
    silencers = list(_silencers(report))
    used = {s for s in silencers if any(s.silences(finding) for finding in report.findings)}
    kept = tuple(
        finding
        for finding in report.findings
        if finding.fingerprint not in answered and not any(s.silences(finding) for s in silencers)
    )
    unused = tuple(_unused(s, report) for s in silencers if s not in used)
    if len(kept) == len(report.findings) and not unused:
        return report
    claims = tuple(_judged_again(judged, kept) for judged in report.claims)
    return replace(report, findings=(*kept, *unused), claims=claims)


def _silencers(report: Report) -> Iterator[_Silencer]:
    origin = report.article.origin
    for comment in origin.comments if origin else ():
        asked = _COMMENT.match(comment.text)
        if origin and asked:
            codes = tuple(re.findall(r"[A-Z]+\d*", asked[2])) or ("",)
            start, end = _paragraph(report.article.text, origin, comment)
            yield _Silencer(comment, codes, start, end, bool(asked[1]))


def _paragraph(text: str, origin: Origin, comment: Comment) -> tuple[int, int]:
    """The paragraph of the prose that a comment stands in, behind on its last line, or before."""
    for paragraph in _PARAGRAPH.finditer(text):
        ends = origin.span(*paragraph.span())[1]
        if comment.start < ends or "\n" not in origin.source[ends : comment.start]:
            return paragraph.span()
    return len(text), len(text)


def _unused(silencer: _Silencer, report: Report) -> Finding:
    word = re.match(r"\S*", report.article.text[silencer.start : silencer.end])
    end = silencer.start + (word.end() if word else 0)
    codes = ", ".join(code for code in silencer.codes if code) or "anything"
    code, name = UNUSED
    return Finding(
        silencer.start, end, report.article.text[silencer.start : end],
        f"A comment here silences {codes}, and there is nothing to silence.", "note",
        suggestion="Delete the comment.", code=code, name=name,
        fingerprint=f"{code}-{silencer.comment.start}",
    )  # fmt: skip


def _judged_again(judged: Judged, kept: tuple[Finding, ...]) -> Judged:
    """A claim without the findings that were silenced; its verdict is what is left."""
    findings = tuple(finding for finding in judged.findings if finding in kept)
    if len(findings) == len(judged.findings) or any(f.severity == "error" for f in findings):
        return replace(judged, findings=findings)
    if any(f.severity == "warning" for f in findings):
        return replace(judged, findings=findings, verdict="misleading")
    if any(r.holds for r in judged.recalculations):
        return replace(
            judged, findings=findings, verdict="supported", reason="the sum comes out; a finding was silenced"
        )
    return replace(judged, findings=findings, verdict="unchecked", reason="a finding was silenced")
