"""What a desk has checked is left out, and the verdicts follow."""

from factcheck.report import Report
from factcheck.silence import silence


def test_a_finding_that_was_checked_by_somebody_is_left_out(report: Report) -> None:
    left = silence(report, {"0f3a"})
    assert [finding.code for finding in left.findings] == ["FC101", "FC214"]
    assert [judged.verdict for judged in left.claims] == ["supported", "contradicted", "unchecked"]
    assert left.claims[0].findings == ()
    assert isinstance(left, Report)


def test_nothing_to_silence_changes_nothing(report: Report) -> None:
    assert silence(report, ()) is report
