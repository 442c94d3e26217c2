"""A difference between two percentages that is called per cent where it is percentage points, or the reverse.

From 37 per cent to 28 per cent is a fall of 9 points, or of 24 per cent. Compares nearest roundings only,
so that "from 2 to 3 per cent, up 50 per cent" passes. Replaces FC106.
"""

import re
from collections.abc import Iterator

from factcheck.checks.mending import ASK
from factcheck.model.finding import Edit, Finding
from factcheck.model.movement import Change
from factcheck.model.quantity import Quantity

SEVERITY = "error"
REPLACES = {"FC106"}
_PER_CENT = re.compile(r"[\s-]*(?:per[\s-]*cent(?:age)?|percent|pc|%)$", re.IGNORECASE)
_POINTS = re.compile(r"[\s-]*(?:percentage[\s-]+|per[\s-]*cent[\s-]+|%[\s-]*)?(?:points?|pp|ppts?)$", re.IGNORECASE)


def check(change: Change) -> Iterator[Finding]:
    """Flag a change that is right in the other unit."""
    if change.holds or not change.accusable or change.mixed is None:
        return
    stated, (old, new) = change.stated.quantity, change.operands
    right = _in_other_unit(stated)
    yield Finding.on(
        stated,
        f"From {old.text} to {new.text} is {right}; {_otherwise(change)}.",
        stated=change.stated.index,
        recalculations=(change.recalculation,),
        cause="points for per cent" if change.mixed == "points for percent" else "per cent for points",
        suggestion=ASK if change.stated.claim.quoted else f"Write “{right}”.",
        edits=() if change.stated.claim.quoted else (Edit(stated.start, stated.end, right),),
    )


def _otherwise(change: Change) -> str:
    """What the stated unit would make of it; points are of shares alone."""
    if not change.operands[0].quantity.is_share:
        return "only shares can differ by percentage points"
    return f"as {change.stated.text} it would be {change.recalculation.display}"


def _in_other_unit(stated: Quantity) -> str:
    if stated.kind == "points":
        return _POINTS.sub(" per cent", stated.text)
    number = _PER_CENT.sub("", stated.text)
    return f"{number} percentage point{'' if stated.value == 1 else 's'}"
