"""A share over another base than the one that it names, or that its name implies, by the table's own counts.

"4 per cent of the adult population was unemployed" is 4 per cent of the labour force, and 2.5 per cent of
the adults. The table knows the bases that people use for a share; where one of them makes the stated value
and the stated base does not, the finding shows both. A warning where the text leaves the base out, an error
where it names one that the figures contradict. Source: denominator neglect (Gigerenzer and others).
"""

from collections.abc import Iterator

from factcheck.model.finding import Finding
from factcheck.model.lookup import Lookup

SEVERITY = "error"
REPLACES = {"FC301", "FC302", "FC303"}


def check(lookup: Lookup) -> Iterator[Finding]:
    """Flag a share that was made over another base."""
    other = lookup.other
    if lookup.holds or not lookup.accusable or other is None or other.kind != "base":
        return
    said = lookup.stated.quantity
    remark = f" ({other.remark})" if other.remark else ""
    yield Finding.on(
        said,
        f"The table gives {lookup.recalculation.display} ({lookup.label}); {said.text} is {other.label}{remark}.",
        severity="error" if lookup.base_named and not lookup.builtin else "warning",
        stated=lookup.stated.index,
        recalculations=(lookup.recalculation,),
        reference=lookup.recalculation.reference,
        cause="divided by another base",
    )
