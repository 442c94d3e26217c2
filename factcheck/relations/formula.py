"""A formula that the language implies: which number was made from which, before any value is looked at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Relation

PLANNED = frozenset({"plain", "forecast", "target", "capacity"})  # a plan that gives its parts must add up too
Operands = tuple[int, ...]
Implied = Literal["strong", "fair", "arithmetic"]


@dataclass(frozen=True, slots=True)
class Sum:
    """What operands make: the exact value of the printed figures, and the interval that they allow.

    `expression` is over the printed figures; `scale` turns the value into the stated value's unit
    (100 for a share stated in per cent).
    """

    value: Fraction | None
    interval: Interval | None
    expression: str
    scale: Fraction = Fraction(1)


WorkOut = Callable[[Quantity, Sequence[Quantity]], Sum | None]


@dataclass(frozen=True, slots=True)
class Formula:
    """One implied formula: operands for a stated quantity, with other choices the words leave open.

    *strong*: one of `choices` is what the words say, most likely the first. *fair*: each of them could be
    meant, and where none fits, each of `further`, from further off. `tentative`: a misfit counts only where
    another whole fits. `only_misfits`: that it fits is nothing to tell. `yields`: a misfit
    gives way to a fit among `further`.
    `moods` are those in which a misfit is still an error: a forecast that gives both its values must add up.
    """

    kind: str
    stated: int
    choices: tuple[Operands, ...]
    grade: Implied
    work_out: WorkOut
    relation: type[Relation]
    source: str
    priority: int = 0
    further: tuple[Operands, ...] = ()
    tentative: bool = False
    only_misfits: bool = False
    yields: bool = False
    moods: frozenset[str] = frozenset({"plain", "forecast"})
