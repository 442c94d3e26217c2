"""A word that does not fit the number that the text itself gives: "just over 10 per cent" for 9.6.

Fraction words stand for themselves give or take two percentage points ("a third" for 33 or 34 per
cent), four with "about"; "nearly" and "almost" are below, within a tenth; "more than" is above.
"""

from collections.abc import Iterator

from factcheck.checks.mending import mended
from factcheck.model.finding import Finding
from factcheck.model.relation import Reworded, Share, Total

SEVERITY = "error"


def check(sums: Share | Total | Reworded) -> Iterator[Finding]:
    """Flag an approximating word that the figures do not bear out."""
    stated = sums.stated.quantity
    worded = stated.hedge is not None or stated.kind == "fraction"
    if sums.holds or not sums.accusable or not worded or stated.where == "title":
        return
    said = f"{stated.hedge} {stated.text}" if stated.hedge else stated.text
    yield Finding.on(
        stated,
        f"The figures make {sums.recalculation.display}, which is not {said[0].lower()}{said[1:]}.",
        stated=sums.stated.index,
        recalculations=(sums.recalculation,),
        **mended(sums),
    )
