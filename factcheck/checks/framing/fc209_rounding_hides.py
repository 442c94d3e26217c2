"""A share rounded so far that the rounding moves it by more than a tenth of itself.

49 of 5,484 is 0.89 per cent, told as "1 per cent": honest, but an eighth too large. Worth knowing where
small shares are compared or followed over time. Source: Cole (2015), Too Many Digits: the Presentation of
Numerical Data, on how many digits are too few.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.checks.framing._prose import capital, in_style, reworded
from factcheck.checks.framing._sums import Counts, counts_behind
from factcheck.model.finding import Edit, Finding
from factcheck.model.frequencies import natural_base, of_every
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Story

SEVERITY = "note"


def check(story: Story) -> Iterator[Finding]:
    """Note each share that its own rounding moves by more than a tenth."""
    for counts in counts_behind(story):
        stated, true = counts.share.quantity, counts.recalculation.value
        plain = stated.kind == "percentage" and (stated.hedge or "some").lower() == "some" and stated.value is not None
        bounded = any(m.quantity.bound in "<>" for m in (counts.part, counts.whole))
        if plain and not bounded and true and true <= 1 and _is_moved(stated, true):
            yield _finding(counts, true)


def _is_moved(stated: Quantity, true: Fraction) -> bool:
    """Whether the printed share is more than a tenth off, by rounding and nothing else."""
    off = abs((stated.value or Fraction(0)) / 100 - true)
    return off * 10 > true and off * 100 <= (stated.step or 0)


def _finding(counts: Counts, true: Fraction) -> Finding:
    stated, told = counts.share.quantity, (counts.share.quantity.value or Fraction(0)) / 100
    finer = in_style(true, stated.text, 2)
    base = natural_base(true, told) or 10_000
    return Finding.on(
        stated,
        f"{capital(counts.part.text)} of {counts.whole.text} is {in_style(true, stated.text)}, "
        f"told as “{stated.text}”.",
        stated=counts.share.index,
        plainly=f"Of every {base:,}, {of_every(true, base)}, not {of_every(told, base)}.",
        recalculations=(counts.recalculation,),
        suggestion=reworded(counts.share, finer),
        edits=() if counts.share.claim.quoted else (Edit(stated.start, stated.end, finer),),
    )
