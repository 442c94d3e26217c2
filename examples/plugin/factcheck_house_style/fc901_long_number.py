"""A count of seven digits or more that is printed in full.

Nobody hears the last digits of 2,345,678 people; the house style is 2.3 million. Numbers that the
article calculates with may stay as they are, which is why this is a note.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.model.finding import Finding
from factcheck.model.relation import Story

SEVERITY = "note"
_MILLION = 1_000_000


def check(story: Story) -> Iterator[Finding]:
    """Flag each such count, with what to print instead."""
    for mention in story.mentions:
        quantity = mention.quantity
        if quantity.kind == "count" and quantity.value and sum(map(str.isdigit, quantity.text)) >= 7:
            short = round(Fraction(quantity.value) / _MILLION, 1)
            yield Finding.on(
                quantity, f"{quantity.text} is {float(short):g} million to a reader.", stated=mention.index
            )
