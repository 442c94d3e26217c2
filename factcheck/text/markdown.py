"""Markdown → prose: what a reader reads, with the place in the file of every letter of it.

The headline is the first heading where it comes first and is of the first level, else the front
matter's `title`. Left out: code, tables, images, addresses, footnote marks, comments.
"""

import datetime
import re
from collections.abc import Iterator
from html import unescape

from factcheck.model.article import Article
from factcheck.model.origin import Origin
from factcheck.text.comments import blanked, find_comments
from factcheck.text.prose import Prose

Span = tuple[int, int]
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^(\w+):[ \t]*([\"']?)(.*?)\2[ \t]*\r?$", re.MULTILINE)
_NOT_PROSE = re.compile(r"\s*<(?:script|style|table|pre|svg)\b", re.IGNORECASE)
_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)"
    r"|!\[[^\[\]]*\]\([^()]*(?:\([^()]*\)[^()]*)?\)"  # an image
    r"|\[\^[^\[\]]+\]"  # a footnote's mark
    r"|\[(?=[^\[\]]*\][(\[])|\]\([^()]*(?:\([^()]*\)[^()]*)?\)|\]\[[^\[\]]*\]"  # a link around its words
    r"|<https?:[^<>\s]*>|</?[A-Za-z][^<>]*>"  # an address, a tag
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});)"
    r"|\*{2,3}(?=\S)|(?<=\S)\*{2,3}|(?<!\w)\*(?=\S)|(?<=[^\s\d*])\*|(?<=\d)\*(?!\w)|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~|\\$"
)


def read(source: str) -> Article:
    """The article in a Markdown file: prose, headline and, from the front matter, the date of publication."""
    comments = find_comments(source)
    front = _FRONT_MATTER.match(source, int(source.startswith("\ufeff")))
    shown = blanked(source, [(c.start, c.end) for c in comments] + ([front.span()] if front else []))
    title, prose = Prose(source), Prose(source)
    for number, (level, lines) in enumerate(_blocks(shown)):
        target = title if number == 0 and level == 1 else prose
        target.paragraph(lines[0][0])
        for start, end in lines:
            _inline(target, shown, start, end)
            target.space(end, end)
    fields = {field[1].lower(): field for field in _FIELD.finditer(source, *front.span(1))} if front else {}
    if "title" in fields and not title.text:
        title.keep(*fields["title"].span(3))
    published = as_date(fields["date"][3]) if "date" in fields else None
    origin = Origin(source, prose.stretches, title.stretches, comments)
    return Article(prose.text, title.text or None, published, origin=origin)


def as_date(written: str) -> datetime.date | None:
    """The date that an ISO date or time begins with, if it is one."""
    try:
        return datetime.date.fromisoformat(written[:10])
    except ValueError:
        return None


def _blocks(source: str) -> Iterator[tuple[int, list[Span]]]:
    """Headings and paragraphs in order: the heading's level or 0, and the spans of its lines."""
    from markdown_it import MarkdownIt

    lines = [match.span() for match in _LINE.finditer(source)]
    level, in_table = 0, False
    for token in MarkdownIt("commonmark").enable("table").disable("code").parse(source):
        if token.type in ("table_open", "table_close"):
            in_table = token.type == "table_open"
        elif token.type in ("heading_open", "heading_close"):
            level = int(token.tag[1:]) if token.type == "heading_open" else 0
        elif token.type in ("inline", "html_block") and token.map and not in_table:
            spans = list(_spans(source, lines[token.map[0] : token.map[1]], token.content))
            if spans and not _NOT_PROSE.match(token.content):
                yield level, spans


def _spans(source: str, lines: list[Span], content: str) -> Iterator[Span]:
    """Where each line of a block's content stands in the file: behind its quotation marks and bullets."""
    wanted = (line.strip() for line in content.splitlines())
    for (start, end), words in zip(lines, wanted, strict=False):
        found = source.find(words, start, end)
        if words and found >= 0:
            yield found, found + len(words)


def _inline(prose: Prose, source: str, start: int, end: int) -> None:
    """Append a line without its marks."""
    at = start
    while mark := _INLINE.search(source, at, end):
        prose.keep(at, mark.start())
        at = mark.end()
        if mark["escaped"]:
            prose.put(mark["escaped"], *mark.span())
        elif mark["entity"]:
            prose.put(unescape(mark["entity"]), *mark.span())
        elif mark["ticks"]:
            at = _code(prose, source, mark, end)
    prose.keep(at, end)


def _code(prose: Prose, source: str, opening: re.Match[str], end: int) -> int:
    """Append code in the line as it is; without its closing ticks it is text."""
    close = source.find(opening[0], opening.end(), end)
    if close < 0:
        prose.keep(*opening.span())
        return opening.end()
    prose.keep(opening.end(), close)
    return close + len(opening[0])
