"""Sums that only the arithmetic suggests, and how easily they would fit by chance.

In a 400-word story two or three pairs of numbers match any percentage, so a fit alone is worth little: it
becomes a tick, never a finding, where one choice fits and the chance of that is small. The nearest numbers are
tried first: most sums are told beside their operands, and the fewer the choices, the less a fit is chance.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, islice, permutations

from factcheck.model.claim import Claim
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Mention, Relation, Share
from factcheck.relations import average, change, multiple, remainder, share, sums
from factcheck.relations.benefit import last_nonzero_unit
from factcheck.relations.figures import comparable, is_value
from factcheck.relations.formula import Formula, WorkOut
from factcheck.relations.scene import FAR, Scene, alike, periods_clash
from factcheck.relations.weigh import weigh

_DECADES = 3
_MOST_CHOICES = 400
_LONGEST_LIST = 5
_SHELLS = (1, 3, FAR)  # sentences off
_ROUGHLY = 0.2
_NOTHING = 0.002
_SMALL = 9
_FIVE = 5
_BOTH_WAYS = frozenset({"total", "difference"})  # told once, not from each of its ends
_SOURCE = "the arithmetic alone"

Choice = tuple[Claim, ...]
Allowed = tuple[Fraction, ...]  # the chance allowed in each shell


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to make a number of others: the sum, the sum in floats for a first look, and what can serve."""

    kind: str
    work_out: WorkOut
    rough: Callable[[Sequence[float]], float]
    choices: Callable[[Claim, Sequence[Claim]], Iterator[Choice]]
    relation: type[Relation] = Relation

    def serves(self, sizes: Sequence[float], target: float) -> bool:
        """Not nought, nor two small numbers (2/3 is chance), nor a number so near that the rest adds nothing."""
        if self.kind in _BOTH_WAYS:
            return all(size > 0 and abs(size - target) > _NOTHING * target for size in sizes)
        return min(sizes) > 0 and max(sizes) > _SMALL


def _shares(claim: Claim, around: Sequence[Claim]) -> Iterator[Choice]:
    levels = [c for c in around if c.is_level]
    return ((a, b) for a, b in permutations(levels, 2) if alike(a, b) and not periods_clash(a, b))


def _movements(claim: Claim, around: Sequence[Claim]) -> Iterator[Choice]:
    values = [c for c in around if is_value(c)]
    return ((a, b) for a, b in permutations(values, 2) if comparable(a, b))


def _gaps(claim: Claim, around: Sequence[Claim]) -> Iterator[Choice]:
    values = [c for c in around if is_value(c) and (claim.kind == "points" or comparable(c, claim))]
    return ((a, b) for a, b in combinations(values, 2) if (comparable(a, b) and a.role != "level") or alike(a, b))


def _rests(claim: Claim, around: Sequence[Claim]) -> Iterator[Choice]:
    """A whole less one part, or less the parts that are told in a row."""
    levels = [c for c in around if c.is_level and comparable(c, claim)]
    yield from permutations(levels, 2)
    for row in _rows(levels, 2):
        yield from ((whole, *row) for whole in levels if whole not in row)


def _sums(claim: Claim, around: Sequence[Claim]) -> Iterator[Choice]:
    """Any two, or a row of them."""
    levels = [c for c in around if c.is_level and comparable(c, claim)]
    yield from combinations(levels, 2)
    yield from _rows(levels, 3)


def _rows(levels: Sequence[Claim], shortest: int) -> Iterator[Choice]:
    for first in range(len(levels)):
        for last in range(first + shortest, min(first + _LONGEST_LIST, len(levels)) + 1):
            yield tuple(levels[first:last])


def _averages(claim: Claim, around: Sequence[Claim]) -> Iterator[Choice]:
    kind = "count" if claim.kind == "rate" else claim.kind
    totals = [c for c in around if c.is_level and (c.kind, c.unit) == (kind, claim.unit)]
    units = [c for c in around if c.is_level and c.kind == "count"]
    return ((t, u) for t in totals for u in units if t is not u)


def _listed(claim: Claim, around: Sequence[Claim]) -> Iterator[Choice]:
    """ "132 homes were finished: 60 in the first year and 72 in the second"."""
    following = [c for c in around if c.quantity > claim.quantity and c.sentence <= claim.sentence + 1]
    yield from _sums(claim, following)


_SHARE = _Way("share", share.work_out, lambda v: v[0] / v[1], _shares, Share)
_CHANGE = _Way("change", change.work_out, lambda v: abs(v[1] - v[0]) / v[0], _movements)
_GAP = _Way("difference", change.work_out, lambda v: abs(v[1] - v[0]), _gaps)
_MULTIPLE = _Way("multiple", multiple.work_out, lambda v: v[1] / v[0], _movements)
_REST = _Way("difference", remainder.work_out, lambda v: v[0] - sum(v[1:]), _rests)
_LISTED = _Way("total", sums.work_out, sum, _listed)
_TOTAL = _Way("total", sums.work_out, sum, _sums)
_AVERAGE = _Way("average", average.work_out, lambda v: v[0] / v[1], _averages)
Attempt = tuple[Claim, tuple[_Way, ...], Allowed]


def fits(mentions: Sequence[Mention], scene: Scene, relations: Sequence[Relation]) -> Iterator[Relation]:
    """A sum for each number that no formula explains: what words mark as derived first, then totals and remainders."""
    explained = {r.stated.index for r in relations}
    told = {_numbers(r) for r in relations if r.recalculation.kind in _BOTH_WAYS}
    sizes = [_size(m.quantity) for m in mentions]
    for claim, ways, most in (*_derived(scene), *_amounts(scene)):
        if claim.quantity in explained or claim.mood != "plain" or claim.bound not in ("=", "~"):
            continue
        found = _fit(claim, ways, most, mentions, sizes, scene)
        if found is None or (found.recalculation.kind in _BOTH_WAYS and _numbers(found) in told):
            continue
        explained.add(claim.quantity)
        told.add(_numbers(found))
        yield found


def _numbers(relation: Relation) -> frozenset[tuple[str, str | None]]:
    return frozenset((m.claim.same, m.claim.unit) for m in (relation.stated, *relation.operands))


def _derived(scene: Scene) -> Iterator[Attempt]:
    """Shares, rates, multiples and changes, each with the way in which it is made."""
    most = (Fraction(1, 10), Fraction(1, 25), Fraction(1, 100))
    for claim in scene.claims:
        movement = _CHANGE if claim.kind in ("percentage", "fraction") else _GAP
        by_role = {"share": _SHARE, "multiple": _MULTIPLE, "rate": _AVERAGE, "change": movement}
        if claim.role in by_role:
            yield claim, (by_role[claim.role],), most


def _amounts(scene: Scene) -> Iterator[Attempt]:
    """Amounts where they are first told: totals that a list follows, then the last, which are made of the others."""
    first = {(c.same, c.unit): c for c in reversed(scene.claims) if c.where == "text" and c.is_level}
    row = sorted(first.values(), key=lambda c: c.quantity)
    for ways, claims in (((_LISTED,), row), ((_TOTAL, _REST), reversed(row))):
        yield from ((claim, ways, (Fraction(1, 100),) * len(_SHELLS)) for claim in claims)


def _fit(
    claim: Claim,
    ways: Sequence[_Way],
    allowed: Allowed,
    mentions: Sequence[Mention],
    sizes: Sequence[float],
    scene: Scene,
) -> Relation | None:
    """The one sum around a number that fits it, if that is hardly chance."""
    width = _width(mentions[claim.quantity].quantity)
    for reach, most in zip(_SHELLS, allowed, strict=True):
        if chance(width, 1) > most:
            return None
        around = _around(claim, scene, reach)
        choices = [(w, c) for w in ways for c in islice(w.choices(claim, around), _MOST_CHOICES + 1)]
        odds = chance(width, len(choices))
        if len(choices) > _MOST_CHOICES or odds > most:
            return None
        found = list(_fitting(claim, choices, mentions, sizes))
        if len(found) == 1:
            return replace(found[0], recalculation=replace(found[0].recalculation, chance=odds))
        if found:
            return None
    return None


def _fitting(
    claim: Claim, choices: Sequence[tuple[_Way, Choice]], mentions: Sequence[Mention], sizes: Sequence[float]
) -> Iterator[Relation]:
    """The sums that fit; a first look in floats spares most of the exact ones."""
    stated, target = mentions[claim.quantity], sizes[claim.quantity]
    for way, choice in choices:
        told = [sizes[c.quantity] for c in choice]
        if not way.serves(told, target) or abs(way.rough(told) - target) > _ROUGHLY * target:
            continue
        operands = tuple(c.quantity for c in choice)
        formula = Formula(way.kind, claim.quantity, (), "arithmetic", way.work_out, way.relation, _SOURCE)
        weighed = weigh(formula, operands, [m.quantity for m in mentions])
        if weighed is not None and weighed.holds:
            yield way.relation(stated, tuple(mentions[o] for o in operands), weighed)


def _size(quantity: Quantity) -> float:
    return float(quantity.value or 0) / (100 if quantity.unit in ("percent", "points") else 1)


def _around(claim: Claim, scene: Scene, reach: int) -> list[Claim]:
    """The numbers at most so many sentences off, one for each that prints the same."""
    told = scene.claims[max(0, claim.quantity - FAR) : claim.quantity + FAR]
    near = [c for c in told if abs(c.sentence - claim.sentence) <= reach and c.bound == "=" and not c.hedged]
    return list({(c.same, c.unit): c for c in near if (c.same, c.unit) != (claim.same, claim.unit)}.values())


def _width(stated: Quantity) -> Fraction | None:
    """How much of its size a number leaves open: its interval, or how round it is."""
    if stated.stated is None or not stated.value or stated.value < 0:
        return None
    low, high = stated.stated.low, stated.stated.high
    if low is None or high is None or low <= 0:
        return None
    return max(high - low, _roundness(stated.value)) / stated.value


def _roundness(value: Fraction) -> Fraction:
    """The largest 1, 5, 10, 50, … that a whole number is a multiple of: round numbers meet one another easily."""
    if value.denominator != 1:
        return Fraction(0)
    unit = last_nonzero_unit(value)
    return unit * _FIVE if value % (unit * _FIVE) == 0 else unit


def chance(width: Fraction | None, choices: int) -> Fraction:
    """The probability that some choice fits by accident: each covers `width` of three decades."""
    if width is None:
        return Fraction(1)
    return min(Fraction(1), width * choices / (_DECADES * Fraction(23, 10)))
