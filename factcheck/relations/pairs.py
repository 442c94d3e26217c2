"""The old and the new figure that a change or a multiple speaks of, found by the words alone.

Sources, surest first: a pair told as such ("from 200 to 250", "to 250 from 200", "18,200, compared with
14,000"); a new figure beside the change, with the old one in its sentence or in one before; two figures
with a gap between them; two figures of the sentence after ("has quadrupled. It was put at … and is …").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.model.claim import Claim
from factcheck.relations.across import ahead, as_many, counted_after, so_many_more, than_that, to_one_another
from factcheck.relations.beyond import beyond, set_beside, yardstick, yardsticks
from factcheck.relations.earlier import told_before
from factcheck.relations.figures import MOST, Pairs, can_move, comparable, is_value, told_pairs, values_beside
from factcheck.relations.phrasing import between, parted, says
from factcheck.relations.scene import Scene, same_number
from factcheck.relations.taken_up import how_past, taken_up
from factcheck.relations.then_now import then_and_now, then_now
from factcheck.relations.told_after import told_after
from factcheck.words import word_set, words

_THAN_THEN = re.compile(
    r"\s*(?:more|fewer|less|higher|lower|up|down)\s+(?:than|on)\s+(?:in|last|a|the)\b"
)  # its base is not printed
_BEYOND = re.compile(
    r"\s*(?:above|below|over|under|(?:short|shy|ahead) of) (?:the|its|their|last|forecasts?|targets?)\b"
)
_GOES_ON = re.compile(r"(?:it|they|there|that|this)\b")
_NEW_SUBJECT = re.compile(
    r"\b(?:and|but|while|whereas) (?!(?:it|they|so|that|then|has|have|is|was|will|by|an?)\b)\w+ .*\bby\s*$"
)
_STATED = re.compile(r"\bat\s*$|^[^:–—(]*\b(?:than|on) (?:the|a|last)\b[^:–—(]*[:–—(]\s*$")
_OTHER_VERB = re.compile(
    r"\b(?:which|who|that|whose|where|said|says|say|told|according)\b"
)  # "…, which spoke to 6,900"
_NO_OBJECT = re.compile(r"\s*(?:$|[.,;:–—”\"-]|(?:since|in|over|between|from|to|on|during|after|within|as)\b)")


def pairs_of(change: Claim, scene: Scene) -> Pairs | None:
    """The pairs that a change may be of, from the first source that is sure, else from the first that has any."""
    if change.kind in ("percentage", "fraction", "points") and change.per in words("per")["times"]:
        return None  # "grown by 5 per cent a year over five years"
    found = [own for source in _SOURCES if (pairs := source(change, scene)) and (own := _kept(pairs, change, scene))]
    found = [_strict(pairs, change, scene) for pairs in found]
    sure = next((pairs for pairs in found if pairs.sure), None)
    nearby = _nearby(change, scene)
    if sure is not None or not found:
        return sure or (Pairs(nearby, False, "two figures nearby") if nearby else None)
    return replace(found[0], further=found[0].further + nearby)


def _kept(pairs: Pairs, change: Claim, scene: Scene) -> Pairs | None:
    """The pairs that can be a change's own: "shrank by 7 per cent last year, to 9,300" is no change of shares, and
    "4.6 per cent short of the record, 2.84 million" one from the record."""
    beside = yardstick(change, scene)
    if beside is not None and can_move(change, beside):
        others = yardsticks(change, scene)
        choices = tuple(pair for pair in pairs.choices if beside.quantity == pair[0] and pair[1] not in others)
        return replace(pairs, choices=choices) if choices else None
    led_to = next((c for c in scene.after(change) if c.role != "date"), None)
    if led_to is None or led_to.joint != "to" or not is_value(led_to) or parted(between(change, led_to, scene)):
        return pairs
    if _OTHER_VERB.search(between(change, led_to, scene)):
        return pairs
    choices = tuple(pair for pair in pairs.choices if led_to.quantity in pair)
    return replace(pairs, choices=choices) if choices else None


def _strict(pairs: Pairs, change: Claim, scene: Scene) -> Pairs:
    """ "Prices rose by 6.7 per cent, compared with 6.8 per cent in July": those are other changes."""
    told = [scene.claims[n] for n in pairs.choices[0]]
    if change.kind != "percentage" or any(c.kind != "percentage" or c.joint in ("from", "to") for c in told):
        return pairs
    return replace(pairs, only_mixed=True)


def _told(change: Claim, scene: Scene) -> Pairs | None:
    values = values_beside(change, scene) or _counts_beside(change, scene)
    parts = [c for c in values if not (c.joint == "of" and scene.is_base(c))]  # "49 of the 93 seats, two more than"
    found = sorted(told_pairs(parts), key=lambda pair: min(abs(c.quantity - change.quantity) for c in pair))
    if not found or _stands_between(change, found[0], values):
        return None
    sure = _belongs(change, found[0], scene) and (len(found) == 1 or not _belongs(change, found[1], scene))
    choices = [*found, *_with_others(change, found[0], parts)]
    return Pairs(tuple((old.quantity, new.quantity) for old, new in choices), sure, "the two figures told with it")


def _with_others(change: Claim, pair: tuple[Claim, Claim], values: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """ "9p for the year with the 2.8p interim, a cut of 14.3 per cent from 10.5p": the 9p may be meant as well."""
    old, new = pair
    if old.joint == "from" and new.quantity < change.quantity < old.quantity:
        yield from ((old, c) for c in values if c.quantity < new.quantity and comparable(c, new))


def _counts_beside(change: Claim, scene: Scene) -> list[Claim]:
    """ "Up by 25 percentage points, from 4,000 to 5,000": points that can only be per cent."""
    if change.kind != "points" or "percentage" not in change.same:
        return []
    return [c for c in scene.sentence(change) if c is not change and is_value(c) and c.kind in ("count", "money")]


def _stands_between(change: Claim, pair: tuple[Claim, Claim], values: Sequence[Claim]) -> bool:
    """Whether a figure outside the pair is nearer to the change than the pair is."""
    last = max(c.quantity for c in pair)
    return any(last < v.quantity < change.quantity and comparable(v, pair[1]) for v in values)


def _belongs(change: Claim, pair: tuple[Claim, Claim], scene: Scene) -> bool:
    old, _ = pair
    first, last = sorted(pair, key=lambda c: c.quantity)
    if change.quantity > last.quantity:
        return not parted(between(last, change, scene))
    if change.quantity > first.quantity:
        return not parted(between(first, last, scene))
    if change.kind == "multiple":  # "half as many were sold as a year ago, 220 against 310"
        return not parted(re.sub(r"\bas\b|\bwith\s*$", " ", between(change, first, scene)))
    stated_at = _STATED.search(between(change, first, scene)) is not None  # "34 per cent lower, at 750 against 1,000"
    return (old.joint not in ("against", "than") or stated_at) and not parted(between(change, first, scene))


def _apart(change: Claim, scene: Scene) -> Pairs | None:
    """ "71 per cent of girls and 63 per cent of boys – a gap of 8 per cent"."""
    table, lead = words("pairs"), change.before[-40:]
    if not says(lead, table["neutral"]) or says(lead, table["errors"]):
        return None
    before = [c for c in values_beside(change, scene) if c.quantity < change.quantity][-2:]
    if len(before) < 2 or not comparable(*before):
        return None
    if change.kind == "percentage" and before[0].kind == "money" and says(lead, ["margin"]):
        return None  # "made $641m on sales of $3.62bn, a margin of 17.7 per cent"
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
    here = values_beside(change, scene)
    ahead = [c for c in scene.near(change, back=0, ahead=1) if is_value(c) and can_move(change, c)]
    if change.kind == "multiple" and not _NO_OBJECT.match(change.after) and not _GOES_ON.match(_lead(ahead)):
        return None  # "halving its staff", unless "it was" goes on
    if _BEYOND.match(change.after):
        return None
    if _THAN_THEN.match(change.after) or any(c.role == "change" for c in scene.row(change.sentence + 1)):
        ahead = []
    rows = [[c for c in here if c.quantity > change.quantity], [*here, *ahead]]
    if not here and change.before.strip() and says(change.before, words("pairs")["same_thing"]):
        rows.append([c for c in scene.near(change, back=1) if is_value(c) and can_move(change, c)])
    rows.append(then_now(change, scene))
    pair = next((found for row in rows if (found := then_and_now(change, row)) is not None), None)
    if pair is None:
        return None
    if all(scene.claims[n].joint == "from" for n in pair):  # "up 32 per cent from 1.47 million and 78 from 1.09"
        return None
    sure = all(_is_on_topic(change, scene.claims[n], scene) for n in pair)
    sure = sure and not _is_apart(change, pair, scene)
    headline = change.where == "title"
    sure = sure and (headline or all(scene.claims[n].paragraph == change.paragraph for n in pair))
    return Pairs((pair,), sure, "the two figures around it")


def _is_apart(change: Claim, pair: tuple[int, int], scene: Scene) -> bool:
    """ "Unemployment, now 4 per cent, is to reach 4.5 per cent and employment to grow by 1 per cent"."""
    last = scene.claims[max(pair)]
    beside = last.sentence == change.sentence and last.quantity < change.quantity
    return beside and _NEW_SUBJECT.search(between(last, change, scene)) is not None


def _is_on_topic(change: Claim, value: Claim, scene: Scene) -> bool:
    """ "House prices have trebled. The average wage was …" goes on to another thing; "A loaf that was …" does not."""
    if value.sentence <= change.sentence or value.context & change.context:
        return True
    others = value.head is not None and value.head not in word_set("nouns", "people")
    return not others and not _lead(scene.row(value.sentence)).startswith(("the ", "its ", "their ", "his ", "her "))


def _lead(row: Sequence[Claim]) -> str:
    return row[0].before.lstrip(" “\"'") if row else ""


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
    depths = [how_past(c, scene) for c in (first, second)]
    old, new = (second, first) if depths[1] > depths[0] else (first, second)
    return Pairs(((old.quantity, new.quantity),), depths[0] != depths[1] and taken_up, "the last two shares told")


def _nearby(change: Claim, scene: Scene) -> tuple[tuple[int, int], ...]:
    """Any two figures of one thing nearby: enough for a tick where only one pair fits."""
    if change.kind not in ("percentage", "fraction"):
        return ()
    values = [c for c in (*scene.near(change, back=2), *scene.before(change)) if is_value(c) and can_move(change, c)]
    pairs = [(a, b) for a in values for b in values if a is not b and comparable(a, b) and not same_number(a, b)]
    alike = tuple((a.quantity, b.quantity) for a, b in pairs if a.head == b.head or None in (a.head, b.head))
    return alike if len(alike) <= MOST * 4 else ()


_SOURCES = (
    beyond,
    _told,
    _apart,
    than_that,
    so_many_more,
    set_beside,
    as_many,
    counted_after,
    to_one_another,
    ahead,
    _compared,
    told_before,
    _last_two,
    taken_up,
    told_after,
    _around,
)
