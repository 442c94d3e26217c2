"""A rate that the count and the period, or the population, do not give.

"959 referrals in 22 months, or about 54 a month": 959 ÷ 22 is 44. The same for a count over a
population ("14 for every 1,000 inhabitants"). Forgives rounding, cutting off and hedges; a year is
12 months, 52 weeks or 365 days, a month 28 to 31 days.
"""

from collections.abc import Iterator

from factcheck.checks.mending import mended
from factcheck.model.finding import Finding
from factcheck.model.relation import Rate

SEVERITY = "error"
_OVER = {1: (), 2: ("over",), 3: ("from", "to")}


def check(rate: Rate) -> Iterator[Finding]:
    """Flag a rate that does not come out."""
    if rate.holds or not rate.accusable or rate.recalculation.value is None:
        return
    stated, operands = rate.stated.quantity, rate.operands
    base = "".join(f" {word} {o.text}" for word, o in zip(_OVER[len(operands)], operands[1:], strict=False))
    yield Finding.on(
        stated,
        f"{operands[0].text}{base} is {rate.recalculation.display}, not {stated.text}.",
        stated=rate.stated.index,
        recalculations=(rate.recalculation,),
        **mended(rate),
    )
