"""Comments in Markdown and HTML: found, and taken out of sight without moving anything."""

import re
from collections.abc import Iterable

from factcheck.model.origin import Comment

_NOT_LINE_END = re.compile(r"[^\r\n]")
_MARK = "\ufeff"


def find_comments(source: str) -> tuple[Comment, ...]:
    """Every `<!-- … -->`; one that is never closed is text."""
    comments, at = [], source.find("<!--")
    while at >= 0 and (close := source.find("-->", at + 4)) >= 0:
        comments.append(Comment(at, close + 3, source[at + 4 : close].strip()))
        at = source.find("<!--", close + 3)
    return tuple(comments)


def blanked(source: str, spans: Iterable[tuple[int, int]]) -> str:
    """The source with spaces for some spans and for a byte order mark: every other letter stays in its place."""
    parts, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            parts += [source[at:start], _NOT_LINE_END.sub(" ", source[start:end])]
            at = end
    shown = "".join([*parts, source[at:]])
    return " " + shown[1:] if shown.startswith(_MARK) else shown
