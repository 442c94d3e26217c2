"""A share rounded so far that the rounding moves it by more than a tenth of itself.

49 of 5,484 is 0.89 per cent, told as "1 per cent": honest, but an eighth too large. Worth knowing where
small shares are compared or followed over time. Source: Cole (2015), Too Many Digits: the Presentation of
Numerical Data, on how many digits are too few.
"""

from collections.abc import Iterator

from factcheck.checks.framing._prose import in_style, reworded
from factcheck.model.finding import Edit, Finding
from factcheck.model.frequencies import natural_base, of_every
from factcheck.model.relation import Share

SEVERITY = "note"


def check(share: Share) -> Iterator[Finding]:
    """Note a share that its own rounding moves by more than a tenth."""
    stated, true = share.stated.quantity, share.recalculation.value
    if not share.holds or not true or true > 1 or stated.kind != "percentage" or stated.value is None or stated.hedge:
        return
    if any(o.quantity.bound in "<>" for o in share.operands) or abs(stated.value / 100 - true) * 10 <= true:
        return
    if abs(stated.value - true * 100) > (stated.step or 0):
        return
    finer = in_style(true, stated.text, 2)
    base = natural_base(true, stated.value / 100) or 10_000
    yield Finding.on(
        stated,
        f"{share.part.text} of {share.whole.text} is {in_style(true, stated.text)}, told as {stated.text}.",
        stated=share.stated.index,
        plainly=f"Of every {base:,}, {of_every(true, base)}, not {of_every(stated.value / 100, base)}.",
        recalculations=(share.recalculation,),
        suggestion=reworded(share.stated, finer),
        edits=() if share.stated.claim.quoted else (Edit(stated.start, stated.end, finer),),
    )
