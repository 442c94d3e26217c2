"""Phrases that say how a number is tied to those around it: in the gap before it, or anywhere in its sentence."""

import re
from functools import cache

from factcheck.words import words


@cache
def _patterns(place: str) -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b")
        for name, phrases in words("cues")[place].items()
    }


def cues(text: str, place: str = "gap") -> frozenset[str]:
    """The names of the cues that stand in a gap between numbers, or in a "sentence"."""
    lowered = text.lower()
    return frozenset(name for name, pattern in _patterns(place).items() if pattern.search(lowered))
