"""A change that its own two figures do not give: per cent, points, or so many.

"Crashes fell from 60 to 45, a drop of 33 per cent": 15 of 60 is 25 per cent; 15 of 45 is 33. Forgives the
rounding, or cutting off, of all three. Silent on a change that was made from other figures than those
printed ("in real terms", "seasonally adjusted"). The commonest cause is to divide by the new value.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.checks.mending import mending, slip
from factcheck.model.finding import Finding
from factcheck.model.movement import Change, Moved
from factcheck.model.quantity import Quantity

SEVERITY = "error"


def check(change: Change | Moved) -> Iterator[Finding]:
    """Flag a change that does not come out; one that goes the other way is FC115's."""
    value, stated = change.recalculation.value, change.stated.quantity
    if change.holds or not change.accusable or change.spans_headline or value is None or value < 0:
        return
    right = value * _scale(stated)
    yield Finding.on(
        stated,
        f"{_told(change)} {change.recalculation.display}, not {stated.text}.",
        stated=change.stated.index,
        recalculations=(change.recalculation,),
        cause=_cause(change) or slip(stated, right),
        **mending(change.stated, right),
    )


def _told(change: Change | Moved) -> str:
    first, second = change.operands
    if isinstance(change, Moved):
        way = "fall" if first.quantity.direction == "down" else "rise"
        return f"A {way} of {first.text} to {second.text} is one of"
    return f"From {first.text} to {second.text} is a change of"


def _scale(stated: Quantity) -> Fraction:
    return Fraction(100) if stated.unit == "percent" else Fraction(1)


def _cause(change: Change | Moved) -> str | None:
    stated, (old, new) = change.stated.quantity, (operand.quantity for operand in change.operands)
    if isinstance(change, Moved):
        by_level = old.value is not None and new.value and stated.stated is not None and old.unit == new.unit
        wrong = by_level and (old.value or 0) / (new.value or 1) * _scale(stated) in stated.stated  # type: ignore[operator]
        return "divided by the new value instead of the old" if wrong else None
    if not stated.is_share or not old.value or not new.value or stated.stated is None or old.unit != new.unit:
        return None
    by_new = abs(new.value - old.value) / new.value * _scale(stated)
    whole = new.value / old.value * _scale(stated)
    if by_new in stated.stated:
        return "divided by the new value instead of the old"
    return "the new value as a share of the old, not the change" if whole in stated.stated else None
