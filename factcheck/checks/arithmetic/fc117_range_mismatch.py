"""A range written upside down, or a value said to lie in a range that it lies outside of.

"Between 30cm and 12cm", "inflation, at 6.8 per cent, was within its target band of 1 to 3 per cent". Silent on
two numbers with a dash ("won by 52-48"), and on "from 40 to 30" where something moved.
"""

import re
from collections.abc import Iterator

from factcheck.checks.mending import ASK
from factcheck.model.finding import Edit, Finding, span_over
from factcheck.model.movement import Within

SEVERITY = "error"


def check(within: Within) -> Iterator[Finding]:
    """Flag a range that cannot be, or a value outside its range."""
    if within.holds or not within.accusable:
        return
    stated = within.stated
    if within.recalculation.value is None:
        yield from _upside_down(within)
        return
    shown = " to ".join(o.text for o in within.operands)
    yield Finding.on(
        stated.quantity,
        f"{stated.text} lies outside the range given, {shown}.",
        stated=stated.index,
        recalculations=(within.recalculation,),
        suggestion=ASK if stated.claim.quoted else "Check the figure against the range.",
    )


def _upside_down(within: Within) -> Iterator[Finding]:
    stated = within.stated
    start, end = span_over(stated.quantity, *(o.quantity for o in within.operands))
    offset = stated.sentence.start
    text = stated.sentence.text[start - offset : end - offset]
    turned = None if stated.claim.quoted else _turned(text)
    yield Finding(
        start, end, text, f"The range “{text}” begins with its larger end.",
        where=stated.quantity.where, stated=stated.index, recalculations=(within.recalculation,),
        suggestion=ASK if stated.claim.quoted else f"Write “{turned}”." if turned else None,
        edits=() if turned is None else (Edit(start, end, turned),),
    )  # fmt: skip


def _turned(text: str) -> str | None:
    """ "30cm and 12cm" → "12cm and 30cm", "450–320" → "320–450"."""
    match = re.fullmatch(r"([^\s–-]+)( and | to |[–-])(\S+)( .*)?", text)
    return f"{match[3]}{match[2]}{match[1]}{match[4] or ''}" if match else None
