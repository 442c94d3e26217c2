"""HTML → prose, as a content management system sends it, with the place in the file of every letter.

The body is the first `<article>`, else `<main>`, else everything; the headline is its first `<h1>`,
else the page's `<title>`. Captions are paragraphs of their own. Left out: tables, navigation,
asides, forms, scripts, and what is hidden.
"""

import datetime
import re
from collections import Counter
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser

from factcheck.model.article import Article
from factcheck.model.origin import Origin
from factcheck.text.comments import blanked, find_comments
from factcheck.text.markdown import as_date
from factcheck.text.prose import Prose

_LINE_END = re.compile("\n")
_BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre",
        "section", "summary", "ul",
    }
)  # fmt: skip
_LEFT_OUT = frozenset(
    {
        "aside", "audio", "button", "canvas", "datalist", "dialog", "footer", "form", "iframe", "math", "nav",
        "noscript", "object", "script", "select", "style", "svg", "table", "template", "textarea", "video",
    }
)  # fmt: skip
_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    }
)  # fmt: skip
_BODIES = ("article", "main")
_DATES = frozenset({"article:published_time", "datepublished", "date", "dc.date", "dcterms.date", "parsely-pub-date"})


@dataclass(frozen=True, slots=True)
class _Element:
    """An open element: whether its words are shown, and whether it stands in the story."""

    tag: str
    shown: bool = True
    inside: bool = False
    into: Prose | None = None


def read(source: str) -> Article:
    """The article in a page: prose, headline, and the date of publication where the page gives one."""
    comments = find_comments(source)
    shown = blanked(source, [(c.start, c.end) for c in comments]).replace("<!--", "    ")
    page = _Page(shown)
    page.read()
    title = page.headline if page.headline.text else page.title
    origin = Origin(source, page.prose.stretches, title.stretches, comments)
    return Article(page.prose.text, title.text or None, page.published, origin=origin)


class _Page(HTMLParser):
    """One pass over a page: which words are prose, and where they stood."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.prose, self.headline, self.title = Prose(source), Prose(source), Prose(source)
        self.published: datetime.date | None = None
        self._source = source
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(source))]
        self._body = next((tag for tag in _BODIES if re.search(rf"<{tag}[\s>]", source, re.IGNORECASE)), None)
        self._stack = [_Element("", inside=self._body is None)]
        self._open: Counter[str] = Counter()

    def read(self) -> None:
        """Read all of it. After the last `>` there can be no tag: the parser would look for one again and again."""
        end = self._source.rfind(">") + 1
        self.feed(self._source[:end])
        self.close()
        if target := self._target():
            target.keep(end, len(self._source))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self._look_for_date(tag, told)
        if tag in _BLOCKS:
            self._break()
        if tag not in _VOID:
            self._stack.append(self._inside(self._stack[-1], tag, told))
            self._open[tag] += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open[tag]:
            return
        while self._open[tag]:
            closed = self._stack.pop().tag
            self._open[closed] -= 1
            if closed == tag:
                break
        if tag in _BLOCKS:
            self._break()
        if tag == self._body and not self._open[tag]:
            self._body = None

    def handle_data(self, data: str) -> None:
        start = self._here()
        if target := self._target():
            target.keep(start, start + len(data))

    def handle_entityref(self, name: str) -> None:
        self._entity(len(name) + 1)

    def handle_charref(self, name: str) -> None:
        self._entity(len(name) + 2)

    def _entity(self, length: int) -> None:
        start = self._here()
        end = start + length + self._source.startswith(";", start + length)
        if target := self._target():
            target.put(unescape(self._source[start:end]), start, end)

    def _inside(self, parent: _Element, tag: str, told: dict[str, str]) -> _Element:
        hidden = tag in _LEFT_OUT or "hidden" in told or told.get("aria-hidden") == "true"
        shown = parent.shown and not hidden
        inside = parent.inside or tag == self._body
        into = parent.into
        if tag == "title":
            into = self.title
        elif tag == "h1" and inside and not self.headline.text:
            into = self.headline
        return _Element(tag, shown, inside, into)

    def _target(self) -> Prose | None:
        """Where the words of the innermost element go, if anywhere."""
        element = self._stack[-1]
        if not element.shown:
            return None
        return element.into or (self.prose if element.inside else None)

    def _break(self) -> None:
        here = self._here()
        self.prose.paragraph(here)
        self.headline.space(here, here)

    def _here(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def _look_for_date(self, tag: str, told: dict[str, str]) -> None:
        name = (told.get("property") or told.get("name") or told.get("itemprop") or "").lower()
        written = {"meta": told.get("content", "") if name in _DATES else "", "time": told.get("datetime", "")}.get(tag)
        if written and self.published is None:
            self.published = as_date(written)
