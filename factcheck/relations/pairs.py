"""The old and the new figure that a change or a multiple speaks of, found by the words alone.

Sources, surest first: a pair told as such ("from 200 to 250", "to 250 from 200", "18,200, compared with
14,000"); a new figure beside the change, with the old one in its sentence or in one before; two figures
with a gap between them; two figures of the sentence after ("has quadrupled. It was put at … and is …").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.model.claim import Claim
from factcheck.relations.across import ahead, as_many, than_that, then_now
from factcheck.relations.earlier import is_before, told_before
from factcheck.relations.figures import MOST, Pairs, can_move, comparable, continues, is_value, values_beside
from factcheck.relations.phrasing import between, parted, says
from factcheck.relations.scene import Scene, same_number
from factcheck.words import words

_THAN_THEN = re.compile(
    r"\s*(?:more|fewer|less|higher|lower|up|down)\s+(?:than|on)\s+(?:in|last|a|the)\b"
)  # its base is not printed
_NO_OBJECT = re.compile(r"\s*(?:$|[.,;:–—”\"-]|(?:since|in|over|between|from|to|on|during|after|within|as)\b)")
_FROM = re.compile(r"\bfrom (?:a|an|the|its|their) (?:[\w-]+ ){1,3}of\s*$")
_ON = re.compile(r"\b(?:on|(?:short|shy|ahead) of)\s+(?:the|last|its|their|a)\b[\w '’-]*$")


def pairs_of(change: Claim, scene: Scene) -> Pairs | None:
    """The pairs that a change may be of, from the first source that is sure, else from the first that has any."""
    found = [pairs for source in _SOURCES if (pairs := source(change, scene)) is not None]
    sure = next((pairs for pairs in found if pairs.sure), None)
    nearby = _nearby(change, scene)
    if sure is not None or not found:
        return sure or (Pairs(nearby, False, "two figures nearby") if nearby else None)
    return replace(found[0], further=found[0].further + nearby)


def told_pairs(values: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The (old, new) pairs among the values of one sentence that are told as such."""
    for first, second in pairwise(values):
        if not comparable(first, second) and not continues(first, second):
            continue
        starts = first.joint == "from" or _FROM.search(first.before) is not None  # "from a high of 880"
        if starts and second.joint == "to":
            yield first, second
        elif second.joint in ("from", "against", "than") or _is_base(first, second):
            yield second, first


def _is_base(first: Claim, second: Claim) -> bool:
    """ "38 per cent, an 11 per cent drop on the 49 per cent of a year ago", "1,980, 420 short of the 2,400"."""
    return second.quantity >= first.quantity + 2 and _ON.search(second.before) is not None


def _told(change: Claim, scene: Scene) -> Pairs | None:
    values = values_beside(change, scene) or _counts_beside(change, scene)
    found = sorted(told_pairs(values), key=lambda pair: min(abs(c.quantity - change.quantity) for c in pair))
    if not found or _stands_between(change, found[0], values):
        return None
    sure = _belongs(change, found[0], scene) and (len(found) == 1 or not _belongs(change, found[1], scene))
    return Pairs(tuple((old.quantity, new.quantity) for old, new in found), sure, "the two figures told with it")


def _counts_beside(change: Claim, scene: Scene) -> list[Claim]:
    """ "Up by 25 percentage points, from 4,000 to 5,000": points that can only be per cent."""
    if change.kind != "points" or "percentage" not in change.same:
        return []
    return [c for c in scene.sentence(change) if c is not change and is_value(c) and c.kind in ("count", "money")]


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
        return not parted(re.sub(r"\bas\b|\bwith\s*$", " ", between(change, first, scene)))
    stated_at = re.search(r"\bat\s*$", first.before) is not None  # "34 per cent lower, at 750 against 1,000"
    return (old.joint not in ("against", "than") or stated_at) and not parted(between(change, first, scene))


def _apart(change: Claim, scene: Scene) -> Pairs | None:
    """ "71 per cent of girls and 63 per cent of boys – a gap of 8 per cent"."""
    table, lead = words("pairs"), change.before[-40:]
    if not says(lead, table["neutral"]) or says(lead, table["errors"]):
        return None
    before = [c for c in values_beside(change, scene) if c.quantity < change.quantity][-2:]
    if len(before) < 2 or not comparable(*before):
        return None
    sure = not parted(between(before[1], change, scene))
    return Pairs(((before[0].quantity, before[1].quantity),), sure, "the two figures before it")


def _compared(change: Claim, scene: Scene) -> Pairs | None:
    """ "Twice as many drowned last year, 46, as in 2018, when 31 did"."""
    following = [c for c in values_beside(change, scene) if c.quantity > change.quantity]
    if change.kind != "multiple" or not re.match(r"\s*as\b", change.after) or len(following) != 2:
        return None
    new, old = following
    if not comparable(new, old) or not says(between(new, old, scene), ("as", "than", "against")):
        return None
    return Pairs(((old.quantity, new.quantity),), True, "the two figures that follow it")


def _around(change: Claim, scene: Scene) -> Pairs | None:
    """ "The cost has quadrupled. It was put at $850,000 in 2018, and the tender is for $2.1m."."""
    if change.kind == "multiple" and not _NO_OBJECT.match(change.after):  # "halving its staff"
        return None
    here = values_beside(change, scene)
    ahead = [c for c in scene.near(change, back=0, ahead=1) if is_value(c) and can_move(change, c)]
    if _THAN_THEN.match(change.after):
        ahead = []
    rows = [[c for c in here if c.quantity > change.quantity], [*here, *ahead]]
    if not here and change.before.strip() and says(change.before, words("pairs")["same_thing"]):
        rows.append([c for c in scene.near(change, back=1) if is_value(c) and can_move(change, c)])
    rows.append(then_now(change, scene))
    pair = next((found for row in rows if (found := _then_and_now(row)) is not None), None)
    return None if pair is None else Pairs((pair,), True, "the two figures around it")


def _then_and_now(values: Sequence[Claim]) -> tuple[int, int] | None:
    """The only two figures of one kind, where the words tell the earlier from the present one."""
    table = words("pairs")
    for first in values:
        alike = [v for v in values if comparable(v, first)]
        if len(alike) != 2:
            continue
        old, new = alike
        is_past = says(old.before, table["then"]) or (old.period is not None and old.period.key.startswith("date "))
        in_order = (is_past and says(new.before, table["now"])) or is_before(old, new)
        if in_order and (old.head == new.head or None in (old.head, new.head)):
            return old.quantity, new.quantity
    return None


def _last_two(change: Claim, scene: Scene) -> Pairs | None:
    """ "72 per cent … A year earlier it was 64 per cent … the improvement of 8 per cent", "so the rate has doubled"."""
    if any(c.quantity > change.quantity for c in values_beside(change, scene)):
        return None
    row = [*scene.near(change, back=2)]
    told = [c for c in sorted(row, key=lambda c: c.quantity) if c.role == "share" and can_move(change, c)]
    told += [c for c in reversed(scene.before(change)) if c.role == "share" and can_move(change, c)]
    if len(told) < 2 or not comparable(*told[-2:]):
        return None
    first, second = told[-2:]
    lead = f"{change.before} {change.after[:30]}"
    taken_up = says(lead, words("pairs")["taken_up"]) and not parted(re.sub(r"\bas\b", " ", change.before))
    depths = [_how_past(c, scene) for c in (first, second)]
    old, new = (second, first) if depths[1] > depths[0] else (first, second)
    return Pairs(((old.quantity, new.quantity),), depths[0] != depths[1] and taken_up, "the last two shares told")


def _how_past(claim: Claim, scene: Scene) -> int:
    """2 for "a year earlier it was", 1 for "last year", 0 for a figure of the present."""
    lead = " ".join(c.before for c in scene.sentence(claim) if c.quantity <= claim.quantity)
    table = words("pairs")
    return 2 if says(lead, table["past"]) else 1 if says(lead, table["last"]) else 0


def _nearby(change: Claim, scene: Scene) -> tuple[tuple[int, int], ...]:
    """Any two figures of one thing nearby: enough for a tick where only one pair fits."""
    if change.kind not in ("percentage", "fraction"):
        return ()
    values = [c for c in (*scene.near(change, back=2), *scene.before(change)) if is_value(c) and can_move(change, c)]
    pairs = [(a, b) for a in values for b in values if a is not b and comparable(a, b) and not same_number(a, b)]
    alike = tuple((a.quantity, b.quantity) for a, b in pairs if a.head == b.head or None in (a.head, b.head))
    return alike if len(alike) <= MOST * 4 else ()


_SOURCES = (_told, _apart, than_that, as_many, ahead, _compared, told_before, _last_two, _around)
