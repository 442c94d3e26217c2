"""Words as keys: "referred", "referral" and "referring" are one deed."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from factcheck.words import word_set, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUFFIXES = (
    "ations", "ation", "ments", "ment", "ances", "ance", "ences", "ence", "ings", "ing", "ions", "ion",
    "ants", "ant", "ers", "er", "ors", "or", "ees", "ee", "als", "al", "ed", "es", "s", "y", "e",
)  # fmt: skip
_SHORTEST = 4
_KEY_LENGTH = 6
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})


@cache
def stem(word: str) -> str:
    """The key of a word: its suffixes taken off while four letters are left, then cut to six."""
    bare = word.lower().replace("’", "'").removesuffix("'s")
    bare = words("nouns")["kin"].get(bare, bare)
    shorter = _without_suffix(bare)
    while shorter != bare:
        bare, shorter = shorter, _without_suffix(shorter)
    return bare[:_KEY_LENGTH]


def _without_suffix(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
            cut = word[: -len(suffix)]
            return cut[:-1] if len(cut) > _SHORTEST and cut[-1] == cut[-2] else cut
    return word


def stems_of(tokens: Iterable["Token"]) -> frozenset[str]:
    """The keys of the content words among some tokens."""
    empty = word_set("claims", "empty_words")
    return frozenset(stem(t.lemma_) for t in tokens if t.pos_ in _CONTENT and t.is_alpha and t.lemma_ not in empty)


def is_person(noun: str | None) -> bool:
    """Whether a noun stands for people."""
    return noun in word_set("nouns", "people")
