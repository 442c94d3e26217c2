"""Every quantity of a text, in place: the extractor, by rule and without a parser.

A sentence becomes tokens; each kind of quantity (`kinds`, one a file) reads what is its own; hedge,
counted noun, per-phrase and direction are joined on; the wording and the last printed digit make the
interval that the number can honestly stand for. Values are exact fractions.

In "a 12-page leaflet" the count's span is the number, its noun "page", what is counted as the text
names it; `is_modifier` tells such a description from a count of people or events.
"""

import datetime
from collections.abc import Sequence

from factcheck.model.article import Sentence
from factcheck.model.quantity import Quantity
from factcheck.quantities.reader import read
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import HYPHENS, Line


def find(sentences: Sequence[Sentence], published: datetime.date | None = None) -> tuple[Quantity, ...]:
    """The quantities of the sentences in reading order; their spans never overlap.

    A stretch of hundreds of numbers without a full stop is a table, not prose, and is passed over.
    `published` lends its year to dates that name none ("14 February", "last year").
    """
    found: list[Quantity] = []
    for sentence in sentences:
        line = Line(sentence, published)
        if line.is_table:
            continue
        found.extend(_quantity(line, reading) for reading in read(line))
    return tuple(found)


def is_modifier(quantity: Quantity, text: str) -> bool:
    """Whether the number only describes another thing: "a 12-page leaflet", "the 14-member panel", "a 149 vote margin".

    `text` is the text in which the quantity stands, the article's or its title.
    """
    if quantity.noun_span is None:
        return False
    if text[quantity.end : quantity.noun_span[0]] in HYPHENS:
        return True
    before = text[max(0, quantity.start - 4) : quantity.start].split()
    return text[quantity.end : quantity.noun_span[0]] == " " and before[-1:] in (["a"], ["an"], ["A"], ["An"])


def _quantity(line: Line, reading: Reading) -> Quantity:
    start, end = line.span(reading.first, reading.stop)
    return Quantity(
        start, end, line.words(reading.first, reading.stop), reading.kind,
        value=reading.value, ends=reading.ends, step=reading.step, terms=reading.terms, stated=reading.stated,
        unit=reading.unit, per=reading.per_name,
        noun=line.words(*reading.noun) if reading.noun else None,
        hedge=line.words(*reading.hedge) if reading.hedge else None,
        bound=reading.bound, direction=reading.direction,
        hedge_span=line.span(*reading.hedge) if reading.hedge else None,
        per_span=line.span(*reading.per) if reading.per else None,
        noun_span=line.span(*reading.noun) if reading.noun else None,
        start_date=reading.start_date, end_date=reading.end_date, granularity=reading.granularity,
        where=line.sentence.where, sentence=line.sentence.index,
    )  # fmt: skip
