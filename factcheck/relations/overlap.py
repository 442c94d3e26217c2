"""A count told as a part of one group, and then as a share of another: those who are of both.

"Women are 55 per cent of the members, 220 of the 400. Of the 275 women who work there 80 per cent have joined." Only
ever a tick.
"""

from collections.abc import Iterator

from factcheck.model.claim import Claim
from factcheck.model.relation import Share
from factcheck.relations.formula import Formula
from factcheck.relations.parts import has_part_beside
from factcheck.relations.scene import Scene, same_number
from factcheck.relations.share import can_hold, work_out

_REACH = 2  # sentences


def implied(scene: Scene) -> Iterator[Formula]:
    """For a share with its base and no part beside it, the parts of other wholes told just before."""
    for claim in scene.claims:
        base = scene.base(claim)
        if claim.role != "share" or base is None or claim.base_certainty != "said" or has_part_beside(claim, scene):
            continue
        parts = tuple(
            (c.quantity, base.quantity) for c in scene.near(claim, back=_REACH) if _is_of_another(c, base, scene)
        )
        if parts:
            yield Formula("share", claim.quantity, parts, "fair", work_out, Share, "those who are of both groups", 8)


def _is_of_another(part: Claim, base: Claim, scene: Scene) -> bool:
    whole = scene.base(part)
    return part.is_level and whole is not None and not same_number(whole, base) and can_hold(base, part)
