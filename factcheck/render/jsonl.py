"""Report → JSON lines: one report a line, for programs that read a stream."""

from collections.abc import Sequence

from factcheck.model.report import Report
from factcheck.render.json import render as as_json


def render(report: Report) -> str:
    """One report on one line."""
    return as_json(report, indent=None)


def render_many(reports: Sequence[Report]) -> str:
    """Several reports, a line each."""
    return "".join(map(render, reports))
