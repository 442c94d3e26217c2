"""A share and its base imply a count, and the text gives another for the same thing.

"A quarter of the 1,200 calls were late", and later "the 420 late calls": a quarter of 1,200 is 300.
Silent where share, base and count are not known to be of one period.
"""

from collections.abc import Iterator

from factcheck.checks.mending import mended
from factcheck.model.finding import Finding
from factcheck.model.relation import ImpliedCount

SEVERITY = "error"


def check(count: ImpliedCount) -> Iterator[Finding]:
    """Flag a count that its own share does not make."""
    if count.holds or not count.accusable:
        return
    share, base, *spell = count.operands
    over = f" over {spell[0].text}" if spell else ""
    yield Finding.on(
        count.stated.quantity,
        f"{share.text} of {base.text}{over} is {count.recalculation.display}, not {count.stated.text}.",
        stated=count.stated.index,
        recalculations=(count.recalculation,),
        **mended(count),
    )
