"""`factcheck reference add`, `check` and `search`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.apps.reference_cli import app
from factcheck.errors import ReferenceDataError
from factcheck.reference.draft import draft
from tests.reference.packages import Package

RUN = CliRunner()


def drafted(folder: Path, text: str, encoding: str = "utf-8") -> dict[str, object]:
    file = folder / "Rain Days.csv"
    file.write_bytes(text.encode(encoding))
    content = json.loads(draft(file).read_text("utf-8"))
    assert content["name"] == "rain-days"
    return content["resources"][0]  # type: ignore[no-any-return]


def test_a_draft_guesses_time_place_and_measures_and_marks_the_guesses(tmp_path: Path) -> None:
    resource = drafted(tmp_path, "country,year,rain_days,share_wet\nFrance,2020,112,30.7\nNorway,2020,199,54.5\n")
    meaning = resource["factcheck"]
    assert meaning["time"] == {"column": "year", "granularity": "year"}
    assert meaning["place"] == {"column": "country", "scheme": "country-name"}
    assert {key: m["kind"] for key, m in meaning["measures"].items()} == {"rain_days": "count", "share_wet": "share"}
    assert all(label.startswith("GUESS") for m in meaning["measures"].values() for label in m["labels"])
    types = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
    assert types == {"country": "string", "year": "year", "rain_days": "integer", "share_wet": "number"}


def test_a_draft_knows_codes_intervals_groups_delimiters_and_encodings(tmp_path: Path) -> None:
    text = "iso;von;bis;gruppe;tage\nFRA;2020-01-01;2020-06-30;früh;12\nNOR;2020-01-01;2020-06-30;früh;15\n"
    resource = drafted(tmp_path, text, "windows-1252")
    assert resource["encoding"] == "windows-1252"
    assert resource["dialect"] == {"delimiter": ";"}
    meaning = resource["factcheck"]
    assert meaning["time"] == {"start": "von", "end": "bis"}
    assert meaning["place"] == {"column": "iso", "scheme": "iso3"}


def test_a_draft_overwrites_nothing(tmp_path: Path) -> None:
    drafted(tmp_path, "year,x\n2020,1\n")
    with pytest.raises(ReferenceDataError, match="there is one already"):
        draft(tmp_path / "Rain Days.csv")


def test_a_draft_loads_once_it_is_decided(tmp_path: Path) -> None:
    drafted(tmp_path, "country,year,rain_days\nFrance,2020,112\nNorway,2020,199\n")
    result = RUN.invoke(app, ["check", str(tmp_path)])
    assert result.exit_code == 0 and "1 of 1 datasets are sound" in result.output


def test_add_says_what_to_do_next(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("year,x\n2020,1\n")
    result = RUN.invoke(app, ["add", str(tmp_path / "a.csv")])
    assert result.exit_code == 0 and "reference check" in result.output


def test_check_prints_each_fault_and_fails(tmp_path: Path) -> None:
    package = Package()
    package.swap(",130,", ",many,")
    result = RUN.invoke(app, ["check", str(package.write(tmp_path))])
    assert result.exit_code == 1
    assert "row 3" in result.output and "0 of 1 datasets are sound" in result.output


def test_wrong_use_has_status_two(tmp_path: Path) -> None:
    assert RUN.invoke(app, ["add", str(tmp_path / "none.csv")]).exit_code == 2
    assert RUN.invoke(app, ["check", str(tmp_path)]).exit_code == 2


def test_search_shows_how_words_link() -> None:
    result = RUN.invoke(app, ["search", "people referred"])
    assert result.exit_code == 0
    assert "nz-drug-referrals/health_referrals" in result.output.splitlines()[0]


def test_search_in_a_catalogue_of_ones_own(tmp_path: Path) -> None:
    result = RUN.invoke(app, ["search", "called out", "--reference", str(Package().write(tmp_path))])
    assert "fire-service/callouts" in result.output
