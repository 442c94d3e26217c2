"""Figures that can be an old or a new value, and which of them a change can lie between."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from factcheck.model.claim import COMPARED, Claim
from factcheck.model.coins import of_one_money
from factcheck.relations.scene import Scene
from factcheck.words import word_set

_SHARES = frozenset({"percentage", "fraction", "ratio"})
_VALUES = frozenset({"level", "share", "rate", "duration", "age"})
_WITH_UNIT = frozenset({"measure", "duration", "money"})
_ENDS = frozenset({"from", "to"})
_BY = re.compile(r"\bby(?: a| another| a further| only| just)?\s*$")
_THEN = re.compile(r"\s*(?:ago|earlier|before|previously|later)\b")  # "from 1,150 five years ago to 2,480"
_FROM = re.compile(r"\bfrom (?:a|an|the|its|their) (?:[\w-]+ ){1,3}of\s*$")
_ON = re.compile(r"\b(?:on|(?:short|shy|ahead) of)\s+(?:the|last|its|their|a)\b[\w '’-]*$")
_BEYOND = re.compile(
    r"\b(?:above|below|beyond|over|under|on|(?:short|shy|ahead) of)\s+(?:the|last|its|their)\b[\w '’-]*$"
)
_TURN = re.compile(r"\b(?:although|though|but|however|while|whereas)\b")
MOST = 8


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of an old and a new figure, and whether the words leave no doubt that the first is meant.

    `further` are pairs from further off, for where none of the others fits; `only_mixed` says that a misfit
    is an error only where it is per cent for points or the reverse.
    """

    choices: tuple[tuple[int, int], ...]
    sure: bool
    source: str
    further: tuple[tuple[int, int], ...] = ()
    only_mixed: bool = False

    @property
    def grade(self) -> Literal["strong", "fair"]:
        return "strong" if self.sure else "fair"


def is_value(claim: Claim) -> bool:
    """Whether a number is the size of something, so that it can be an old or a new figure."""
    sized = claim.role in _VALUES and claim.kind not in ("date", "ordinal", "identifier", "multiple")
    return sized and not _is_step(claim) and not (claim.kind == "duration" and _THEN.match(claim.after))


def _is_step(claim: Claim) -> bool:
    """ "Rose by 20 per cent in April and by 10 per cent in May": a second change, not a size."""
    by = claim.role == "share" and _BY.search(claim.before) is not None
    return by and (claim.direction is not None or claim.scope == "further")


def comparable(a: Claim, b: Claim) -> bool:
    """Whether one of two figures can have become the other."""
    return _is_one_sort(a, b) and _same_rate(a.per or "", b.per or "") and not (_of_talk(a) or _of_talk(b))


def _of_talk(claim: Claim) -> bool:
    """ "She had mixed up two figures": what is spoken of, and no size of anything; "1,120 claims" are claims."""
    in_words = re.search(r"\d", claim.same) is None
    return claim.kind == "count" and in_words and claim.head in word_set("nouns", "talk")


def _same_rate(a: str, b: str) -> bool:
    """ "Per 100,000 people" and "per 100,000" are one rate; what gives no rate goes with any."""
    return a.startswith(b) or b.startswith(a)


def _is_one_sort(a: Claim, b: Claim) -> bool:
    (kind, unit), (other_kind, other_unit) = _sort(a), _sort(b)
    return kind == other_kind and (unit == other_unit or (kind == "money" and of_one_money(unit, other_unit)))


def _sort(claim: Claim) -> tuple[str, str | None]:
    if claim.kind in _SHARES:
        return ("share", None)
    if claim.kind in ("count", "rate"):
        return ("count", None)
    return (claim.kind, claim.unit)


def continues(first: Claim, second: Claim) -> bool:
    """Whether a bare number takes the unit of the one before it: "from 90 days to 45"."""
    return _is_bare(second) and {first.joint, second.joint} == _ENDS and first.kind in _WITH_UNIT


def can_move(change: Claim, value: Claim) -> bool:
    """Whether a change can be of such a value: points of shares, a sum of money of sums of money."""
    if change.kind in _SHARES or change.kind == "multiple":
        return True
    if change.kind == "points":
        return value.kind in _SHARES
    return comparable(change, value) or (change.kind in _WITH_UNIT and _is_bare(value) and value.joint in _ENDS)


def _is_bare(claim: Claim) -> bool:
    return claim.kind == "count" and claim.head is None and claim.unit is None and claim.per is None


def values_beside(change: Claim, scene: Scene) -> list[Claim]:
    """The figures of a change's sentence that it can be of, in order."""
    return [c for c in scene.sentence(change) if c is not change and is_value(c) and can_move(change, c)]


def told_pairs(values: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The (old, new) pairs among the values of one sentence that are told as such."""
    for number, (first, second) in enumerate(pairwise(values)):
        third = values[number + 2 : number + 3]
        if second.joint == "from" and any(_leads_to(c) and _goes_with(second, c) for c in third):
            continue  # "as 1,702 soldiers left, the Guard grew by 144, from 11,096 to 11,240"
        if not _goes_with(first, second):
            continue
        starts = first.joint == "from" or _FROM.search(first.before) is not None  # "from a high of 880"
        if (
            first.joint == second.joint and first.joint in COMPARED
        ):  # "up from 1.47 million in 2022 and from 1.09 in 2019"
            continue
        if starts and _leads_to(second):
            yield first, second
        elif second.joint in ("from", "against", "than") or _is_base(first, second):
            yield second, first


def _goes_with(first: Claim, second: Claim) -> bool:
    return comparable(first, second) or continues(first, second)


def _leads_to(claim: Claim) -> bool:
    """The 11,240 of "from 11,096 to 11,240"; not the 900 of "from $560, although it has since eased to $900"."""
    return claim.joint == "to" and _TURN.search(claim.before) is None


def _is_base(first: Claim, second: Claim) -> bool:
    """ "38 per cent, an 11 per cent drop on the 49 per cent of a year ago", "1,980, 420 short of the 2,400"; not of
    what is only a yardstick itself: "above the average of 1.9 and 4.6 per cent short of the record, 2.84"."""
    apart = second.quantity >= first.quantity + 2
    return apart and _ON.search(second.before) is not None and _BEYOND.search(first.before) is None
