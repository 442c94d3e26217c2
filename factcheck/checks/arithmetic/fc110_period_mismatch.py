"""A length of time or an age that is not the time between the dates given, or to the day of publication.

Months may be counted inclusively or exclusively, a date that names only its month forgives a month, an age may
be the difference of the years or one less. "The 18 months from mid-August 2019 to the end of October 2020" is
14 and a half. A length "since" something is checked only where the text says that it runs to now.
"""

from collections.abc import Iterator

from factcheck.checks.mending import mending, slip
from factcheck.model.finding import Finding
from factcheck.model.quantity import Quantity
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import Duration

SEVERITY = "error"


def check(duration: Duration) -> Iterator[Finding]:
    """Flag a length that its dates do not give."""
    value, stated = duration.recalculation.value, duration.stated
    if duration.holds or not duration.accusable or value is None:
        return
    first, *rest = duration.operands
    span = (first.text, rest[0].text if rest else "publication")
    since, until = reversed(span) if duration.recalculation.expression.endswith("- publication") else span
    yield Finding.on(
        stated.quantity,
        f"From {since} to {until} is {duration.recalculation.display}, not {stated.text}.",
        stated=stated.index,
        recalculations=(duration.recalculation,),
        cause=_months_for_years(stated.quantity, duration.recalculation) or slip(stated.quantity, value),
        **mending(stated, value),
    )


def _months_for_years(stated: Quantity, shown: Recalculation) -> str | None:
    """Whether the printed number counts the other unit."""
    if stated.stated is None or shown.computed is None:
        return None
    if stated.unit == "year" and stated.stated.meets(shown.computed.scaled(12)):
        return "months taken for years"
    if stated.unit == "month" and stated.stated.scaled(12).meets(shown.computed):
        return "years taken for months"
    return None
