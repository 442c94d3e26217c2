"""The yearly series that a superlative or a trend is held against."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from factcheck.reference import formulas
from factcheck.reference.formulas import Result, Subject
from factcheck.reference.when import Span


@dataclass(frozen=True, slots=True)
class Topic:
    """The series that a phrase is about, and the period that it speaks of (None: up to the latest)."""

    subject: Subject
    span: Span | None
    builtin: bool


@dataclass(frozen=True, slots=True)
class Point:
    """One value of the series, or its change on the year before."""

    year: int
    value: Fraction
    result: Result


def points_of(topic: Topic, changes: bool, season: bool = False) -> list[Point]:
    """The yearly series, or its changes from one year to the next; of one quarter, where the phrase says so."""
    results = [formulas.level(topic.subject, span) for span in _years(topic, season)]
    levels = [Point(r.span.start.year, r.value, r) for r in results if r is not None]
    if not changes:
        return levels
    return [
        Point(now.year, now.value - then.value, now.result)
        for then, now in pairwise(levels)
        if now.year == then.year + 1
    ]


def _years(topic: Topic, season: bool) -> list[Span]:
    """The years of a series: its own, or the calendar years that its quarters and months make up."""
    spans = formulas.spans_of(topic.subject)
    if season:
        return [s for s in spans if topic.span is not None and (s.start.month, s.end.month) == _months(topic.span)]
    own = [span for span in spans if 360 <= span.days <= 372]
    return own or [Span.year(year) for year in sorted({span.start.year for span in spans})]


def _months(span: Span) -> tuple[int, int]:
    return span.start.month, span.end.month
