"""A number, a measure and the words around them → the value that the table gives for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from factcheck.reference import formulas
from factcheck.reference.forms import Form
from factcheck.reference.formulas import Result, Subject
from factcheck.reference.groups import joined_members, members_of
from factcheck.reference.periods import PeriodHit
from factcheck.reference.reading import Reading
from factcheck.reference.scope import Abstain, Ask, MemberHit, Named, place_of
from factcheck.reference.timing import When, latest, when_of
from factcheck.reference.when import Span


@dataclass(frozen=True, slots=True)
class Bound:
    """A claim with its row: what the table gives, whether the place is named, and what was assumed."""

    subject: Subject
    result: Result
    sign: int = 1
    named: Named = "named"
    assumed: str | None = None
    implied: bool = False  # the other side of a change is not said
    moved: tuple[Result, Result] | None = None  # what a change over time was from, and to
    lent: bool = False  # the period is one that the sentences before speak of
    of_before: bool = False  # the group is the one of the sentence before
    sides: tuple[Result, Result] | None = None  # of a comparison: the figure spoken of, and the other one


def bind(ask: Ask, form: Form, before: Sequence[Reading], inherited: Span | None, base: str | None) -> Bound:
    """The value that the table gives for a number. Raises Abstain with the reason where it gives none."""
    place, named = place_of(ask)
    members, of_before = members_of(ask)
    subject = Subject(ask.target, place, members, base)
    available = formulas.spans_of(subject)
    if not available:
        raise Abstain("the table has no figures for this place and group")
    when = when_of(ask, before, inherited, form.act in ("level", "rate"))
    bound = _bound(ask, form, subject, available, when)
    return replace(bound, named=named, of_before=of_before, lent=when.lent)


def _bound(ask: Ask, form: Form, subject: Subject, available: list[Span], when: When) -> Bound:
    match form.act:
        case "level":
            bound = _level(ask, subject, when, available)
            return replace(bound, sign=sign_of(form) if bound.result.value < 0 else 1)
        case "rate":
            bound = _level(ask, subject, when, available)
            return replace(bound, result=formulas.per_month(bound.result, Fraction(form.per or 1)))
    return _compared(ask, form, subject, when, available)


def _joined(ask: Ask, subject: Subject, span: Span) -> Result | None:
    """ "Cleveland and Baltimore together had 464": the sum over places or groups, where the table may be summed so."""
    places, groups = ask.joined_places(), joined_members(ask)
    if not places and not groups:
        return None
    dimension = groups[0].dimension if groups else "place"
    if dimension not in subject.target.measure.additive:
        raise Abstain("the places or groups cannot be added up")
    subjects = [with_member(subject, hit) for hit in groups] or [replace(subject, place=key) for key in places]
    parts = [_some(formulas.level(one, span)) for one in subjects]
    return formulas.combined("+", parts, sum((part.value for part in parts), Fraction(0)), parts[0].unit)


def with_member(subject: Subject, hit: MemberHit) -> Subject:
    """The same row of another group."""
    index = subject.target.dataset.dimensions.index(hit.dimension)
    return replace(subject, members=(*subject.members[:index], hit.member, *subject.members[index + 1 :]))


def _level(ask: Ask, subject: Subject, when: When, available: list[Span]) -> Bound:
    if when.pair:
        result = formulas.total(subject, when.pair)
        return Bound(subject, _some(result))
    if when.hit is not None and when.hit.grain == "since":
        raise Abstain("the text gives only the beginning of its period")
    if when.hit is not None and when.hit.grain in ("until", "final"):
        return Bound(subject, _some(_running(subject, when, available)))
    if when.hit is not None and when.hit.grain == "financial":
        span: Span | None = _financial_year(when.hit, available)
    else:
        span = _stock_day(subject, when.span)
    if span is not None:
        return Bound(subject, _joined(ask, subject, span) or _some(formulas.level(subject, span)))
    if when.hit is not None and when.hit.grain == "months":
        return Bound(subject, _between_months(subject, when.hit))
    if when.hit is not None and when.hit.months is not None:
        return Bound(subject, _of_length(subject, when))
    span = latest(available, ask.reading.published)
    return Bound(subject, _some(formulas.level(subject, span)), assumed=span.text)


def _stock_day(subject: Subject, span: Span | None) -> Span | None:
    """ "On 1 September 2024": the year's figure, where the table says that it is taken on that day."""
    dataset, measure = subject.target.dataset, subject.target.measure
    if span is None or span.days != 1 or measure.flow:
        return span
    said = f"{measure.population or ''} {dataset.package.description or ''}"
    taken = re.search(rf"\b{span.start.day} {span.start:%B}\b", said)
    return Span.year(span.start.year) if taken else span


def _running(subject: Subject, when: When, available: list[Span]) -> Result | None:
    """ "Until the end of 2024": all from where the table begins; "the final two years": as many years up to
    the end of what the text spoke of before."""
    assert when.hit is not None
    if when.hit.grain == "final":
        years = [s for s in available if when.span is not None and 360 <= s.days <= 372 and s.end <= when.span.end]
        return formulas.total(subject, years[-(when.hit.back or 0) :])
    if when.hit.span is None or "time" not in subject.target.measure.additive:
        return formulas.level(subject, when.hit.span) if when.hit.span is not None else None
    return formulas.level(subject, Span(available[0].start, when.hit.span.end))


def _between_months(subject: Subject, hit: PeriodHit) -> Result:
    """The one stretch that begins and ends in the months named, or that is as long as said from one of them.
    Only for what is counted or paid over the period, and shares of that: a rate of twelve months to December
    is not the average of the year."""
    measure = subject.target.measure
    if measure.kind not in ("count", "money") and not (
        measure.flow and (measure.derived or "time" in measure.additive)
    ):
        raise Abstain("the table has no figure for a period of that kind")
    spans = formulas.stretches(subject)
    if hit.ends is not None:
        first, last = hit.ends
        found = [s for s in spans if first.start <= s.start <= first.end and last.start <= s.end <= last.end]
    else:
        assert hit.span is not None and hit.months is not None
        edges = [(s, s.end if hit.closes else s.start) for s in spans if formulas.is_long(s, hit.months)]
        found = [s for s, edge in edges if hit.span.start <= edge <= hit.span.end]
    if len(found) != 1:
        raise Abstain("the table has no one period between those months")
    return _some(formulas.level(subject, found[0]))


def _financial_year(hit: PeriodHit, available: list[Span]) -> Span:
    """ "2019/20": the year of the table that begins in the first and ends in the second."""
    year = hit.span.start.year if hit.span is not None else None
    found = [s for s in available if s.start.year == year and s.end.year == s.start.year + 1 and 360 <= s.days <= 372]
    if len(found) != 1:
        raise Abstain("the table has no such financial year")
    return found[0]


def _of_length(subject: Subject, when: When) -> Result:
    assert when.hit is not None and when.hit.months is not None
    spans = formulas.runs_of_length(subject, when.hit.months)
    if when.hit.opens:
        spans = [span for span in spans if span.start == min(s.start for s in formulas.spans_of(subject))]
    if len(spans) != 1:
        raise Abstain("the table has no one period of that length")
    return _some(formulas.level(subject, spans[0]))


def _some(result: Result | None) -> Result:
    if result is None:
        raise Abstain("the table has no figure for that period")
    return result


def _compared(ask: Ask, form: Form, subject: Subject, when: When, available: list[Span]) -> Bound:
    """Two figures set against each other: two places, two groups or two periods."""
    sides = _two_sides(ask, subject)
    if sides is not None:
        span = when.span
        assumed = None
        if span is None:
            span = latest(available, ask.reading.published)
            assumed = span.text
        now, then = (_some(formulas.level(side, span)) for side in sides)
        return Bound(subject, arithmetic(form, now, then), sign_of(form), assumed=assumed, sides=(now, then))
    start, end, implied = two_periods(ask, when, available, form.act == "times")
    if subject.target.measure.kind == "money" and form.act == "percent" and implied:
        raise Abstain("the table is in current money and cannot show growth")
    now, then = _some(formulas.level(subject, end)), _some(formulas.level(subject, start))
    return Bound(
        subject, arithmetic(form, now, then), sign_of(form), implied=implied, sides=(now, then), moved=(then, now)
    )


def _two_sides(ask: Ask, subject: Subject) -> tuple[Subject, Subject] | None:
    """The own side and the other, where another place or group is named after "than"."""
    place = ask.other(ask.scope.places(ask.reading))
    if place is not None and place.key in ask.scope.dataset.places and place.key != subject.place:
        return subject, replace(subject, place=place.key)
    member = ask.other(ask.scope.members(ask.reading))
    if member is not None:
        other = with_member(subject, member)
        return (subject, other) if other != subject else None
    return None


def two_periods(ask: Ask, when: When, available: list[Span], times: bool) -> tuple[Span, Span, bool]:
    """From, to, and whether the from is only implied ("rose by 6.9 million in 2020")."""
    other = ask.other(ask.reading.periods)
    if when.hit is not None and when.hit.grain == "range" and when.hit.ends is not None:
        return (*when.hit.ends, False)
    if when.hit is not None and when.hit.grain == "since" and when.hit.span is not None:
        return when.hit.span, latest(available, ask.reading.published), False
    if other is not None and other.period.span is not None and when.span is not None:
        return other.period.span, when.span, False
    if ask.against is not None and other is None:
        raise Abstain("the text compares with something that the table does not have")
    if other is not None and other.period.back == 1 and when.span is not None:
        return _former(when.span, available), when.span, False
    end = when.span
    if times:
        raise Abstain("the text does not say what is compared")
    if end is None:
        raise Abstain("the text does not say from when to when")
    return _former(end, available), end, True


def _former(span: Span, available: list[Span]) -> Span:
    before = [other for other in available if other.end < span.start]
    if not before or not before[-1].meets(span) or not (span in available or _alike(before[-1], span)):
        raise Abstain("the table has no period before that one")
    return before[-1]


def _alike(one: Span, other: Span) -> bool:
    """Whether two periods are of one length, give or take a leap day or so: a table may end where the text goes on."""
    return abs(one.days - other.days) <= 3


def arithmetic(form: Form, now: Result, then: Result) -> Result:
    """A change or a multiple of two figures. Raises Abstain where there is none."""
    if form.act == "times":
        return _some(formulas.multiple(now, then))
    if form.act == "percent":
        return _some(formulas.relative(now, then))
    return formulas.difference(now, then)


def sign_of(form: Form) -> int:
    """-1 where the words say that it went down."""
    return -1 if form.direction < 0 else 1
