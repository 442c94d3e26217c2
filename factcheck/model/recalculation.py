"""One sum, worked out again: what the text states, what its operands make, and whether they agree."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from factcheck.model.interval import Interval

Rounding = Literal["exact", "nearest", "cut", "hedge", "word"]
Grade = Literal["strong", "fair", "arithmetic"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a reference table says so: dataset, rows, column and the formula over its cells."""

    dataset: str
    resource: str
    rows: tuple[int, ...]
    column: str
    period: str | None
    formula: str
    source: str
    retrieved: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Recalculation:
    """An expression over printed quantities, set against one of them.

    `stated` and `operands` index the report's quantities. `computed` is the interval that the
    operands allow (None where the sum cannot be worked out: a division by zero), `value` the exact
    result of the printed figures. `working` says it in words, `grade` says what implied the formula:
    the language strongly, the language fairly, or the arithmetic alone, in which case `chance` is
    the probability of so good a fit by accident.
    """

    kind: str
    stated: int
    operands: tuple[int, ...]
    expression: str
    value: Fraction | None
    computed: Interval | None
    display: str
    holds: bool
    rounding: Rounding = "nearest"
    working: str = ""
    grade: Grade = "strong"
    sources: tuple[str, ...] = ()
    chance: Fraction | None = None
    reference: Evidence | None = None
