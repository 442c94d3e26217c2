"""Report → a pandas table: one row a finding, or a quantity, a claim, a sum."""

from typing import TYPE_CHECKING, Any

from factcheck.model.report import Report
from factcheck.render._table import columns, rows

if TYPE_CHECKING:
    from pandas import DataFrame

_WHOLE = ("start", "end", "source_start", "source_end", "line", "column")
_KINDS = ("severity", "kind", "verdict", "bound", "rounding", "grade", "in", "direction")
_YES_OR_NO = ("holds", "low_open", "high_open")


def render(report: Report, *, what: str = "findings") -> "DataFrame":
    """The table of one kind of thing; the columns are the same whether there are rows or not.

    Offsets are whole numbers, verdicts and kinds are categories, the rest is text: exact numbers stay
    strings ("1.7", "147/8586"), because floats would not be exact.
    """
    import pandas as pd

    table = pd.DataFrame(rows(report, what), columns=list(columns(what)))
    return table.astype({name: _dtype(name) for name in table.columns})


def _dtype(column: str) -> Any:
    kinds = {"Int64": _WHOLE, "category": _KINDS, "boolean": _YES_OR_NO}
    return next((dtype for dtype, names in kinds.items() if column in names), "string")
