"""One line a finding, for the chat of the night desk: `factcheck check --format brief`."""

from factcheck.model.report import Report


def render(report: Report) -> str:
    """The findings, or one line that says there are none."""
    lines = [f"{finding.code} {finding.text}: {finding.message}" for finding in report.findings]
    return "\n".join(lines or ["Nothing to look at."]) + "\n"
