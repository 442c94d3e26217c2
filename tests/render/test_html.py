"""The HTML page: complete, closed to the outside, and safe whatever the article says."""

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from factcheck.render.html import fragment, render, render_many
from factcheck.report import Report

VOID = {"meta", "br", "hr", "img", "link", "input", "rect", "path", "circle"}
HARMLESS = {
    "a", "article", "aside", "body", "circle", "dd", "del", "desc", "div", "dl", "dt", "footer", "h1", "h2", "head",
    "header",
    "html", "ins", "li", "main", "meta", "nav", "ol", "p", "path", "rect", "section", "span", "strong", "style", "svg",
    "table", "tbody", "td", "text", "th", "thead", "title", "tr", "ul",
}  # fmt: skip
PAYLOADS = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7*7 }}{% raw %}",
    "javascript:alert(1)",
    "<!--><iframe srcdoc='<script>alert(1)</script>'>",
    "\u2028<b>\ud83d</b>&lt;i&gt;\x00",
]


class Page(HTMLParser):
    """What a browser would see: elements in order, their attributes, the words between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    def values(self, name: str) -> list[str]:
        return [value for key, value in self.attributes if key == name]


def test_every_element_is_closed_and_every_link_lands(report: Report) -> None:
    page = Page(render_many([report, report]))
    assert page.open == []
    ids = page.values("id")
    assert [name for name, times in Counter(ids).items() if times > 1] == []
    assert {href[1:] for href in page.values("href") if href.startswith("#")} <= set(ids)


def test_it_asks_nothing_of_the_outside(report: Report) -> None:
    page = render(report)
    assert "default-src 'none'" in page
    assert not re.search(r"<(script|link|img|iframe|object|embed)\b|@import|url\(", page)
    outside = [href for href in Page(page).values("href") if not href.startswith("#")]
    assert outside == ["https://example.org/helplines"], "the one link out is the source of a table"


def test_it_says_what_the_report_says(report: Report) -> None:
    words = " ".join(Page(render(report)).words.split())
    for finding in report.findings:
        assert finding.message in words
        assert finding.code in words
    for left in report.coverage.unchecked:
        assert left.reason in words
    assert all(paragraph in words for paragraph in report.article.text.splitlines()), "the article, word for word"


def test_verdicts_differ_by_shape_and_by_name_not_only_by_colour(report: Report) -> None:
    page = render(report)
    shapes = re.findall(r"\.mark\.(\w+)::after \{ content: \"(\\[0-9A-F]+)\"", page)
    assert len({shape for _, shape in shapes}) == 4
    assert 'aria-label="2.7 per cent: an error"' in page


@pytest.mark.parametrize("payload", PAYLOADS)
def test_whatever_the_words_are_they_stay_words(report: Report, payload: str) -> None:
    finding = report.findings[2]
    assert finding.reference
    evil = replace(
        finding, message=payload, plainly=payload, suggestion=payload, cause=payload, name=payload,
        reference=replace(finding.reference, dataset=payload, source=payload, note=payload),
    )  # fmt: skip
    quantities = tuple(replace(q, text=payload, hedge=payload) for q in report.quantities)
    funnel = replace(report.findings[0].funnel[0], label=payload)
    drawn = replace(report.findings[0], funnel=(funnel, *report.findings[0].funnel[1:]), severity="error")
    article = replace(report.article, title=payload, source=payload, text=report.article.text + "\n" + payload)
    made = replace(report, article=article, quantities=quantities, findings=(drawn, evil))
    for page in (render(made), fragment(made)):
        seen = Page(page)
        assert set(seen.tags) <= HARMLESS
        assert not [name for name, _ in seen.attributes if name.startswith("on") or name in ("srcdoc", "style")]
        assert all(href.startswith(("#", "https://", "http://")) for href in seen.values("href"))
        page.encode("utf-8")


def test_a_report_shows_itself_in_a_notebook(report: Report) -> None:
    shown = report._repr_html_()
    assert Page(shown).open == []
    assert "<html" not in shown
    assert "15.33 %" in shown


def test_an_article_without_a_number(empty_report: Report) -> None:
    assert "Nothing to look at" in Page(render(empty_report)).words
