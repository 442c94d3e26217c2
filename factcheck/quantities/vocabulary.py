"""The word lists of `words/en`, as sets that are built once."""

from collections.abc import Iterable
from functools import cache

from factcheck.words import words


@cache
def listed(subject: str, name: str, table: str = "words") -> frozenset[str]:
    """The list `name` of a table of `words/en/<subject>.toml`."""
    return frozenset(words(subject)[table][name])


def lengths_by_word(phrases: Iterable[tuple[str, ...]], at: int = 0) -> dict[str, list[int]]:
    """How long the phrases are that have a word at their beginning (or end: -1), the longest first."""
    lengths: dict[str, set[int]] = {}
    for phrase in phrases:
        lengths.setdefault(phrase[at], set()).add(len(phrase))
    return {word: sorted(found, reverse=True) for word, found in lengths.items()}
