"""A share told some sentences away from its two counts: "a response in 83 per cent … 24 dogs were dosed, and 20 …".

Only ever a tick.
"""

from collections.abc import Iterator, Sequence

from factcheck.model.claim import Claim
from factcheck.model.relation import Share
from factcheck.relations.formula import Formula
from factcheck.relations.scene import REACH, Scene, periods_clash
from factcheck.relations.share import work_out


def implied(scene: Scene) -> Iterator[Formula]:
    """One formula for each share, of every sentence near it that has two counts of what it is a share of."""
    for claim in scene.claims:
        base = scene.base(claim)
        apart = base is None or base.sentence != claim.sentence
        if claim.role == "share" and claim.kind in ("percentage", "fraction") and apart:
            pairs = tuple(p for n in _around(claim) if (p := _pair(claim, scene.row(n))) is not None)
            if pairs:
                yield Formula("share", claim.quantity, pairs, "fair", work_out, Share, "the two counts told near it", 8)


def _around(claim: Claim) -> Iterator[int]:
    """The sentences near a claim, the nearest first."""
    for distance in range(1, REACH + 1):
        yield claim.sentence + distance
        yield claim.sentence - distance


def _pair(claim: Claim, row: Sequence[Claim]) -> tuple[int, int] | None:
    """Part and whole, where a sentence has two counts, one of what the share's sentence speaks of."""
    counts = [c for c in row if c.kind == "count" and c.is_level]
    if len(counts) != 2 or any(c.role == "share" for c in row):
        return None
    first, second = counts
    whole, part = (second, first) if first.base == second.quantity else (first, second)
    told = whole.key in claim.context and part.head in (None, whole.head)
    plain = part.scope != "further" and not periods_clash(part, whole) and claim.base in (None, whole.quantity)
    return (part.quantity, whole.quantity) if told and plain else None
