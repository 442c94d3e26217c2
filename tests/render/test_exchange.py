"""The formats for other programs: SARIF, GitHub, Web Annotations, ClaimReview, CSV, JUnit, JSON lines, pandas."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator

from factcheck.errors import SettingsError
from factcheck.model.article import Article
from factcheck.model.finding import Finding
from factcheck.model.origin import Origin, Stretch
from factcheck.model.report import Coverage
from factcheck.render import names, render_all, renderer
from factcheck.render.github import SHOWN
from factcheck.report import Report

SARIF = json.loads((Path(__file__).parent / "schemas/sarif-2.1.0.json").read_text("utf-8"))


def test_sarif_is_valid_by_the_published_schema(report: Report, empty_report: Report) -> None:
    validator = Draft4Validator(SARIF, format_checker=Draft4Validator.FORMAT_CHECKER)
    for one in (report, empty_report, replace(report, article=replace(report.article, source="a b/ä:c.md"))):
        validator.validate(one.to_sarif())
    validator.validate(json.loads(render_all("sarif", [report, empty_report], many=True)))


def test_sarif_places_rules_and_fixes(report: Report) -> None:
    run = report.to_sarif()["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    warning = run["results"][0]
    region = warning["locations"][0]["physicalLocation"]["region"]
    line = report.article.text.splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "1.7 per cent"
    replacement = warning["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"]["text"] == "15.3 per cent"
    assert "region" not in run["results"][2]["locations"][0]["physicalLocation"], "the headline is not in the file"


def test_places_are_those_of_the_file(report: Report) -> None:
    shift = len("# Headline\r\n\r\n")
    text = report.article.text
    origin = Origin("# Headline\r\n\r\n" + text, (Stretch(0, len(text), shift, shift + len(text)),))
    moved = replace(report, article=replace(report.article, origin=origin))
    region = moved.to_sarif()["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region["startLine"] == 4
    assert origin.source[region["charOffset"] :].startswith("1.7 per cent")
    assert moved.to_dict()["findings"][0]["source_start"] == region["charOffset"]


def _many(count: int, severity: str) -> Report:
    words = "word " * count
    findings = tuple(
        Finding(i * 5, i * 5 + 4, "word", f"100 % of {i},\nso:", severity, code="FC101", name="ratio-mismatch")  # type: ignore[arg-type]
        for i in range(count)
    )
    return Report(Article(words, source="a,b:c.md"), (), (), (), (), findings, Coverage(0, 0, 0, 0, ()))


def test_github_puts_errors_first_and_says_how_many_more(report: Report) -> None:
    lines = render_all("github", [_many(SHOWN + 2, "warning"), report], many=True).splitlines()
    assert lines[0].startswith("::error file=drafts/helpline.txt,line=2,endLine=2,col=")
    assert lines[1].startswith("::warning file=a%2Cb%3Ac.md,line=1,")
    assert sum(line.startswith("::warning") for line in lines) == SHOWN
    assert "3 more warnings, not shown here" in lines
    assert lines[-1].startswith("::notice file=drafts/helpline.txt,title=FC214")


def test_github_commands_stay_on_their_line() -> None:
    assert renderer("github")(_many(1, "error")).rstrip("\n").endswith("::100 %25 of 0,%0Aso:")


def test_annotations_find_their_words_again(report: Report) -> None:
    page = report.to_annotations()
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    position, quotation = page["items"][0]["target"]["selector"]
    text = report.article.text
    assert text[position["start"] : position["end"]] == quotation["exact"] == "1.7 per cent"
    assert text.count(quotation["prefix"] + quotation["exact"] + quotation["suffix"]) == 1
    assert json.loads(render_all("annotations", [report], many=False)) == page


def test_claim_reviews_are_drafts_of_what_was_judged(report: Report) -> None:
    reviews = report.to_claim_review()["@graph"]
    assert [review["reviewRating"]["ratingValue"] for review in reviews] == [3, 1], "the unchecked claim has no review"
    for review in reviews:
        assert review["creativeWorkStatus"] == "Draft"
        assert review["claimReviewed"] in " ".join(report.article.text.split())
        rating = review["reviewRating"]
        assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]


@pytest.mark.parametrize("evil", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1", " =1", "\r=1", "＝1"])
def test_no_cell_is_a_formula(report: Report, evil: str) -> None:
    finding = replace(report.findings[0], message=evil, suggestion=evil, cause=evil)
    written = renderer("csv")(replace(report, findings=(finding,), article=replace(report.article, source=evil)))
    row = next(csv.DictReader(io.StringIO(written, newline="")))
    assert {row["message"], row["suggestion"], row["cause"], row["source"]} == {"'" + evil}


def test_csv_tells_every_finding_once(report: Report) -> None:
    table = list(csv.DictReader(io.StringIO(render_all("csv", [report, report], many=True), newline="")))
    assert [row["code"] for row in table] == ["FC201", "FC101", "FC214"] * 2
    assert table[0]["text"] == "1.7 per cent"


def test_junit_fails_for_errors_and_warnings(report: Report, empty_report: Report) -> None:
    root = ElementTree.fromstring(render_all("junit", [report, empty_report], many=True))
    suite, clean = root
    assert (suite.get("tests"), suite.get("failures"), clean.get("failures")) == ("3", "2", "0")
    assert [case.find("failure") is not None for case in suite] == [True, True, False]


def test_junit_holds_only_what_xml_can(report: Report) -> None:
    odd = replace(report.findings[0], message="a\x00b\ud83d]]><x>")
    assert "<x>" in ElementTree.fromstring(renderer("junit")(replace(report, findings=(odd,)))).find(".//failure").get(
        "message"
    )  # type: ignore[union-attr, operator]


def test_json_lines_are_one_a_report(report: Report) -> None:
    lines = render_all("jsonl", [report, report], many=True).splitlines()
    assert [json.loads(line) for line in lines] == [report.to_dict()] * 2


def test_a_frame_has_the_same_columns_and_types_with_and_without_rows(report: Report, empty_report: Report) -> None:
    for what in ("findings", "quantities", "claims", "recalculations"):
        full, empty = report.to_frame(what), empty_report.to_frame(what)
        assert len(full) == len(report.to_dict()[what])
        assert len(empty) == 0
        assert [str(kind) for kind in full.dtypes] == [str(kind) for kind in empty.dtypes]
    sums = report.to_frame("recalculations")
    assert sums.value[0] == "147/8586", "exact, not a float"
    assert sums.holds.tolist() == [True, False, False]
    assert report.to_frame().line.tolist() == [2, 2, 1]


def test_a_table_that_is_not_there_is_told(report: Report) -> None:
    with pytest.raises(SettingsError, match=r"findings, quantities, claims, recalculations"):
        report.to_frame("numbers")


@pytest.mark.parametrize("name", [name for name in names() if name not in ("dict", "frame")])
def test_every_format_is_text_the_same_each_time(report: Report, name: str) -> None:
    assert render_all(name, [report], many=False) == render_all(name, [report], many=False)
    assert isinstance(render_all(name, [report, report], many=True), str)
