"""The same thing spelled otherwise is read as the same thing."""

import re
from collections.abc import Callable

import pytest

from tests.quantities.reading_pages import Item, all_items, read

ITEMS = [item for item in all_items() if item.page not in ("look_alikes", "misses", "dates")]
SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def meaning(sentence: str) -> list[tuple[object, ...]]:
    quantities = read(Item("", sentence))
    return [(q.kind, q.value, q.ends, q.unit, q.bound, q.direction) for q in quantities if q.kind != "identifier"]


def respelled(pattern: str, by: str | Callable[[re.Match[str]], str]) -> list[tuple[str, str]]:
    pairs = [(item.sentence, re.sub(pattern, by, item.sentence)) for item in ITEMS]
    return [(before, after) for before, after in pairs if before != after]


def small_word(found: re.Match[str]) -> str:
    return SMALL[int(found.group())]


SPELLINGS = {
    "per cent for %": respelled(r"(?<=\d)%", " per cent"),
    "percent for %": respelled(r"(?<=\d)%", " percent"),
    "% for per cent": respelled(r"(?<=\d) per ?cent\b", "%"),
    "percent for per cent": respelled(r"\bper cent\b", "percent"),
    "words below ten": respelled(
        r"(?<![\d.,$£€₹/:–−~<-])(?<![A-Z])\b[1-9]\b(?! ?[\d/–:%½]|[.,]\d|[a-zA-Z°-])(?= [a-z])", small_word
    ),
    "no commas": respelled(r"(?<=\d),(?=\d{2,3}\b)", ""),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_reading_does_not_move(spelling: str) -> None:
    pairs = SPELLINGS[spelling]
    moved = [(before, after) for before, after in pairs if meaning(before) != meaning(after)]
    assert len(pairs) >= 5
    assert moved == []
