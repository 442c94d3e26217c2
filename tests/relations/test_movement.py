"""Changes, multiples, conversions, durations and ages: what the words imply and what the sums forgive."""

import datetime

import pytest

import factcheck
from factcheck.model.recalculation import Recalculation


def sums(text: str, kind: str, published: str | None = None) -> list[Recalculation]:
    day = datetime.date.fromisoformat(published) if published else None
    report = factcheck.verify(text, published=day, reference=False)
    return [r for r in report.recalculations if r.kind == kind]


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("Thefts rose 50 per cent, from 200 to 300.", "(300 - 200) / 200"),
        ("Thefts rose from 200 to 300, up 50 per cent.", "(300 - 200) / 200"),
        ("Thefts rose 50 per cent to 300 from 200.", "(300 - 200) / 200"),
        ("There were 300 thefts, 50 per cent more than the 200 of last year.", "(300 - 200) / 200"),
        ("There were 300 thefts in 2019, compared with 200 in 2009, a rise of 50 per cent.", "(300 - 200) / 200"),
        ("From a low of 200 in 2009, thefts have risen by 50 per cent to 300.", "(300 - 200) / 200"),
        ("In 2009 there were 200 thefts. Last year there were 300 thefts, a rise of half.", "(300 - 200) / 200"),
        ("Support fell 9 points, from 37 per cent to 28 per cent.", "37 - 28"),
        ("Thefts fell by 40, from 240 to 200.", "240 - 200"),
    ],
)
def test_a_change_finds_its_two_figures_in_any_order(text: str, expression: str) -> None:
    assert [(s.expression, s.holds) for s in sums(text, "change")] == [(expression, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Fares rose 5 per cent and thefts went from 200 to 300.",
        "Fares rose 5 per cent while the number of thefts went from 200 to 300.",
        "Thefts went from 200 to 300. Fares rose 5 per cent.",
        "The firm made $5m in 2018. Its rival's sales were $40m, a rise of 5 per cent.",
    ],
)
def test_a_change_of_something_else_is_never_faulted(text: str) -> None:
    assert not [s for s in sums(text, "change") if not s.holds]


@pytest.mark.parametrize("adjusted", ["in real terms", "seasonally adjusted", "once inflation is taken out"])
def test_an_adjusted_change_was_not_made_from_the_figures_beside_it(adjusted: str) -> None:
    report = factcheck.verify(f"Spending went from $40m to $46m, a rise of 4 per cent {adjusted}.", reference=False)
    assert report.findings == ()


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("The pond is 10 km (6 miles) long.", True),
        ("The pond is 10 km (8 miles) long.", False),
        ("The pond holds 1,000 litres (220 gallons).", True),
        ("The pond holds 1,000 litres (264 gallons).", True),
        ("The pond holds 1,000 litres (400 gallons).", False),
        ("It was 30C (86F) in the shade.", True),
        ("It was 30C (96F) in the shade.", False),
        ("It was 1.5C (2.7F) warmer than usual.", True),
        ("It was minus 40C (minus 40F) that night.", True),
        ("The walk takes 90 minutes, or an hour and a half.", True),
        ("The quake was felt 200 miles (320 km) away.", True),
    ],
)
def test_conversions_are_exact_and_forgive_round_figures(text: str, holds: bool) -> None:
    assert [s.holds for s in sums(text, "conversion")] == [holds]


def test_numbers_in_two_units_side_by_side_need_not_be_one() -> None:
    assert sums("Runners choose 5 miles or 10 km, and 12 feet is 8 metres too far.", "conversion") == []


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("The bridge, which opened in 1936, is 85 years old.", True),
        ("The bridge, which opened in 1936, is 84 years old.", True),
        ("The bridge, which opened in 1936, is 95 years old.", False),
        ("The pier burned down in 1987, 34 years ago.", True),
        ("The pier burned down in 1987, 14 years ago.", False),
        ("The road was shut for two weeks, from 1 March 2020 to 14 March 2020.", True),
        ("The road was shut for six weeks, from 1 March 2020 to 14 March 2020.", False),
    ],
)
def test_lengths_and_ages_count_inclusively_or_not(text: str, holds: bool) -> None:
    assert [s.holds for s in sums(text, "duration", "2021-06-09")] == [holds]


def test_a_length_since_something_is_not_checked_when_its_end_is_unknown() -> None:
    assert sums("In the four years since 1998 the club had nine managers.", "duration", "2021-06-09") == []


def test_places_in_a_table_rise_as_their_numbers_fall() -> None:
    assert sums("The archer rose from 28 to 19 in the world rankings.", "direction") == []


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Sales more than doubled, from 40 to 85.", True),
        ("Sales almost doubled, from 40 to 75.", True),
        ("Sales doubled, from 40 to 60.", False),
        ("Sales halved, from 40 to 21.", True),
        ("Sales of 120 were three times the 40 of last year.", True),
    ],
)
def test_words_for_multiples_forgive_a_tenth(text: str, holds: bool) -> None:
    assert [s.holds for s in sums(text, "multiple")] == [holds]
