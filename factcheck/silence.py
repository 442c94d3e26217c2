"""Findings that somebody has already answered: silenced in the text, or let stand by their fingerprints.

`<!-- factcheck: ignore FC203 -->` silences a check in the paragraph that it stands in, or before which it stands;
without a code, every check. `ignore-file` does it for the whole text. It counts in Markdown and HTML files and in a
str, which may be either. A comment that silences nothing any more is told as a note, FC001, so that old ones do not
pile up.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from factcheck.model.article import Article, paragraphs
from factcheck.model.finding import Finding
from factcheck.model.origin import Comment, Origin
from factcheck.model.report import Judged
from factcheck.report import Report
from factcheck.text.comments import blanked, find_comments

_COMMENT = re.compile(r"factcheck:\s*ignore(-file)?\b([\s,A-Z0-9]*)$")
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


def without_comments(article: Article) -> Article:
    """The article as it is read: blanks where a comment of its text speaks to us."""
    ours = [c for c in find_comments(article.text) if _COMMENT.match(c.text)]
    return replace(article, text=blanked(article.text, [(c.start, c.end) for c in ours])) if ours else article


def silence(report: Report, answered: Collection[str], left_out: Collection[str] = ()) -> Report:
    """The report without what was answered, and with a note for each comment that answers nothing.

    `answered` are fingerprints; `left_out` the checks that did not run, whose comments may have their use.
    """
    silencers = list(_silencers(report))
    used = {s for s in silencers if any(s.silences(finding) for finding in report.findings)}
    kept = tuple(
        finding
        for finding in report.findings
        if finding.fingerprint not in answered and not any(s.silences(finding) for s in silencers)
    )
    told = (s for s in silencers if s not in used and not any(code.startswith(s.codes) for code in left_out))
    unused = tuple(_unused(s, report) for s in told)
    if len(kept) == len(report.findings) and not unused:
        return report
    claims = tuple(_judged_again(judged, kept) for judged in report.claims)
    return replace(report, findings=(*kept, *unused), claims=claims)


def _silencers(report: Report) -> Iterator[_Silencer]:
    origin = _origin(report.article)
    for comment in origin.comments:
        asked = _COMMENT.match(comment.text)
        if asked:
            codes = tuple(re.findall(r"[A-Z]+\d*", asked[2])) or ("",)
            start, end = _paragraph(report, origin, comment)
            yield _Silencer(comment, codes, start, end, bool(asked[1]))


def _origin(article: Article) -> Origin:
    """Where the comments of an article stand: in its file, or in the text itself."""
    if article.origin and article.origin.comments:
        return article.origin
    return Origin(article.text, (), comments=find_comments(article.text))


def _paragraph(report: Report, origin: Origin, comment: Comment) -> tuple[int, int]:
    """The paragraph of the prose that a comment stands in, behind on its last line, or before."""
    for span in paragraphs(report.sentences).values():
        ends = origin.span(*span)[1]
        if comment.start < ends or "\n" not in origin.source[ends : comment.start]:
            return span
    return len(report.article.text), len(report.article.text)


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
