"""So many things of so much each against their total: "six sessions of 90 minutes, nine hours in all"."""

from collections.abc import Iterator, Sequence

from factcheck.model.claim import RETOLD, Claim
from factcheck.model.display import number
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Total
from factcheck.relations.benefit import as_operand
from factcheck.relations.formula import Formula, Implied, Sum
from factcheck.relations.lengths import units_in
from factcheck.relations.scene import Scene

RELATION = Total


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """number * size of each, in the unit of the total."""
    count, each = operands
    many, size = as_operand(count), as_operand(each)
    factor = units_in(each.unit, stated.unit) if each.kind == "duration" and each.unit and stated.unit else None
    if count.value is None or each.value is None or many is None or size is None:
        return None
    value, interval, expression = count.value * each.value, many * size, f"{number(count.value)} * {number(each.value)}"
    if factor is None:
        return Sum(value, interval, expression) if each.unit == stated.unit else None
    if factor.low is None or factor.high is None:
        return None
    middle = (factor.low + factor.high) / 2
    return Sum(value * middle, interval * factor, f"{expression} * {number(middle)}" if middle != 1 else expression)


def implied(scene: Scene) -> Iterator[Formula]:
    """One formula for each total that follows so many things of so much."""
    for count in scene.claims:
        if count.kind != "count" or not count.is_level:
            continue
        for each in (
            c for c in scene.after(count)[:1] if c.joint == "of" and c.kind in ("duration", "measure", "money")
        ):
            yield from _totals(count, each, scene)


def _totals(count: Claim, each: Claim, scene: Scene) -> Iterator[Formula]:
    for total in scene.after(each)[:1]:
        if total.kind == each.kind and total.joint in RETOLD and (total.scope == "total" or total.joint == "or"):
            grade: Implied = "strong" if total.scope == "total" else "fair"
            choice = (count.quantity, each.quantity)
            yield Formula("product", total.quantity, (choice,), grade, work_out, Total, "so many of so much", 1)
