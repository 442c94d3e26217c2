"""Markdown in: the words that a reader reads, and the place in the file of each."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.article import Article
from factcheck.text.markdown import read


def _figures_where_they_stand(article: Article) -> list[tuple[str, str]]:
    assert article.origin is not None
    return [
        (m.group(), article.origin.source[slice(*article.origin.span(*m.span()))])
        for m in re.finditer(r"\d[\d,.]*\d|\d", article.text)
    ]


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("Of **1,250** people,\n*49* came.", "Of 1,250 people, 49 came."),
        ("[The 49 people](https://a.b/2019_(c)) came.", "The 49 people came."),
        ("See [the 49][1] and ![chart 8](x.png) here.[^2]\n\n[1]: https://a.b/77", "See the 49 and here."),
        ("3*4, 3 * 4 is 12 * 1, snake_case_2", "3*4, 3 * 4 is 12 * 1, snake_case_2"),
        ("> Quoted: 5\n> of 12.", "Quoted: 5 of 12."),
        ("- 20 per cent\n- 30 per cent\n  of men", "20 per cent\n\n30 per cent of men"),
        ("49&nbsp;of&#32;565 &ndash; 8.7%", "49 of 565 – 8.7%"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n\nText 3.", "Text 3."),
        ("```\ncode 99\n```\n\nText `4`.", "Text 4."),
        ("One. <!-- 77\n\n88 --> Two 2.", "One.\n\nTwo 2."),
        ("<div>In <b>3</b> tags</div>", "In 3 tags"),
        ("Not \\*marked\\* 5", "Not *marked* 5"),
        ("Hard  \nbreak\\\nhere 6", "Hard break here 6"),
    ],
)
def test_prose_without_its_marks(source: str, prose: str) -> None:
    article = read(source)
    assert article.text == prose
    assert all(read == stood for read, stood in _figures_where_they_stand(article))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_headline_and_date(mark: str, end: str) -> None:
    source = mark + end.join(
        ["---", "title: Other", "date: 2021-06-30T10:00", "---", "# Nine *in* 10", "", "Of 565, 49."]
    )
    if end == "\r":  # front matter is for systems that end lines with a line feed
        source = mark + source[source.index("#") :]
    article = read(source)
    assert (article.title, article.text) == ("Nine in 10", "Of 565, 49.")
    assert article.published == (None if end == "\r" else datetime.date(2021, 6, 30))
    assert article.origin is not None
    start = article.text.index("49")
    assert source[slice(*article.origin.span(start, start + 2))] == "49"
    assert source[slice(*article.origin.span(8, 10, "title"))] == "10"


def test_front_matter_gives_the_title_where_no_heading_does() -> None:
    assert read('---\ntitle: "Nine in 10"\n---\nText.').title == "Nine in 10"
    assert read("## Only a sub-heading\n\nText.").title is None


@given(
    st.lists(
        st.sampled_from([*"ab1 \n*_`[]()<>!#&;-|\\>ā🙂", "&amp;", "<!--", "-->", "](", "12.5 per cent"]), max_size=60
    )
)
def test_every_letter_is_somewhere_in_the_file(pieces: list[str]) -> None:
    source = "".join(pieces)
    article = read(source)
    assert article.origin is not None
    for i, letter in enumerate(article.text):
        start, end = article.origin.span(i, i + 1)
        assert 0 <= start <= end <= len(source)
        if letter.isalnum():
            assert source[start:end] == letter
