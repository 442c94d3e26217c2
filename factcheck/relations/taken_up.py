"""A noun of change that takes up two figures told just before it: "the drop, 40 per cent", "the 4.5% squeeze"."""

import re
from functools import cache

from factcheck.model.claim import Claim
from factcheck.relations.earlier import is_before
from factcheck.relations.figures import Pairs, can_move, comparable, is_value, told_pairs
from factcheck.relations.phrasing import says
from factcheck.relations.scene import Scene
from factcheck.words import words

_POINTING = (
    r"(?:that|this|it|which)(?:['’]s| is| was| makes?| made| means?| meant| amounts? to| amounted to| represents?)"
)
_TIME = (
    r"(?:(?:a|an|the|this|last|past|just|only|under|less|than|about|barely|first|same|single) )*"
    r"(?:$|(?:year|month|week|quarter|decade|season|term|day|period|time|half|summer|winter|spring|autumn|numbers?)\b)"
)
_ELSEWHERE = re.compile(rf"\s*(?:[a-z]+ )?(?:in|of|for|among|on|at) (?!{_TIME})")
_JOINTS = re.compile(r"[,;:.]|\b(?:and|but|while)\b")
_WAS = re.compile(r"\b(?:was|were|stood|had been|used to be)\b")
_IS = re.compile(r"\b(?:is|are|now|today|stands|am)\b|['’](?:re|s|m)\b")
_BACK = 2
_OWN_FIGURES = frozenset({"from", "to", "than", "against"})


def taken_up(change: Claim, scene: Scene) -> Pairs | None:
    """ "61,880 last year. In the year before there were 88,400; the drop, 40 per cent, …"."""
    tie = _tie(change)
    following = next(iter(scene.after(change)), None)
    if tie is None or (following is not None and following.joint in _OWN_FIGURES and is_value(following)):
        return None
    values = _last_told(change, scene)
    if len(values) != 2 or (change.kind == "count" and not {change.head, None} & {c.head for c in values}):
        return None
    pair = in_time(values[0], values[1], scene)
    old, new = pair or values
    return Pairs(
        ((old.quantity, new.quantity),), pair is not None, "the two figures that it takes up", only_mixed=not tie
    )


def _last_told(change: Claim, scene: Scene) -> list[Claim]:
    """The figures of one kind in its sentence and the one before, or where there is but one, in the two before."""
    told: list[Claim] = list(reversed(scene.before(change)))
    found: list[Claim] = []
    for back in range(1, _BACK + 1):
        told = [*(c for c in scene.row(change.sentence - back) if c.paragraph == change.paragraph), *told]
        values = [c for c in told if is_value(c) and can_move(change, c) and c.base is None]
        values = [c for c in values if c.role != "duration"] or values
        found = [c for c in values if comparable(c, values[-1])]
        if len(found) > 1:
            break
    return found


def _tie(change: Claim) -> bool | None:
    """True for a noun that points back, False for one that only may ("a 10 per cent jump"), None for neither."""
    if is_elsewhere(change):
        return None
    if is_named(change):
        return True
    heads = re.match(r"[\s-]*([a-z]+)\b", change.after)
    if heads is None or heads[1] not in _nouns():
        return None
    determiner = re.search(rf"\b(?:{_POINTING} )?(a|an|the|that|this|such an?)\s*$", change.before)
    if determiner is None:
        return None
    return determiner[0].strip() not in ("a", "an")


def is_elsewhere(claim: Claim) -> bool:
    """ "In the north", "for adults": whether the words behind a number set it in a place or group of its own."""
    return _ELSEWHERE.match(claim.after) is not None


def is_named(change: Claim) -> bool:
    """ "The drop, 40 per cent", "that is a reduction of 25 points": whether a noun of change before it names it."""
    return any(pattern.search(change.before) for pattern in _before())


@cache
def _nouns() -> frozenset[str]:
    return frozenset(noun for way in words("movement")["nouns"].values() for noun in way)


@cache
def _before() -> tuple[re.Pattern[str], ...]:
    noun = "(?:" + "|".join(sorted(_nouns())) + ")"
    plain = "(?:" + "|".join(words("pairs")["plain"]) + ")"
    return (
        re.compile(rf"\b(?:the|that|this|its|their) (?:{plain} )?{noun}(?:,| of| is| was| amounts to| came to|:)\s*$"),
        re.compile(rf"\b{_POINTING} (?:a|an|the) (?:{plain} )?{noun} of\s*$"),
    )


def in_time(first: Claim, second: Claim, scene: Scene) -> tuple[Claim, Claim] | None:
    """The two figures as old and new, where the words tell which is which."""
    told = next(iter(told_pairs((first, second))), None)
    if told is not None:
        return told
    sources = (
        (_own_past(first), _own_past(second)),
        _tenses(first, second),
        (how_past(first, scene), how_past(second, scene)),
    )
    for depths in sources:
        if depths[0] != depths[1]:
            return (first, second) if depths[0] > depths[1] else (second, first)
    if is_before(first, second):
        return first, second
    return (second, first) if is_before(second, first) else None


def how_past(claim: Claim, scene: Scene) -> int:
    """2 for "a year earlier it was", 1 for "last year", 0 for a figure of the present."""
    return _depth(" ".join(c.before for c in scene.sentence(claim) if c.quantity <= claim.quantity))


def _own_past(claim: Claim) -> int:
    """The same by the words of its own clause alone: "64 per cent a year earlier and 72 per cent now"."""
    return _depth(f"{_JOINTS.split(claim.before)[-1]} # {_JOINTS.split(claim.after)[0]}")


def _tenses(first: Claim, second: Claim) -> tuple[bool, bool]:
    """ "We were at 18 per cent, and this morning we're at 28": which of two figures was, where the other is."""
    clauses = [_JOINTS.split(c.before)[-1] for c in (first, second)]
    was, now = ([pattern.search(clause) is not None for clause in clauses] for pattern in (_WAS, _IS))
    return (was[0] and now[1] and not was[1], was[1] and now[0] and not was[0])


def _depth(text: str) -> int:
    table = words("pairs")
    return 2 if says(text, table["past"]) else 1 if says(text, table["last"]) else 0
