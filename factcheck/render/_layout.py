"""Lines for a terminal or an e-mail: pieces of text with a role each, wrapped, with marks under a span.

A role ("error", "mark", "quiet" …) says what a piece is, never how it looks: the plain renderer
drops roles, the command line turns them into colours.
"""

import textwrap
import unicodedata
from collections.abc import Iterator

Piece = tuple[str, str]
Line = tuple[Piece, ...]

_INVISIBLE = {"Mn", "Me", "Cf", "Cc"}


def plain(line: Line) -> str:
    return "".join(text for text, _ in line).rstrip()


def wrapped(text: str, width: int, *, indent: str = "", role: str = "", bullet: str = "") -> Iterator[Line]:
    """`text` in lines of at most `width`, each indented; the first with a bullet."""
    room = max(20, width - len(indent) - len(bullet))
    for number, line in enumerate(textwrap.wrap(one_line(text), room, break_on_hyphens=False)):
        yield ((indent + (bullet if number == 0 else " " * len(bullet)), ""), (line, role))


def labelled(label: str, text: str, width: int, *, column: int, role: str = "") -> Iterator[Line]:
    """`text` beside a label, in a column of its own; the label stands on the first line only."""
    room = max(20, width - column)
    for number, line in enumerate(textwrap.wrap(one_line(text), room, break_on_hyphens=False)):
        yield ((label.ljust(column) if number == 0 else " " * column, "label"), (line, role))


def underlined(text: str, start: int, end: int, width: int, *, indent: str, mark: str = "^") -> Iterator[Line]:
    """`text` wrapped, and under `text[start:end]` a row of marks, on every line that it runs over."""
    for low, high in _rows(text, max(20, width - len(indent))):
        row = _visible(text[low:high])
        first, last = max(start, low), min(end, high)
        if first >= last:
            yield ((indent, ""), (row, ""))
            continue
        before, marked = _visible(text[low:first]), _visible(text[first:last])
        yield ((indent, ""), (before, ""), (marked, "mark"), (_visible(text[last:high]), ""))
        yield ((indent + " " * cells(before), ""), (mark * cells(marked), "mark"))


def one_line(text: str) -> str:
    return " ".join(_visible(text).split())


def cells(text: str) -> int:
    """How many columns a text takes: combining marks none, East Asian wide letters two."""
    return sum(_cell(letter) for letter in text)


def _cell(letter: str) -> int:
    if unicodedata.category(letter) in _INVISIBLE:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _visible(text: str) -> str:
    """Without what would move a terminal's cursor or cannot be written: controls, lone surrogates."""
    return "".join(_shown(letter) for letter in text)


def _shown(letter: str) -> str:
    category = unicodedata.category(letter)
    if letter.isspace():
        return " "
    return "\N{REPLACEMENT CHARACTER}" if category in ("Cc", "Cs") else letter


def _rows(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where to cut `text` so that every row fits: at spaces, else in the middle of a long word."""
    start, used, space = 0, 0, -1
    for i, letter in enumerate(text):
        used += _cell(letter)
        space = i if letter.isspace() else space
        if used > width:
            cut = space + 1 if space >= start else i
            yield start, cut
            start, used = cut, cells(text[cut : i + 1])
    if start < len(text):
        yield start, len(text)
