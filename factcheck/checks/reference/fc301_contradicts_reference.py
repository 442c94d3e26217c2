"""A figure that a reference table gives differently.

The number, the measure, the place and the period are the table's, and no honest rounding joins the two.
A figure that is right for a neighbouring row is FC302, an old one FC303, one over another base FC306.
Forgives rounding, cutting off, hedges, and digits beyond those that the source vouches for; silent where
the text may mean another measure, group, place or period than the table. A warning where the table is one
of ours, since a newsroom did not choose it.
"""

from collections.abc import Iterator

from factcheck.model.finding import Finding
from factcheck.model.lookup import Lookup

SEVERITY = "error"


def check(lookup: Lookup) -> Iterator[Finding]:
    """Flag a figure that the table contradicts."""
    if lookup.holds or not lookup.accusable or lookup.other is not None:
        return
    said = lookup.stated.quantity
    assumed = f" (no period is given; {lookup.assumed} is the latest)" if lookup.assumed else ""
    yield Finding.on(
        said,
        f"The table says {lookup.recalculation.display} ({lookup.label}), not {said.text}{assumed}.",
        severity="warning" if lookup.builtin else None,
        stated=lookup.stated.index,
        recalculations=(lookup.recalculation,),
        reference=lookup.recalculation.reference,
        suggestion=f"Check against {lookup.recalculation.reference.source}."
        if lookup.recalculation.reference
        else None,
    )
