"""Verbs that go with "up" and "down" without moving anything: "turned down by", "drawn up by"."""

import re
from functools import cache

from factcheck.words import words

_BY = re.compile(r"\b([\w'’]+)\s+(?:up|down)\s+by\s*$", re.IGNORECASE)


def is_done_by(before: str) -> bool:
    """Whether a text ends in a deed of somebody's, not in a movement by so much: "was turned down by"."""
    found = _BY.search(before)
    return found is not None and found[1].lower() in _verbs()


@cache
def _verbs() -> frozenset[str]:
    return frozenset(words("changes")["between"]["particles"])
