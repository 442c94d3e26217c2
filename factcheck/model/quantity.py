"""A number as the text prints it: where it stands, what it says, and what it can honestly mean."""

import datetime
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from factcheck.model.article import Where
from factcheck.model.interval import Interval

Kind = Literal[
    "count", "percentage", "points", "fraction", "ratio", "rate", "multiple", "money", "measure",
    "duration", "date", "age", "ordinal", "identifier",
]  # fmt: skip
Bound = Literal["=", "~", "<", ">"]
Direction = Literal["up", "down"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity, `text[start:end]` of the article's text or title.

    `value` is what was printed, with its scale word: "$2.8m" is 2800000, "1.7 per cent" is 1.7,
    "a third" is 1/3, "one in five" is 1/5, "doubled" is 2. It is None for a date and for a range,
    which has `ends`. `step` is the unit of the last printed digit (1/10 for "1.7", 100000 for
    "$2.8m", None for words that carry no digits' precision). `terms` are the two numbers of a
    ratio or fraction as worded: (1, 5), (2, 3).

    `stated` is the interval that the wording allows, hedge and rounding included, in the same unit
    as `value`. `unit` is "percent", "points", a currency, or a singular unit name; `noun` what is
    counted; `per` the base of a rate ("month", "100,000 people").
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: Fraction | None = None
    ends: tuple[Fraction, Fraction] | None = None
    step: Fraction | None = None
    terms: tuple[Fraction, Fraction] | None = None
    stated: Interval | None = None
    unit: str | None = None
    per: str | None = None
    noun: str | None = None
    hedge: str | None = None
    bound: Bound = "="
    direction: Direction | None = None
    hedge_span: Span | None = None
    per_span: Span | None = None
    noun_span: Span | None = None
    start_date: datetime.date | None = None
    end_date: datetime.date | None = None
    granularity: str | None = None
    where: Where = "text"
    sentence: int = 0

    @property
    def span(self) -> Span:
        return (self.start, self.end)

    @property
    def is_share(self) -> bool:
        """Whether it can be one thing as a part of another."""
        return self.kind in ("percentage", "fraction", "ratio")
