"""Cells, periods and places are read exactly, and mean one thing."""

import datetime
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import MissingExtraError, ReferenceDataError
from factcheck.reference import load_catalogue
from factcheck.reference.exact import display, exact, last_digit
from factcheck.reference.gazetteer import fold, key_of, keys_of_column
from factcheck.reference.periods import periods_in
from factcheck.reference.stems import stem, words_of
from factcheck.reference.table import Key
from factcheck.reference.when import Span, span_of_cell, span_of_text
from factcheck.reference.where import places_in
from tests.reference.packages import Package


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
def test_a_number_is_what_its_digits_say(number: object) -> None:
    assert exact(str(number)) == Fraction(str(number))


@pytest.mark.parametrize("text", ["1e5000000", "٣", "NaN", "1,000", "", "0x10", "1/2", "9" * 60])
def test_what_is_no_plain_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="plain number"):
        exact(text)


@pytest.mark.parametrize(("text", "unit"), [("33", 1), ("33.0", Fraction(1, 10)), ("0.005", Fraction(1, 1000))])
def test_trailing_zeros_are_digits(text: str, unit: Fraction) -> None:
    assert last_digit(text) == unit


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (Fraction(338050, 84053), "percent", "4.022 %"),
        (Fraction(123975371), "people", "123,975,371 people"),
        (Fraction(1, 3), None, "0.333"),
        (Fraction(-4448, 1000), "percent", "-4.448 %"),
    ],
)
def test_values_are_shown_short_and_grouped(value: Fraction, unit: str | None, shown: str) -> None:
    assert display(value, unit) == shown


@pytest.mark.parametrize(
    ("cell", "granularity", "ends", "span"),
    [
        ("2020", "year", None, ("2020-01-01", "2020-12-31")),
        ("2020-Q3", "quarter", None, ("2020-07-01", "2020-09-30")),
        ("2020-02", "month", None, ("2020-02-01", "2020-02-29")),
        ("2019/20", "financial-year", "06-30", ("2019-07-01", "2020-06-30")),
        ("2020", "financial-year", "03-31", ("2019-04-01", "2020-03-31")),
        ("2020-02-29", "day", None, ("2020-02-29", "2020-02-29")),
    ],
)
def test_periods_of_every_granularity(cell: str, granularity: str, ends: str | None, span: tuple[str, str]) -> None:
    found = span_of_cell(cell, granularity, ends)
    assert (found.start.isoformat(), found.end.isoformat()) == span


def test_an_interval_is_written_with_a_stroke() -> None:
    assert span_of_text("2019-08-13/2020-08-12").days == 366


@pytest.mark.parametrize(
    ("text", "grain", "span"),
    [
        ("in 2019", "year", "2019"),
        ("in March 2009", "month", "March 2009"),
        ("in the first quarter of 2020", "quarter", "1 January 2020 to 31 March 2020"),
        ("between 1990 and 2019", "range", "1 January 1990 to 31 December 2019"),
        ("last year", "year", "2024"),
        ("since 1982", "since", "1982"),
        ("in the 12 months to December 2022", "months", "December 2022"),
        ("from August 2019 to June 2021", "months", "August 2019"),
        ("in the 12 months to December", "to", None),
        ("in the first half of 2015", "months", "January 2015"),
        ("that year", "same", None),
    ],
)
def test_periods_in_a_sentence(text: str, grain: str, span: str | None) -> None:
    (hit,) = periods_in(text, 0, datetime.date(2025, 8, 20))
    assert (hit.grain, hit.span.text if hit.span else None) == (grain, span)


def test_a_count_is_no_year() -> None:
    assert periods_in("1982 people", 0, None, ((0, 4),)) == ()
    assert periods_in("€1982 or 1,982", 0, None) == ()


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Japan's population", ["JPN"]),
        ("the US labor force and the U.K.", ["USA", "GBR"]),
        ("American 16-year-olds and Kiwis", ["USA", "NZL"]),
        ("Mexico City and New Mexico", []),
        ("Northern Ireland, South Sudan and Papua New Guinea", ["SSD", "PNG"]),
        ("the Bank of England and Air France", []),
        ("in US dollars, or US$3", []),
        ("let us turn to turkey and china", []),
        ("Equatorial Guinea and Guinea-Bissau", ["GNQ", "GNB"]),
    ],
)
def test_places_are_whole_names(text: str, keys: list[str]) -> None:
    assert [hit.key for hit in places_in(words_of(text))] == keys


def test_a_city_is_no_country() -> None:
    towns = keys_of_column(["Lebanon", "Brigg", "Corby"], "name")
    assert towns["Lebanon"] == "=lebanon" and key_of("Lebanon") == "LBN"
    assert keys_of_column(["Lebanon", "France", "Norway"], "name")["Lebanon"] == "LBN"


def test_words_are_folded_and_stemmed_by_inflection_only() -> None:
    assert fold("Māori") == fold("Maori")
    assert stem("worked") == stem("working") == stem("works")
    assert stem("labour") == stem("labor") and stem("tranquillisers") == stem("tranquilizer")
    assert stem("employers") != stem("employed") and stem("unemployment") != stem("unemployed")


def test_cells_keep_their_digits_and_real_units(tmp_path: Path) -> None:
    package = Package()
    package.measures["callouts"]["multiplier"] = "1000"
    package.meaning["anchors"] = []
    (dataset,) = load_catalogue(package.write(tmp_path)).datasets
    (cell,) = dataset.series(Key("callouts", "=brigg", ("all",))).values()
    assert (cell.value, cell.raw, cell.row, cell.column) == (80_000, "80", 5, "value")
    assert cell.span == Span(datetime.date(2020, 1, 1), datetime.date(2020, 12, 31))


def test_group_signs_and_decimal_commas_that_are_declared_are_read(tmp_path: Path) -> None:
    package = Package()
    package.fields("value").update(groupChar=".", decimalChar=",")
    package.swap(",12.5,", ',"12,5",')
    package.swap(",130,", ",1.300,")
    (dataset,) = load_catalogue(package.write(tmp_path)).datasets
    values = [cell.value for cell in dataset.series(Key("callouts", "=alderley", ("all",))).values()]
    assert values == [120, 1300]


def test_na_is_namibia(tmp_path: Path) -> None:
    package = Package()
    package.swap("Brigg", "NA")
    package.swap("Alderley", "NZ")
    package.meaning["place"]["scheme"] = "iso2"
    package.meaning["anchors"] = []
    (dataset,) = load_catalogue(package.write(tmp_path)).datasets
    assert dataset.places == {"NAM", "NZL"}


def test_a_catalogue_that_changed_on_disk_is_read_again(tmp_path: Path) -> None:
    folder = Package().write(tmp_path)
    first = load_catalogue(folder)
    assert load_catalogue(folder) is first
    file = folder / "fire-service" / "callouts.csv"
    file.write_text(file.read_text("utf-8").replace(",130,", ",1310,"), "utf-8")
    assert load_catalogue(folder) is not first


def test_parquet_needs_its_library_or_is_read(tmp_path: Path) -> None:
    package = Package()
    package.files["callouts.parquet"] = b"PAR1"
    package.resource["path"] = "callouts.parquet"
    with pytest.raises((MissingExtraError, ReferenceDataError), match=r"pyarrow|not a Parquet file"):
        load_catalogue(package.write(tmp_path))
