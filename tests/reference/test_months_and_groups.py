"""A table by months, places and groups: its quarters, rates, parts, sums over places, superlatives and trends."""

import json

import pytest

from factcheck.reference import Catalogue, load_catalogue
from tests.reference.stories import verdicts

_STATIONS = {"Ferrow": (10, 1), "Moyle": (40, -1), "Skail": (5, 0)}  # rescues in January 2023, and more a month
_GROUPS = {"yacht": ["yachts", "people in yachts"], "kayak": ["kayakers", "people in kayaks"]}
_MEASURES = {
    "rescues": {"column": "rescues", "labels": ["rescues", "people rescued", "rescued by the lifeboats"],
                "kind": "count", "unit": "people", "flow": True, "additive": ["time", "place", "craft"]},
    "fuel": {"column": "fuel", "labels": ["fuel burnt", "litres of fuel"], "kind": "measure", "unit": "l",
             "flow": True, "additive": ["time"]},
    "fee": {"column": "fee", "labels": ["monthly berth fee", "fee for a berth"], "kind": "money", "unit": "EUR",
            "flow": False, "growth": True},
    "drowned": {"column": "drowned", "labels": ["people drowned", "drowned"], "kind": "count", "unit": "people",
                "flow": True, "additive": ["time", "place"]},
    "called": {"column": "called", "labels": ["emergency calls", "calls to the station"], "kind": "count",
               "unit": "calls", "flow": True, "additive": ["time", "place"]},
    "hoaxes": {"column": "hoaxes", "labels": ["hoax calls"], "kind": "count", "unit": "calls", "flow": True,
               "additive": ["time", "place"], "subset_of": "called"},
    "hoax_share": {"labels": ["were hoaxes", "share of hoaxes"], "kind": "share", "unit": "percent", "flow": True,
                   "numerator": "hoaxes", "denominator": "called", "other_denominators": {"rescues": "no calls"}},
}  # fmt: skip


@pytest.fixture(scope="module")
def boats(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Rescues at Ferrow: 10 in January 2023, and one more each month; at Moyle 40, and one fewer; at Skail 5."""
    home = tmp_path_factory.mktemp("boats") / "lifeboats"
    home.mkdir()
    rows = ["station,month,craft,rescues,fuel,fee,drowned,called,hoaxes"]
    for station, (first, step) in _STATIONS.items():
        for n in range(24):
            month = f"{2023 + n // 12}-{n % 12 + 1:02}"
            rows += [
                f"{station},{month},all,{first + step * n},{100.5 + n},{200 + 2 * n},1,{2 * first + n},{first // 5}"
            ]
            rows += [f"{station},{month},{craft},{size},,,,," for craft, size in (("yacht", 4), ("kayak", n % 3 + 1))]
    (home / "boats.csv").write_text("\n".join(rows) + "\n")
    numbers = [{"name": name, "type": "number"} for name in rows[0].split(",")[3:]]
    package = {
        "name": "lifeboats", "title": "Rescues by the lifeboats, by station and month, 2023 and 2024",
        "resources": [{
            "name": "boats", "path": "boats.csv",
            "schema": {"fields": [{"name": "station"}, {"name": "month"}, {"name": "craft"}, *numbers],
                       "missingValues": [""]},
            "factcheck": {
                "time": {"column": "month", "granularity": "month"},
                "place": {"column": "station", "scheme": "name"},
                "dimensions": {"craft": {"total": "all", "labels": _GROUPS}},
                "measures": _MEASURES,
            },
        }],
    }  # fmt: skip
    (home / "datapackage.json").write_text(json.dumps(package))
    return load_catalogue(home.parent)


MEANT = [
    # months, quarters and halves, named and pointed back to
    ("The lifeboats of Ferrow made 42 rescues in the June quarter of 2023.", {"42": "holds"}),
    ("In the three months to June 2023 the lifeboats of Ferrow made 42 rescues.", {"42": "holds"}),
    ("In the first half of 2023 the lifeboats of Ferrow made 75 rescues.", {"75": "holds"}),
    ("Over May and June 2023 together, Ferrow had 29 rescues.", {"29": "holds"}),
    ("The fair was in May 2023. In that month Ferrow had 14 rescues.", {"14": "holds"}),
    ("In the two years to 2024 Ferrow had 516 rescues.", {"516": "holds"}),
    ("In the June quarter of 2023 Ferrow had 33 rescues.", {"33": "period"}),
    # changes from another stretch
    ("Rescues at Ferrow rose by 27 per cent in the June quarter of 2023 from the March quarter.",
     {"27 per cent": "holds"}),
    ("Ferrow had 12 more rescues in May 2024 than in the same month of 2023.", {"12": "holds"}),
    ("In May 2024 Ferrow had 5 more rescues than in the month before.", {"5": "differs"}),
    # so much a month: a rate of what adds up, the level of what does not
    ("Ferrow had an average of 27.5 rescues a month in 2024.", {"27.5": "holds"}),
    ("The fee for a berth at Ferrow was €232 a month in May 2024.", {"€232": "holds"}),
    ("The fee for a berth at Ferrow was €272 a month in May 2024.", {"€272": "differs"}),
    ("Ferrow's lifeboats burnt 116.5 litres of fuel in May 2024.", {"116.5 litres": "holds"}),
    # places and groups: added up, named as parts, the deed inside the group's name
    ("In May 2024, 50 people were rescued by the lifeboats of Ferrow and Moyle together.", {"50": "holds"}),
    ("Ferrow, Moyle and Skail between them had 55 rescues in May 2024.", {"55": "holds"}),
    ("In May 2024, 50 people were rescued by the lifeboats of Ferrow and Moyle.", {"50": "holds"}),
    ("Ferrow had 26 rescues in May 2024. They included 4 yachts.", {"26": "holds", "4": "holds"}),
    ("In May 2024 Ferrow had 26 rescues, including 5 kayakers.", {"26": "holds", "5": "differs"}),
    ("The number of people rescued in kayaks at Ferrow was 2 in May 2024.", {"2": "holds"}),
    # a share over the base that the text names
    ("In May 2023 a sixth of the emergency calls at Skail were hoaxes.", {"a sixth": "differs"}),
    ("Of the people rescued at Skail in May 2023, 20 per cent were hoaxes.", {"20 per cent": "holds"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEANT)
def test_months_places_and_groups_are_told_apart(boats: Catalogue, text: str, expected: dict[str, str]) -> None:
    assert verdicts(text, boats) == expected


PHRASES = [
    ("In May 2024 Ferrow had 26 rescues, the most in any month since June 2023.", "holds"),
    ("In May 2024 Moyle had 24 rescues, the most since the start of 2023.", "differs"),
    ("Rescues at Ferrow rose in every quarter of 2024.", "holds"),
    ("Rescues at Moyle rose every month from 2023 to 2024.", "differs"),
    ("Rescues at Moyle rose in the June quarter of 2024 for the first time in two years.", "differs"),
    ("Among Ferrow, Moyle and Skail, Moyle had the most rescues in 2023.", "holds"),
    ("Of the three stations, Skail had the most rescues in 2023.", "differs"),
]


@pytest.mark.parametrize(("text", "verdict"), PHRASES)
def test_a_series_may_be_of_months_or_quarters(boats: Catalogue, text: str, verdict: str) -> None:
    found = {phrase: said for phrase, said in verdicts(text, boats).items() if " " in phrase}
    assert list(found.values()) == [verdict]


SILENT = [
    "The number of people rescued from rafts at Ferrow fell. It was 9 in May 2023 and 4 in May 2024.",
    "In May 2024 Ferrow and Moyle had 6 rescues at night.",
    "Between Ferrow and Moyle lie 9 rocks, on which 3 people were rescued in May 2024.",
    "In May 2024, 26 and 24 people were rescued by the lifeboats of Ferrow and Moyle with their dogs.",
    "Ferrow and Moyle had 26 and 24 rescues in May 2024, or 50 together.",
    "Ferrow and Moyle together had 40 hands in May 2024, and 25 rescues each.",
    "Two of the three stations together had 30 rescues in May 2024.",
    "In the half-year to June 2024 rescues at Ferrow and Moyle fell by 3.",
    "In May 2024 a twentieth of the emergency calls at Moyle were hoaxes by children.",
    "Annual rescues at Ferrow stand at 310.",
    "Ferrow's two biggest lifeboats made 12 rescues in May 2024.",
    "The weekly fee for a berth at Ferrow was €58 in May 2024.",
    "Rescues at Ferrow's beaches rose in every month of 2024, the lifeguards say.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_the_table_does_not_know_is_left_alone(boats: Catalogue, text: str) -> None:
    assert "differs" not in verdicts(text, boats).values()
    assert not {"period", "group", "place"} & set(verdicts(text, boats).values())
