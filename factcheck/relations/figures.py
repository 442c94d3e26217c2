"""Figures that can be an old or a new value, and which of them a change can lie between."""

import re
from dataclasses import dataclass
from typing import Literal

from factcheck.model.claim import Claim
from factcheck.relations.scene import Scene

_SHARES = frozenset({"percentage", "fraction", "ratio"})
_VALUES = frozenset({"level", "share", "rate", "duration", "age"})
_BY = re.compile(r"\bby(?: a| another| a further| only| just)?\s*$")
MOST = 8


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of an old and a new figure, and whether the words leave no doubt that the first is meant.

    `further` are pairs from further off, for where none of the others fits.
    """

    choices: tuple[tuple[int, int], ...]
    sure: bool
    source: str
    further: tuple[tuple[int, int], ...] = ()

    @property
    def grade(self) -> Literal["strong", "fair"]:
        return "strong" if self.sure else "fair"


def is_value(claim: Claim) -> bool:
    """Whether a number is the size of something, so that it can be an old or a new figure."""
    sized = claim.role in _VALUES and claim.kind not in ("date", "ordinal", "identifier", "multiple")
    return sized and not _is_step(claim)


def _is_step(claim: Claim) -> bool:
    """ "Rose by 20 per cent in April and by 10 per cent in May": a second change, not a size."""
    by = claim.role == "share" and _BY.search(claim.before) is not None
    return by and (claim.direction is not None or claim.scope == "further")


def comparable(a: Claim, b: Claim) -> bool:
    """Whether one of two figures can have become the other."""
    return _sort(a) == _sort(b) and _same_rate(a.per or "", b.per or "")


def _same_rate(a: str, b: str) -> bool:
    """ "Per 100,000 people" and "per 100,000" are one rate; what gives no rate goes with any."""
    return a.startswith(b) or b.startswith(a)


def _sort(claim: Claim) -> tuple[str, str | None]:
    if claim.kind in _SHARES:
        return ("share", None)
    if claim.kind in ("count", "rate"):
        return ("count", None)
    return (claim.kind, claim.unit)


def continues(first: Claim, second: Claim) -> bool:
    """Whether a bare number takes the unit of the one before it: "from 90 days to 45"."""
    is_bare = second.kind == "count" and second.head is None and second.unit is None and second.per is None
    in_turn = {first.joint, second.joint} == {"from", "to"}
    return is_bare and in_turn and first.kind in ("measure", "duration", "money")


def can_move(change: Claim, value: Claim) -> bool:
    """Whether a change can be of such a value: points of shares, a sum of money of sums of money."""
    if change.kind in _SHARES or change.kind == "multiple":
        return True
    if change.kind == "points":
        return value.kind in _SHARES
    return comparable(change, value)


def values_beside(change: Claim, scene: Scene) -> list[Claim]:
    """The figures of a change's sentence that it can be of, in order."""
    return [c for c in scene.sentence(change) if c is not change and is_value(c) and can_move(change, c)]
