"""A share that does not follow from the base its sentence names, but does from another population.

The part is right and the arithmetic was right too, only over the wrong whole: "of the 565 people
referred, 49 engaged, or 0.9 per cent" is 49 of the 5,484, not of the 565. Both are shown. Needs the
other population to be of the same period. Source: denominator errors in the literature on risk
communication (Gigerenzer and others).
"""

from collections.abc import Iterator

from factcheck.checks.mending import mended
from factcheck.model.finding import Alternative, Finding
from factcheck.model.relation import Share

SEVERITY = "error"
REPLACES = {"FC101", "FC109"}


def check(share: Share) -> Iterator[Finding]:
    """Flag a share that was made over another population."""
    if share.holds or not (share.accusable or share.tentative) or not share.others:
        return
    stated, (other, other_sum) = share.stated.quantity, share.others[0]
    value, there = share.recalculation.value, other_sum.value
    if value is None or not there:
        return
    yield Finding.on(
        stated,
        f"{share.part.text} of {share.whole.text} is {share.recalculation.display}, not {stated.text}; "
        f"{stated.text} is {share.part.text} of {other.text}.",
        stated=share.stated.index,
        recalculations=(share.recalculation, other_sum),
        alternatives=(Alternative(other.index, other.label, other_sum.display, there / value),),
        **(mended(share) | {"cause": "divided by another population"}),
    )
