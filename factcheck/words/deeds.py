"""Whether some words name the same deed as others, though in another way: "have no insurance", "without cover"."""

import re
from collections.abc import Iterator
from functools import cache

from factcheck.words import words

Deed = tuple[int, bool]
_NEAR = 3  # words back, at most, in which a negation denies the deed


@cache
def _patterns() -> tuple[tuple[int, bool, re.Pattern[str]], ...]:
    return tuple(
        (n, side == "yes", re.compile(rf"\b(?:{'|'.join(map(_pattern, deed[side]))})(?![\w-])"))
        for n, deed in enumerate(words("deeds")["deed"])
        for side in ("yes", "no")
        if deed[side]
    )


def _pattern(phrase: str) -> str:
    return r"\s+".join(r"\S+" if word == "*" else re.escape(word).replace(r"\*", r"[\w-]*") for word in phrase.split())


@cache
def _negation() -> re.Pattern[str]:
    denials = "|".join(words("deeds")["negations"])
    return re.compile(rf"(?:n't|\b(?:{denials}))(?:\W+[\w']+){{0,{_NEAR - 1}}}\W*$")


def deeds(text: str) -> frozenset[Deed]:
    """The deeds that some words name, each with whether it was done."""
    return frozenset(_said(text.lower().replace("’", "'")))


def end_of(text: str, wanted: frozenset[Deed]) -> int:
    """Where the last of some deeds ends in a text, 0 where none is named: "hung up first" ends behind "up"."""
    lowered = text.lower().replace("’", "'")
    found = _found(lowered)
    return max((match.end() for deed, done, match in found if (deed, done) in wanted), default=0)


def _said(text: str) -> Iterator[Deed]:
    return ((deed, done) for deed, done, _ in _found(text))


def _found(text: str) -> Iterator[tuple[int, bool, re.Match[str]]]:
    for deed, done, pattern in _patterns():
        for match in pattern.finditer(text):
            yield deed, done != is_negated(text[: match.start()]), match


def is_negated(before: str) -> bool:
    """Whether the last words before a deed deny it: "do not", "have no"."""
    return _negation().search(before) is not None


def contrary(some: frozenset[Deed], others: frozenset[Deed]) -> bool:
    """Whether one names the opposite of what the other names, and nothing that it names too."""
    return not some & others and any((deed, not done) in others for deed, done in some)
