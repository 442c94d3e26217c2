"""Numbers meet the rows that they are about; anything less certain is left alone, with the reason."""

from pathlib import Path

import pytest

from factcheck.reference import Catalogue, builtin, load_catalogue
from tests.reference.packages import Package
from tests.reference.stories import fire_service, silence, verdicts

OURS = builtin()

LINKED = [
    # measure by noun, by verb, by bare people; place by name, adjective, people
    ("Norway had 5.5 million inhabitants in 2023.", "5.5 million", "holds"),
    ("In 2023 the Norwegian population stood at 5.5 million.", "5.5 million", "holds"),
    ("There were 5.5 million Norwegians in 2023.", "5.5 million", "holds"),
    ("Some 5.5 million people lived in Norway in 2023.", "5.5 million", "holds"),
    ("Norway was home to 5.5 million people in 2023.", "5.5 million", "holds"),
    ("Norway had 6.4 million inhabitants in 2023.", "6.4 million", "differs"),
    ("Britain's 67.6 million people bought 40 pianos in 2022.", "67.6 million", "holds"),
    # two places and two numbers
    ("In 2024 France had 68.6 million inhabitants and Italy 59.0 million.", "59.0 million", "holds"),
    ("In 2024 France had 59.0 million inhabitants and Italy 68.6 million.", "68.6 million", "place"),
    ("Inflation averaged 8.4 per cent in Sweden and 5.8 per cent in Norway in 2022.", "5.8 per cent", "holds"),
    # period named before, pointed back to, a year on
    ("The bridge opened in 2019. In that year Kenya had 51.2 million inhabitants.", "51.2 million", "holds"),
    ("Inflation in Egypt averaged 33.9 per cent in 2023, after 13.9 per cent the year before.", "13.9 per cent",
     "holds"),
    ("In 2015 Kenya had 51.2 million inhabitants.", "51.2 million", "period"),
    # shares, bases, units, powers of ten
    ("In 2024 4.0 percent of the US labor force was unemployed.", "4.0 percent", "holds"),
    ("In 2024 4.0 percent of the civilian population of the United States was unemployed.", "4.0 percent", "base"),
    ("In 2024 161,346 people were employed in the United States.", "161,346", "power"),
    ("Kenya's GDP was US$107 billion in 2023.", "US$107 billion", "holds"),
    # formulas over cells
    ("Between 2010 and 2023 the population of Poland shrank by 1.36 million.", "1.36 million", "holds"),
    ("The population of Canada was 3.0 per cent larger in 2024 than in 2023.", "3.0 per cent", "holds"),
    ("Average inflation in New Zealand was 3.2 percentage points higher in 2022 than in 2021.", "3.2 percentage points",
     "holds"),
    ("The German economy was twice the size of Italy's in 2023.", "twice", "holds"),
    ("Kenya's population trebled between 1990 and 2023.", "trebled", "differs"),
    ("In 2009 consumer prices in Ireland fell by 4.4 per cent on average.", "4.4 per cent", "holds"),
    ("In 2009 consumer prices in Ireland rose by 4.4 per cent on average.", "4.4 per cent", "differs"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "verdict"), LINKED)
def test_a_number_is_held_against_its_row(text: str, number: str, verdict: str) -> None:
    assert verdicts(text, OURS).get(number) == verdict


SILENT = [
    ("GDP per head in Norway was $87,900 in 2023.", "capita"),
    ("The Norwegian economy grew by 0.5 per cent in 2023, in real terms.", "growth"),
    ("Inflation in Sweden was 10.6 per cent in November 2022.", "a month"),
    ("Consumer prices in Sweden rose by 12.3 per cent in the 12 months to December 2022.", "to December"),
    ("Food prices in Britain rose by 11.0 per cent in 2022.", "food"),
    ("The unemployment rate in Michigan was 12.6 percent in 2010.", "a state"),
    ("Unemployment among young Americans stood at 18.4 percent in 2010.", "a group"),
    ("Women in Japan had a life expectancy of 87.4 years in 2019.", "a sex"),
    ("Life expectancy at 65 in Japan was 22.3 years in 2019.", "at 65"),
    ("New Zealand's sheep population was 27 million in 2018.", "sheep"),
    ("The islands off New Zealand's coast held 4.4 million petrels in 2018.", "petrels"),
    ("Mexico City had 9.2 million inhabitants in 2020.", "a city"),
    ("New Mexico had 2.1 million inhabitants in 2020.", "a longer name"),
    ("By 2050 Nigeria's population is projected to reach 375 million.", "a projection"),
    ("If Canada's population had reached 45 million in 2024, the trains would be fuller.", "a condition"),
    ("Britain's GDP was £2.7 trillion in 2023.", "another currency"),
    ("New Zealand's GDP was $400 billion in 2023.", "whose dollar"),
    ("American employers added 2.2 million jobs to their payrolls in 2024.", "jobs"),
    ("About 40 per cent of Nigeria's population lived on two dollars a day in 2023.", "a share of it"),
    ("The Herald of France printed 68.6 million copies in 2024.", "copies"),
]


@pytest.mark.parametrize(("text", "why"), SILENT, ids=[why for _, why in SILENT])
def test_another_measure_than_the_tables_is_left_alone(text: str, why: str) -> None:
    assert verdicts(text, OURS) == {}


def test_a_number_without_period_and_date_is_left_alone_with_the_reason() -> None:
    assert silence("Kenya has 56.4 million inhabitants.", OURS) == {
        "56.4 million": "neither the text nor its date says which period"
    }


def test_without_a_period_the_latest_before_publication_is_taken() -> None:
    text = "Kenya has 56.4 million inhabitants."
    assert verdicts(text, OURS, "2025-06-01") == {"56.4 million": "holds"}
    assert verdicts(text, OURS, "2023-06-01") == {}


def test_a_table_that_ends_long_before_publication_says_nothing() -> None:
    assert verdicts("Kenya has 56.4 million inhabitants.", OURS, "2035-06-01") == {}


def test_an_old_figure_without_a_period_fits_an_earlier_row() -> None:
    assert verdicts("Kenya has 51.2 million inhabitants.", OURS, "2025-06-01") == {"51.2 million": "period"}


def test_findings_of_our_own_tables_are_marked() -> None:
    from factcheck.reference import link
    from tests.reference.stories import story

    (relation,) = link(story("Norway had 6.4 million inhabitants in 2023."), OURS).relations
    assert relation.builtin
    proof = relation.recalculation.reference
    assert proof is not None and proof.dataset == "population" and proof.period == "2023" and proof.rows
    assert proof.source.startswith("https://data.worldbank.org/") and proof.retrieved


@pytest.fixture(scope="module")
def fires(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return fire_service(tmp_path_factory.mktemp("fires"))


def test_a_newsrooms_own_table_answers(fires: Catalogue) -> None:
    text = "The brigade counted 130 callouts in Alderley in 2020, ten more than in 2019; 45 of them came at night."
    assert verdicts(text, fires)["130"] == "holds"


def test_a_group_named_is_the_row_and_no_group_is_the_total(fires: Catalogue) -> None:
    assert verdicts("In 2020 there were 45 callouts at night in Alderley.", fires) == {"45": "holds"}
    assert verdicts("In 2020 there were 45 callouts in Alderley.", fires) == {"45": "group"}


def test_rows_are_added_over_what_may_be_added(fires: Catalogue) -> None:
    assert verdicts("Over 2019 and 2020 taken together there were 250 callouts in Alderley.", fires) == {"250": "holds"}
    assert verdicts("Alderley and Brigg together had 210 callouts in 2020.", fires) == {"210": "holds"}
    assert verdicts("Alderley and Brigg together had 46 fires in 2020.", fires) == {}


def test_a_town_that_the_table_does_not_have_is_left_alone(fires: Catalogue) -> None:
    assert verdicts("There were 300 callouts in Corby in 2020.", fires) == {}


def test_corrections_teach_words_and_forbid_them(tmp_path: Path, fires: Catalogue) -> None:
    text = "The crews of Brigg slid down the pole 80 times in 2020."
    assert verdicts(text, fires) == {}
    taught = '[[means]]\nwords = "crews slid down the pole"\nmeasure = "fire-service/callouts"\n'
    assert verdicts(text, fire_service(tmp_path, taught)) == {"80": "holds"}


def test_words_that_must_never_be_linked_are_not(tmp_path: Path) -> None:
    never = '[[never]]\nwords = "false callouts"\n'
    catalogue = fire_service(tmp_path, never)
    assert verdicts("Brigg had 80 callouts in 2020.", catalogue) == {"80": "holds"}
    assert verdicts("Brigg had 75 false callouts in 2020.", catalogue) == {}


def periodic(folder: Path, granularity: str, cells: tuple[str, str], **time: str) -> Catalogue:
    """A table of two periods: 40 wells, then 52."""
    package = Package()
    rows = "".join(f"{cell},{value}\n" for cell, value in zip(cells, (40, 52), strict=True))
    package.files["callouts.csv"] = f"period,wells\n{rows}".encode()
    package.resource["schema"] = {"fields": [{"name": "period"}, {"name": "wells", "type": "integer"}]}
    package.resource["factcheck"] = {
        "time": {"column": "period", "granularity": granularity, **time},
        "measures": {"wells": {"column": "wells", "labels": ["wells drilled"], "kind": "count", "unit": "wells",
                               "flow": True, "additive": ["time"]}},
    }  # fmt: skip
    return load_catalogue(package.write(folder))


def test_months_quarters_and_financial_years_are_periods_too(tmp_path: Path) -> None:
    monthly = periodic(tmp_path / "m", "month", ("2024-02", "2024-03"))
    assert verdicts("In March 2024 52 wells were drilled.", monthly) == {"52": "holds"}
    assert verdicts("In March 2024 40 wells were drilled.", monthly) == {"40": "period"}
    assert verdicts("In 2024 52 wells were drilled.", monthly) == {}
    quarters = periodic(tmp_path / "q", "quarter", ("2024-Q1", "2024-Q2"))
    assert verdicts("In the second quarter of 2024 52 wells were drilled.", quarters) == {"52": "holds"}
    assert verdicts("From January 2024 to June 2024 92 wells were drilled.", quarters) == {"92": "holds"}
    years = periodic(tmp_path / "y", "financial-year", ("2019/20", "2020/21"), ends="06-30")
    assert verdicts("In 2020/21 52 wells were drilled.", years) == {"52": "holds"}
    assert verdicts("In the 12 months to June 2021 52 wells were drilled.", years) == {"52": "holds"}
    assert verdicts("In 2020 52 wells were drilled.", years) == {}


def test_periods_in_columns_are_one_series(tmp_path: Path) -> None:
    package = Package()
    package.files["callouts.csv"] = b"town,y2019,y2020\nBrigg,70,80\nCorby,10,11\n"
    fields = [{"name": "town"}, {"name": "y2019", "type": "integer"}, {"name": "y2020", "type": "integer"}]
    package.resource["schema"] = {"fields": fields}
    measure = {
        "labels": ["callouts"],
        "kind": "count",
        "unit": "callouts",
        "columns": {"2019": "y2019", "2020": "y2020"},
    }
    package.resource["factcheck"] = {"place": {"column": "town"}, "measures": {"callouts": measure}}
    catalogue = load_catalogue(package.write(tmp_path))
    assert verdicts("Brigg had 80 callouts in 2020, ten more than in 2019.", catalogue)["80"] == "holds"
    assert verdicts("Brigg had 70 callouts in 2020.", catalogue) == {"70": "period"}
    assert verdicts("Brigg had 11 callouts in 2020; so had Corby.", catalogue) == {"11": "place"}


TRAPS = [line.split("\t") for line in Path(__file__).with_name("silent.tsv").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("published", "text"), TRAPS, ids=[text[:60] for _, text in TRAPS])
def test_nothing_is_said_of_what_only_looks_like_a_row(published: str, text: str) -> None:
    """Each line of silent.tsv is prose in which every number is of another measure, group, place or period."""
    assert verdicts(text, OURS, published or None) == {}
