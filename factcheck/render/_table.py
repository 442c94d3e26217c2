"""A report as tables: one row a finding, a quantity, a claim or a sum, with the same columns always."""

from typing import Any

from factcheck.errors import SettingsError
from factcheck.model.report import Report
from factcheck.render._places import Places
from factcheck.render.dict import render as as_dict

Row = dict[str, Any]
_SPAN = ("in", "start", "end", "source_start", "source_end")
TABLES = {
    "findings": (
        "id", "source", "line", "column", "severity", "code", "name", *_SPAN, "text", "message", "suggestion",
        "plainly", "cause", "edits", "stated", "recalculations", "fingerprint",
    ),
    "quantities": (
        "id", "source", "line", "column", *_SPAN, "text", "kind", "value", "low", "high", "low_open", "high_open",
        "unit", "noun", "per", "hedge", "bound", "direction", "start_date", "end_date", "granularity",
    ),
    "claims": (
        "id", "source", "line", "column", *_SPAN, "quantity", "measure", "population", "base", "speaker", "verdict",
        "reason", "recalculations", "findings",
    ),
    "recalculations": (
        "id", "source", "kind", "stated", "operands", "expression", "value", "display", "holds", "rounding", "grade",
        "working", "chance",
    ),
}  # fmt: skip


def columns(what: str) -> tuple[str, ...]:
    """The columns of one table."""
    if what not in TABLES:
        raise SettingsError(f"There is no table “{what}”. Choose one of: {', '.join(TABLES)}.")
    return TABLES[what]


def rows(report: Report, what: str = "findings") -> list[Row]:
    """The rows of one table; a list of names is one string."""
    wanted = columns(what)
    places = Places(report)
    return [_row(item, report, places, wanted) for item in as_dict(report)[what]]


def _row(item: Row, report: Report, places: Places, wanted: tuple[str, ...]) -> Row:
    known = item | {"source": report.article.source}
    if "line" in wanted:
        known["line"], known["column"], *_ = places.region(item["start"], item["end"], item["in"])
    return {name: _cell(known.get(name)) for name in wanted}


def _cell(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return "; ".join(f"{e['start']}-{e['end']}: {e['replacement']}" if isinstance(e, dict) else e for e in value)
