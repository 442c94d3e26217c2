"""A length of time that is not the time between the dates given.

Months may be counted inclusively or exclusively, and a date that names only its month forgives a
month. "The 18 months from mid-August 2019 to the end of October 2020" is 14 and a half.
"""

from collections.abc import Iterator

from factcheck.model.finding import Finding
from factcheck.model.relation import Duration

SEVERITY = "error"


def check(duration: Duration) -> Iterator[Finding]:
    """Flag a length that its dates do not give."""
    if duration.holds or not duration.accusable:
        return
    first, last = duration.operands
    yield Finding.on(
        duration.stated.quantity,
        f"From {first.text} to {last.text} is {duration.recalculation.display}, not {duration.stated.text}.",
        stated=duration.stated.index,
        recalculations=(duration.recalculation,),
    )
