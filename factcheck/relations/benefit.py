"""What a printed number allows: as an operand, and as the stated value that a sum must meet."""

from fractions import Fraction

from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity

_ROUND_FROM = 1_000
_DOUBT = Fraction(1, 20)


def as_operand(quantity: Quantity) -> Interval | None:
    """The interval of an operand: a round number gets the benefit of the doubt before an error is called."""
    stated, value = quantity.stated, quantity.value
    if value is None or stated is None or quantity.hedge is not None or quantity.kind in ("fraction", "ratio"):
        return stated
    if quantity.kind not in ("count", "money", "measure", "rate") or not _is_round(quantity):
        return stated
    return Interval.around(value, min(last_nonzero_unit(value) / 2, value * _DOUBT))


def _is_round(quantity: Quantity) -> bool:
    value = quantity.value
    return value is not None and value >= _ROUND_FROM and value.denominator == 1 and value % 100 == 0


def last_nonzero_unit(value: Fraction) -> Fraction:
    """One unit of the last digit that is not nought: 100 for 3,800."""
    unit = 1
    while value % (unit * 10) == 0:
        unit *= 10
    return Fraction(unit)


def cut_off(quantity: Quantity) -> Interval | None:
    """What a plainly printed number stands for if the digits behind it were cut off, not rounded."""
    value, step = quantity.value, quantity.step
    if value is None or step is None or quantity.hedge is not None or quantity.kind in ("fraction", "ratio"):
        return None
    return Interval(value, value + step, False, True) if value >= 0 else Interval(value - step, value, True, False)
