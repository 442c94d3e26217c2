"""One rate told again over another length of time: "$410 a year, or just under $8 a week"."""

from collections.abc import Iterator, Sequence

from factcheck.model.claim import RETOLD, TIED, Claim
from factcheck.model.display import number
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Rate
from factcheck.relations.benefit import as_operand
from factcheck.relations.formula import Formula, Implied, Sum
from factcheck.relations.lengths import units_in
from factcheck.relations.scene import Scene
from factcheck.words import words

_SHORT = frozenset({"hour", "day", "night"})  # a day may be of eight hours, a week of five days


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """The other rate, times how many of its lengths this one's has."""
    (other,) = operands
    factor = units_in(stated.per or "", other.per or "")
    amount = as_operand(other)
    if factor is None or factor.low is None or factor.high is None or other.value is None or amount is None:
        return None
    middle = (factor.low + factor.high) / 2
    times = f"* {number(middle)}" if middle >= 1 else f"/ {number(1 / middle)}"
    return Sum(other.value * middle, amount * factor, f"{number(other.value)} {times}")


def implied(scene: Scene) -> Iterator[Formula]:
    """A formula for each rate that tells the one just before it again."""
    for claim in scene.claims:
        before = next(iter(scene.before(claim)), None)
        if before is None or claim.joint not in RETOLD or not _are_convertible(before, claim):
            continue
        sure = claim.joint in TIED and not {before.per, claim.per} & _SHORT
        grade: Implied = "strong" if sure else "fair"
        yield Formula(
            "rate", claim.quantity, ((before.quantity,),), grade, work_out, Rate, "the same rate over another time"
        )


def _are_convertible(a: Claim, b: Claim) -> bool:
    times = words("per")["times"]
    return (a.role, a.kind, a.unit) == ("rate", b.kind, b.unit) and a.per != b.per and a.per in times and b.per in times
