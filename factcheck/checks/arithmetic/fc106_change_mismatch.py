"""A change that its own two figures do not give: per cent, points, or so many.

"Crashes fell from 60 to 45, a drop of 33 per cent": 15 of 60 is 25 per cent; 15 of 45 is 33. Forgives the
rounding, or cutting off, of all three. Silent on a change that was made from other figures than those
printed ("in real terms", "seasonally adjusted"). The commonest cause is to divide by the new value.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.checks.mending import mending, slip
from factcheck.model.finding import Finding
from factcheck.model.movement import Change
from factcheck.model.quantity import Quantity

SEVERITY = "error"


def check(change: Change) -> Iterator[Finding]:
    """Flag a change that does not come out; one that goes the other way is FC115's."""
    value, stated = change.recalculation.value, change.stated.quantity
    if change.holds or not change.accusable or value is None or value < 0:
        return
    old, new = change.operands
    right = value * _scale(stated)
    yield Finding.on(
        stated,
        f"From {old.text} to {new.text} is a change of {change.recalculation.display}, not {stated.text}.",
        stated=change.stated.index,
        recalculations=(change.recalculation,),
        cause=_cause(stated, old.quantity, new.quantity) or slip(stated, right),
        **mending(change.stated, right),
    )


def _scale(stated: Quantity) -> Fraction:
    return Fraction(100) if stated.unit == "percent" else Fraction(1)


def _cause(stated: Quantity, old: Quantity, new: Quantity) -> str | None:
    if not stated.is_share or not old.value or not new.value or stated.stated is None or old.unit != new.unit:
        return None
    by_new = abs(new.value - old.value) / new.value * _scale(stated)
    whole = new.value / old.value * _scale(stated)
    if by_new in stated.stated:
        return "divided by the new value instead of the old"
    return "the new value as a share of the old, not the change" if whole in stated.stated else None
