"""A sentence as tokens: digits, words and marks, with offsets into the article's text."""

import datetime
import re
from functools import cache
from typing import NamedTuple

from factcheck.model.article import Sentence
from factcheck.words import words

_SPACES = "\u00a0\u2009\u202f"
_GLYPHS = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_LETTER = rf"(?:[^\W\d_{_GLYPHS}]|[\u0300-\u036f])"
_TOKEN = re.compile(
    rf"""
      (?P<url>(?:https?://|www\.)\S+)
    | (?P<digits>
          [0-9]{{1,3}}(?:,[0-9]{{2,3}}){{0,12}},[0-9]{{3}}(?![0-9])(?:\.[0-9]+)?
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


class Token(NamedTuple):
    """`low` is the text in small letters, with one kind of apostrophe and of hyphen."""

    text: str
    low: str
    start: int
    end: int
    kind: str


class Line:
    """One sentence, tokenized. Indices past either end are answered, as blanks."""

    __slots__ = ("_used", "base", "lows", "memo", "published", "sentence", "size", "text", "tokens")

    def __init__(self, sentence: Sentence, published: datetime.date | None = None) -> None:
        self.published = published
        self.sentence = sentence
        self.text = sentence.text
        self.base = sentence.start
        self.tokens = [_token(found) for found in _TOKEN.finditer(sentence.text)]
        self.lows = [token.low for token in self.tokens]
        self.size = len(self.tokens)
        self._used: frozenset[str] | None = None
        self.memo: dict[tuple[int, bool], object] = {}

    @property
    def is_table(self) -> bool:
        """Whether it holds more numbers than any sentence of prose."""
        if len(self.tokens) <= MOST_NUMBERS:
            return False
        return sum(t.kind in ("digits", "glyph") or t.low in number_words() for t in self.tokens) > MOST_NUMBERS

    def __len__(self) -> int:
        return len(self.tokens)

    def low(self, i: int) -> str:
        return self.lows[i] if 0 <= i < self.size else ""

    def raw(self, i: int) -> str:
        return self.tokens[i].text if 0 <= i < self.size else ""

    def kind(self, i: int) -> str:
        return self.tokens[i].kind if 0 <= i < len(self.tokens) else ""

    def has_any(self, words: frozenset[str]) -> bool:
        """Whether one of the words stands anywhere in the sentence."""
        if self._used is None:
            self._used = frozenset(self.lows)
        return not self._used.isdisjoint(words)

    def glued(self, i: int) -> bool:
        """Whether token `i` touches the one before it."""
        return 0 < i < len(self.tokens) and self.tokens[i].start == self.tokens[i - 1].end

    def is_capital(self, i: int) -> bool:
        return self.raw(i)[:1].isupper()

    def is_dash(self, i: int) -> bool:
        return self.raw(i) in HYPHENS

    def is_hyphen(self, i: int) -> bool:
        """A dash that touches both its neighbours: "45-year-old", "10–15"."""
        return self.raw(i) in HYPHENS and self.glued(i) and self.glued(i + 1)

    def phrase(self, first: int, length: int) -> tuple[str, ...]:
        """The `length` words from token `first`, or none where the sentence is too short for them."""
        words = tuple(self.lows[first : first + length]) if first >= 0 else ()
        return words if len(words) == length else ()

    def matches(self, i: int, *lows: str) -> bool:
        return self.phrase(i, len(lows)) == lows

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """Offsets in the article of the tokens from `first` up to, without, `stop`."""
        return self.base + self.tokens[first].start, self.base + self.tokens[stop - 1].end

    def words(self, first: int, stop: int) -> str:
        return self.text[self.tokens[first].start : self.tokens[stop - 1].end]


def _token(found: re.Match[str]) -> Token:
    text, kind = found.group(), found.lastgroup or "mark"
    low = text.lower() if kind == "word" else text
    if "’" in low:
        low = low.replace("’", "'")
    if low in HYPHENS:
        low = "-"
    return Token(text, low, found.start(), found.end(), kind)


@cache
def number_words() -> frozenset[str]:
    """The words with which a number may begin."""
    table = words("numbers")
    return frozenset(table["units"]) | frozenset(table["tens"])
