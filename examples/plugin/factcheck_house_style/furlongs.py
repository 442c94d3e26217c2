"""Distances of the racing page: "6f", "7f"."""

from factcheck.quantities.amounts import amount
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line

ORDER = 5
STARTS = frozenset({"digits"})


def read(line: Line, i: int) -> Reading | None:
    """The distance that begins at token `i`, if one does."""
    found = amount(line, i, _tail)
    return found and Reading(i, found.stop, "measure", found.value, found.ends, found.step, unit="furlong")


def _tail(line: Line, j: int) -> tuple[str, int] | None:
    return ("furlong", j + 1) if line.low(j) == "f" and line.glued(j) else None
