"""One change undone by the next: "fell 50 per cent and then doubled, so they are back where they started".

Only ever a tick: where it does not come out, FC212 says so from the words.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Relation
from factcheck.relations.formula import Formula, Sum
from factcheck.relations.scene import Scene

_BACK = re.compile(r"\bback (?:where|to where|to what|at what|to the level)\b|\brestor|\bcancel|\bmade? good\b", re.I)


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """What the second change must be to undo the first."""
    (first,) = operands
    left = _left(first)
    if left is None or first.value is None:
        return None
    inverse = left.reciprocal()
    size = _size(first)
    if inverse is None or not size:
        return None
    if stated.kind == "multiple":
        return Sum(1 / size, inverse, f"1 / {number(size)}")
    rise = inverse - Interval.exactly(1)
    return Sum(abs(1 / size - 1), rise if size < 1 else -rise, f"1 / {number(size)} - 1", Fraction(100))


def _size(change: Quantity) -> Fraction | None:
    """What the printed change multiplies by."""
    if change.value is None or change.kind == "multiple":
        return change.value
    part = change.value / 100 if change.unit == "percent" else change.value
    return 1 + part if change.direction == "up" else 1 - part if change.direction == "down" else None


def _left(change: Quantity) -> Interval | None:
    if change.stated is None or change.kind == "multiple":
        return change.stated
    part = change.stated.scaled(Fraction(1, 100)) if change.unit == "percent" else change.stated
    one = Interval.exactly(1)
    return one + part if change.direction == "up" else one - part if change.direction == "down" else None


def implied(scene: Scene) -> Iterator[Formula]:
    """One formula for each change after which all is said to be as it was."""
    for claim in scene.claims:
        following = " ".join(c.after for c in (claim, *scene.after(claim)))
        if claim.role not in ("change", "multiple") or not _BACK.search(following):
            continue
        earlier = [c for c in (*scene.before(claim), *scene.near(claim, back=2)) if _is_change(c)]
        if earlier:
            choice = (earlier[0].quantity,)
            yield Formula("change", claim.quantity, (choice,), "fair", work_out, Relation, "the change before it", 4)


def _is_change(claim: Claim) -> bool:
    return claim.kind in ("percentage", "multiple") and claim.role in ("change", "multiple")
