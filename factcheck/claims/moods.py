"""How a number is meant: as fact, as a target, denied, adjusted; and how much of the whole it speaks of."""

import re

from factcheck.model.claim import Mood, Scope
from factcheck.words import words

_WORD = re.compile(r"[\w'’-]+")
_NEAR = 4  # words to each side


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
    if any(f" {phrase} " in around for phrase in table["adjusted"]):
        return "adjusted"
    if near & table["disowned"]:
        return "disowned"
    if set(before[-_NEAR:]) & table["target"]:
        return "target"
    if set(before[-_NEAR:]) & table["forecast"]:
        return "forecast"
    if near & table["capacity"]:
        return "capacity"
    return "plain"


def scope(left: str, right: str) -> Scope | None:
    """Whether a number adds to another, sums up, or is what is left."""
    before = _WORD.findall(left.lower())[-3:]
    near = " ".join(before)
    after = " ".join(_WORD.findall(right.lower())[:3])
    table = _table("scope")
    if before[-1:] and before[-1] in table["further"]:
        return "further"
    if set(before) & table["rest"]:
        return "rest"
    if set(before) & table["total"] or "in all" in after or "altogether" in after or "in total" in after:
        return "total"
    if (before[-1:] and before[-1] in table["all"]) or near.endswith("all the"):
        return "all"
    if before[-1:] == ["the"]:
        return "definite"
    return None


def is_quoted(text: str, start: int) -> bool:
    """Whether `start` lies inside quotation marks, as its paragraph has them."""
    opening = max(text.rfind("\n", 0, start) + 1, 0)
    before = text[opening:start]
    curly = before.rfind("“") > before.rfind("”")
    return curly or before.count('"') % 2 == 1
