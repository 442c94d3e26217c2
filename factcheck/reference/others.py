"""What a number that is wrong for its row would be right for: another base, place, group, period or scale."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factcheck.model.lookup import OtherCell, OtherKind
from factcheck.reference import compare, formulas
from factcheck.reference.bind import Bound
from factcheck.reference.forms import Form
from factcheck.reference.formulas import Result, Subject
from factcheck.reference.labels import Target
from factcheck.reference.scope import Ask
from factcheck.reference.when import Span
from factcheck.reference.windows import length_of

_PLACES = 60  # places of an article that are tried; a list of all countries would fit anything


def other_cell(ask: Ask, form: Form, bound: Bound) -> OtherCell | None:
    """The first of the near rows to whose printed digits the number is right. Only ever near ones: a
    search of the whole table would match anything."""
    window = compare.digits_window(ask.mention.quantity)
    if form.act not in ("level", "rate") or window is None:
        return None
    for kind, subject, result, remark in _near(ask, bound):
        if compare.within(window, ask.mention.quantity, result, bound.sign):
            return OtherCell(
                kind, result.label, result.value, result.display, formulas.evidence(subject, result),
                earlier=result.span.end < bound.result.span.start, remark=remark,
            )  # fmt: skip
    return None


def _near(ask: Ask, bound: Bound) -> Iterator[tuple[OtherKind, Subject, Result, str | None]]:
    yield from _bases(bound)
    if bound.assumed:  # a figure without a period is an old one sooner than another group's
        yield from _periods(bound)
    yield from _places(ask, bound)
    power = compare.power_of_ten(ask.mention.quantity, bound.result)
    if power is not None:
        value = bound.result.value * Fraction(10) ** power
        text = "times" if power > 0 else "divided by"
        label = f"{bound.result.label}, {text} {10 ** abs(power):,}"
        yield "power", bound.subject, replace(bound.result, value=value, label=label, slack=Fraction(0)), None
    yield from _groups(bound)
    yield from _periods(bound)


def _at(subject: Subject, bound: Bound) -> Result | None:
    return formulas.level(subject, bound.result.span)


def _bases(bound: Bound) -> Iterator[tuple[OtherKind, Subject, Result, str | None]]:
    """The same part over the other denominators that the table knows."""
    dataset, subject = bound.subject.target.dataset, bound.subject
    part = subject.target.key if subject.base is not None else subject.target.measure.numerator
    for key, measure in dataset.measures.items():
        if measure.kind != "share" or measure.numerator is None or measure.numerator != part:
            continue
        own = replace(subject, target=Target(dataset, key), base=None)
        for base in (None, *measure.other_denominators):
            other = own if base is None else replace(own, base=base)
            result = _at(other, bound)
            if result is not None and (other.target, other.base) != (subject.target, subject.base):
                yield "base", other, result, measure.other_denominators.get(base or "")


def _places(ask: Ask, bound: Bound) -> Iterator[tuple[OtherKind, Subject, Result, str | None]]:
    for key in ask.scope.all_places[:_PLACES]:
        if key != bound.subject.place and key in ask.scope.dataset.places:
            subject = replace(bound.subject, place=key)
            result = _at(subject, bound)
            if result is not None:
                yield "place", subject, result, None


def _groups(bound: Bound) -> Iterator[tuple[OtherKind, Subject, Result, str | None]]:
    dataset = bound.subject.target.dataset
    for index, dimension in enumerate(dataset.dimensions):
        for member in dataset.members(dimension):
            members = (*bound.subject.members[:index], member, *bound.subject.members[index + 1 :])
            subject = replace(bound.subject, members=members)
            result = _at(subject, bound) if members != bound.subject.members else None
            if result is not None:
                yield "group", subject, result, None


def _periods(bound: Bound) -> Iterator[tuple[OtherKind, Subject, Result, str | None]]:
    """The same row in the other periods of about its length, the nearest first; in a table of intervals, in any."""
    here = bound.result.span
    times = (table.meaning.time for table in bound.subject.target.dataset.tables)
    irregular = any(time is not None and time.start for time in times)
    slack = 100_000 if irregular and not bound.assumed else 3
    known = formulas.spans_of(bound.subject)
    if here not in known and here == Span.year(here.start.year):  # a year made of quarters: the other years so made
        known = [Span.year(year) for year in sorted({span.start.year for span in known})]
    elif here not in known and length_of(here) == 3:  # a quarter made of months: the other quarters so made
        months = (here.end.year * 12 + here.end.month - 1 + 3 * step for step in range(-8, 9))
        known = [Span.months_to(month // 12, month % 12 + 1, 3) for month in months]
    spans = [s for s in known if s != here and abs(s.days - here.days) <= slack]
    for span in sorted(spans, key=lambda s: abs((s.start - here.start).days)):
        result = formulas.level(bound.subject, span)
        if result is not None:
            yield "period", bound.subject, result, None
