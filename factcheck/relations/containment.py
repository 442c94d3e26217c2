"""A part that is said to be of a whole and is larger than it."""

from collections.abc import Iterator, Sequence

from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Containment
from factcheck.relations.formula import Formula, Sum
from factcheck.relations.scene import Scene, alike, same_number

RELATION = Containment
_REACH = 4


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """Everything up to the whole."""
    (whole,) = operands
    if whole.stated is None or whole.value is None or stated.value is None:
        return None
    if stated.kind == "count" and (stated.value.denominator != 1 or whole.value.denominator != 1):
        return None  # 6.4 and 4.5 are magnitudes or scores, not so many things
    sign = "<=" if stated.value <= whole.value else ">"
    expression = f"{number(stated.value)} {sign} {number(whole.value)}"
    return Sum(whole.value, Interval(None, whole.stated.high, False, whole.stated.high_open), expression)


def implied(scene: Scene) -> Iterator[Formula]:
    """ "Of the 300 applicants, 340 were accepted"."""
    for claim in scene.claims:
        base = scene.base(claim)
        if (
            base is None
            or not claim.is_level
            or not base.is_level
            or not alike(claim, base)
            or same_number(claim, base)
        ):
            continue
        if (
            claim.base_certainty == "said"
            and claim.scope != "all"
            and not claim.rivals
            and 0 <= claim.sentence - base.sentence <= _REACH
        ):
            choice = (base.quantity,)
            yield Formula(
                "containment",
                claim.quantity,
                (choice,),
                "strong",
                work_out,
                Containment,
                "a part of it",
                3,
                only_misfits=True,
            )
