"""Our own tables hold what they say, and the figures of the two articles each meet their own row."""

import json
from pathlib import Path

import pytest

from factcheck.errors import ReferenceDataError
from factcheck.reference import builtin, link, load_catalogue
from factcheck.words import words
from tests.reference.stories import story

SHARED = Path(__file__).parents[3] / "shared"
FIGURES = ("49", "5484", "565", "8586", "959", "147", "291", "1250", "196")
OURS = builtin()


def test_every_table_of_ours_is_sound_small_and_has_its_source() -> None:
    assert len(OURS.datasets) >= 6
    for dataset in OURS.datasets:
        (table,) = dataset.proven
        assert table.file.stat().st_size < 300_000
        assert len(table.meaning.anchors) >= 3
        assert dataset.package.sources[0].path and dataset.package.sources[0].retrieved
        assert table.meaning.checked_on is not None


def test_the_chain_of_subsets_names_the_other_denominator() -> None:
    drugs = next(dataset for dataset in OURS.datasets if dataset.name == "nz-drug-referrals")
    assert drugs.measures["engaged"].subset_of == "health_referrals"
    assert drugs.measures["health_referrals"].subset_of == "faced_possible_charge"
    assert "faced_possible_charge" in drugs.measures["engagement_rate"].other_denominators


@pytest.mark.skipif(not SHARED.exists(), reason="the two articles are not here")
def test_the_articles_figures_meet_each_its_own_row() -> None:
    rows: dict[str, set[tuple[int, ...]]] = {}
    for file in sorted((SHARED / "articles").glob("*.txt")):
        for relation in link(story(file.read_text("utf-8"), "2022-06-30"), OURS).relations:
            proof = relation.recalculation.reference
            if relation.holds and proof is not None and hasattr(relation, "stated"):
                rows.setdefault(relation.stated.text, set()).add(proof.rows)
    assert set(FIGURES) <= rows.keys()
    assert len(rows["49"]) == 2, "the two 49s are two facts"
    singles = [row for figure in FIGURES for row in rows[figure]]
    assert len(set(singles)) == len(singles)


MISLABELLED = (
    # an "index where 2005 is 100" that holds yearly rates
    ("cpi.csv", "CPI", {"place": "USA", "time": "2005", "value": "100", "tolerance": "0.001"}),
    # consumer prices and the deflator, the two files swapped
    ("inflation-consumer.csv", "Inflation", {"place": "NZL", "time": "2022", "value": "7.2", "tolerance": "0.02"}),
    ("inflation-gdp.csv", "Inflation", {"place": "USA", "time": "1980", "value": "9.0", "tolerance": "0.03"}),
)


@pytest.mark.skipif(not SHARED.exists(), reason="the mislabelled packages are not here")
@pytest.mark.parametrize(("name", "column", "anchor"), MISLABELLED)
def test_a_published_file_under_a_wrong_name_is_caught_by_an_anchor(
    name: str, column: str, anchor: dict[str, str], tmp_path: Path
) -> None:
    lines = (SHARED / "data" / "reference_mislabelled" / name).read_text("utf-8").splitlines()
    ours = set(words("places"))
    kept = [lines[0], *(line for line in lines[1:] if line.rsplit(",", 3)[1] in ours)]
    home = tmp_path / "catalogue" / "published"
    home.mkdir(parents=True)
    (home / "data.csv").write_text("\n".join(kept) + "\n", "utf-8")
    header = lines[0].split(",")
    measure = {"labels": ["consumer prices"], "kind": "rate" if column == "Inflation" else "index", "unit": "percent"}
    resource = {
        "name": "data",
        "path": "data.csv",
        "schema": {"fields": [{"name": n, "type": "number" if n == column else "string"} for n in header]},
        "factcheck": {
            "value": column,
            "time": {"column": "Year"},
            "place": {"column": "Country Code", "scheme": "iso3"},
            "measures": {"prices": measure},
            "anchors": [{"measure": "prices", **anchor}],
        },
    }
    (home / "datapackage.json").write_text(json.dumps({"name": "published", "resources": [resource]}), "utf-8")
    with pytest.raises(ReferenceDataError, match=r"anchor prices = .* does not hold"):
        load_catalogue(home.parent)
