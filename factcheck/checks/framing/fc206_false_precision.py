"""More digits than the base can carry: decimals on a share of fewer than 100.

Of 12 beaches, one more or one fewer moves the share by eight points; the second decimal of "41.67 per
cent" claims to know it to a hundredth of one. Passes decimals that are exact (62.5 per cent of eight).
Source: the Royal Statistical Society's and the government statisticians' advice on rounding.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.checks.framing._prose import reworded
from factcheck.checks.framing._sums import counts_behind
from factcheck.model.display import number
from factcheck.model.finding import Edit, Finding
from factcheck.model.relation import Story

SEVERITY = "note"
_ENOUGH = 100


def check(story: Story) -> Iterator[Finding]:
    """Note each share with decimals on a small base."""
    for counts in counts_behind(story):
        share, whole, true = counts.share, counts.whole.quantity, counts.recalculation.value
        quantity = share.quantity
        small = whole.kind == "count" and whole.value is not None and whole.value < _ENOUGH
        if not small or quantity.kind != "percentage" or quantity.step is None or quantity.step >= 1 or true is None:
            continue
        if quantity.value == true * 100:
            continue
        plain = quantity.text.replace(_digits(quantity.text), str(round(true * 100)))
        moves = number(Fraction(100) / (whole.value or 1), 2)
        yield Finding.on(
            quantity,
            f"{quantity.text} of {number(whole.value or Fraction(0))} is finer than the count allows: one more would move it by {moves} points.",
            stated=share.index,
            plainly=f"{number(counts.part.quantity.value or Fraction(0))} of {number(whole.value or Fraction(0))}.",
            recalculations=(counts.recalculation,),
            suggestion=reworded(share, plain),
            edits=() if share.claim.quoted else (Edit(quantity.start, quantity.end, plain),),
        )


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit() or c == ".").strip(".")
