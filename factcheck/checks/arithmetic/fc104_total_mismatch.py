"""Parts that do not make the total beside them, or a remainder that is not what is left.

"540 about noise, 402 about rubbish and 274 about parking" make 1,216, not 1,236. Neither the total nor
its parts get the benefit of the doubt, only the rounding of their printed digits.
"""

from collections.abc import Iterator

from factcheck.checks.mending import mended
from factcheck.model.finding import Finding
from factcheck.model.relation import Remainder, Total

SEVERITY = "error"


def check(sums: Total | Remainder) -> Iterator[Finding]:
    """Flag a sum that does not come out."""
    if sums.holds or not sums.accusable or sums.stated.quantity.hedge is not None:
        return
    stated, shown = sums.stated.quantity, sums.recalculation
    yield Finding.on(
        stated,
        f"{shown.expression.replace(' - ', ' − ')} is {shown.display}, not {stated.text}.",
        stated=sums.stated.index,
        recalculations=(shown,),
        **mended(sums),
    )
