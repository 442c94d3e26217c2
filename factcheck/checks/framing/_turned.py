"""Whether two shares tell the same words with the group and what is said of it changed over.

"Of the ill, 80 per cent carry the gene" runs ill, gene; "80 per cent of carriers of the gene fall ill" runs
gene, ill. Each share is read as the row of its words, the group's first, wherever the sentence has them.
"""

import re
from collections.abc import Callable
from functools import cache

from factcheck.checks.framing._prose import after, before, key, said
from factcheck.model.relation import Mention
from factcheck.words import word_set, words

_CHANCE = re.compile(r"\s*(?:chance|likelihood|probability|risk|likely|certain|sure)\b", re.I)
_CHANCE_OF = re.compile(r"\b(?:chance|likelihood|probability|risk|odds)\b[^,;:]*$", re.I)
_FOR_WHOM = re.compile(r"\s*,?\s*(?:if|for|when|among|in)\b", re.I)
_OF_THEM = re.compile(
    r"\s*(?:of\s+(?:them|those|these)\b(?!\s+(?:who|that|which|with|without|in|on|at|from|aged|under|over|\w+ed|\w+en|\w+ing)\b)"
    r"|[.,;:”\"’']|$)",
    re.I,
)
_SHORTEST = 2  # letters of a word that says nothing
_OF = re.compile(r"\s*(?:out\s+)?(?:of|among)\b", re.I)
_FRONTED = re.compile(r"(?:^|[;:,]\s+(?:and\s+)?)\W*(?:of|among)\s+(?P<who>.*)$", re.I | re.S)
_NOT = re.compile(
    r"\b(?:no|not|never|without|none|neither|cannot|lack(?:s|ed|ing)?)\b|n['’]t\b|\bun(?!iv|ion|it|iq|if|der|til|less)(?=[a-z]{4})",
    re.I,
)
_PLAIN_VERB = re.compile(r"\b(?:are|were|is|was)\s+$", re.I)


def turned(first: Mention, second: Mention, cut: Callable[[str], str]) -> bool:
    """Whether the words of the first come again in the second, the last first; `cut` ends what is said of a share."""
    if (_NOT.search(first.sentence.text) is None) != (_NOT.search(second.sentence.text) is None):
        return False
    one, other = _row(first, cut), _row(second, cut)
    a, b = [w for w in one if w in other], [w for w in other if w in one]
    if a[:1] == b[:1]:
        a, b = a[1:], b[1:]  # "drivers who drink", "drivers who are killed": one noun for both groups
    if len(a) < 2:
        return False
    k = next((k for k in range(1, len(a)) if set(b[:k]) == set(a[-k:])), None)
    if k is None and not (a[0] == b[-1] and a[-1] == b[0]):
        return False
    splits = ((one, a[-k - 1], a[-k]), (other, b[k - 1], b[k])) if k else ((one, a[-2], a[-1]), (other, b[-2], b[-1]))
    return not any(_is_one_phrase(row, left, right) for row, left, right in splits)


def _is_one_phrase(row: dict[str, tuple[int, list[str]]], left: str, right: str) -> bool:
    """Whether nothing but "in the" stands between two words: "children in care", "in care as children"."""
    (first, told), (last, _) = row[left], row[right]
    between = told[first + 1 : last]
    return bool(between) and set(between) <= word_set("framing", "within_phrase")


def _row(mention: Mention, cut: Callable[[str], str]) -> dict[str, tuple[int, list[str]]]:
    """The keys of a share's words, its group first, then what is said of it: where each stands, among which words."""
    left, right = before(mention), cut(after(mention))
    told = [part for word in said(" ".join(_ordered(left, right))) for part in word.split("-")]
    row: dict[str, tuple[int, list[str]]] = {}
    for n, word in enumerate(told):
        if word not in word_set("framing", "empty") and len(word) > _SHORTEST:
            row.setdefault(_concepts().get(key(word), key(word)), (n, told))
    return row


def _ordered(left: str, right: str) -> tuple[str, str]:
    if _CHANCE.match(right) or _CHANCE_OF.search(left):
        turned_round = _CHANCE_OF.search(left) and _FOR_WHOM.match(right)
        return (right, left) if turned_round else (left, right)
    made_of = _made_of(left, right)
    if made_of is not None:
        return made_of
    if _OF.match(right) and not _OF_THEM.match(right):
        return "", right
    fronted = _FRONTED.search(left)
    return (fronted["who"] if fronted else left), right


def _made_of(left: str, right: str) -> tuple[str, str] | None:
    """ "Farmers make up 35 per cent of the crew", "state schools supplied 320 of the 400 holders, or 80 per cent"."""
    subject = re.split(r"[;:]|,\s", left)[-1]
    verb = re.search(rf"\b(?:{_making()})\s+(?:[a-z]+\s+)?$", subject, re.I) or _PLAIN_VERB.search(subject)
    if verb and _OF.match(right) and not _OF_THEM.match(right):
        return right, subject[: verb.start()]
    told = re.match(rf"(?P<who>.*?)\b(?:{_making()})\s+(?:\w+\s+)?\d[\d,]*\s+of\s+(?P<whom>.*)$", left, re.I | re.S)
    return (told["whom"], told["who"]) if told else None


@cache
def _making() -> str:
    return "|".join(re.escape(verb) for verb in sorted(words("framing")["making_up"], key=len, reverse=True))


@cache
def _concepts() -> dict[str, str]:
    """The keys of words for one harm or one fate: killed, died; treated, patients."""
    told = {**words("risks")["harms"], **words("framing")["fates"]}
    return {key(word): name for name, forms in told.items() for form in forms for word in said(form)}
