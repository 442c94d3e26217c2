"""Where things stand in the text: the sentence around a span, line and column, and other ways of counting."""

from bisect import bisect_right
from dataclasses import dataclass

from factcheck.model.article import Where
from factcheck.model.finding import Finding
from factcheck.model.report import Report


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


def passage(report: Report, start: int, end: int, where: Where = "text") -> Passage:
    """The sentences that hold `text[start:end]`; the lines that hold it where no sentence is known."""
    touching = [s for s in report.sentences if s.where == where and s.start < end and start < s.end]
    text = body(report, where)
    if touching:
        low, high = min(s.start for s in touching), max(s.end for s in touching)
    else:
        low = text.rfind("\n", 0, start) + 1
        newline = text.find("\n", end)
        high = len(text) if newline < 0 else newline
    low, high = min(low, start), max(high, end)
    return Passage(text[low:high], start - low, end - low)


def around(report: Report, finding: Finding) -> Passage:
    return passage(report, finding.start, finding.end, finding.where)


class Lines:
    """Line and column of offsets into one text; both count from 1, columns in code points."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(i + 1 for i, letter in enumerate(text) if letter == "\n")]

    def at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
