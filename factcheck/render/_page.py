"""What the HTML page shows, as plain data for its template: the article in marked pieces, and the notes beside it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Generic, TypeVar

from factcheck.model.article import Where
from factcheck.model.finding import Finding
from factcheck.model.recalculation import Recalculation
from factcheck.model.report import Report
from factcheck.render._ids import all_recalculations, ids
from factcheck.render._places import Places, body

T = TypeVar("T")
_PARAGRAPH = re.compile(r"[^\r\n]+")
_SAID = {"error": "an error", "warning": "a warning", "note": "a note", "holds": "holds"}
_ORDER = ("error", "warning", "note", "holds")


@dataclass(frozen=True, slots=True)
class Mark:
    """`text[start:end]`, marked: `look` is its shape and colour, `target` the note that it leads to."""

    start: int
    end: int
    look: str
    target: str

    @property
    def said(self) -> str:
        return _SAID[self.look]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, with their mark if they have one."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph and the notes beside it."""

    pieces: tuple[Piece, ...]
    findings: tuple[tuple[str, Finding], ...]
    sums: tuple[tuple[str, Recalculation], ...]


class Page:
    """One report, laid out. Names carry a prefix of their own, so that several fit on one page."""

    def __init__(self, report: Report, number: int = 1) -> None:
        self.report = report
        self._places = Places(report)
        digest = sha256(report.article.text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        self.prefix = f"r{number}-{digest}-"
        self._findings = ids(f"{self.prefix}f", report.findings)
        self._sums = ids(f"{self.prefix}r", all_recalculations(report))

    def rows(self, where: Where = "text") -> Iterator[Row]:
        """The paragraphs of the text, or of the headline."""
        text, marks = body(self.report, where), self._marks(where)
        findings = _Shelf(
            (f.start, (name, f)) for f, name in self._findings.items() if isinstance(f, Finding) and f.where == where
        )
        sums = _Shelf(self._other_sums(where))
        for paragraph in _PARAGRAPH.finditer(text):
            start, end = paragraph.span()
            first = bisect_right(marks, start, key=lambda m: m.end)
            last = bisect_left(marks, end, key=lambda m: m.start)
            pieces = tuple(_pieces(text, start, end, marks[first:last]))
            yield Row(pieces, tuple(_ranked(findings.between(start, end))), tuple(sums.between(start, end)))

    def _other_sums(self, where: Where) -> Iterator[tuple[int, tuple[str, Recalculation]]]:
        """The sums that no finding tells, with where their quantities stand."""
        told = {r for finding in self.report.findings for r in finding.recalculations}
        for recalculation, name in self._sums.items():
            if isinstance(recalculation, Recalculation) and recalculation not in told:
                start, _, stands = self._places.stated(recalculation)
                if stands == where:
                    yield start, (name, recalculation)

    def _marks(self, where: Where) -> list[Mark]:
        """Marks in the order of the text, none over another; the graver one stays."""
        found = [*self._on_findings(where), *self._on_quantities(where)]
        kept: list[Mark] = []
        for mark in sorted(found, key=lambda m: (_ORDER.index(m.look), m.start, -m.end)):
            at = bisect_right(kept, mark.start, key=lambda m: m.start)
            if (at == 0 or kept[at - 1].end <= mark.start) and (at == len(kept) or mark.end <= kept[at].start):
                kept.insert(at, mark)
        return kept

    def _on_findings(self, where: Where) -> Iterator[Mark]:
        for finding in self.report.findings:
            if finding.where == where and finding.start < finding.end:
                yield Mark(finding.start, finding.end, finding.severity or "note", self._findings[finding])

    def _on_quantities(self, where: Where) -> Iterator[Mark]:
        for judged in self.report.claims:
            if judged.verdict == "supported" and judged.recalculations:
                start, end, stands = self._places.stated(judged.recalculations[0])
                if stands == where:
                    yield Mark(start, end, "holds", self._sums[judged.recalculations[0]])


class _Shelf(Generic[T]):
    """Things by where they stand, to be asked for paragraph by paragraph."""

    def __init__(self, things: Iterable[tuple[int, T]]) -> None:
        self._things = sorted(things, key=lambda thing: thing[0])

    def between(self, start: int, end: int) -> list[T]:
        low = bisect_left(self._things, start, key=lambda thing: thing[0])
        high = bisect_left(self._things, end, key=lambda thing: thing[0])
        return [thing for _, thing in self._things[low:high]]


def _ranked(findings: Sequence[tuple[str, Finding]]) -> list[tuple[str, Finding]]:
    return sorted(findings, key=lambda item: (_ORDER.index(item[1].severity or "note"), item[1].start))


def _pieces(text: str, start: int, end: int, marks: list[Mark]) -> Iterator[Piece]:
    at = start
    for mark in marks:
        low, high = max(at, mark.start), min(end, mark.end)
        if low < high:
            yield Piece(text[at:low])
            yield Piece(text[low:high], mark)
            at = high
    yield Piece(text[at:end])
