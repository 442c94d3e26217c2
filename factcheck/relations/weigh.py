"""Where formulas meet values: work a sum out, hold it against what is stated, and say how it fits."""

from collections.abc import Sequence
from fractions import Fraction

from factcheck.model.coins import in_one_money
from factcheck.model.display import in_words, measured
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.recalculation import Recalculation, Rounding
from factcheck.relations.benefit import cut_off
from factcheck.relations.formula import Formula, Operands, Sum

_MADE_OF_SIZES = frozenset({"share", "rate", "average", "product", "total", "difference", "implied-count"})
_FARTHEST = 15
_FARTHEST_MULTIPLE = 6
_NEVER = Fraction(10**30)
MAY_BE_CUT = frozenset({"share", "attainable", "rate", "average", "change", "multiple", "conversion"})


def weigh(formula: Formula, operands: Operands, quantities: Sequence[Quantity]) -> Recalculation | None:
    """One choice of a formula worked out, or None where its operands cannot make such a sum."""
    stated = quantities[formula.stated]
    if formula.kind in _MADE_OF_SIZES and any(_is_open(quantities[o]) for o in operands):
        return None
    total = formula.work_out(stated, in_one_money(stated, [quantities[o] for o in operands]))
    if total is None or (stated.stated is None and stated.ends is None):
        return None
    holds, rounding = _fit(stated, total, formula.kind)
    shown = "cannot be worked out" if total.value is None else measured(total.value * total.scale, stated)
    return Recalculation(
        formula.kind, formula.stated, operands, total.expression, total.value,
        None if total.interval is None else total.interval.scaled(total.scale),
        shown, holds, rounding, in_words(total.expression, shown, stated, holds, rounding),
        formula.grade, (formula.source,),
    )  # fmt: skip


def _is_open(quantity: Quantity) -> bool:
    """Whether a number only says above or below what it lies: it makes nothing that could be held to."""
    return quantity.bound in "<>" and (
        quantity.stated is None or None in (quantity.stated.low, quantity.stated.high) or not quantity.stated.low
    )


def is_far_off(stated: Quantity, recalculation: Recalculation) -> bool:
    """Whether a result is so far from what is printed that the link is wrong, not the number."""
    kind = recalculation.kind
    if kind not in {*_MADE_OF_SIZES, "multiple", "containment"} or not recalculation.value or not stated.value:
        return False
    if kind == "containment" and stated.unit == "percent":
        return False  # "1,700 per cent of voters"
    computed = recalculation.value * of_hundred(stated)
    farthest = _FARTHEST_MULTIPLE if kind == "multiple" else _FARTHEST
    return not stated.value / farthest <= computed <= stated.value * farthest


def nearest(weighed: Sequence[Recalculation], stated: Quantity) -> list[Recalculation]:
    """Of readings that do not fit, the one that comes closest: it is the one that was meant."""
    scale, value = of_hundred(stated), stated.value
    if not value:
        return list(weighed[:1])
    ratios = [(abs(r.value) * scale / value if r.value else Fraction(0), r) for r in weighed]
    return [min(ratios, key=lambda item: max(item[0], 1 / item[0]) if item[0] else _NEVER)[1]] if ratios else []


def _fit(stated: Quantity, total: Sum, kind: str) -> tuple[bool, Rounding]:
    if total.interval is None or stated.stated is None:
        return False, "exact"
    computed = total.interval.scaled(total.scale)
    if stated.stated.meets(computed):
        return True, _rounding(stated, total)
    cut = cut_off(stated) if kind in MAY_BE_CUT else None
    return (True, "cut") if cut is not None and cut.meets(computed) else (False, "nearest")


def _rounding(stated: Quantity, total: Sum) -> Rounding:
    if stated.hedge is not None:
        return "hedge"
    if stated.step is None:
        return "word"
    if total.value is not None and stated.value == total.value * total.scale:
        return "exact"
    return "nearest"


def of_hundred(quantity: Quantity) -> Fraction:
    """What a share as a part of one is multiplied by to be in the quantity's own unit."""
    return Fraction(100) if quantity.unit == "percent" else Fraction(1)


def as_part(quantity: Quantity, interval: Interval) -> Interval:
    """An interval of a share quantity as parts of one."""
    return interval.scaled(1 / of_hundred(quantity))
