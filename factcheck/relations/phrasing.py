"""The words between numbers: which phrases stand in them, and whether they keep two numbers together."""

import re
from collections.abc import Iterable
from functools import cache

from factcheck.model.claim import Claim
from factcheck.relations.scene import Scene
from factcheck.words import words

_ALL_BUT = re.compile(r"\b(?:all|every one|everything|everyone) (?:but|bar|except)(?: for)?\s*$")
_SURPLUS = re.compile(r"\s*(?:more|fewer|less|extra|additional)\b")
_EACH_OF = re.compile(
    r"\s*(?:for|on|in|at|to|from|per)? ?(?:each|every one) of (?:the|its|their|his|her|those|these|\w+['’]s)\b"
)
_TWO_DATES = re.compile(r"\bbetween\s+and\b")  # "between 4 and 26 August", their numbers left out


@cache
def _pattern(phrases: frozenset[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(phrases, key=len, reverse=True))) + r")\b")


def says(text: str, phrases: Iterable[str]) -> bool:
    """Whether one of some phrases stands in a text, as whole words."""
    return _pattern(frozenset(phrases)).search(text) is not None


def last_said(text: str, phrases: Iterable[str]) -> str | None:
    """The last of some phrases in a text."""
    found = _pattern(frozenset(phrases)).findall(text)
    return str(found[-1]) if found else None


def between(first: Claim, last: Claim, scene: Scene) -> str:
    """The words between two claims of one sentence, the numbers between them left out."""
    row = [c for c in scene.sentence(first) if first.quantity <= c.quantity < last.quantity]
    return " ".join(c.after for c in row)


def parted(text: str) -> bool:
    """Whether a new thought begins in some words, so that the numbers around them need not belong together."""
    table = words("pairs")
    joined = _pattern(frozenset(table["joining"])).sub(" ", _TWO_DATES.sub(" ", text))
    return ";" in joined or says(joined, table["parting"])


@cache
def _ways() -> dict[str, str]:
    movement, changes = words("movement"), words("changes")
    found: dict[str, str] = dict(changes["before"])
    for part in ("forms", "nouns"):
        found |= {word: way for way in ("up", "down") for word in movement[part][way]}
    return found


def way(text: str) -> str | None:
    """Which way the last verb or noun of movement in some words points, if any does."""
    word = last_said(text, _ways())
    return None if word is None else _ways()[word]


def is_each_of(claim: Claim) -> bool:
    """ "About 6,600 for each of its 23 days"."""
    return _EACH_OF.match(claim.after) is not None


def is_surplus(claim: Claim) -> bool:
    """ "That is 11 more chicks for every 100 nests": how far one rate is from another, and no rate itself."""
    return _SURPLUS.match(claim.after) is not None


def is_exception(claim: Claim) -> bool:
    """ "Suspended in all but eight instances"."""
    return _ALL_BUT.search(claim.before) is not None
