"""Shares that are told as all the parts of one whole and do not make 100 per cent.

Within their own rounding: three or more parts that add to 99 to 101 are honest. Under 100 is flagged
only where the text says that nothing is left out ("the remaining 20 per cent").
"""

from collections.abc import Iterator

from factcheck.checks.mending import mended
from factcheck.model.display import percent
from factcheck.model.finding import Finding
from factcheck.model.relation import Partition

SEVERITY = "error"


def check(partition: Partition) -> Iterator[Finding]:
    """Flag parts that leave something out, or overlap."""
    if partition.holds or not partition.accusable or not (_is_rest(partition) or _is_over(partition)):
        return
    stated, shown = partition.stated.quantity, partition.recalculation
    yield Finding.on(
        stated,
        _message(partition),
        stated=partition.stated.index,
        recalculations=(shown,),
        **mended(partition),
    )


def _message(partition: Partition) -> str:
    shown, stated = partition.recalculation, partition.stated.quantity
    if _is_rest(partition) or shown.value is None or stated.value is None:
        return f"The other shares leave {shown.display} of the whole, not {stated.text}."
    part = stated.value / (100 if stated.unit == "percent" else 1)
    return f"The shares add up to {percent(1 - shown.value + part)}, which is more than the whole."


def _is_rest(partition: Partition) -> bool:
    """Whether the text itself says that nothing else is left."""
    return partition.stated.claim.scope == "rest"


def _is_over(partition: Partition) -> bool:
    """Whether the parts make more than the whole; less may leave out the undecided."""
    left, stated = partition.recalculation.computed, partition.stated.quantity.stated
    return left is not None and stated is not None and (left.high or 0) < (stated.low or 0)
