"""A count over a length of time against a stated rate."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from factcheck.model.claim import COMPARED, RETOLD, Claim, Period
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Mention, Rate
from factcheck.relations.benefit import as_operand
from factcheck.relations.formula import Formula, Implied, Operands, Sum, WorkOut
from factcheck.relations.lengths import between, calendar_length, length_in, month_in
from factcheck.relations.phrasing import is_each_of, is_surplus
from factcheck.relations.scene import Scene
from factcheck.words import words

RELATION = Rate
_TWICE = 2
_DATED = 2  # a count and one date
_IN_MONTH = re.compile(r"\b(?:in|during|throughout|for|over)(?: all of| the whole of| the month of| last)?\s*$")
_DECIMAL = re.compile(r"\.\d+$")
_OPEN = Period("", "")
_PARTS = frozenset({"hour", "day", "night", "week"})
_BY_DATE = re.compile(r"\b(?:by|until|till|up to) (?:the )?(?:(?:start|end|beginning|middle) of )?$")
_WORKING = re.compile(
    r"\b(?:working|trading|playing|school|week|business|opening|market|match|race|sitting|banking|dry|wet)\s?-?day"
    r"|(?:each|every|per) \w+ (?:on the|at sea|at work|it|they|he|she|that|when|of (?:work|play|the season)|open)\b"
)
_AND_MORE = re.compile(  # "it will take 15 years to pay off the $90m, at $8m a year with interest"
    r"\s*(?:an? [a-z]+|per [a-z]+)?,? (?:with|plus|including|excluding|before|after) (?:the )?"
    r"(?:interest|tax|taxes|fees|costs|charges)\b"
)
_ONE = re.compile(
    r"\W*(?:(?:that|this|it|which)(?:['’]s| is| was| means| meant| makes) )?(?:one|an?(?: [a-z]+){1,2})\s*"
)
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
    return calendar_length(period, unit) or (month_in(times[0], unit) if times else None)


def _unit(per: str | None) -> str | None:
    word = (per or "").lower().split()[-1:] or [""]
    return word[0] if word[0] in _TIME else word[0].removesuffix("s") if word[0].removesuffix("s") in _TIME else None


def implied(scene: Scene) -> Iterator[Formula]:
    """A formula for each rate: which count, over which period or population."""
    for claim in scene.claims:
        if claim.role == "rate" and claim.per is None and _unit(claim.unit):
            yield from _one_in_every(claim, scene)
        if claim.role != "rate" or claim.per is None or is_surplus(claim):
            continue
        if _unit(claim.per):
            yield from _over_time(claim, scene)


def _over_time(claim: Claim, scene: Scene) -> Iterator[Formula]:
    counts, sure = _counts(claim, scene)
    periods = [(c, c.period or claim.period) for c in counts]
    choices = [(c.quantity, *_times(p, scene)) for c, p in periods if p is not None]
    choices = [c for c in choices if len(c) != _DATED or _is_in_it(claim, scene.claims[c[1]])]
    if not choices:
        choices = [*_up_to_a_date(counts, scene)] or [*_beside(claim, scene)]
        periods = [(scene.claims[choice[0]], scene.claims[choice[0]].period or _OPEN) for choice in choices]
        sure = False
    sure = sure and not _is_part_time(claim, scene) and not _AND_MORE.match(claim.after)
    timed = [c for c in choices if len(c) > 1] or choices
    if timed:
        period = next(p for c, p in periods if p is not None and c.quantity == timed[0][0])
        work = partial(work_out, period=period)
        yield _formula(claim, tuple(timed), sure and len(choices) == 1, work, _further(claim, scene))


def _is_in_it(claim: Claim, date: Claim) -> bool:
    """ "210,000 visits in April, 7,000 a day": the whole month; not "since April", nor of another rate beside it."""
    is_month = date.kind == "date" and date.same.partition(":")[2] in words("dates")["months"]
    return not is_month or (claim.joint in RETOLD and _IN_MONTH.search(date.before) is not None)


def _up_to_a_date(counts: Sequence[Claim], scene: Scene) -> Iterator[Operands]:
    """ "It opened in June 2021. By the end of March 2023 it had put up 1,100 people, 50 a month"."""
    for count in counts:
        ends = [c for c in scene.sentence(count) if c.kind == "date" and _BY_DATE.search(c.before)]
        starts = [c for c in scene.near(count, back=1) if c.kind == "date"]
        if len(ends) == len(starts) == 1:
            yield count.quantity, starts[0].quantity, ends[0].quantity


def _beside(claim: Claim, scene: Scene) -> Iterator[Operands]:
    """Counts of the sentences beside it that are told with a length: "in its first 26 weeks"."""
    for count in scene.near(claim, back=2, ahead=2):
        period = count.period
        if period is None or period.quantity is None or not _can_count(count, claim):
            continue
        if count.paragraph == claim.paragraph and scene.claims[period.quantity].kind == "duration":
            yield count.quantity, period.quantity


def _is_part_time(claim: Claim, scene: Scene) -> bool:
    """ "Ten for each day on the road", of a bus that is out "six days a week": not every day of the calendar."""
    if _WORKING.search(claim.after) is not None or _WORKING.search(claim.per or "") is not None:
        return True
    around = (*scene.sentence(claim), *scene.near(claim))
    return any(c.kind == "duration" and c.per is not None and c.unit in _PARTS for c in around)


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
    if claim.joint in RETOLD and before:
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
        and not _is_its_other(count, claim)
        and not is_each_of(count)
        and count.joint not in COMPARED
        and not (count.kind == "count" and _DECIMAL.search(count.same))  # "2.1 a year, and 3.6 in the other group"
        and count.kind in kinds.get(claim.kind, ())
        and (claim.kind != "money" or count.unit == claim.unit)
    )


def _is_its_other(count: Claim, claim: Claim) -> bool:
    """ "From €1,250 a month to €1,350", "€1,350, against €1,250 a month": the same rate at another time."""
    if count.sentence != claim.sentence:
        return False
    moved_to = count.joint == "to" and count.quantity > claim.quantity
    return moved_to or (claim.joint in COMPARED and count.kind in ("money", "measure"))


def _akin(count: Claim, claim: Claim) -> bool:
    return bool(count.stems & claim.stems) or (count.head is not None and count.head == claim.head)


def complete(
    relation: Rate, formula: Formula, mentions: Sequence[Mention], quantities: Sequence[Quantity], scene: Scene
) -> Rate:
    """A sum about as large as the rate is the rate itself, at another time: "€1,250 a month then. It is €1,350 now"."""
    count, stated = relation.operands[0].quantity, relation.stated.quantity
    alike = count.kind == "money" and count.value and stated.value and stated.value <= count.value * _TWICE
    is_itself = alike and count.value <= stated.value * _TWICE  # type: ignore[operator]
    return replace(relation, accusable=False) if is_itself and not relation.holds else relation


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
    if claim.joint in RETOLD and not counts:
        counts = [c for c in scene.before(claim) if c.is_level and c.kind == "count" and c.scope != "definite"][-1:]
    if not counts and _ONE.fullmatch(claim.before):
        counts = [c for c in scene.row(claim.sentence - 1) if c.is_level and c.kind == "count" and c.period]
    periods = [(c, c.period or claim.period) for c in counts]
    choices = tuple((c.quantity, *_times(p, scene)) for c, p in periods if p is not None)
    if choices:
        grade: Implied = "strong" if len(choices) == 1 else "fair"
        period = next(p for _, p in periods if p is not None)
        work = partial(work_out_every, period=period)
        yield Formula("rate", claim.quantity, choices, grade, work, Rate, "how many there were in a period")
