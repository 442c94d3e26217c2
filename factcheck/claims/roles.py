"""What a quantity does in its sentence: a level, a share, a change, a rate."""

import re
from functools import cache

from factcheck.claims.stems import stem
from factcheck.model.claim import Role
from factcheck.model.quantity import Quantity
from factcheck.words import words
from factcheck.words.phrasal import is_done_by

_BY_KIND: dict[str, Role] = {
    "count": "level", "money": "level", "measure": "level", "percentage": "share", "fraction": "share",
    "ratio": "share", "points": "change", "rate": "rate", "multiple": "multiple", "duration": "duration",
    "age": "age", "date": "date",
}  # fmt: skip
_OR = re.compile(r"[\w ]*,? or\b")  # "8,454 or 7.2 per cent more than"
_OF_SOME = re.compile(r"\s*of (?:the|those|these|them|its|their|his|her|our|whom|which)\b")  # "signed by 110 of those"
_IS_SUBJECT = re.compile(  # "on the night of the power cut 168 were occupied"
    r"\s*(?:(?!and\b|but\b|or\b|to\b|in\b|on\b|at\b|from\b|as\b|that\b|who\b|which\b)[a-z-]+ ){0,2}"
    r"(?:were|was|had|have|has|did|stood|lay|remained|could|would|will|are)\b"
)
_PLACES = frozenset({"over", "under", "above", "below", "up", "down"})
_LINKS = frozenset({"by", "of", "a", "an", "the", "some", "another", "further", "to", "around", "about", "in", "total"})
_MOVES = frozenset(
    {"is", "was", "were", "are", "be", "been", "went", "gone", "go", "goes", "going", "and", "but", "edged", "moved",
     "still", "now", "comes", "came", "again"}
)  # fmt: skip


@cache
def _change_words(of_levels: bool) -> frozenset[str]:
    """The words of change, as they stand and as keys; before a plain amount only those with no object."""
    tables = words("movement")
    lemmas = [word for part in ("verbs", "nouns") for way in tables[part].values() for word in way]
    forms = [word for way in tables["forms"].values() for word in way]
    objects = set(tables["transitive"]) if of_levels else set()
    nouns = {word for way in tables["nouns"].values() for word in way} if of_levels else set()
    return frozenset({*map(stem, {*lemmas} - objects), *({*forms} - objects), *nouns})


@cache
def _verbs_of_change() -> frozenset[str]:
    return frozenset(stem(word) for way in words("movement")["verbs"].values() for word in way)


@cache
def _comparatives(of_levels: bool) -> frozenset[str]:
    tables = words("movement")["comparatives"]
    return frozenset(word for way in tables.values() for word in way) - (_PLACES if of_levels else frozenset())


def role(quantity: Quantity, left: str, right: str, deed: frozenset[str]) -> Role:
    """The role of a quantity between the text to its left (hedge excluded) and to its right."""
    plain = _BY_KIND.get(quantity.kind, "other")
    if plain == "level" and right.startswith("-") and right[1:2].isalpha():
        return "other"  # "a 12-page leaflet" counts no leaflets
    if quantity.direction and (plain == "share" or (plain == "level" and _OR.match(right))):
        return "change"
    if plain in ("level", "share") and _is_change(left, right, deed, plain == "level"):
        return "change"
    if plain == "duration" and _is_compared(right):
        return "change"
    if plain == "level" and quantity.noun and _is_noun_of_change(quantity.noun.split()[-1]):
        return "change"
    if plain == "level" and quantity.per:
        return "rate"
    return plain


def _is_change(left: str, right: str, deed: frozenset[str], of_levels: bool) -> bool:
    before = re.findall(r"[\w'’]+|[^\w\s]", left[-50:].lower())
    if of_levels and before[-1:] == ["in"]:
        return False  # "the tumour shrank in 20": so many cases
    if of_levels and (_OF_SOME.match(right) or (before[-1:] != ["by"] and _IS_SUBJECT.match(right))):
        return False
    linked_by = bool(before) and before[-1] == "by"
    if linked_by and is_done_by(left):
        return False  # "turned down by 9 per cent of the doctors"
    while before and before[-1] in _LINKS and before[-1] != "to":
        before.pop()
    if before and {before[-1], stem(before[-1])} & _change_words(of_levels) and (linked_by or not _is_idiom(before)):
        return True
    if linked_by and deed & _verbs_of_change():
        return True
    after = re.match(r"\s*(?:percentage\s+)?([a-z]+)\b(?!-)", right.lower())
    return after is not None and (
        after[1] in _comparatives(of_levels) or (not of_levels and _is_noun_of_change(after[1]))
    )


def _is_compared(right: str) -> bool:
    """ "21 days less than the 118 it took"."""
    after = re.match(r"\s*([a-z]+) than\b", right.lower())
    return after is not None and after[1] in _comparatives(of_levels=True)


def _is_idiom(before: list[str]) -> bool:
    """ "Made up 2,740 of the total": only a verb of being or a pause makes "up" and "down" a change."""
    return before[-1] in ("up", "down") and len(before) > 1 and before[-2].isalpha() and before[-2] not in _MOVES


def _is_noun_of_change(word: str) -> bool:
    nouns = words("movement")["nouns"]
    return any(word in (noun, f"{noun}s") for way in nouns.values() for noun in way)
