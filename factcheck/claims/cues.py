"""Phrases in the gap before a number that say how it is tied to the numbers around it."""

import re
from functools import cache

from factcheck.words import words


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b")
        for name, phrases in words("cues")["gap"].items()
    }


def cues(gap: str) -> frozenset[str]:
    """The names of the cues that stand in `gap`."""
    lowered = gap.lower()
    return frozenset(name for name, pattern in _patterns().items() if pattern.search(lowered))
