"""Numbers that go on from a linked one: "…, 26 per cent more than in 2019", "or 7.3 per cent", "a drop of 18 points".

Their measure is the one that the sentence has just named. Each is only ever borne out by the table: where it
differs, that is for the text's own arithmetic.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.reference import formulas
from factcheck.reference.bind import Bound, arithmetic, sign_of
from factcheck.reference.forms import Act, Form
from factcheck.reference.formulas import Result
from factcheck.reference.reading import Numbered
from factcheck.reference.scope import Abstain, Ask
from factcheck.reference.seasons import against
from factcheck.reference.together import with_member

_NEAR = 4  # words between a difference and the percentage that says the same


@dataclass(frozen=True, slots=True)
class Before:
    """A number of the same sentence that was linked, and what it was taken for."""

    mention: Numbered
    form: Form
    bound: Bound


def followed(ask: Ask, form: Form, before: Sequence[Before]) -> Iterator[Bound]:
    """What a number may be that goes on from those linked before it in its sentence."""
    levels = [entry for entry in before if entry.form.act in ("level", "rate")]
    if form.act in ("difference", "percent", "points", "times") and levels:
        yield from _than(ask, form, levels[-1])
        yield from _between(form, levels)
    if before and before[-1].bound.sides is not None:
        yield from _same_again(ask, form, before[-1])


def _than(ask: Ask, form: Form, last: Before) -> Iterator[Bound]:
    """ "638 more than in the year before": the figure just named, against another period, place or group."""
    then = _other_side(ask, last.bound)
    if then is not None:
        yield from _worked_out(form, last.bound, last.bound.result, then)


def _other_side(ask: Ask, bound: Bound) -> Result | None:
    here, subject, reading = bound.result.span, bound.subject, ask.reading
    place = ask.other(ask.scope.places(reading))
    if place is not None and place.key in ask.scope.dataset.places and place.key != subject.place:
        return formulas.level(replace(subject, place=place.key), here)
    member = ask.other(ask.scope.members(reading))
    if member is not None:
        return formulas.level(with_member(subject, member), here)
    at = ask.other(reading.periods)
    span = against(at.period, here) if at is not None else None
    return formulas.level(subject, span) if span is not None else None


def _between(form: Form, levels: Sequence[Before]) -> Iterator[Bound]:
    """ "From 47 per cent to 29 per cent, a drop of 18 points": between the last two of one measure."""
    if len(levels) < 2 or levels[-2].bound.subject.target != levels[-1].bound.subject.target:
        return
    one, other = (entry.bound for entry in levels[-2:])
    early, late = sorted((one.result, other.result), key=lambda result: result.span)
    yield from _worked_out(form, other, late, early)


def _same_again(ask: Ask, form: Form, last: Before) -> Iterator[Bound]:
    """ "11,096 more than …, or 7.3 per cent": the same two figures once more."""
    gap = ask.reading.of_quantity(ask.mention)[0]
    between = [word.text.lower() for word in ask.reading.words[:gap]][-_NEAR:]
    if last.bound.sides is None or not {"or", "(", "is"} & set(between):
        return
    act: Act = "percent" if ask.mention.quantity.kind == "percentage" else "difference"
    same = replace(last.form, act=act) if act != last.form.act else form
    yield from _worked_out(same, last.bound, *last.bound.sides)


def _worked_out(form: Form, bound: Bound, now: Result, then: Result) -> Iterator[Bound]:
    try:
        result = arithmetic(form, now, then)
    except Abstain:
        return
    yield replace(bound, result=result, sign=sign_of(form), sides=(now, then), assumed=bound.assumed)
