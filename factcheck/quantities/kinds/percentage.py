"""Per cent, in every spelling: "%", "per cent", "percent", "pc", over a line break too."""

from factcheck.quantities.amounts import amount
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line

ORDER = 70
STARTS = frozenset({"number"})


def read(line: Line, i: int) -> Reading | None:
    found = amount(line, i, tail)
    if found is None:
        return None
    return Reading(i, found.stop, "percentage", found.value, found.ends, found.step, unit="percent")


def tail(line: Line, j: int) -> tuple[str, int] | None:
    """("percent", where it stops) if the words at token `j` say per cent."""
    j += line.is_hyphen(j)
    low = line.low(j)
    if low == "%" or low in ("percent", "pct", "percents", "pct."):
        return "percent", j + 1
    if low in ("per", "percentage") and (low == "percentage" or line.low(j + 1) in ("cent", "cents")):
        return "percent", j + 1 + (low == "per")
    if low == "pc" and (line.kind(j - 1) == "digits"):
        return "percent", j + 1
    return None
