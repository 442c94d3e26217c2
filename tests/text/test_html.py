"""HTML in: the story that a reader reads, and the place in the page of every letter."""

import datetime
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.article import Article
from factcheck.text.html import read

PAGE = """\ufeff<!DOCTYPE html>\r
<html><head><title>Nine in 10 | The Daily</title><meta property="article:published_time" content="2021-06-30T10:00:00Z">
<script>var n = 77;</script><style>p { margin: 88px }</style></head>
<body><nav><a href="/1">1 of 99 stories</a></nav>
<article class=story>
<header><h1>Nine in <em>10</em> &amp; more</h1></header>
<p>Of the&nbsp;<b>8,5</b>86 peo&shy;ple, <a href="x?a=1&b=2">959 (11&#46;2&#x25;)</a>
   came in T&#257;maki&nbsp;&mdash; 5&thinsp;000 in all.</p>
<!-- factcheck: ignore FC203 -->
<figure><img alt="12 people" src=x><figcaption>A caption of 40 words.</figcaption></figure>
<table><tr><td>1234</td></tr></table>
<aside>Also: 55 things</aside><p hidden>66 hidden</p><ul><li>20 per cent<li>30 per cent</ul>
AT&T, 3 < 4 &amp 5.<br>Last 6.
</article>
<article><p>Another story of 91.</p></article>
<footer>2021 and 92</footer></body></html>"""


def _figures(article: Article) -> list[tuple[str, str]]:
    assert article.origin is not None
    return [
        (m.group(), article.origin.source[slice(*article.origin.span(*m.span()))])
        for m in re.finditer(r"\d+", article.text)
    ]


def test_the_story_and_nothing_else() -> None:
    assert read(PAGE).text.split("\n\n") == [
        "Of the 8,586 people, 959 (11.2%) came in Tāmaki — 5 000 in all.",
        "A caption of 40 words.",
        "20 per cent",
        "30 per cent",
        "AT&T, 3 < 4 & 5.",
        "Last 6.",
    ]


def test_headline_and_date() -> None:
    article = read(PAGE)
    assert (article.title, article.published) == ("Nine in 10 & more", datetime.date(2021, 6, 30))
    assert article.origin
    assert PAGE[slice(*article.origin.span(8, 10, "title"))] == "10"
    assert read("<title>Five of 12</title><p>Text.").title == "Five of 12"
    assert read("<p>Text.").title is None


def test_every_figure_stands_where_it_is_said_to() -> None:
    for written, stood in _figures(read(PAGE)):
        assert re.sub(r"<[^>]*>|&[^;]*;", "", stood) == written


def test_a_page_without_article_or_main_is_read_whole() -> None:
    assert read("<div>Of 12,</div><div>5 came.</div>").text == "Of 12,\n\n5 came."


@pytest.mark.parametrize("end", ["</p>", "", "</div></div></p>", "</b></i>"])
def test_tags_that_do_not_match_lose_no_words(end: str) -> None:
    assert read(f"<p>Of <b>12, <i>5 came.{end} Then 6.").text.replace("\n\n", " ") == "Of 12, 5 came. Then 6."


def test_comments_are_kept_aside() -> None:
    origin = read(PAGE).origin
    assert origin
    assert [comment.text for comment in origin.comments] == ["factcheck: ignore FC203"]


PIECES = [
    *"ab1 \n<>&;/=\"'-!ā🙂",
    "<p>",
    "</p>",
    "<h1>",
    "</h1>",
    "<br/>",
    "&amp;",
    "&#49;",
    "<table>",
    "</table>",
    "<!--",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_every_letter_is_somewhere_in_the_page(pieces: list[str]) -> None:
    source = "".join(pieces)
    article = read(source)
    assert article.origin is not None
    for i, letter in enumerate(article.text):
        start, end = article.origin.span(i, i + 1)
        assert 0 <= start <= end <= len(source)
        if letter.isalpha():
            assert source[start:end] == letter


@pytest.mark.parametrize("unit", ["<", "<a ", '<a b="', "<!--", "<![CDATA[", "&", "<p>", "</b><i>", "<table>"])
def test_hostile_pages_take_no_longer_than_their_length(unit: str) -> None:
    started = time.perf_counter()
    read(unit * (64_000 // len(unit)))
    assert time.perf_counter() - started < 2
