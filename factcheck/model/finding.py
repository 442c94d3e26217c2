"""What the reader is told: one thing that is wrong, or that may mislead, with the sum that shows it."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from factcheck.model.article import Where
from factcheck.model.quantity import Quantity
from factcheck.model.recalculation import Evidence, Recalculation

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Alternative:
    """The same numerator over another base: what the number would be, and how many times larger."""

    base: int
    text: str
    display: str
    factor: Fraction


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a funnel: so many, as a share of the step before and of the first."""

    quantity: int
    label: str
    count: Fraction
    of_previous: str | None
    of_first: str | None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: so many of a whole (of so many months, where `timed`), exactly and in words.

    `rate_label` is the share or the monthly rate that the two make.
    """

    count: Fraction
    whole: Fraction
    count_label: str
    whole_label: str
    rate_label: str
    timed: bool = False

    @property
    def rate(self) -> Fraction:
        return self.count / self.whole


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `replacement` where `text[start:end]` stands."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding on `text[start:end]`. A check leaves `code`, `name` and `fingerprint` to its caller.

    `stated` is the index of the quantity that it is about (None where it is about a phrase);
    `plainly` retells it in natural frequencies for a reader who hates numbers.
    """

    start: int
    end: int
    text: str
    message: str
    severity: Severity | None = None
    where: Where = "text"
    stated: int | None = None
    plainly: str | None = None
    recalculations: tuple[Recalculation, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    funnel: tuple[Step, ...] = ()
    sides: tuple[Side, ...] = ()
    suggestion: str | None = None
    edits: tuple[Edit, ...] = ()
    cause: str | None = None
    reference: Evidence | None = None
    code: str = ""
    name: str = ""
    fingerprint: str = ""

    @classmethod
    def on(cls, quantity: Quantity, message: str, **details: Any) -> "Finding":
        """A finding on one quantity; `details` are the other fields."""
        return cls(quantity.start, quantity.end, quantity.text, message, where=quantity.where, **details)


def span_over(*quantities: Quantity) -> tuple[int, int]:
    """The span from the first of some quantities to the last."""
    return min(q.start for q in quantities), max(q.end for q in quantities)
