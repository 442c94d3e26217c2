"""A change told as an amount and as a share, with the level that it led to: "fell 25.49 points, or 0.5 per cent, to
5,071.63". The level before is that less the amount, and the share is of it.
"""

import re
from collections.abc import Iterator, Sequence

from factcheck.model.claim import COMPARED, Claim
from factcheck.model.coins import of_one_money
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.movement import Moved
from factcheck.model.quantity import Quantity
from factcheck.relations.formula import Formula, Sum
from factcheck.relations.phrasing import parted
from factcheck.relations.scene import Scene
from factcheck.relations.weigh import of_hundred

RELATION = Moved
_AMOUNTS = frozenset({"count", "money", "measure", "points", "duration"})
_HANGS_ON = re.compile(r"\W*(?:which (?:is|was) |at )?(?:up|down)\b(?: by)?(?: a further| another)?\s*$")
_MOVED = ("up", "down")


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """amount / (level - amount), or of the two added up where it fell."""
    amount, level = operands
    if None in (amount.value, level.value, amount.stated, level.stated) or not amount.value or not level.value:
        return None
    if stated.step is None or amount.stated is None or level.stated is None:
        return None
    fell = amount.direction == "down"
    before = level.value + amount.value if fell else level.value - amount.value
    moved = amount.stated
    base = level.stated + moved if fell else level.stated - moved
    quotient = moved.divided_by(base)
    if before <= 0 or quotient is None:
        return None
    sign = "+" if fell else "-"
    expression = f"{number(amount.value)} / ({number(level.value)} {sign} {number(amount.value)})"
    return Sum(amount.value / before, _positive(quotient), expression, of_hundred(stated))


def _positive(quotient: Interval) -> Interval | None:
    return quotient if quotient.low is not None and quotient.low >= 0 else None


def implied(scene: Scene) -> Iterator[Formula]:
    """One formula for each share that tells an amount of change again, where the new level stands beside them."""
    for share in scene.claims:
        amount = next(iter(scene.before(share)), None)
        if share.kind != "percentage" or share.joint not in ("or", "bracket") or amount is None:
            continue
        if amount.kind not in _AMOUNTS or amount.role != "change" or amount.direction not in _MOVED:
            continue
        level = _level_after(share, amount, scene) or _level_before(amount, scene)
        if level is not None and not _tells_where_from(share, amount, scene):
            choice = (amount.quantity, level.quantity)
            source = "the amount and the level that it led to"
            yield Formula("change", share.quantity, (choice,), "strong", work_out, Moved, source, 1)


def _level_after(share: Claim, amount: Claim, scene: Scene) -> Claim | None:
    """ "…, to 5,071.63"."""
    after = next(iter(scene.after(share)), None)
    return after if after is not None and after.joint == "to" and _is_level_of(amount, after) else None


def _level_before(amount: Claim, scene: Scene) -> Claim | None:
    """ "The median bill is $2,910, up $262, or 9.9 per cent"."""
    before = next(iter(scene.before(amount)), None)
    hangs = before is not None and _HANGS_ON.fullmatch(amount.before) is not None and not parted(amount.before)
    return before if before is not None and hangs and _is_level_of(amount, before) else None


def _is_level_of(amount: Claim, level: Claim) -> bool:
    is_size = level.role in ("level", "rate") and level.joint not in COMPARED
    if amount.kind == "points":
        return is_size and level.kind == "count" and level.head is None
    alike = level.kind == amount.kind or {level.kind, amount.kind} <= {"count", "rate"}
    return is_size and alike and (amount.unit == level.unit or of_one_money(amount.unit, level.unit))


def _tells_where_from(share: Claim, amount: Claim, scene: Scene) -> bool:
    """Whether the old level is printed as well: then the change has its two figures."""
    return any(c.joint in COMPARED for c in scene.sentence(share) if c.quantity > amount.quantity and c.is_level)
