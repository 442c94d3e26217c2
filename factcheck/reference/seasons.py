"""Stretches of which the text leaves the year out ("the March quarter", "in May"), and those just before another."""

from collections.abc import Sequence
from dataclasses import replace

from factcheck.reference.periods import PeriodHit
from factcheck.reference.reading import At, Reading
from factcheck.reference.scope import Ask
from factcheck.reference.when import Span

_LOOSE = frozenset({"same", "since", "decade", "to", "length", "final"})


def against(hit: PeriodHit, here: Span) -> Span | None:
    """The earlier side of a comparison, seen from the later one: "up 4 per cent from the March quarter", "than in
    the month before", "on a year earlier". None where it is of another length."""
    if hit.back is not None and hit.grain == "year":
        return here.back(hit.back)
    if hit.step is not None:
        former = here.former(hit.step)
        return former if abs(former.days - here.days) <= 4 else None
    if hit.turn is not None:
        there = here.within(hit.turn)
        return there if there.end < here.end else there.back(1)
    return _of_year(hit, here)


def _of_year(hit: PeriodHit, here: Span) -> Span | None:
    if hit.span is None:
        return None
    if hit.grain == "financial":
        return here.back(here.start.year - hit.span.start.year)
    return here.back(here.end.year - hit.span.end.year) if hit.grain in ("again", "year") else hit.span


def placed(ask: Ask, before: Sequence[Reading], at: At) -> tuple[Span, bool] | None:
    """A stretch without a year in the year that the text speaks of, and whether only the sentences before name
    one; else the last that was over at publication."""
    assert at.period.turn is not None
    own = [spot.period for spot in ask.reading.periods if spot.first != at.first]
    for hit in [
        *reversed(own),
        *(spot.period for reading in reversed(before[-2:]) for spot in reversed(reading.periods)),
    ]:
        if hit.span is not None and hit.grain not in _LOOSE and hit.span.days <= 372:
            return hit.span.within(at.period.turn), hit not in own
    published = ask.reading.published
    if published is None:
        return None
    this_year = Span.year(published.year).within(at.period.turn)
    return (this_year if this_year.end < published else this_year.back(1)), False


def just_before(ask: Ask, at: At, inherited: Span | None) -> Span | None:
    """ "The month before", seen from what the sentence or the text has just named."""
    assert at.period.step is not None
    named = [spot.period for spot in ask.reading.periods if spot.first < at.first and spot.period.turn is None]
    spans = [hit.span for hit in named if hit.span is not None] or ([inherited] if inherited is not None else [])
    base = spans[-1] if spans else None
    return base.former(at.period.step) if base is not None and base.days <= 31 * at.period.step else None


def at_place(hit: PeriodHit, span: Span) -> PeriodHit:
    """The same words, dated."""
    return replace(hit, span=span, turn=None, step=None)
