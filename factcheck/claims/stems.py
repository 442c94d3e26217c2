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
_PLURALS = ("children", "women", "people")
_PARTICLES = frozenset({"back", "down", "up", "off", "away", "out"})
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
    content = [t for t in tokens if t.pos_ in _CONTENT and t.is_alpha and t.lemma_ not in empty]
    return frozenset(stem(t.lemma_) for t in content) | frozenset(_phrasal(t) for t in content if _particle(t))


def _particle(verb: "Token") -> str:
    """The "back" of "wrote back", which is another deed than "wrote to"."""
    following = verb.doc[verb.i + 1 : verb.i + 2]
    is_particle = bool(following) and following[0].lower_ in _PARTICLES
    return following[0].lower_ if verb.pos_ == "VERB" and is_particle else ""


def _phrasal(verb: "Token") -> str:
    return f"{stem(verb.lemma_)} {_particle(verb)}"


def is_person(noun: str | None) -> bool:
    """Whether a noun stands for people."""
    people = word_set("nouns", "people")
    return noun is not None and (noun in people or noun.endswith(_compounds()))


@cache
def _compounds() -> tuple[str, ...]:
    """What a longer noun for a person ends in: "godchild", "shareholder", "pass-holder"."""
    return (*sorted(word for word in word_set("nouns", "people") if len(word) > _SHORTEST), *_PLURALS)
