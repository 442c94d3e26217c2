"""The old and the new figure that a change or a multiple speaks of, found by the words alone.

Sources, surest first: a pair told as such ("from 200 to 250", "to 250 from 200", "18,200, compared with
14,000"); a new figure beside the change, with the old one in its sentence or in one before; two figures
with a gap between them; two figures of the sentence after ("has quadrupled. It was put at … and is …").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from factcheck.model.claim import Claim
from factcheck.relations.phrasing import between, parted, says
from factcheck.relations.scene import Scene, same_number
from factcheck.words import words

_SHARES = frozenset({"percentage", "fraction", "ratio"})
_VALUES = frozenset({"level", "share", "rate", "duration", "age"})
_COMPARED = ("more than", "less than", "higher than", "lower than", "above", "below", "up on", "down on")
_REACH = 4
_MOST = 8


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
    return claim.role in _VALUES and claim.kind not in ("date", "ordinal", "identifier", "multiple")


def comparable(a: Claim, b: Claim) -> bool:
    """Whether one of two figures can have become the other."""
    return _sort(a) == _sort(b) and (a.per is None or b.per is None or a.per == b.per)


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


def pairs_of(change: Claim, scene: Scene) -> Pairs | None:
    """The pairs that a change may be of, from the surest source that has any."""
    for source in (_told, _apart, _beside, _after_it):
        found = source(change, scene)
        if found is not None:
            return found if found.sure else replace(found, further=found.further + _nearby(change, scene))
    nearby = _nearby(change, scene)
    return Pairs(nearby, False, "two figures nearby") if nearby else None


def _values(change: Claim, scene: Scene) -> list[Claim]:
    return [c for c in scene.sentence(change) if c is not change and is_value(c) and can_move(change, c)]


def told_pairs(values: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The (old, new) pairs among the values of one sentence that are told as such."""
    for first, second in pairwise(values):
        if not comparable(first, second) and not continues(first, second):
            continue
        if first.joint == "from" and second.joint == "to":
            yield first, second
        elif second.joint in ("from", "against", "than"):
            yield second, first


def _told(change: Claim, scene: Scene) -> Pairs | None:
    values = _values(change, scene)
    found = sorted(told_pairs(values), key=lambda pair: min(abs(c.quantity - change.quantity) for c in pair))
    if not found or _stands_between(change, found[0], values):
        return None
    sure = _belongs(change, found[0], scene) and (len(found) == 1 or not _belongs(change, found[1], scene))
    return Pairs(tuple((old.quantity, new.quantity) for old, new in found), sure, "the two figures told with it")


def _stands_between(change: Claim, pair: tuple[Claim, Claim], values: Sequence[Claim]) -> bool:
    """Whether a figure outside the pair is nearer to the change than the pair is."""
    last = max(c.quantity for c in pair)
    return any(last < v.quantity < change.quantity for v in values)


def _belongs(change: Claim, pair: tuple[Claim, Claim], scene: Scene) -> bool:
    old, _ = pair
    first, last = sorted(pair, key=lambda c: c.quantity)
    if change.quantity > last.quantity:
        return not parted(between(last, change, scene))
    if change.quantity > first.quantity:
        return not parted(between(first, last, scene))
    if change.kind == "multiple":  # "half as many were sold as a year ago, 220 against 310"
        return not parted(re.sub(r"\bas\b", " ", between(change, first, scene)))
    stated_at = re.search(r"\bat\s*$", first.before) is not None  # "34 per cent lower, at 750 against 1,000"
    return (old.joint not in ("against", "than") or stated_at) and not parted(between(change, first, scene))


def _apart(change: Claim, scene: Scene) -> Pairs | None:
    """ "71 per cent of girls and 63 per cent of boys – a gap of 8 per cent"."""
    if not says(change.before[-40:], words("pairs")["neutral"]):
        return None
    before = [c for c in _values(change, scene) if c.quantity < change.quantity][-2:]
    if len(before) < 2 or not comparable(*before):
        return None
    sure = not parted(between(before[1], change, scene))
    return Pairs(((before[0].quantity, before[1].quantity),), sure, "the two figures before it")


def _beside(change: Claim, scene: Scene) -> Pairs | None:
    """ "201 pairs, an increase of 67 per cent"; "fell by half, to £1,900"."""
    new = _new_figure(change, scene)
    if new is None:
        return None
    here = [c for c in _values(change, scene) if comparable(c, new) and not same_number(c, new)]
    if here:
        sure = len(here) == 1 and _at_another_time(here[0], new) and _is_of(change, new)
        return Pairs(tuple((c.quantity, new.quantity) for c in here[:_MOST]), sure, "the other figure of its sentence")
    usable = [c for c in scene.near(new, back=_REACH) if is_value(c) and comparable(c, new) and not same_number(c, new)]
    earlier = [c for c in usable if c.per == new.per] or usable or _long_before(change, new, scene)
    akin = [c for c in earlier if _same_thing(c, new, scene)]
    if not earlier:
        return None
    nearest = tuple((c.quantity, new.quantity) for c in (akin or earlier)[:_MOST])
    rest = tuple((c.quantity, new.quantity) for c in usable[:_MOST])
    sure = len({c.same for c in akin}) == 1 and _is_of(change, new)
    return Pairs(nearest, sure, "the figure told before", rest)


def _at_another_time(old: Claim, new: Claim) -> bool:
    """ "1,200 burns in 2015 and 900 in 2016"; "had 250 pupils; it now has 400"."""
    if old.head != new.head and None not in (old.head, new.head):
        return False
    table = words("pairs")
    if old.quantity > new.quantity:
        return says(old.before, ("had been", "was", "were", "the week before", "the year before", "a year earlier"))
    if says(old.before, table["then"]) and says(new.before, table["at_present"]):
        return True
    return _is_before(old, new)


def _is_before(old: Claim, new: Claim) -> bool:
    """Whether the words date one figure before the other."""
    if old.period is None or new.period is None or old.period.key == new.period.key:
        return False
    return old.period.start is None or new.period.start is None or old.period.start < new.period.start


def _is_of(change: Claim, new: Claim) -> bool:
    """ "300 more officers" is no change in the number of offences."""
    return change.role in ("change", "multiple") and (change.kind != "count" or change.head in (None, new.head))


def _long_before(change: Claim, new: Claim, scene: Scene) -> list[Claim]:
    """ "11 per cent more than it has just carried": a level of the same unit, however far back."""
    if new.unit is None or not change.after.lstrip().startswith(_COMPARED):
        return []
    found = [c for c in scene.claims[: new.quantity] if c.is_level and comparable(c, new) and not same_number(c, new)]
    return found[-_MOST:]


def _new_figure(change: Claim, scene: Scene) -> Claim | None:
    """The figure that the change leads to: the one it is an aside to, or the "to" that follows it."""
    values = _values(change, scene)
    following = next((c for c in values if c.quantity > change.quantity), None)
    if following is not None and following.joint == "to" and not parted(between(change, following, scene)):
        return following
    before = [c for c in values if c.quantity < change.quantity]
    if before and not parted(between(before[-1], change, scene)):
        return before[-1]
    return None


def _same_thing(old: Claim, new: Claim, scene: Scene) -> bool:
    """Whether an earlier figure is surely of the same thing at another time."""
    if old.period is not None and new.period is not None and old.period.key == new.period.key:
        return False
    if old.head is not None and old.head == new.head:
        return old.period is not None and bool((old.own & new.own) or (old.stems & new.stems))
    if old.head is not None and new.head is not None:
        return False
    near = new.sentence - old.sentence == 1
    table = words("pairs")
    follows = says(new.before[-60:], table["same_thing"]) or _in_turn(old, new, scene)
    follows = follows or new.before.strip(" ,") in table["at_present"]
    return near and follows and old.period is not None


def _in_turn(old: Claim, new: Claim, scene: Scene) -> bool:
    """ "£180,000 for the first year … For the second …"."""
    places = [{c.same for c in scene.sentence(claim) if c.kind == "ordinal"} for claim in (old, new)]
    return "ordinal:first" in places[0] and "ordinal:second" in places[1]


def _after_it(change: Claim, scene: Scene) -> Pairs | None:
    """ "The cost has quadrupled. It was put at $850,000 in 2018, and the tender is for $2.1m."."""
    rows = [[c for c in _values(change, scene) if c.quantity > change.quantity]]
    if not _values(change, scene):
        rows.append([c for c in scene.near(change, back=0, ahead=1) if is_value(c) and can_move(change, c)])
    pair = next((found for row in rows if (found := _then_and_now(row)) is not None), None)
    return None if pair is None else Pairs((pair,), True, "the two figures that follow it")


def _then_and_now(values: Sequence[Claim]) -> tuple[int, int] | None:
    table = words("pairs")
    for first in values:
        alike = [v for v in values if comparable(v, first)]
        if len(alike) == 2 and says(alike[0].before, table["then"]) and says(alike[1].before, table["now"]):
            return alike[0].quantity, alike[1].quantity
    return None


def _nearby(change: Claim, scene: Scene) -> tuple[tuple[int, int], ...]:
    """Any two figures of one thing nearby: enough for a tick where only one pair fits."""
    if change.kind == "multiple":
        return ()
    values = [c for c in (*scene.near(change, back=2), *scene.before(change)) if is_value(c) and can_move(change, c)]
    pairs = [(a, b) for a in values for b in values if a is not b and comparable(a, b) and not same_number(a, b)]
    alike = tuple((a.quantity, b.quantity) for a, b in pairs if a.head == b.head or None in (a.head, b.head))
    return alike if len(alike) <= _MOST * 4 else ()
