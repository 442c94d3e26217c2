"""A change told first, and its two figures after the stop: "Fares go up by a fifth. They rise from $5 to $6"."""

import re
from collections.abc import Sequence

from factcheck.model.claim import Claim
from factcheck.relations.figures import Pairs, can_move, comparable, is_value, told_pairs, values_beside
from factcheck.relations.phrasing import says, way
from factcheck.relations.scene import Scene
from factcheck.relations.taken_up import is_elsewhere
from factcheck.words import words

_REACH = 2
_LEADING = frozenset({"from", "to", "against", "than"})
_CHANGES = frozenset({"change", "multiple"})


def told_after(change: Claim, scene: Scene) -> Pairs | None:
    """The one pair that the next sentence with any number tells of the same thing."""
    row = _next_row(change, scene)
    if any(c.joint in _LEADING for c in values_beside(change, scene)) or any(c.role in _CHANGES for c in row):
        return None
    values = [c for c in row if is_value(c) and can_move(change, c)]
    found = list(told_pairs(values))
    if not found or len(found) > 1:
        return None
    old, new = found[0]
    first = min(old, new, key=lambda c: c.quantity)
    if any(comparable(c, new) for c in values if c.quantity < first.quantity) or _is_of_another_time(
        change, row, first
    ):
        return None
    if is_elsewhere(max(old, new, key=lambda c: c.quantity)) or not _is_of_it(change, first, scene):
        return None
    return Pairs(((old.quantity, new.quantity),), True, "the two figures told after it")


def _is_of_another_time(change: Claim, row: Sequence[Claim], first: Claim) -> bool:
    """ "Fares rise in May. They last went up in 2021, from $2": a change dated by itself, or both dated otherwise."""
    dates = [c for c in row if c.role == "date"]
    if any(c.quantity < first.quantity for c in dates):
        return True
    periods = {c.period.key for c in (change, *row) if c.period is not None and c.role != "date"}
    return change.period is not None and len(periods) > 1


def _next_row(change: Claim, scene: Scene) -> Sequence[Claim]:
    rows = (scene.row(change.sentence + n) for n in range(1, _REACH + 1))
    row = next((row for row in rows if row), ())
    beside = row and (row[0].where, row[0].paragraph) == (change.where, change.paragraph)
    return row if beside else ()


def _is_of_it(change: Claim, first: Claim, scene: Scene) -> bool:
    """Whether the sentence goes on about what changed: "it now stands at", "the number was", or in its own words."""
    lead = " ".join(c.before for c in scene.sentence(first) if c.quantity <= first.quantity).strip(" “\"'")
    table = words("told_after")
    ways = {w for w in (way(lead), change.direction) if w in ("up", "down")}
    if len(ways) > 1 or says(lead, table["others"]):
        return False
    opens = re.match(r"(?:and |but |then )?(?:" + "|".join(table["subjects"]) + r")(?:['’](?:s|re|d|ll))?\b", lead)
    if opens is not None:
        rest = lead[opens.end() :].split()
        plain = not rest or (rest[0] not in table["some"] and not rest[0].startswith("("))
        return plain and (not rest or way(lead) is not None or says(lead, table["standing"]))
    return first.head is not None and first.key in change.context and not says(lead, ("in", "at", "of", "for"))
