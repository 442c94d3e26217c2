"""`factcheck check --report-case`: a test page for a number that was read wrongly, ready to be sent in.

The page quotes as few sentences as still give the same reading, and says what is said of them today.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import factcheck
from factcheck.errors import InputError
from factcheck.model.article import Article
from factcheck.model.finding import Finding
from factcheck.report import Report

_ALARM = "If the alarm is right and its words are wrong, put it under ## Flags; if it is false, leave it here."
_SILENCE = "Put the code of the check that should have spoken (`factcheck checks` lists them) for FCnnn."


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the number stands in the text."""

    start: int
    end: int

    def is_in(self, start: int, end: int) -> bool:
        return start < self.end and self.start < end


def page(article: Article, number: str, options: dict[str, Any]) -> str:
    """The page for the first place of `number` in the text that has a finding, else for its first place."""
    report = factcheck.verify(article, **options)
    place = _place(report, number)
    wanted = _reading(report, number, place)
    quotes = _quotes(report, place)
    quote = next((q for q in quotes if _again(article, q, number, options) == wanted), article.text)
    found = [f for f in report.findings if f.where == "text" and place.is_in(f.start, f.end)]
    return "\n".join(_lines(article, quote, number, wanted, found)) + "\n"


def _place(report: Report, number: str) -> _Place:
    text, at, places = report.article.text, -1, []
    while number and (at := text.find(number, at + 1)) >= 0:
        places.append(_Place(at, at + len(number)))
    if not places:
        raise InputError(
            "The number does not stand in the text. Give it as it is printed: --report-case '1.7 per cent'."
        )
    alarmed = (p for p in places if any(f.where == "text" and p.is_in(f.start, f.end) for f in report.findings))
    return next(alarmed, places[0])


def _reading(report: Report, number: str, place: _Place) -> tuple[str, ...]:
    """How the number is read and judged: what must stay the same in a shorter text."""
    quantities = {n: q for n, q in enumerate(report.quantities) if q.where == "text" and place.is_in(q.start, q.end)}
    read = [f"{q.text}: {' '.join(filter(None, (q.kind, q.unit, q.noun)))}" for q in quantities.values()]
    verdicts = [judged.verdict for judged in report.claims if judged.claim.quantity in quantities]
    codes = [f.code for f in report.findings if f.where == "text" and place.is_in(f.start, f.end)]
    return (*(read or [f"{number}: no quantity"]), *verdicts, *codes)


def _again(article: Article, quote: str, number: str, options: dict[str, Any]) -> tuple[str, ...]:
    report = factcheck.verify(replace(article, text=quote, title=None, origin=None), **options)
    return _reading(report, number, _place(report, number))


def _quotes(report: Report, place: _Place) -> Iterator[str]:
    """The number's own sentence; with those that its sums use; with all between them; its paragraph and the next."""
    sentences = [s for s in report.sentences if s.where == "text"]
    own = {n for n, s in enumerate(sentences) if place.is_in(s.start, s.end)}
    used = own | {n for n, s in enumerate(sentences) for at in _operands(report, place) if s.start <= at < s.end}
    paragraphs = {sentences[n].paragraph for n in own}
    near = used | {n for n, s in enumerate(sentences) if {s.paragraph, s.paragraph + 1} & paragraphs}
    for chosen in (own, used, set(range(min(used), max(used) + 1)), near):
        blocks: dict[int, list[str]] = {}
        for n in sorted(chosen):
            blocks.setdefault(sentences[n].paragraph, []).append(" ".join(sentences[n].text.split()))
        yield "\n\n".join(" ".join(block) for block in blocks.values())


def _operands(report: Report, place: _Place) -> set[int]:
    """Where the numbers stand that the number is calculated from or held against."""
    stated = {n for n, q in enumerate(report.quantities) if q.where == "text" and place.is_in(q.start, q.end)}
    findings = [f for f in report.findings if f.where == "text" and place.is_in(f.start, f.end)]
    sums = [r for r in report.recalculations if r.stated in stated] + [r for f in findings for r in f.recalculations]
    used = {n for r in sums for n in (r.stated, *r.operands)} | {a.base for f in findings for a in f.alternatives}
    return {report.quantities[n].start for n in used if n >= 0 and report.quantities[n].where == "text"}


def _lines(article: Article, quote: str, number: str, reading: tuple[str, ...], found: list[Finding]) -> Iterator[str]:
    """The page, line by line; a false alarm belongs under Passes, a silence under Misses."""
    yield from [f"# {found[0].code} {found[0].name}" if found else "# FCnnn what-is-wrong", ""]
    yield from [f"<!-- Read today as: {', '.join(reading)}. {_ALARM if found else _SILENCE} -->", ""]
    yield from ["## Passes" if found else "## Misses", ""]
    yield from (f"> {line}".rstrip() for line in quote.splitlines())
    yield ""
    codes = list(dict.fromkeys(finding.code for finding in found)) or ["FCnnn"]
    spoken = [f'- {code} on "{number}"' for code in codes]
    yield from [f"<!-- today: {line[2:]} -->" for line in spoken] if found else spoken
    if article.published:
        yield f"- published: {article.published}"
