"""One quantity in two units that do not agree: "a 10 km (8 mile) run", "30C (96F)".

Exact factors, but round figures may be round: half a unit of the last digit that is not nought, up to a
twentieth. A difference of 1.5C is 2.7F, not 34.7F. A gallon may be the imperial or the American one, a ton any.
"""

from collections.abc import Iterator

from factcheck.checks.mending import mending, slip
from factcheck.model.finding import Finding
from factcheck.model.movement import Conversion

SEVERITY = "error"


def check(conversion: Conversion) -> Iterator[Finding]:
    """Flag a second unit that the first does not make."""
    value, stated = conversion.recalculation.value, conversion.stated
    if conversion.holds or not conversion.accusable or value is None:
        return
    (other,) = conversion.operands
    yield Finding.on(
        stated.quantity,
        f"{other.text} is {conversion.recalculation.display}, not {stated.text}.",
        stated=stated.index,
        recalculations=(conversion.recalculation,),
        cause=slip(stated.quantity, value),
        **mending(stated, value),
    )
