"""How a number is meant: as fact, as a target, denied, adjusted; and how much of the whole it speaks of."""

import re
from functools import cache
from itertools import pairwise

from factcheck.model.claim import Mood, Scope
from factcheck.words import words

_WORD = re.compile(r"[\w'’-]+")
_FILLERS = frozenset(
    {"the", "a", "an", "of", "is", "was", "were", "to", "at", "about", "some", "only", "just", "roughly", "around"}
)
_DEFINITE = frozenset({"the", "its", "their", "his", "her", "our", "those", "these"})
_PAST_LIMIT = re.compile(r"\b(?:over|above|below|under|within|exceeded|broke|breaking) the (?:[a-z-]+ )?limit\b")
_NEAR = 4  # words to each side


@cache
def _table(name: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in words("claims")[name].items()}


def mood(left: str, right: str) -> Mood:
    """The mood of a number between the words of its clause to the left and right."""
    before, after = _WORD.findall(left.lower()), _WORD.findall(right.lower())
    near = {*before[-_NEAR:], *after[:_NEAR]}
    around = f" {' '.join(before[-2 * _NEAR :])} # {' '.join(after[: 2 * _NEAR])} "
    table = _table("mood")
    if near & table["negated"] and before[-1:] and before[-1] in table["negated"]:
        return "negated"
    said = f" {' '.join(before)} # {' '.join(after[: 2 * _NEAR])} "
    if any(f" {phrase} " in said for phrase in table["adjusted"]):
        return "adjusted"
    if near & table["disowned"] or any(f" {phrase} " in around for phrase in table["wrong"]):
        return "disowned"
    if set(before[-_NEAR:]) & table["target"]:
        return "target"
    if set(before[-_NEAR:]) & table["forecast"]:
        return "forecast"
    if near & table["capacity"] and not _PAST_LIMIT.search(around):
        return "capacity"
    return "plain"


def scope(left: str, right: str) -> Scope | None:
    """Whether a number adds to another, sums up, or is what is left."""
    before = nearby = _WORD.findall(left.lower())[-6:]
    after = _WORD.findall(right.lower())[:3]
    table = _table("scope")
    if before[-1:] and _is_definite(before[-1]) and not (after and after[0] in table["rest"]):
        return "definite"
    while before and before[-1] in _FILLERS:
        before = before[:-1]
    last = before[-1] if before else ""
    for name in ("further", "rest", "total"):
        if last in table[name]:
            return name
    if _leaves(before) and (not after or after[0] in table["lasting"] or not re.match(r"\s+\w", right)):
        return "rest"
    if (after[:1] and after[0] in table["rest"]) or any(f"{w} {v}" in table["left"] for w, v in pairwise(nearby)):
        return "rest"
    if after[:1] == ["altogether"] or " ".join(after[:2]) in ("in all", "in total"):
        return "total"
    return "all" if last in table["all"] else None


def _leaves(before: list[str]) -> bool:
    """ "48 were thrown out and 130 withdrawn, which left 437 to be read"."""
    return before[-1:] in (["left"], ["leaves"]) and before[-2:-1] in (["which"], ["that"], ["this"])


def _is_definite(word: str) -> bool:
    return word in _DEFINITE or word.endswith(("'s", "’s", "s'", "s’"))


def is_quoted(text: str, start: int) -> bool:
    """Whether `start` lies inside quotation marks, double or single, as its paragraph has them."""
    first = max(text.rfind("\n", 0, start) + 1, 0)
    before = text[first:start]
    curly = before.rfind("“") > before.rfind("”")
    return curly or before.count('"') % 2 == 1 or _is_in_single(before, text[start:].partition("\n")[0])


def _is_in_single(before: str, after: str) -> bool:
    """Whether a single mark is open and closed further on; an apostrophe opens nothing ("the '90s", "the drivers'")."""
    if "'" not in before and "‘" not in before:
        return False
    opened = [found.end() for found in _OPENING.finditer(before)]
    return bool(opened) and not _CLOSING.search(before, opened[-1]) and _CLOSING.search(after) is not None


_OPENING = re.compile(r"(?:^|(?<=[\s(\[–—]))['‘](?!\d0s|n['’]|tis\b|twas\b|em\b)(?=\w|[$£€“])")
_CLOSING = re.compile(r"(?<=[.,!?…])['’]|(?<=\w)['’](?=[.,;:!?)–—]|$)|(?<=[^\Ws])['’](?=\s)")
