"""The JSON report keeps its published shape, its exact numbers and its ids."""

import json
from dataclasses import replace
from fractions import Fraction
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from factcheck.model.article import Article
from factcheck.render._values import as_worked, exact, fixed
from factcheck.report import Report
from factcheck.version import SCHEMA


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    loaded = json.loads(files("factcheck").joinpath("report.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(loaded)
    assert loaded["$id"].endswith(SCHEMA)
    return Draft202012Validator(loaded, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_reports_have_the_published_shape(report: Report, empty_report: Report, schema: Draft202012Validator) -> None:
    for one in (report, empty_report):
        schema.validate(json.loads(one.to_json()))


def test_the_shape_is_strict_enough_to_notice(report: Report, schema: Draft202012Validator) -> None:
    broken = report.to_dict()
    broken["recalculations"][0]["value"] = 0.0171
    del broken["findings"][0]["plainly"]
    assert len(list(schema.iter_errors(broken))) == 2


def test_every_name_that_is_used_is_defined(report: Report) -> None:
    data = report.to_dict()
    quantities = {q["id"] for q in data["quantities"]}
    sums = {r["id"] for r in data["recalculations"]}
    findings = {f["id"] for f in data["findings"]}
    for claim in data["claims"]:
        assert sums.issuperset(claim["recalculations"])
        assert findings.issuperset(claim["findings"])
    for finding in data["findings"]:
        assert sums.issuperset(finding["recalculations"])
    for recalculation in data["recalculations"]:
        assert quantities.issuperset([recalculation["stated"], *recalculation["operands"]])


def test_a_sum_that_only_a_finding_carries_is_listed_too(report: Report) -> None:
    data = replace(report, recalculations=report.recalculations[:1]).to_dict()
    assert [r["id"] for r in data["recalculations"]] == ["r1", "r2", "r3"]
    assert data["findings"][0]["recalculations"] == ["r1", "r2"]


def test_numbers_are_exact_and_recognisable(report: Report) -> None:
    data = report.to_dict()
    stated = next(q for q in data["quantities"] if q["text"] == "1.7 per cent")
    assert (stated["low"], stated["value"], stated["high"]) == ("1.65", "1.7", "1.75")
    assert data["recalculations"][0]["value"] == "147/8586"
    more_than = next(q for q in data["quantities"] if q["bound"] == ">")
    assert (more_than["low"], more_than["low_open"], more_than["high"]) == ("25", True, None)


def test_letters_stay_as_they_are_and_offsets_count_them(report: Report) -> None:
    written = report.to_json()
    assert "Tāmaki Makaurau" in written
    data = json.loads(written)
    for thing in (*data["quantities"], *data["findings"]):
        assert data["title" if thing["in"] == "title" else "text"][thing["start"] : thing["end"]] == thing["text"]


def test_a_lone_surrogate_can_still_be_written(empty_report: Report) -> None:
    odd = replace(empty_report, article=Article("Half a letter: \ud83d, 3 of 4."))
    assert json.loads(odd.to_json().encode("utf-8"))["text"] == odd.article.text


@given(st.fractions())
def test_exact_loses_nothing(value: Fraction) -> None:
    assert Fraction(exact(value) or "") == value


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_ratio_keeps_the_figures_that_the_reader_saw(part: int, whole: int) -> None:
    assert as_worked(Fraction(part, whole), f"{part} / {whole}") == f"{part}/{whole}"
    assert as_worked(Fraction(part, whole) + 1, f"{part} / {whole}") == exact(Fraction(part, whole) + 1)


@given(st.fractions(), st.integers(0, 6))
def test_fixed_is_within_half_a_unit(value: Fraction, places: int) -> None:
    assert abs(Fraction(fixed(value, places)) - value) <= Fraction(1, 2 * 10**places)
