"""A figure that is right for a neighbouring row of the table: another period, group, place or scale.

Two numbers swapped, last year's figure, the age group above, thousands taken for units: the digits are
right and stand in the wrong place. The finding names the row that was probably meant. Only near rows are
tried (the same series, sibling groups, places that the text names, powers of ten): a search of the whole
table would match anything. Needs the number's printed digits to fit.
"""

from collections.abc import Iterator

from factcheck.model.finding import Finding
from factcheck.model.lookup import Lookup

SEVERITY = "error"
REPLACES = {"FC301"}

_CAUSES = {
    "period": "the figure of another period",
    "group": "the figure of another group",
    "place": "the figure of another place",
    "power": "thousands, millions or units mixed up",
}


def check(lookup: Lookup) -> Iterator[Finding]:
    """Flag a figure that belongs to another row."""
    other = lookup.other
    if lookup.holds or not lookup.accusable or other is None or other.kind not in _CAUSES:
        return
    if lookup.assumed and other.kind == "period":
        return
    said = lookup.stated.quantity
    yield Finding.on(
        said,
        f"The table says {lookup.recalculation.display} ({lookup.label}); {said.text} is right for {other.label}.",
        severity="warning" if lookup.builtin else None,
        stated=lookup.stated.index,
        recalculations=(lookup.recalculation,),
        reference=lookup.recalculation.reference,
        cause=_CAUSES[other.kind],
    )
