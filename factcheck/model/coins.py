"""Small money in large: cents in dollars, pence in pounds, so that "7 cents more than $1.15" is a sum of one kind."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.model.quantity import Quantity

_COINS = {
    "cent": frozenset({"dollar", "USD", "AUD", "NZD", "CAD", "HKD", "SGD", "FJD", "EUR", "ZAR"}),
    "penny": frozenset({"GBP"}),
    "paisa": frozenset({"INR"}),
}
_IN_ONE = 100


def is_coin_of(small: str | None, large: str | None) -> bool:
    """Whether a unit of money is the hundredth part of another: cents of the rand, pence of the pound."""
    return large is not None and large in _COINS.get(small or "", ())


def of_one_money(one: str | None, other: str | None) -> bool:
    """Whether two units are the same, or one is the other's small money."""
    return one == other or is_coin_of(one, other) or is_coin_of(other, one)


def in_one_money(stated: Quantity, operands: Sequence[Quantity]) -> list[Quantity]:
    """The operands in the stated sum's own money; for a share of money, in the larger of the two."""
    large = next((o.unit for o in operands if o.kind == "money" and o.unit not in _COINS), None)
    unit = stated.unit if stated.kind == "money" else large
    return [_in(unit, o) if o.kind == "money" else o for o in operands]


def _in(unit: str | None, quantity: Quantity) -> Quantity:
    factor = Fraction(1, _IN_ONE) if is_coin_of(quantity.unit, unit) else Fraction(_IN_ONE)
    if quantity.unit == unit or quantity.value is None or not of_one_money(quantity.unit, unit):
        return quantity
    stated = quantity.stated.scaled(factor) if quantity.stated is not None else None
    step = quantity.step * factor if quantity.step is not None else None
    return replace(quantity, value=quantity.value * factor, stated=stated, step=step, unit=unit)
