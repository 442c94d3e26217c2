"""A share rounded so far that the rounding moves it by more than a tenth of itself.

49 of 5,484 is 0.89 per cent, told as "1 per cent": honest, but an eighth too large. Worth knowing where
small shares are compared.
"""

from collections.abc import Iterator

from factcheck.model.finding import Finding
from factcheck.model.relation import Share

SEVERITY = "note"


def check(share: Share) -> Iterator[Finding]:
    """Note a share that its own rounding moves by more than a tenth."""
    stated, true = share.stated.quantity, share.recalculation.value
    if not share.holds or not true or stated.kind != "percentage" or stated.value is None or stated.hedge is not None:
        return
    if abs(stated.value / 100 - true) * 10 <= true:
        return
    yield Finding.on(
        stated,
        f"{share.part.text} of {share.whole.text} is {share.recalculation.display}, told as {stated.text}.",
        stated=share.stated.index,
        recalculations=(share.recalculation,),
    )
