"""One and the same figure with two values in one text, the headline included.

Needs the same noun and a definite second mention ("his 43 accusers … all 34 accusers"), or the same state
("when full"), and two numbers that look alike: digits swapped, one digit off, another scale word. A headline
that rounds is forgiven, and so is one that another figure of the body, or the sum of two, bears out.
"""

from collections.abc import Iterator

from factcheck.checks.mending import ASK
from factcheck.model.finding import Finding
from factcheck.model.movement import Restatement

SEVERITY = "error"


def check(restatement: Restatement) -> Iterator[Finding]:
    """Flag a figure that was another one before."""
    if restatement.holds or not restatement.accusable:
        return
    stated, (earlier,) = restatement.stated, restatement.operands
    where = "in the headline" if earlier.claim.where == "title" else "earlier in the text"
    yield Finding.on(
        stated.quantity,
        f"{stated.text} here, but {earlier.text} {where}: one of them is wrong.",
        stated=stated.index,
        recalculations=(restatement.recalculation,),
        suggestion=ASK if stated.claim.quoted else "Find out which is right.",
    )
