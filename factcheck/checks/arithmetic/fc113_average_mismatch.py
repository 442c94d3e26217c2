"""An average that its total and number of units do not give.

"$5.5 million across 11 schools, about $600,000 each": it is $500,000. Forgives rounding, cutting off
and hedges, and gives round totals the benefit of the doubt.
"""

from collections.abc import Iterator

from factcheck.checks.mending import mended
from factcheck.model.finding import Finding
from factcheck.model.relation import Average

SEVERITY = "error"


def check(average: Average) -> Iterator[Finding]:
    """Flag an average that does not come out."""
    if average.holds or not average.accusable or average.recalculation.value is None:
        return
    total, units = average.operands
    yield Finding.on(
        average.stated.quantity,
        f"{total.text} over {units.text} is {average.recalculation.display}, not {average.stated.text}.",
        stated=average.stated.index,
        recalculations=(average.recalculation,),
        **mended(average),
    )
