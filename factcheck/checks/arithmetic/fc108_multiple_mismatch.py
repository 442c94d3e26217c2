"""A multiple that its two figures do not give: doubled, halved, "three times as many", "tenfold".

A word for a multiple forgives a tenth: 190 to 210 of 100 has "doubled". "More than doubled" is over two,
"almost doubled" 1.8 to two. "Three times more" may be three times or four (but see FC210).
"""

from collections.abc import Iterator

from factcheck.checks.mending import mending, slip
from factcheck.model.display import number
from factcheck.model.finding import Finding
from factcheck.model.movement import Multiple

SEVERITY = "error"


def check(multiple: Multiple) -> Iterator[Finding]:
    """Flag a multiple that does not come out."""
    value, stated = multiple.recalculation.value, multiple.stated.quantity
    if multiple.holds or not multiple.accusable or multiple.spans_headline or value is None:
        return
    old, new = multiple.operands
    yield Finding.on(
        stated,
        f"{new.text} is {number(value, 2)} times {old.text}, which “{stated.text}” does not say.",
        stated=multiple.stated.index,
        recalculations=(multiple.recalculation,),
        cause=slip(stated, value),
        **mending(multiple.stated, value),
    )
