"""Where things stand in the text: the sentence around a span, line and column, and other ways of counting."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from factcheck.model.article import Where
from factcheck.model.finding import Finding
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import NO_QUANTITY
from factcheck.model.report import Report

_LINE_END = re.compile(r"\r\n|\r|\n")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence (or several) around a span, with the span's offsets within it."""

    text: str
    start: int
    end: int

    @property
    def marked(self) -> str:
        return self.text[self.start : self.end]


def body(report: Report, where: Where) -> str:
    """The text that offsets of this kind count in."""
    return (report.article.title or "") if where == "title" else report.article.text


class Lines:
    """Line and column of offsets into one text; both count from 1, columns in code points."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self._pairs = [match.start() for match in _ASTRAL.finditer(text)]

    def utf16(self, offset: int) -> int:
        """The offset in UTF-16 units, as language servers and browsers count."""
        return offset + bisect_left(self._pairs, offset)

    def at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class Places:
    """Where a report's spans stand in the file that the text came from, or in the text itself."""

    def __init__(self, report: Report) -> None:
        self._origin = report.article.origin
        self._lines = Lines(self._origin.source if self._origin else report.article.text)
        self._report = report
        self._phrases = {
            recalculation: (judged.claim.start, judged.claim.end, judged.claim.where)
            for judged in report.claims
            if judged.claim.quantity == NO_QUANTITY
            for recalculation in judged.recalculations
        }
        self._sentences = {where: [s for s in report.sentences if s.where == where] for where in ("text", "title")}

    def stated(self, recalculation: Recalculation) -> tuple[int, int, Where]:
        """Where what a sum is held against stands: a quantity, or the phrase of a claim that has none."""
        if recalculation.stated != NO_QUANTITY:
            quantity = self._report.quantities[recalculation.stated]
            return quantity.start, quantity.end, quantity.where
        return self._phrases.get(recalculation, (0, 0, "text"))

    def words(self, start: int, end: int, where: Where) -> str:
        return body(self._report, where)[start:end]

    def around(self, finding: Finding) -> Passage:
        """The sentences that hold a finding; the line that holds it where no sentence is known."""
        start, end = finding.start, finding.end
        text, sentences = body(self._report, finding.where), self._sentences[finding.where]
        first = bisect_right(sentences, start, key=lambda s: s.end)
        last = bisect_left(sentences, max(end, start + 1), key=lambda s: s.start)
        if first < last:
            low, high = sentences[first].start, sentences[last - 1].end
        else:
            newline = text.find("\n", end)
            low, high = text.rfind("\n", 0, start) + 1, len(text) if newline < 0 else newline
        low, high = min(low, start), max(high, end)
        return Passage(text[low:high], start - low, end - low)

    def span(self, start: int, end: int, where: Where = "text") -> tuple[int, int] | None:
        """The span in the file; None for a headline that is not in it."""
        if where == "title" and not (self._origin and self._origin.title):
            return None
        return self._origin.span(start, end, where) if self._origin else (start, end)

    def name(self, start: int, where: Where) -> str:
        """For people: "line 9", "headline"."""
        span = self.span(start, start + 1, where)
        return "headline" if where == "title" or span is None else f"line {self._lines.at(span[0])[0]}"

    def position(self, start: int, end: int, where: Where) -> dict[str, int] | None:
        """Where a span begins, by line and column, and its ends in UTF-16 units; None where it is not in the file."""
        span = self.span(start, end, where)
        if span is None:
            return None
        line, column = self._lines.at(span[0])
        utf16 = {"utf16_start": self._lines.utf16(span[0]), "utf16_end": self._lines.utf16(span[1])}
        return {"line": line, "column": column, **utf16}

    def region(self, start: int, end: int, where: Where) -> tuple[int, int, int, int]:
        """First line and column, last line and column (which it ends before); a headline elsewhere is line 1."""
        first, last = self.span(start, end, where) or (0, 0)
        return (*self._lines.at(first), *self._lines.at(last))
