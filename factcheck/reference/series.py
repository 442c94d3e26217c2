"""The series, year by year or quarter by quarter, that a superlative or a trend is held against."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from factcheck.reference import formulas
from factcheck.reference.formulas import Result, Subject
from factcheck.reference.when import Span
from factcheck.reference.windows import Window, length_of, ordinal


@dataclass(frozen=True, slots=True)
class Topic:
    """The series that a phrase is about, and the period that it speaks of (None: up to the latest)."""

    subject: Subject
    span: Span | None
    builtin: bool


@dataclass(frozen=True, slots=True)
class Point:
    """One value of the series, or its change on the period before; `at` counts periods of its length."""

    at: int
    value: Fraction
    result: Result

    @property
    def name(self) -> str:
        """The period as people write it."""
        span = self.result.span
        return str(self.at) if length_of(span) == 12 else span.text


def pace_of(topic: Topic, window: Window) -> int | None:
    """How many months one period of the series has; None where the text speaks of another length."""
    own = length_of(topic.span) if topic.span is not None else None
    if topic.span is None or (window.until is not None and window.step is not None):
        return window.step or 12
    if window.season:
        return 12
    return own if window.step in (None, own) else None


def points_of(topic: Topic, changes: bool, pace: int, season: bool = False) -> list[Point]:
    """The series, or its changes from one period to the next; of one quarter or month of each year, where the
    phrase says so."""
    results = [formulas.level(topic.subject, span) for span in _spans(topic, pace, season)]
    levels = [Point(ordinal(r.span, pace), r.value, r) for r in results if r is not None]
    if not changes:
        return levels
    return [
        Point(now.at, now.value - then.value, now.result) for then, now in pairwise(levels) if now.at == then.at + 1
    ]


def _spans(topic: Topic, pace: int, season: bool) -> list[Span]:
    """The periods of a series: its own of that length, or those that its quarters and months make up."""
    spans = formulas.spans_of(topic.subject)
    if season:
        return [s for s in spans if topic.span is not None and (s.start.month, s.end.month) == _months(topic.span)]
    own = [span for span in spans if length_of(span) == pace]
    if own or pace == 1:
        return own
    if pace == 12:
        return [Span.year(year) for year in sorted({span.start.year for span in spans})]
    quarters = {(span.start.year, (span.start.month + 2) // 3) for span in spans}
    return [Span.quarter(*quarter) for quarter in sorted(quarters)]


def _months(span: Span) -> tuple[int, int]:
    return span.start.month, span.end.month
