"""A profit as a share of the sales it was made on: "$8m on revenue of $200m, a margin of 4 per cent".

Only ever a tick: there are margins before and after tax, interest and much else.
"""

import re
from collections.abc import Iterator

from factcheck.model.relation import Share
from factcheck.relations.formula import Formula
from factcheck.relations.scene import Scene, alike
from factcheck.relations.share import work_out

RELATION = Share
_MARGIN = re.compile(r"\bmargins? of\s*$")


def implied(scene: Scene) -> Iterator[Formula]:
    """A formula for each margin behind two sums of money of its sentence."""
    for claim in scene.claims:
        sums = [c for c in scene.before(claim) if c.is_level and c.kind == "money"][:2]
        if claim.kind == "percentage" and _MARGIN.search(claim.before) and len(sums) == 2 and alike(*sums):
            sales, profit = sums
            choice = (profit.quantity, sales.quantity)
            yield Formula("share", claim.quantity, (choice,), "fair", work_out, Share, "the profit and its sales")
