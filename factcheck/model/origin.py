"""Where prose stood in the file that it was taken from, letter by letter."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Stretch:
    """`text[start:end]` of the prose came from `source[source_start:source_end]`.

    Of equal lengths it is the same letters; otherwise it is one thing written two ways (an entity,
    a line break that became a space).
    """

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the file, `source[start:end]`; `text` is what it says."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The file's text, and which stretches of it became the prose and the title."""

    source: str
    text: tuple[Stretch, ...]
    title: tuple[Stretch, ...] = ()
    comments: tuple[Comment, ...] = ()

    def span(self, start: int, end: int, where: Literal["text", "title"] = "text") -> tuple[int, int]:
        """The span in the file of a span in the prose."""
        stretches = self.title if where == "title" else self.text
        if not stretches:
            return start, end
        first = _holding(stretches, start)
        last = _holding(stretches, max(start, end - 1))
        return _in_source(first, start, first.source_start), _in_source(last, end, last.source_end)


def _holding(stretches: tuple[Stretch, ...], offset: int) -> Stretch:
    return stretches[max(0, bisect_right(stretches, offset, key=lambda s: s.start) - 1)]


def _in_source(stretch: Stretch, offset: int, otherwise: int) -> int:
    same_letters = stretch.end - stretch.start == stretch.source_end - stretch.source_start
    return stretch.source_start + offset - stretch.start if same_letters else otherwise
