"""A share times its base against the count that the text gives for the same thing elsewhere."""

from collections.abc import Iterator, Sequence

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.quantity import Quantity
from factcheck.model.relation import ImpliedCount
from factcheck.relations.benefit import as_operand
from factcheck.relations.formula import Formula, Sum
from factcheck.relations.scene import Scene, alike, periods_clash, same_number
from factcheck.relations.weigh import as_part, of_hundred

RELATION = ImpliedCount
_AHEAD = 3


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """share * base."""
    share, base = operands
    whole = as_operand(base)
    if share.value is None or share.stated is None or base.value is None or whole is None:
        return None
    part = share.value / of_hundred(share)
    return Sum(part * base.value, as_part(share, share.stated) * whole, f"{number(part)} * {number(base.value)}")


def implied(scene: Scene) -> Iterator[Formula]:
    """ "One in eight of the 96,000 students …", and later "the 20,000 students"."""
    for share in scene.claims:
        base = scene.base(share)
        if share.role != "share" or base is None or not base.is_level or share.base_certainty != "said":
            continue
        counts = [c for c in _later_counts(share, scene) if _is_the_same(c, share, base, scene)]
        if len({c.node for c in counts}) == 1:
            choice = (share.quantity, base.quantity)
            source = "the same thing as a share of its whole"
            yield Formula("implied-count", counts[0].quantity, (choice,), "strong", work_out, ImpliedCount, source, 2)


def _later_counts(share: Claim, scene: Scene) -> Iterator[Claim]:
    for ahead in range(1, _AHEAD + 1):
        yield from scene.row(share.sentence + ahead)


def _is_the_same(count: Claim, share: Claim, base: Claim, scene: Scene) -> bool:
    """A definite second mention of what the share is a share of, doing what the share does."""
    if not (
        count.is_level and count.scope in ("definite", "all") and alike(count, base) and not same_number(count, base)
    ):
        return False
    if count.base is not None or scene.is_base(count) or periods_clash(count, base):
        return False
    deed = (share.stems | share.own) - base.own
    if deed & count.stems or share.rungs & count.rungs:
        return True
    return count.head is not None and count.head == base.head and not count.own - base.own
