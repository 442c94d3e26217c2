"""A value and the other value it is set against with "up from", "down from", "more than"."""

from collections.abc import Iterator, Sequence

from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Contrast
from factcheck.relations.formula import Formula, Sum
from factcheck.relations.scene import Scene
from factcheck.relations.weigh import of_hundred

RELATION = Contrast


def _higher(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    return _beyond(stated, operands[0], upward=True)


def _lower(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    return _beyond(stated, operands[0], upward=False)


def _beyond(stated: Quantity, other: Quantity, *, upward: bool) -> Sum | None:
    """Everything above, or below, the other value: the stated one must be among it."""
    if other.value is None or other.stated is None or stated.value is None:
        return None
    scale = of_hundred(stated)
    value = other.value / of_hundred(other)
    ends = other.stated.scaled(1 / of_hundred(other))
    interval = Interval(ends.low, None, True) if upward else Interval(None, ends.high, False, True)
    return Sum(value, interval, f"{number(stated.value)} {'>' if upward else '<'} {number(other.value)}", scale)


def implied(scene: Scene) -> Iterator[Formula]:
    """ "28 per cent charged – down from 37 per cent"."""
    for claim in scene.claims:
        way = claim.cues & {"up", "down"}
        if claim.joint != "from" or len(way) != 1:
            continue
        before = [
            c for c in scene.before(claim) if c.kind == claim.kind and c.unit == claim.unit and c.role == claim.role
        ]
        if before:
            work = _higher if way == {"up"} else _lower
            choice = (claim.quantity,)
            yield Formula("direction", before[0].quantity, (choice,), "strong", work, Contrast, "up or down from", 2)
