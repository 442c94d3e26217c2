"""The smallest mending mends: applied, its finding goes and brings no other; a speaker's number is never edited."""

from pathlib import Path

import pytest

import factcheck
from factcheck.model.finding import Finding
from tests.checks.pages import Example, examples

PAGES = Path(__file__).parent
WITH_EDITS = ("FC106", "FC107", "FC108", "FC110", "FC114", "FC115", "FC117")
FLAGGED = [e for e in examples(PAGES) if e.section == "Flags" and e.code in WITH_EDITS]


def errors(example: Example, text: str) -> list[Finding]:
    report = factcheck.verify(text, title=example.title, published=example.published, reference=False)
    return [f for f in report.findings if f.severity == "error"]


def mended(text: str, finding: Finding) -> str:
    for edit in sorted(finding.edits, key=lambda e: e.start, reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


@pytest.mark.parametrize("example", FLAGGED, ids=lambda e: f"{e.code}-{e.line}")
def test_an_edit_makes_its_finding_go_and_brings_no_other(example: Example) -> None:
    before = errors(example, example.text)
    for finding in before:
        if finding.edits and finding.where == "text":
            after = errors(example, mended(example.text, finding))
            assert len(after) == len(before) - 1, (mended(example.text, finding), [f.message for f in after])


def test_most_mismatches_come_with_an_edit() -> None:
    codes = [bool(f.edits) for e in FLAGGED for f in errors(e, e.text) if f.code == e.code]
    assert sum(codes) >= len(codes) * 3 / 4


@pytest.mark.parametrize(
    "text",
    [
        "“Crashes fell from 60 to 45, a drop of 33 per cent,” the police chief said.",
        "“The path is 14 km (12 miles) long,” he said.",
        '"Call-outs have trebled in a year, from 310 to 480," the fire officer said.',
    ],
)
def test_a_speakers_number_is_not_edited(text: str) -> None:
    (finding,) = factcheck.verify(text, reference=False, select=["FC1"]).findings
    assert finding.edits == ()
    assert finding.suggestion == "Check with the speaker."


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Crashes fell from 60 to 45, a drop of 33 per cent.", "divided by the new value instead of the old"),
        ("Crashes fell from 80 to 50, a drop of 52 per cent.", None),
        ("Crashes fell from 80 to 50, a drop of 35.7 per cent.", "digits transposed"),
        ("Crashes fell from 76 to 48, a drop of 63 per cent.", "the new value as a share of the old, not the change"),
        ("Crashes rose from 160 to 192, a rise of 2 per cent.", "a factor of ten"),
        ("Crashes rose from 125 to 155, a rise of 42 per cent.", "digits transposed"),
        ("The path is 15 km (93 miles) long.", "a factor of ten"),
    ],
)
def test_the_likely_cause_is_named_where_one_recipe_makes_the_printed_value(text: str, cause: str | None) -> None:
    (finding,) = factcheck.verify(text, reference=False, select=["FC106", "FC114"]).findings
    assert finding.cause == cause
