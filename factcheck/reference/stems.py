"""Words and their stems: enough to see that "worked", "working" and "work" are one, and that
"employer" and "employed" are not. The stem undoes inflection only.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from factcheck.reference.gazetteer import fold
from factcheck.words import word_set, words

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|[0-9]+(?:[.,][0-9]+)*\+?|'s(?!\w)|’s(?!\w)|[^\W\d_]+(?:['’](?!s(?!\w))[^\W\d_]+)*|[$£€%;:,.!?()\"“”—–]|(?<=\s)-(?=\s)|n't"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text, `text[start:end]`, and its stem."""

    text: str
    stem: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


def words_of(text: str, offset: int = 0) -> list[Word]:
    """The words and the punctuation of a text; hyphens part words and are left out."""
    return [
        Word(found.group(), stem(found.group()), offset + found.start(), offset + found.end())
        for found in _WORD.finditer(text)
    ]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The word without case, accents, inflection and the choice between British and American spelling."""
    folded = fold(word)
    return _irregular().get(folded) or _american(_uninflected(folded))


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    """Forms that no rule of endings undoes, each with its stem."""
    return {form: root for root, forms in words("reference")["irregular"].items() for form in (root, *forms)}


def _uninflected(word: str) -> str:
    if len(word) < 4 or not word.isalpha():
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("sses", "shes", "ches", "xes"):
        if word.endswith(ending):
            return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        body = word.removesuffix(ending)
        if body != word and len(body) >= 3 and any(c in "aeiouy" for c in body):
            return _bare(body)
    return word.removesuffix("e") if len(word) > 4 else word


def _bare(body: str) -> str:
    """ "referr" is refer, "pass" stays; "us" from "using" is what "use" becomes."""
    if body[-1] == body[-2] and body[-1] not in "lsz":
        return body[:-1]
    return body


def _american(word: str) -> str:
    if len(word) > 5:
        word = re.sub(r"our(?=$|[^s])", "or", word) if not word.endswith(("hour", "four", "your")) else word
        word = re.sub(r"is(?=$|er$|ation$)", "iz", word)
        word = word.replace("ll", "l")
    return word


def stems_of(text: str) -> list[str]:
    """The stems of a label or a noun, punctuation left out."""
    return [word.stem for word in words_of(text) if word.is_word]


@lru_cache(maxsize=64)
def stem_set(table: str) -> frozenset[str]:
    """One list of `words/en/reference.toml`, stemmed."""
    return frozenset(stem(part) for word in word_set("reference", table) for part in word.split() if " " not in word)


@lru_cache(maxsize=1)
def qualifiers() -> frozenset[str]:
    """Words that make another measure of the one they stand by."""
    return frozenset(stem(word) for family in words("reference")["qualifiers"].values() for word in family)


@lru_cache(maxsize=1)
def series_words() -> frozenset[str]:
    """The words that superlatives and trends are made of."""
    table = words("reference")
    lists = [*table["superlative"].values(), *table["trend"].values(), table["series"]]
    return frozenset(stem(part) for family in lists for word in family for part in word.split())


@lru_cache(maxsize=1)
def moves() -> dict[str, int]:
    """The verbs of change, 1 for up and -1 for down."""
    table = words("reference")["moves"]
    return {stem(word): way for key, way in (("up", 1), ("down", -1)) for word in table[key] if " " not in word}


@lru_cache(maxsize=1)
def synonyms() -> dict[str, tuple[str, ...]]:
    """A stem, and the stems of the words that mean the same."""
    return {stem(word): tuple(stems_of(other)) for word, other in words("reference")["synonyms"].items()}
