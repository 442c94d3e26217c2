"""What a reference table says of a claim: the cell, the formula over cells, and the row that was meant instead."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from factcheck.model.recalculation import Evidence
from factcheck.model.relation import NO_QUANTITY as NO_QUANTITY
from factcheck.model.relation import Phrase as Phrase
from factcheck.model.relation import Relation

OtherKind = Literal["period", "group", "place", "power", "base"]


@dataclass(frozen=True, slots=True)
class OtherCell:
    """What the stated value would be right for: `label` says it in words ("Sweden in 2024").

    `earlier` marks a period before the one that was looked up, `remark` what the table says against
    a denominator.
    """

    kind: OtherKind
    label: str
    value: Fraction
    display: str
    evidence: Evidence
    earlier: bool = False
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Lookup(Relation):
    """A claim set against a table. The table is the only other operand, so `operands` is mostly empty.

    `label` names the figure in words, `assumed` is the period that the linker supplied where the text
    gives none, `builtin` says that the table is one of ours (its findings are at most warnings),
    `base_named` that the text itself names the denominator of a share.
    """

    label: str = ""
    assumed: str | None = None
    builtin: bool = False
    other: OtherCell | None = None
    base_named: bool = False


@dataclass(frozen=True, slots=True)
class Superlative(Phrase):
    """ "The highest since 2008", "a record", "the first fall in three years"."""


@dataclass(frozen=True, slots=True)
class Trend(Phrase):
    """ "Has fallen every year since 2010"."""
