"""What the framing checks say can be read aloud: whole sentences, no doubled marks, one point and two points."""

import re
from functools import cache
from pathlib import Path

import factcheck
from factcheck.model.finding import Finding
from tests.checks.pages import examples

SLIPS = re.compile(
    r",,|\s,|\(\s|\s\)|\)\)|\bof of\b|(?<![\d.])1 (?:point|month|week)s\b|\b(\w{3,}) \1\b|\bNone\b", re.I
)


@cache
def said() -> tuple[Finding, ...]:
    """Every finding of a framing check on every page."""
    flagged = [e for e in examples(Path(__file__).parent) if e.section == "Flags"]
    reports = (factcheck.verify(e.text, title=e.title, published=e.published, reference=False) for e in flagged)
    return tuple(f for report in reports for f in report.findings if f.code.startswith("FC2"))


def words(finding: Finding) -> list[str]:
    return [text for text in (finding.message, finding.plainly, finding.suggestion) if text]


def test_there_is_something_to_read() -> None:
    assert {f.code for f in said()} == {f"FC{number}" for number in range(201, 220)}
    assert all(finding.suggestion for finding in said())


def test_each_is_a_whole_sentence() -> None:
    ends = re.compile(r"[.:!?”]$")
    assert [t for f in said() for t in words(f) if t[0].islower() or not ends.search(t)] == []


def test_none_has_a_slip_of_the_pen() -> None:
    assert [t for f in said() for t in words(f) if SLIPS.search(t)] == []


def test_a_percentage_beside_its_counts_is_not_given_them_again() -> None:
    beside = [f for f in said() if f.code == "FC205" and "is told already" in (f.suggestion or "")]
    assert beside and not any(f.suggestion.startswith("“") for f in beside)  # type: ignore[union-attr]
