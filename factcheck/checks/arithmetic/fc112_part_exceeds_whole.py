"""A part that is larger than the whole it is said to be of: "of the 300 applicants, 340 were accepted".

Only where the words say that one is a part of the other, never where a number merely follows a smaller
one.
"""

from collections.abc import Iterator

from factcheck.model.finding import Finding
from factcheck.model.relation import Containment

SEVERITY = "error"


def check(part: Containment) -> Iterator[Finding]:
    """Flag a part above its whole."""
    if part.holds or not part.accusable:
        return
    whole = part.operands[0].text if part.operands else "the whole"
    yield Finding.on(
        part.stated.quantity,
        f"{part.stated.text} cannot be a part of {whole}: it is more than all there is.",
        stated=part.stated.index,
        recalculations=(part.recalculation,),
    )
