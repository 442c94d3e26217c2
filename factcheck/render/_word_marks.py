"""Marks in a Word document's XML: where each comment begins and ends, in runs that are cut in two for it.

Works on the text of `word/document.xml`, so that all that is not cut stays as it is, letter for letter.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?P<open><w:r(?:\s[^<>]*)?(?<!/)>)"
    r"(?P<look>\s*<w:rPr>(?:[^<]|<(?!/?w:rPr>)|<w:rPr>(?:[^<]|<(?!/w:rPr>))*</w:rPr>)*</w:rPr>)?"
    r"|(?P<close></w:r>)"
    r"|(?P<tag><w:t(?:\s[^<>]*)?>)(?P<words>[^<]*)</w:t>"
)
_KEEP_SPACES = '<w:t xml:space="preserve">'


@dataclass(frozen=True, slots=True)
class _Words:
    """One `<w:t>`: its places in the source, and the run that holds it."""

    tag: int
    start: int
    end: int
    run: int
    look: str
    is_nested: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """The comment `number` on `source[start:end]`."""

    number: int
    start: int
    end: int


def marked(source: str, marks: Iterable[Mark]) -> str:
    """The document with every mark set; one that stands before all words begins at the first."""
    words = list(_words(source))
    cuts: dict[tuple[int, int], list[str]] = defaultdict(list)
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end)) if words else []
    for mark in reversed(ordered):
        cuts[_cut(words, mark.end - 1, mark.end)].append(
            f'<w:commentRangeEnd w:id="{mark.number}"/><w:r><w:commentReference w:id="{mark.number}"/></w:r>'
        )
    for mark in ordered:
        cuts[_cut(words, mark.start, mark.start)].append(f'<w:commentRangeStart w:id="{mark.number}"/>')
    return _spliced(source, _edits(words, cuts))


def _words(source: str) -> Iterator[_Words]:
    """Every `<w:t>` of the document, with the run around it; within a text box it is the run that holds the box."""
    runs: list[tuple[int, str]] = []
    for token in _TOKEN.finditer(source):
        if token["open"]:
            runs.append((token.start(), (token["look"] or "").strip()))
        elif token["close"]:
            del runs[-1:]
        elif runs:
            start, end = token.span("words")
            yield _Words(token.start(), start, end, runs[0][0], runs[0][1], len(runs) > 1)


def _cut(words: list[_Words], letter: int, at: int) -> tuple[int, int]:
    """Which words hold a letter, and where they are cut. A text box is not cut: no comment may stand in it."""
    index = max(0, bisect_right(words, letter, key=lambda found: found.start) - 1)
    found = words[index]
    return index, found.run if found.is_nested else min(max(at, found.start), found.end)


def _edits(words: list[_Words], cuts: dict[tuple[int, int], list[str]]) -> Iterator[tuple[int, int, str]]:
    """What to put in place of which stretch of the source."""
    for (index, at), written in cuts.items():
        found = words[index]
        if found.is_nested:
            yield at, at, "".join(reversed(written))
        else:
            yield at, at, f"</w:t></w:r>{''.join(written)}<w:r>{found.look}{_KEEP_SPACES}"
    for found in {words[index] for index, _ in cuts if not words[index].is_nested}:
        yield found.tag, found.start, _KEEP_SPACES


def _spliced(source: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """The source with every edit made, from the end so that the places stay true."""
    for start, end, text in sorted(edits, key=lambda edit: edit[:2], reverse=True):
        source = source[:start] + text + source[end:]
    return source
