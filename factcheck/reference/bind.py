"""A number, a measure and the words around them → the value that the table gives for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from factcheck.reference import compare, formulas
from factcheck.reference.forms import Form
from factcheck.reference.formulas import Result, Subject
from factcheck.reference.groups import joined_members, members_of
from factcheck.reference.periods import PeriodHit
from factcheck.reference.reading import Reading
from factcheck.reference.scope import Abstain, Ask, Named, place_of
from factcheck.reference.seasons import against
from factcheck.reference.timing import When, latest, when_of
from factcheck.reference.together import joined, with_member
from factcheck.reference.when import Span
from factcheck.reference.windows import PACES, length_of


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
            bound = _of_all(ask, subject, _level(ask, subject, when, available))
            return replace(bound, sign=sign_of(form) if bound.result.value < 0 else 1)
        case "rate":
            bound = _of_all(ask, subject, _level(ask, subject, when, available))
            return replace(bound, result=formulas.per_month(bound.result, Fraction(form.per or 1)))
    return _compared(ask, form, subject, when, available)


def _of_all(ask: Ask, subject: Subject, bound: Bound) -> Bound:
    """The same for all the places or groups that the number is of."""
    result = joined(ask, subject, bound.result.span)
    if result is not None and bound.assumed and not compare.verdict(ask.mention.quantity, result)[0]:
        raise Abstain("the text does not say when")
    return replace(bound, result=result) if result is not None else bound


def _level(ask: Ask, subject: Subject, when: When, available: list[Span]) -> Bound:
    if when.pair:
        result = formulas.total(subject, when.pair)
        return Bound(subject, _some(result))
    if when.hit is not None and when.hit.grain == "since":
        raise Abstain("the text gives only the beginning of its period")
    if when.hit is not None and when.hit.grain in ("until", "final"):
        return Bound(subject, _some(_running(subject, when, available)))
    if when.hit is not None and when.hit.grain == "financial":
        span: Span | None = _financial_year(when.hit.span, available)
    else:
        span = _stock_day(ask, subject, when, available)
    if span is not None:
        return Bound(subject, _some(formulas.level(subject, span)))
    if when.hit is not None and when.hit.grain == "months":
        return Bound(subject, _between_months(subject, when.hit))
    if when.hit is not None and when.hit.months is not None:
        return Bound(subject, _of_length(subject, when))
    span = latest(available, ask.reading.published)
    paces = {PACES[word.stem] for word in ask.reading.words if word.stem in PACES}
    if paces and length_of(span) not in paces:
        raise Abstain("the text speaks of periods of another length than the table's")
    return Bound(subject, _some(formulas.level(subject, span)), assumed=span.text)


def _stock_day(ask: Ask, subject: Subject, when: When, available: list[Span]) -> Span | None:
    """ "On 1 September 2024", "at the end of March 2024": the count of the period that ends then, or the year's
    figure, where the table says that it is taken on that day."""
    dataset, measure, span = subject.target.dataset, subject.target.measure, when.span
    if span is None or span.days > 31 or measure.flow or span in available or when.hit is None:
        return span
    lead = ask.reading.sentence.text[: max(0, when.hit.start - ask.reading.sentence.start)]
    ending = [other for other in available if other.end == span.end]
    if measure.kind == "count" and len(ending) == 1 and (span.days == 1 or lead.rstrip().endswith("end of")):
        return ending[0]
    said = f"{measure.population or ''} {dataset.package.description or ''}"
    taken = span.days == 1 and re.search(rf"\b{span.start.day} {span.start:%B}\b", said)
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
    exact = _exact_stretch(hit)
    whole = formulas.level(subject, exact) if exact is not None else None
    if whole is not None:
        return whole
    spans = formulas.stretches(subject)
    if hit.ends is not None:
        first, last = hit.ends
        found = [s for s in spans if first.start <= s.start <= first.end and last.start <= s.end <= last.end]
    else:
        if hit.span is None or hit.months is None:
            raise Abstain("the text's period cannot be dated without a date of publication")
        edges = [(s, s.end if hit.closes else s.start) for s in spans if formulas.is_long(s, hit.months)]
        found = [s for s, edge in edges if hit.span.start <= edge <= hit.span.end]
    if len(found) != 1:
        raise Abstain("the table has no one period between those months")
    return _some(formulas.level(subject, found[0]))


def _exact_stretch(hit: PeriodHit) -> Span | None:
    """The whole months that a text names by both ends, or by its last and how many they are."""
    if hit.ends is not None:
        return Span(hit.ends[0].start, hit.ends[1].end)
    if hit.span is None or hit.months is None or hit.months.denominator != 1 or not hit.closes:
        return None
    return Span.months_to(hit.span.end.year, hit.span.end.month, int(hit.months))


def _financial_year(said: Span | None, available: list[Span]) -> Span:
    """ "2019/20": the year of the table that begins in the first and ends in the second."""
    year = said.start.year if said is not None else None
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
    if len(ask.joined_places()) > 1 or joined_members(ask):
        raise Abstain("the text speaks of several places or groups")
    start, end, implied = two_periods(ask, when, available, form.act == "times")
    measure = subject.target.measure
    if measure.kind == "money" and not measure.growth and form.act == "percent" and implied:
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
    other, hit = ask.other(ask.reading.periods), when.hit
    if hit is not None and hit.grain in ("range", "years") and hit.ends is not None:
        ends = (_financial_year(e, available) for e in hit.ends) if hit.grain == "years" else hit.ends
        return (*ends, False)
    if hit is not None and hit.grain == "since" and hit.span is not None:
        return hit.span, latest(available, ask.reading.published), False
    end = when.span
    if hit is not None and hit.grain == "financial":
        end = _financial_year(hit.span, available)
    if other is not None and end is not None:
        return _other_period(other.period, end, available), end, False
    if ask.against is not None:
        raise Abstain("the text compares with something that the table does not have")
    if times:
        raise Abstain("the text does not say what is compared")
    if end is None:
        raise Abstain("the text does not say from when to when")
    return _former(end, available), end, True


def _other_period(hit: PeriodHit, end: Span, available: list[Span]) -> Span:
    """The earlier side of a comparison."""
    if hit.grain == "financial" and hit.span is not None:
        return _financial_year(hit.span, available)
    span = against(hit, end)
    if span is None:
        raise Abstain("the two periods are not of one length")
    return span


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
