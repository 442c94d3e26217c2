"""The base of a share and the start of a change, taken from a table where the text leaves them out; else nothing."""

import datetime

import pytest

import factcheck
from factcheck.model.finding import Finding
from factcheck.reference import Catalogue, load_catalogue
from tests.reference.packages import ROWS, Package

MORE = """inspected,Alderley,all,1200,2020-01-01,2020-12-31
inspected,Brigg,all,500,2019-01-01,2019-12-31
passed,Alderley,all,900,2020-01-01,2020-12-31
stroke,Brigg,all,120,2020-01-01,2020-12-31
infection,Brigg,all,2.5,2020-01-01,2020-12-31
"""
MEASURES = {
    "inspected": {"labels": ["homes inspected"], "kind": "count", "unit": "homes", "flow": True, "additive": ["time"]},
    "passed": {
        "labels": ["compliance"], "kind": "count", "unit": "homes", "flow": True, "additive": ["time"],
        "subset_of": "inspected",
    },
    "pass_rate": {
        "labels": ["pass rate"], "kind": "share", "unit": "percent", "numerator": "passed", "denominator": "inspected",
    },
    "stroke": {"labels": ["risk of stroke"], "kind": "rate", "unit": "per 100,000 people"},
    "infection": {"labels": ["risk of infection"], "kind": "share", "unit": "percent"},
}  # fmt: skip
PUBLISHED = datetime.date(2021, 3, 1)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    package = Package()
    package.files["callouts.csv"] = (ROWS + MORE).encode()
    package.measures.update(MEASURES)
    return load_catalogue(package.write(tmp_path_factory.mktemp("town")))


def only(text: str, code: str, tables: Catalogue) -> Finding:
    (finding,) = (f for f in factcheck.verify(text, reference=tables, published=PUBLISHED).findings if f.code == code)
    return finding


STARTS = [
    # the table has both ends, and bears the change out
    ("Fires in Alderley fell by 13 per cent in 2020.", "from 30 fires (fires, Alderley, 2019) to 26", (6, 7)),
    # it has the start alone; the change may be a fraction or a multiple
    ("Fires in Alderley fell by a third in 2021.", "from 26 fires (fires, Alderley, 2020) to about 17", (7,)),
    ("Fires in Alderley have doubled in 2021.", "from 26 fires (fires, Alderley, 2020) to about 52", (7,)),
    ("Fires at night in Alderley fell by 12 per cent in 2021.", "from 9 fires (fires, night, Alderley", (8,)),
    # no time is told
    ("Fires in Alderley fell by 12 per cent.", "would be from 26 fires (fires, Alderley, 2020), the latest", (7,)),
    ("The drug cuts the risk of stroke in Brigg by 34 per cent.", "from 120 per 100,000 people (risk of stroke", (14,)),
    ("The drug cuts the risk of infection in Brigg by 34 per cent.", "2.5 % (risk of infection, Brigg, 2020)", (15,)),
]


@pytest.mark.parametrize(("text", "told", "rows"), STARTS)
def test_a_relative_change_is_made_absolute(text: str, told: str, rows: tuple[int, ...], town: Catalogue) -> None:
    finding = only(text, "FC203", town)
    assert told in finding.message
    assert finding.reference is not None
    assert (finding.reference.dataset, finding.reference.source) == ("fire-service", "https://example.org/log")
    assert set(finding.reference.rows) == set(rows)


def test_the_change_is_retold_in_numbers_and_the_sentence_kept(town: Catalogue) -> None:
    fires = only("Fires in Alderley fell by 12 per cent in 2021.", "FC203", town)
    assert fires.plainly == "From 26 fires to about 23: about 3 fewer."
    assert fires.suggestion == "“Fires in Alderley fell by 12 per cent (from 26 fires to about 23) in 2021.”"
    risk = only("The drug cuts the risk of infection in Brigg by 34 per cent.", "FC203", town)
    assert risk.plainly == "From 25 in every 1,000 to about 16."
    assert "(for instance from 2.5 %, as in 2020, to about 1.65 %)" in (risk.suggestion or "")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Alderley had a pass rate of 75 per cent in 2020.", "of 1,200 homes (homes inspected, Alderley, 2020)"),
        ("Alderley was inspected. Compliance had slipped to 75 per cent in 2020.", "of 1,200 homes"),
        (
            "Brigg was inspected. Compliance stood at 61 per cent in 2019.",
            "of 500 homes (homes inspected, Brigg, 2019)",
        ),
    ],
)
def test_a_share_gets_its_base(text: str, level: str, town: Catalogue) -> None:
    finding = only(text, "FC202", town)
    assert level in finding.message
    assert finding.reference is not None and finding.reference.rows


def test_a_share_gets_the_count_that_it_makes(town: Catalogue) -> None:
    finding = only("Brigg was inspected. Compliance stood at 61 per cent in 2019.", "FC202", town)
    assert finding.plainly == "That is about 305 of 500 homes."
    assert finding.suggestion == "“Compliance stood at 61 per cent (about 305 of 500 homes) in 2019.”"


@pytest.mark.parametrize(
    "text",
    [
        "Fires in Alderley fell by 40 per cent in 2020.",  # the table says otherwise
        "Fires in Alderley fell by a half in 2020.",
        "Kitchen fires in Alderley fell by 12 per cent in 2021.",  # narrower
        "Fires and robberies in Alderley fell by 12 per cent in 2021.",  # wider
        "Robberies and fires in Alderley fell by 12 per cent in 2021.",
        "Fires in Alderley and Brigg fell by 12 per cent in 2021.",  # two places
        "Fires in Colby fell by 12 per cent in 2021.",  # another place
        "Fires fell by 12 per cent in 2021.",  # no place
        "Fires in Alderley fell by 12 per cent over three years.",  # another length
        "Fires in Alderley fell by 12 per cent in 2017.",  # before the table begins
        "In Brigg smokers have a 34 per cent higher risk of stroke.",  # than others, not than before
        "In Brigg smokers have three times the risk of stroke.",
        "The risk of infection in Brigg rose by 2 per cent.",  # per cent or points
    ],
)
def test_no_level_is_given_where_it_is_not_sure(text: str, town: Catalogue) -> None:
    finding = only(text, "FC203", town)
    assert "table" not in finding.message and finding.reference is None


def test_no_base_is_given_that_the_table_does_not_bear_out(town: Catalogue) -> None:
    text = "Alderley was inspected. Compliance stood at 61 per cent in 2020."
    found = factcheck.verify(text, reference=town, published=PUBLISHED).findings
    assert not [f for f in found if f.code == "FC202" and f.reference is not None]


def test_what_the_text_tells_itself_is_left_alone(town: Catalogue) -> None:
    for text in (
        "Fires in Alderley fell by 13 per cent in 2020, from 30 to 26.",
        "In 2020 900 of the 1,200 homes inspected in Alderley complied, a pass rate of 75 per cent.",
    ):
        report = factcheck.verify(text, reference=town, published=PUBLISHED)
        assert not [f for f in report.findings if f.code in ("FC202", "FC203")]
