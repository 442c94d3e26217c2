"""A sentence as tokens: digits, words and marks, with offsets into the article's text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from functools import cache
from operator import eq
from typing import TYPE_CHECKING

from factcheck.model.article import Sentence
from factcheck.words import words

if TYPE_CHECKING:
    from factcheck.quantities.number_words import Numeral

_SPACES = "\u00a0\u2009\u202f"
_GLYPHS = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_LETTER = rf"(?:[^\W\d_{_GLYPHS}]|[\u0300-\u036f])"
_TOKEN = re.compile(
    rf"""
      (?P<url>(?:https?://|www\.)\S+)
    | (?P<digits>
          [0-9]{{1,3}}(?:,[0-9]{{2,3}}){{0,12}},[0-9]{{3}}(?![0-9])(?:\.[0-9]+)?
        | (?<=[R€])[0-9]+,[0-9]{{2}}(?![0-9,])
        | [0-9]+,[0-9]{{1,2}}(?=\s?(?:%|(?:per\s?cent|percentage|million|billion|trillion|bn)\b))
        | [0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}}|[ ](?!7[0-8]7)[0-9]{{3}}){{1,12}}(?![0-9,])(?:\.[0-9]+)?
        | [0-9]+(?:\.[0-9]+)?
        | (?<![\w.])\.[0-9]+
      )
    | (?P<glyph>[{_GLYPHS}])
    | (?P<word>(?:[A-Za-z]\.){{2,}} | {_LETTER}+(?:['’]{_LETTER}+)*)
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)
MOST_NUMBERS = 300
HYPHENS = frozenset({"-", "–", "—", "‑", "‐", "−"})
NUMERAL = "#"


_SAME = {"’": "'"} | dict.fromkeys(HYPHENS, "-")
_BLANKS = 40


class Line:
    """One sentence, tokenized.

    `raw(i)` is token `i` as printed, `low(i)` in small letters, with one kind of apostrophe and of hyphen;
    `glued(i)` says whether it touches the one before it, `is_hyphen(i)` whether it is a dash that touches both
    its neighbours: "45-year-old", "10–15". Indices past either end are answered, as blanks: these are lists that
    end in blanks, asked without a function between, since the grammar asks them a hundred times a number.
    """

    __slots__ = (
        *("_ends", "_raws", "_starts", "_used", "base", "glued", "is_hyphen", "kind", "low", "lows"),
        *("numerals", "published", "raw", "sentence", "size", "text"),
    )

    def __init__(self, sentence: Sentence, published: datetime.date | None = None) -> None:
        self.published = published
        self.sentence = sentence
        self.text = sentence.text
        self.base = sentence.start
        self._used: frozenset[str] | None = None
        self.numerals: tuple[dict[int, Numeral | None], dict[int, Numeral | None]] = ({}, {})
        found = list(_TOKEN.finditer(sentence.text))
        self.size = len(found)
        self._starts = [token.start() for token in found]
        self._ends = [token.end() for token in found]
        self._raws = [token.group() for token in found]
        kinds = [token.lastgroup or "mark" for token in found]
        self.lows = [
            raw.lower().replace("’", "'") if kind == "word" else _SAME.get(raw, raw)
            for raw, kind in zip(self._raws, kinds, strict=True)
        ]
        glued = [False, *map(eq, self._ends, self._starts[1:]), False]
        hyphens = [low == "-" and glued[i] and glued[i + 1] for i, low in enumerate(self.lows)]
        self.low: Callable[[int], str] = [*self.lows, *_NO_TEXT].__getitem__
        self.raw: Callable[[int], str] = [*self._raws, *_NO_TEXT].__getitem__
        self.kind: Callable[[int], str] = [*kinds, *_NO_TEXT].__getitem__
        self.glued: Callable[[int], bool] = [*glued, *_NEVER].__getitem__
        self.is_hyphen: Callable[[int], bool] = [*hyphens, *_NEVER].__getitem__

    @property
    def is_table(self) -> bool:
        """Whether it holds more numbers than any sentence of prose."""
        if self.size <= MOST_NUMBERS:
            return False
        numbers = (self.kind(i) in ("digits", "glyph") or self.lows[i] in number_words() for i in range(self.size))
        return sum(numbers) > MOST_NUMBERS

    def __len__(self) -> int:
        return self.size

    def has_any(self, words: frozenset[str]) -> bool:
        """Whether one of the words stands anywhere in the sentence."""
        if self._used is None:
            self._used = frozenset(self.lows)
        return not self._used.isdisjoint(words)

    def is_capital(self, i: int) -> bool:
        return self.raw(i)[:1].isupper()

    def is_dash(self, i: int) -> bool:
        return self.low(i) == "-"

    def phrase(self, first: int, length: int) -> tuple[str, ...]:
        """The `length` words from token `first`, or none where the sentence is too short for them."""
        words = tuple(self.lows[first : first + length]) if first >= 0 else ()
        return words if len(words) == length else ()

    def matches(self, i: int, *lows: str) -> bool:
        return self.phrase(i, len(lows)) == lows

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """Offsets in the article of the tokens from `first` up to, without, `stop`."""
        return self.base + self._starts[first], self.base + self._ends[stop - 1]

    def words(self, first: int, stop: int) -> str:
        return self.text[self._starts[first] : self._ends[stop - 1]]


_NO_TEXT = [""] * _BLANKS
_NEVER = [False] * _BLANKS


@cache
def number_words() -> frozenset[str]:
    """The words with which a number may begin."""
    table = words("numbers")
    return frozenset(table["units"]) | frozenset(table["tens"])
