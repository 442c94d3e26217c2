"""More digits than the base can carry: decimals on a share of fewer than 100.

Of 12 beaches, one more or one fewer moves the share by eight points; the second decimal of "41.67 per
cent" claims to know it to a hundredth of one. Passes decimals that are exact (62.5 per cent of eight).
Source: the Royal Statistical Society's and the government statisticians' advice on rounding.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.checks.framing._prose import reworded
from factcheck.checks.framing._sums import Counts, counts_behind
from factcheck.model.display import number
from factcheck.model.finding import Edit, Finding
from factcheck.model.relation import Story

SEVERITY = "note"
_ENOUGH = 100


def check(story: Story) -> Iterator[Finding]:
    """Note each share with decimals on a small base."""
    for counts in counts_behind(story):
        whole, quantity, true = counts.whole.quantity, counts.share.quantity, counts.recalculation.value
        has_decimals = quantity.kind == "percentage" and quantity.step is not None and quantity.step < 1
        small = whole.kind == "count" and whole.value is not None and whole.value < _ENOUGH
        if has_decimals and small and true is not None and quantity.value != true * 100:
            yield _finding(counts, whole.value or Fraction(1), true)


def _finding(counts: Counts, size: Fraction, true: Fraction) -> Finding:
    share, quantity = counts.share, counts.share.quantity
    plain = quantity.text.replace(_digits(quantity.text), str(round(true * 100)))
    return Finding.on(
        quantity,
        f"{quantity.text} is finer than {number(size)} can carry: one more moves it by {number(100 / size, 2)} points.",
        stated=share.index,
        plainly=f"{number(counts.part.quantity.value or Fraction(0))} of {number(size)}.",
        recalculations=(counts.recalculation,),
        suggestion=reworded(share, plain),
        edits=() if share.claim.quoted else (Edit(quantity.start, quantity.end, plain),),
    )


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit() or c == ".").strip(".")
