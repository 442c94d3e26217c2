"""A percentage that no whole number of the things counted can make.

"Of the 12 members, 45 per cent agreed": 5 of 12 is 42 per cent, 6 of 12 is 50. Counts of whole things
only; silent for weighted surveys and hedged numbers. Source: the GRIM test (Brown and Heathers 2017).
"""

from collections.abc import Iterator

from factcheck.model.display import percent
from factcheck.model.finding import Finding
from factcheck.model.relation import Attainable

SEVERITY = "error"


def check(share: Attainable) -> Iterator[Finding]:
    """Flag a percentage between two neighbouring counts."""
    stated, whole = share.stated.quantity, share.operands[0].quantity
    value = share.recalculation.value
    if share.holds or not share.accusable or value is None or whole.value is None or stated.value is None:
        return
    k = value * whole.value
    other = k + 1 if value * 100 < stated.value else k - 1
    low, high = sorted((k, other))
    yield Finding.on(
        stated,
        f"No whole number of {whole.text} makes {stated.text}: {low} is {percent(low / whole.value, 3)}, "
        f"{high} is {percent(high / whole.value, 3)}.",
        stated=share.stated.index,
        recalculations=(share.recalculation,),
    )
