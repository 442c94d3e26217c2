"""Prose put together from pieces of a file, remembering where each piece stood."""

import re

from factcheck.model.origin import Stretch

_UNSEEN = "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}"
_BREAK = re.compile(rf"\s+|[{_UNSEEN}]")


class Prose:
    """One text in the making: paragraphs of words, runs of white space as one space."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._stretches: list[Stretch] = []
        self._length = 0
        self._gap: tuple[str, int, int] | None = None

    def keep(self, start: int, end: int) -> None:
        """Append `source[start:end]`, with runs of white space as one space, and without soft hyphens and the like."""
        at = start
        for found in _BREAK.finditer(self._source, start, end):
            self._add(self._source[at : found.start()], at, found.start())
            if found.group().isspace():
                self.space(*found.span())
            at = found.end()
        self._add(self._source[at:end], at, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Append `text`, which `source[start:end]` means."""
        if text.isspace():
            self.space(start, end)
        elif text not in _UNSEEN:
            self._add(text, start, end)

    def space(self, start: int, end: int) -> None:
        """A space between words, if a word follows and none is there."""
        if self._gap is None and self._parts:
            self._gap = (" ", start, end)

    def paragraph(self, at: int) -> None:
        """Begin a new paragraph, if there is one before it."""
        if self._parts:
            self._gap = ("\n\n", at, at)

    @property
    def text(self) -> str:
        return "".join(self._parts)

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        return tuple(self._stretches)

    def _add(self, text: str, start: int, end: int) -> None:
        if not text:
            return
        if self._gap is not None:
            gap, self._gap = self._gap, None
            self._append(*gap)
        self._append(text, start, end)

    def _append(self, text: str, start: int, end: int) -> None:
        stretch = Stretch(self._length, self._length + len(text), start, end)
        self._parts.append(text)
        self._length = stretch.end
        last = self._stretches[-1] if self._stretches else None
        if last and last.source_end == start and _is_copy(last) and _is_copy(stretch):
            self._stretches[-1] = Stretch(last.start, stretch.end, last.source_start, end)
        else:
            self._stretches.append(stretch)


def _is_copy(stretch: Stretch) -> bool:
    return stretch.end - stretch.start == stretch.source_end - stretch.source_start
