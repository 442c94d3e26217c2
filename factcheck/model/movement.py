"""What two figures of one thing say together: how far it moved, how often over, in which unit, in which range."""

from dataclasses import dataclass
from typing import Literal

from factcheck.model.relation import Relation

Mixed = Literal["percent for points", "points for percent"]


@dataclass(frozen=True, slots=True)
class Change(Relation):
    """A stated change; `operands` are the old value and the new one.

    `mixed` says that the figure is right in the other unit: points told as per cent, or the reverse.
    """

    mixed: Mixed | None = None


@dataclass(frozen=True, slots=True)
class Moved(Relation):
    """A share that tells an amount of change again; `operands` are the amount and the level that it led to."""


@dataclass(frozen=True, slots=True)
class Multiple(Relation):
    """How many times as large as the old value (the first operand) the new one is."""


@dataclass(frozen=True, slots=True)
class Conversion(Relation):
    """One length, weight, temperature or time, told in a second unit."""


@dataclass(frozen=True, slots=True)
class Restatement(Relation):
    """A figure that was told before; the operand is the earlier telling."""


@dataclass(frozen=True, slots=True)
class Within(Relation):
    """A value that is said to lie in a range, or a range on its own whose ends are in order or not."""
