"""A count over a length of time, or over a population, against a stated rate."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial

from factcheck.model.claim import Claim, Period
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Rate
from factcheck.relations.benefit import as_operand
from factcheck.relations.formula import Formula, Implied, Operands, Sum, WorkOut
from factcheck.relations.lengths import between, calendar_length, length_in
from factcheck.relations.scene import Scene

RELATION = Rate
_TIED = frozenset({"or", "bracket", "which", "noun", "dash", "comma", "colon"})
_COMPARED = frozenset({"from", "against", "than"})
_TIME = frozenset(
    {"second", "minute", "hour", "day", "night", "week", "fortnight", "month", "quarter", "year", "decade"}
)


def work_out(stated: Quantity, operands: Sequence[Quantity], period: Period | None = None) -> Sum | None:
    """count / length of the period, in the unit of the rate."""
    count, *times = operands
    unit = _unit(stated.per)
    top = as_operand(count)
    if unit is None or count.value is None or top is None:
        return None
    length = _length(times, unit, period)
    if length is None or length.low is None or length.high is None:
        return None
    shown = (length.low + length.high) / 2
    value = count.value / shown if shown else None
    return Sum(value, top.divided_by(length), f"{number(count.value)} / {number(shown)}")


def _length(times: Sequence[Quantity], unit: str, period: Period | None) -> Interval | None:
    """The length of a counted duration, of the time between two dates, or of a period that is only named."""
    if len(times) == 1 and times[0].kind == "duration":
        return length_in(times[0], unit)
    dated = between(times[0], times[1], unit) if len(times) == 2 else None
    if dated is not None or period is None:
        return dated
    return calendar_length(period, unit)


def _unit(per: str | None) -> str | None:
    word = (per or "").lower().split()[-1:] or [""]
    return word[0] if word[0] in _TIME else word[0].removesuffix("s") if word[0].removesuffix("s") in _TIME else None


def work_out_per_head(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """count / population, times the number that the rate is per."""
    count, population = operands
    top, bottom = as_operand(count), as_operand(population)
    match = re.search(r"\d[\d,]*", stated.per or "")
    if match is None or count.value is None or population.value is None or top is None or bottom is None:
        return None
    per = Fraction(match.group().replace(",", ""))
    value = count.value / population.value * per if population.value else None
    quotient = top.divided_by(bottom)
    expression = f"{number(count.value)} / {number(population.value)} * {number(per)}"
    return Sum(value, None if quotient is None else quotient.scaled(per), expression)


def implied(scene: Scene) -> Iterator[Formula]:
    """A formula for each rate: which count, over which period or population."""
    for claim in scene.claims:
        if claim.role == "rate" and claim.per is None and _unit(claim.unit):
            yield from _one_in_every(claim, scene)
        if claim.role != "rate" or claim.per is None:
            continue
        if _unit(claim.per):
            yield from _over_time(claim, scene)
        elif re.search(r"\d", claim.per):
            yield from _per_head(claim, scene)


def _over_time(claim: Claim, scene: Scene) -> Iterator[Formula]:
    counts, sure = _counts(claim, scene)
    periods = [(c, c.period or claim.period) for c in counts]
    choices = [(c.quantity, *_times(p, scene)) for c, p in periods if p is not None]
    timed = [c for c in choices if len(c) > 1] or choices
    if timed:
        period = next(p for c, p in periods if p is not None and c.quantity == timed[0][0])
        work = partial(work_out, period=period)
        yield _formula(claim, tuple(timed), sure and len(choices) == 1, work, _further(claim, scene))


def _further(claim: Claim, scene: Scene) -> tuple[Operands, ...]:
    """Counts of the same things from further off, each with its own printed period."""
    akin = [c for c in scene.earlier(claim) if c.period and _can_count(c, claim) and _akin(c, claim)]
    return tuple((c.quantity, *times) for c in akin if c.period and (times := _times(c.period, scene)))


def _times(period: Period, scene: Scene) -> Operands:
    """The printed quantities that say how long a period is."""
    if period.ends is not None:
        return period.ends
    return () if period.quantity is None else (period.quantity,)


def _formula(
    claim: Claim, choices: tuple[Operands, ...], sure: bool, work: WorkOut, further: tuple[Operands, ...]
) -> Formula:
    grade: Implied = "strong" if sure else "fair"
    source = "the count beside it"
    return Formula("rate", claim.quantity, choices, grade, work, Rate, source, further=further, yields=True)


def _counts(claim: Claim, scene: Scene) -> tuple[list[Claim], bool]:
    """The counts that the rate may be of, and whether the words leave one only."""
    before = [c for c in scene.before(claim) if _can_count(c, claim)]
    if claim.joint in _TIED and before:
        parts = [c for c in before if not any(o.base == c.quantity and o.sentence == c.sentence for o in before)]
        return (parts or before)[:1], True
    if claim.joint == "which" and not before:
        pointed = [c for c in scene.near(claim, back=1) if _can_count(c, claim)]
        return pointed[-1:], True
    akin = [c for c in [*before, *scene.after(claim), *scene.near(claim)] if _can_count(c, claim) and _akin(c, claim)]
    unique = list({c.node: c for c in reversed(akin)}.values())[::-1]
    if not unique and claim.head is None and claim.kind == "rate":
        flows = [c for c in before if c.scope != "definite" and c.period is not None]
        return flows or before, len(flows) == 1
    return unique or before, len(unique) == 1


def _can_count(count: Claim, claim: Claim) -> bool:
    kinds = {"rate": ("count",), "money": ("money",), "measure": ("measure",), "count": ("count",)}
    return (
        count.is_level
        and count.joint not in _COMPARED
        and count.kind in kinds.get(claim.kind, ())
        and (claim.kind != "money" or count.unit == claim.unit)
    )


def _akin(count: Claim, claim: Claim) -> bool:
    return bool(count.stems & claim.stems) or (count.head is not None and count.head == claim.head)


def work_out_every(stated: Quantity, operands: Sequence[Quantity], period: Period | None = None) -> Sum | None:
    """length of the period / count: how often one happens."""
    count, *times = operands
    bottom = as_operand(count)
    length = _length(times, _unit(stated.unit) or "", period)
    if not count.value or bottom is None or length is None or length.low is None or length.high is None:
        return None
    shown = (length.low + length.high) / 2
    return Sum(shown / count.value, length.divided_by(bottom), f"{number(shown)} / {number(count.value)}")


def _one_in_every(claim: Claim, scene: Scene) -> Iterator[Formula]:
    """ "A car is stolen every 20 minutes": the period over the count of what happened in it."""
    around = [*scene.sentence(claim), *scene.near(claim, back=2, ahead=2)]
    counts = [c for c in around if c.is_level and c.kind == "count" and c.period and c.stems & claim.stems]
    counts = [c for c in counts if c.scope != "definite"] or counts
    if claim.joint in _TIED and not counts:
        counts = [c for c in scene.before(claim) if c.is_level and c.kind == "count" and c.scope != "definite"][-1:]
    periods = [(c, c.period or claim.period) for c in counts]
    choices = tuple((c.quantity, *_times(p, scene)) for c, p in periods if p is not None)
    if choices:
        grade: Implied = "strong" if len(choices) == 1 else "fair"
        period = next(p for _, p in periods if p is not None)
        work = partial(work_out_every, period=period)
        yield Formula("rate", claim.quantity, choices, grade, work, Rate, "how many there were in a period")


def _per_head(claim: Claim, scene: Scene) -> Iterator[Formula]:
    before = [c for c in scene.before(claim) if c.is_level and c.kind == "count"]
    base = scene.base(claim)
    around = [c for c in [*before, *scene.after(claim), *scene.near(claim, back=2)] if c.is_level and c.kind == "count"]
    tops = before[:1] if claim.joint in _TIED else around
    bottoms = [base] if base is not None else around
    choices = tuple(
        (top.quantity, bottom.quantity)
        for top in tops
        for bottom in bottoms
        if top.quantity != bottom.quantity and top.node != bottom.node
    )
    if choices:
        grade: Implied = "strong" if len(choices) == 1 else "fair"
        yield Formula("rate", claim.quantity, choices, grade, work_out_per_head, Rate, "the counts beside it")
