"""Formulas that only the arithmetic suggests, and how easily they would fit by chance.

In a 400-word story two or three pairs of numbers match any percentage, so a fit alone is worth little:
it becomes a tick, never a finding, where one pair fits and the chance of that is two in a hundred or less.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.model.claim import Claim
from factcheck.model.interval import Interval
from factcheck.model.relation import Share
from factcheck.relations.formula import Formula, Operands
from factcheck.relations.scene import Scene, alike, periods_clash, same_number
from factcheck.relations.share import work_out

MOST_LIKELY = Fraction(1, 50)
_DECADES = 3
_MOST_PAIRS = 400


def implied(scene: Scene) -> Iterator[Formula]:
    """For each plain share, every pair of the article that could be its part and its whole."""
    levels = list({c.node: c for c in reversed(scene.claims) if c.is_level}.values())[::-1]
    pairs: tuple[Operands, ...] = tuple((a.quantity, b.quantity) for a in levels for b in levels if _may_be(a, b))
    if not 0 < len(pairs) <= _MOST_PAIRS:
        return
    for claim in scene.claims:
        if claim.kind == "percentage" and claim.role == "share" and claim.mood == "plain":
            yield Formula("share", claim.quantity, pairs, "arithmetic", work_out, Share, "the arithmetic alone", 9)


def _may_be(part: Claim, whole: Claim) -> bool:
    return alike(part, whole) and not same_number(part, whole) and not periods_clash(part, whole)


def chance(stated: Interval, pairs: int) -> Fraction:
    """The probability that some pair fits by accident: 1 - (1 - w) ** pairs, w the part of three decades covered."""
    if stated.low is None or stated.high is None or stated.low <= 0:
        return Fraction(1)
    # ln(high / low) is below (high - low) / low, so the chance is never told too small
    width = (stated.high - stated.low) / stated.low / (_DECADES * Fraction(23, 10))
    return min(Fraction(1), width * pairs)
