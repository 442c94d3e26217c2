"""Dates that leave out their year take it from the day of publication, and only from there."""

import datetime

import pytest

from factcheck.model.quantity import Quantity
from factcheck.quantities import find
from factcheck.text.sentences import split

PUBLISHED = datetime.date(2021, 6, 30)


def dates(text: str, published: datetime.date | None = PUBLISHED) -> list[Quantity]:
    return [quantity for quantity in find(split(text), published) if quantity.kind == "date"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("It closed on 14 February.", "2021-02-14", "2021-02-14"),
        ("It closed in December.", "2020-12-01", "2020-12-31"),
        ("It opens on 3 August.", "2021-08-03", "2021-08-03"),
        ("It fell last year.", "2020-01-01", "2020-12-31"),
        ("It fell last month.", "2021-05-01", "2021-05-31"),
        ("It rose in the March quarter.", "2021-01-01", "2021-03-31"),
        ("It ran at a loss in the year to March.", "2020-04-01", "2021-03-31"),
        ("It closed on 14 February 2019.", "2019-02-14", "2019-02-14"),
        ("It was mild in January 14-19.", "2021-01-14", "2021-01-19"),
    ],
)
def test_the_year_comes_from_publication(text: str, start: str, end: str) -> None:
    (date,) = dates(text)
    assert (str(date.start_date), str(date.end_date)) == (start, end)


@pytest.mark.parametrize("text", ["It closed on 14 February.", "It closed in December.", "Talks resume on 9 May."])
def test_without_publication_the_year_is_unknown(text: str) -> None:
    (date,) = dates(text, None)
    assert (date.start_date, date.end_date) == (None, None)


def test_an_impossible_day_is_no_date_on_the_calendar() -> None:
    (date,) = dates("It closed on 31 February 2019.")
    assert date.start_date is None


def test_a_title_keeps_its_own_offsets() -> None:
    title = split("Council to spend $4.8m on library", where="title")
    body = split("Ratepayers will pay $4.8m.", first_index=1, first_paragraph=1)
    found = find([*title, *body])
    assert [(q.where, q.sentence, q.start) for q in found] == [("title", 0, 17), ("text", 1, 20)]
