"""A quantity while it is being read: tokens first, offsets last."""

import datetime
from dataclasses import dataclass
from fractions import Fraction

from factcheck.model.interval import Interval
from factcheck.model.quantity import Bound, Direction, Kind

TokenSpan = tuple[int, int]


@dataclass(slots=True)
class Reading:
    """Tokens `first` to `stop` and what they say; each step of `reader` fills in its own part.

    `shape` is the hedge's meaning, a key of `stated.BOUNDS`. `resume` is where reading goes on,
    past a per-phrase with a number of its own.
    """

    first: int
    stop: int
    kind: Kind
    value: Fraction | None = None
    ends: tuple[Fraction, Fraction] | None = None
    step: Fraction | None = None
    terms: tuple[Fraction, Fraction] | None = None
    unit: str | None = None
    noun: TokenSpan | None = None
    per: TokenSpan | None = None
    per_name: str | None = None
    hedge: TokenSpan | None = None
    shape: str = "exact"
    bound: Bound = "="
    direction: Direction | None = None
    stated: Interval | None = None
    start_date: datetime.date | None = None
    end_date: datetime.date | None = None
    granularity: str | None = None
    scale: int = 1
    is_bare: bool = False
    resume: int = 0

    @property
    def is_number(self) -> bool:
        """Whether it has a value that hedges, units and nouns belong to."""
        return self.kind not in ("date", "ordinal", "identifier")
