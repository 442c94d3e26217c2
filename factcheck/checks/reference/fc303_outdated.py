"""A figure without a period that was right once and has been overtaken.

Readers take a number without a year for today's. The table has a later figure, for a period that had
ended when the text was published, and the number fits an earlier one. Needs the date of publication.
Silent where the text names its period, and where the table ends long before publication.
"""

from collections.abc import Iterator

from factcheck.model.finding import Finding
from factcheck.model.lookup import Lookup

SEVERITY = "warning"
REPLACES = {"FC301", "FC302"}


def check(lookup: Lookup) -> Iterator[Finding]:
    """Flag a figure of an earlier period."""
    other = lookup.other
    if lookup.holds or not lookup.accusable or not lookup.assumed:
        return
    if other is None or other.kind != "period" or not other.earlier:
        return
    said = lookup.stated.quantity
    yield Finding.on(
        said,
        f"{said.text} was right earlier ({other.label}); the latest figure is {lookup.recalculation.display} "
        f"({lookup.assumed}).",
        stated=lookup.stated.index,
        recalculations=(lookup.recalculation,),
        reference=lookup.recalculation.reference,
        suggestion=f"Say which period it is, or use {lookup.recalculation.display}.",
    )
