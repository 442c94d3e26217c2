"""Words whose direction depends on the thing: places in a table, improvements, and what is faster."""

import re
from collections.abc import Iterable

from factcheck.model.claim import Claim
from factcheck.relations.figures import comparable
from factcheck.relations.phrasing import between, last_said, parted, says
from factcheck.relations.scene import Scene
from factcheck.words import words

_SELF = re.compile(r"[:;]\s*(?:it|they|he|she|this|that)\b[^,;:]*$|[,:–—]\s*(?:at|in|with)\s*$")
_SET_AGAINST = re.compile(r"^\W*(?:where|whereas|while|against|compared with|compared to|to|not|instead of|and)\b")


def is_judgement(text: str) -> bool:
    """Whether the words say that something got better or worse, not more or less."""
    table = words("standings")
    return says(text, table["better"]) or says(text, table["worse"])


def good_side(text: str) -> str | None:
    """Which way "improved" and "worsened" point, where it is known which way is good for the thing."""
    table = words("standings")
    is_better, is_worse = says(text, table["better"]), says(text, table["worse"])
    is_low, is_high = says(text, table["low"]), says(text, table["high"])
    if is_better == is_worse or is_low == is_high:
        return None
    return "up" if is_better == is_high else "down"


def places(row: Iterable[Claim], scene: Scene) -> tuple[Claim, Claim, str] | None:
    """ "Climbed the ranking, from 14th place to 23rd": (old, new, which way the number goes)."""
    ordinals = [c for c in row if c.kind == "ordinal"]
    if len(ordinals) != 2 or [c.joint for c in ordinals] not in (["from", "to"], ["to", "from"]):
        return None
    first, last = ordinals
    old, new = (first, last) if first.joint == "from" else (last, first)
    table, link = words("standings"), between(first, last, scene)
    around = f"{first.before} {link} {last.after[:40]}"
    if parted(link) or not says(around, table["place"]) or says(around, table["not_place"]):
        return None
    is_up, is_down = (says(first.before[-60:], table[way]) for way in ("climb", "slip"))
    return None if is_up == is_down else (old, new, "down" if is_up else "up")


def paces(values: list[Claim], scene: Scene) -> tuple[Claim, Claim, str] | None:
    """ "Faster than the ferry: it takes 75 minutes, where the ferry took 62": (other, stated, which way)."""
    if len(values) != 2 or values[0].kind != "duration":
        return None
    first, second = values
    bare = second.kind == "count" and second.head is None and second.unit is None
    lead, link = first.before, between(first, second, scene)
    word = last_said(lead, words("standings")["speeds"])
    if word is None or not (bare or comparable(first, second)) or not _SET_AGAINST.match(link):
        return None
    other, ownward = lead.rsplit(word, 1)[1], _SELF.search(lead)
    if ownward is None or len(other.split()) > 12:
        return None
    noun = re.findall(r"[a-z]{3,}", other[: len(other) - len(ownward.group())])[-1:]
    is_other = re.match(r"^\W*(?:against|compared with|compared to)\b", link) or (noun and says(link, noun))
    return (second, first, str(words("standings")["speeds"][word])) if is_other else None
