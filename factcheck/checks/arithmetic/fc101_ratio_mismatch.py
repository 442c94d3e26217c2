"""A share that its own numerator and denominator do not give.

Readers keep the percentage and forget the counts; where both are printed, the counts decide.
Forgives any honest rounding, or cutting off, of any of the three. A word ("a third") or a hedge
("just over 10 per cent") that does not fit is FC109. Source: the idea of statcheck, for shares.
"""

from collections.abc import Iterator

from factcheck.checks.mending import mended
from factcheck.model.finding import Finding
from factcheck.model.relation import Share

SEVERITY = "error"


def check(share: Share) -> Iterator[Finding]:
    """Flag a share that does not come out."""
    stated = share.stated.quantity
    worded = stated.hedge is not None or stated.kind == "fraction"
    if share.holds or not share.accusable or share.spans_headline or worded or stated.where == "title":
        return
    yield Finding.on(
        stated,
        f"{share.part.text} of {share.whole.text} is {share.recalculation.display}, not {stated.text}.",
        stated=share.stated.index,
        recalculations=(share.recalculation,),
        **mended(share),
    )
