"""Tables of a newsroom's own: named in other words, gone on about, and silent where a word more stands by."""

from pathlib import Path

import pytest

from factcheck.reference import Catalogue, load_catalogue
from tests.reference.packages import Package
from tests.reference.stories import fire_service, verdicts


@pytest.fixture(scope="module")
def fires(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return fire_service(tmp_path_factory.mktemp("fires"))


MEANT = [
    ("In 2020 the brigade of Brigg fought 20 blazes.", "20", "holds"),
    ("Brigg had 31 blazes in 2020.", "31", "differs"),
    ("The brigade of Alderley was called out 130 times in 2020, 10 more than in 2019.", "10", "holds"),
    ("Alderley dreads the night. In 2020 its brigade had 45 callouts.", "45", "holds"),
    ("Alderley dreads the night. All told, its brigade had 130 callouts in 2020.", "130", "holds"),
    ("Brigg had 80 callouts in 2020. In that year it had 20 blazes.", "20", "holds"),
]


@pytest.mark.parametrize(("text", "number", "verdict"), MEANT)
def test_other_words_than_the_tables_are_understood(fires: Catalogue, text: str, number: str, verdict: str) -> None:
    assert verdicts(text, fires).get(number) == verdict


SILENT = [
    "Brigg had 31 blazes in barns in 2020.",
    "Insurers in Brigg paid for 31 fires in 2020.",
    "Brigg had 95 callouts with more than two engines in 2020.",
    "Brigg had 95 callouts to the pit in 2020.",
    "Spending per callout in Alderley rose every year from 2018 to 2020.",
    "A gale was blamed for 31 callouts in Alderley in 2020, the most since 2018.",
]


@pytest.mark.parametrize("text", SILENT)
def test_a_word_that_the_row_does_not_explain_stops_a_verdict(fires: Catalogue, text: str) -> None:
    assert verdicts(text, fires) == {}


@pytest.fixture(scope="module")
def tolls(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Vehicles on a toll bridge by quarter: 4,100, 4,210, … 4,980."""
    package = Package()
    cells = [(f"{year}-Q{quarter}", 4100 + 110 * n) for n, (year, quarter) in enumerate(_QUARTERS)]
    package.files["callouts.csv"] = ("period,cars\n" + "".join(f"{q},{value}\n" for q, value in cells)).encode()
    package.descriptor |= {"name": "toll-bridge", "title": "Vehicles on the Ferrow toll bridge by quarter"}
    package.resource["schema"] = {"fields": [{"name": "period"}, {"name": "cars", "type": "integer"}]}
    package.resource["factcheck"] = {
        "time": {"column": "period", "granularity": "quarter"},
        "place": {"fixed": "Ferrow"},
        "measures": {"cars": {"column": "cars", "labels": ["vehicles crossed the bridge"], "kind": "count",
                              "unit": "vehicles", "flow": True, "additive": ["time"]}},
    }  # fmt: skip
    return load_catalogue(package.write(tmp_path_factory.mktemp("tolls")))


_QUARTERS = [(year, quarter) for year in (2022, 2023) for quarter in (1, 2, 3, 4)]

PERIODS = [
    ("From April to June 2022 4,210 cars crossed the bridge at Ferrow.", {"4,210": "holds"}),
    ("Ferrow had 4,210 cars on its toll bridge in the second quarter of 2022. In the same quarter of 2023 it had been "
     "4,650.", {"4,210": "holds", "4,650": "holds"}),
    ("By the end of June 2022 8,310 cars had crossed the bridge at Ferrow.", {"8,310": "holds"}),
    ("In 2022 17,060 cars crossed the bridge at Ferrow. The previous year it was closed.", {"17,060": "holds"}),
    ("In the third quarter of 2022 4,210 cars crossed the bridge at Ferrow.", {"4,210": "period"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_periods_are_joined_shifted_and_run_up(tolls: Catalogue, text: str, expected: dict[str, str]) -> None:
    assert verdicts(text, tolls) == expected


def test_quarters_make_years_for_a_trend(tolls: Catalogue) -> None:
    text = "The number of vehicles that crossed the bridge at Ferrow fell every year from 2022 to 2023."
    assert verdicts(text, tolls) == {"fell every year from 2022 to 2023": "differs"}


def test_a_record_for_one_quarter_is_held_against_that_quarter_of_each_year(tolls: Catalogue) -> None:
    text = "In the second quarter of 2023 4,650 cars crossed the bridge at Ferrow. That is the fewest ever in a second quarter."  # noqa: E501
    assert verdicts(text, tolls) == {"4,650": "holds", "the fewest ever in a second quarter": "differs"}


def test_a_place_in_the_name_of_another_thing_is_not_the_tables(tmp_path: Path) -> None:
    assert verdicts("The Brigg Arms had 80 guests in 2020, and 20 dogs.", fire_service(tmp_path)) == {}
