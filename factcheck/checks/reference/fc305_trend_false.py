"""A trend that the series breaks: "has fallen every year since 2010".

One year against the trend, or one without a change, refutes "every year". The finding names the first.
Years for which the table has no figure refute nothing and support nothing.
"""

from collections.abc import Iterator

from factcheck.model.finding import Finding
from factcheck.model.lookup import Trend

SEVERITY = "error"


def check(claim: Trend) -> Iterator[Finding]:
    """Flag a trend that a year of the series refutes."""
    if claim.holds:
        return
    yield Finding(
        claim.start,
        claim.end,
        claim.text,
        f"{claim.recalculation.working}.",
        severity="warning" if claim.builtin else None,
        where=claim.where,
        recalculations=(claim.recalculation,),
        reference=claim.recalculation.reference,
    )
