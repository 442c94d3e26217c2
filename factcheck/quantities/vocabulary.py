"""The word lists of `words/en`, as sets that are built once."""

from functools import cache

from factcheck.words import words


@cache
def listed(subject: str, name: str, table: str = "words") -> frozenset[str]:
    """The list `name` of a table of `words/en/<subject>.toml`."""
    return frozenset(words(subject)[table][name])
