"""A superlative that the series does not bear out: "the highest since 2008", "a record", "the first fall in years".

"The highest since 1981" means that no later value is as high. One value as high refutes it; a table with
gaps, or one that begins later than "on record", can refute a superlative, never support one.
"""

from collections.abc import Iterator

from factcheck.model.finding import Finding
from factcheck.model.lookup import Superlative

SEVERITY = "error"


def check(claim: Superlative) -> Iterator[Finding]:
    """Flag a superlative that another value of the series refutes."""
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
