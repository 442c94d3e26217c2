"""A count over a length of time, or over a population, against a stated rate."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Rate
from factcheck.relations.benefit import as_operand
from factcheck.relations.formula import Formula, Implied, Operands, Sum, WorkOut
from factcheck.relations.lengths import between, length_in, named_length
from factcheck.relations.scene import Scene

RELATION = Rate
_TIED = frozenset({"or", "bracket", "which", "noun", "dash", "comma", "colon"})
_TIME = frozenset({"second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade"})


def work_out(stated: Quantity, operands: Sequence[Quantity], period: str | None = None) -> Sum | None:
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


def _length(times: Sequence[Quantity], unit: str, period: str | None) -> Interval | None:
    if period is not None:
        return named_length(period, unit)
    if len(times) == 2:
        return between(times[0], times[1], unit)
    return length_in(times[0], unit)


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
    choices: list[Operands] = []
    named: str | None = None
    for count in counts:
        period = count.period or claim.period
        if period is None:
            continue
        if period.ends is not None:
            choices.append((count.quantity, *period.ends))
        elif period.quantity is None or scene.claims[period.quantity].kind != "duration":
            named = named or period.text
            choices.append((count.quantity,))
        else:
            choices.append((count.quantity, period.quantity))
    timed = tuple(c for c in choices if len(c) > 1)
    if timed:
        yield _formula(claim, timed, sure and len(choices) == 1)
    elif choices and named is not None:
        yield _formula(claim, tuple(choices), sure and len(choices) == 1, partial(work_out, period=named))


def _formula(claim: Claim, choices: tuple[Operands, ...], sure: bool, work: WorkOut = work_out) -> Formula:
    return Formula("rate", claim.quantity, choices, "strong" if sure else "fair", work, Rate, "the count beside it")


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
    return unique or before, len(unique) == 1


def _can_count(count: Claim, claim: Claim) -> bool:
    kinds = {"rate": ("count",), "money": ("money",), "measure": ("measure",), "count": ("count",)}
    return (
        count.is_level
        and count.kind in kinds.get(claim.kind, ())
        and (claim.kind != "money" or count.unit == claim.unit)
    )


def _akin(count: Claim, claim: Claim) -> bool:
    return bool(count.stems & claim.stems) or (count.head is not None and count.head == claim.head)


def work_out_every(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """length of the period / count: how often one happens."""
    count, *times = operands
    bottom = as_operand(count)
    length = _length(times, _unit(stated.unit) or "", None)
    if not count.value or bottom is None or length is None or length.low is None or length.high is None:
        return None
    shown = (length.low + length.high) / 2
    return Sum(shown / count.value, length.divided_by(bottom), f"{number(shown)} / {number(count.value)}")


def _one_in_every(claim: Claim, scene: Scene) -> Iterator[Formula]:
    """ "A car is stolen every 20 minutes": the period over the count of what happened in it."""
    around = [*scene.sentence(claim), *scene.near(claim, back=2, ahead=2)]
    counts = [c for c in around if c.is_level and c.kind == "count" and c.stems & claim.stems]
    timed = [
        c
        for c in counts
        if c.period and c.period.quantity is not None and scene.claims[c.period.quantity].kind == "duration"
    ]
    choices = tuple((c.quantity, c.period.quantity) for c in timed if c.period and c.period.quantity is not None)
    if choices:
        grade: Implied = "strong" if len(choices) == 1 else "fair"
        yield Formula("rate", claim.quantity, choices, grade, work_out_every, Rate, "how many there were in a period")


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
