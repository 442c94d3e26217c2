"""What the HTML page shows, as plain data for its template: the article in marked pieces, and the notes beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from factcheck.model.article import Where
from factcheck.model.finding import Finding
from factcheck.model.recalculation import Recalculation
from factcheck.model.report import Report
from factcheck.render._ids import all_recalculations, ids
from factcheck.render._places import body

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
        digest = sha256(report.article.text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        self.prefix = f"r{number}-{digest}-"
        self._findings = ids(f"{self.prefix}f", report.findings)
        self._sums = ids(f"{self.prefix}r", all_recalculations(report))

    def rows(self, where: Where = "text") -> Iterator[Row]:
        """The paragraphs of the text, or of the headline."""
        text, marks = body(self.report, where), self._marks(where)
        told = {r for finding in self.report.findings for r in finding.recalculations}
        for paragraph in _PARAGRAPH.finditer(text):
            start, end = paragraph.span()
            findings = [
                (self._findings[f], f) for f in self.report.findings if f.where == where and start <= f.start < end
            ]
            sums = [
                (name, r) for r, name in self._sums.items()
                if isinstance(r, Recalculation) and r not in told and self._states(r, where, start, end)
            ]  # fmt: skip
            yield Row(tuple(_pieces(text, start, end, marks)), tuple(_ranked(findings)), tuple(sums))

    def _states(self, recalculation: Recalculation, where: Where, start: int, end: int) -> bool:
        quantity = self.report.quantities[recalculation.stated]
        return quantity.where == where and start <= quantity.start < end

    def _marks(self, where: Where) -> list[Mark]:
        """Marks in the order of the text, none over another; the graver one stays."""
        found = [*self._on_findings(where), *self._on_quantities(where)]
        kept: list[Mark] = []
        for mark in sorted(found, key=lambda m: (_ORDER.index(m.look), m.start, -m.end)):
            if all(mark.end <= other.start or other.end <= mark.start for other in kept):
                kept.append(mark)
        return sorted(kept, key=lambda mark: mark.start)

    def _on_findings(self, where: Where) -> Iterator[Mark]:
        for finding in self.report.findings:
            if finding.where == where and finding.start < finding.end:
                yield Mark(finding.start, finding.end, finding.severity or "note", self._findings[finding])

    def _on_quantities(self, where: Where) -> Iterator[Mark]:
        for judged in self.report.claims:
            quantity = self.report.quantities[judged.claim.quantity]
            if quantity.where == where and judged.verdict == "supported" and judged.recalculations:
                yield Mark(quantity.start, quantity.end, "holds", self._sums[judged.recalculations[0]])


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
