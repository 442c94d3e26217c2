"""Report → CSV, a row a finding, safe to open in a spreadsheet: no cell can be read as a formula."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from factcheck.model.report import Report
from factcheck.render._table import columns, rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "＝", "＋", "－", "＠")


def render(report: Report) -> str:
    """One report as a table with a heading."""
    return render_many([report])


def render_many(reports: Sequence[Report]) -> str:
    """Several reports as one table."""
    written = io.StringIO()
    table = csv.DictWriter(written, columns("findings"), lineterminator="\r\n")
    table.writeheader()
    for report in reports:
        table.writerows({key: _safe(value) for key, value in row.items()} for row in rows(report))
    return written.getvalue()


def _safe(value: Any) -> Any:
    """Text that a spreadsheet would take for a formula, with an apostrophe before it."""
    if isinstance(value, str) and value.lstrip().startswith(_FORMULA):
        return f"'{value}"
    return value
