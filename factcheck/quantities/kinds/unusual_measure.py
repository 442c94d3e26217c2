"""Measures in units too rare for our own table, named by `unusual_units`: "40 becquerels", "30 psi"."""

from factcheck.quantities.amounts import amount
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.quantities.unusual_units import named
from factcheck.words import word_set

ORDER = 105
STARTS = frozenset({"number"})
_LONGEST_UNIT = 3


def read(line: Line, i: int) -> Reading | None:
    found = amount(line, i, tail)
    if found is None:
        return None
    return Reading(i, found.stop, "measure", found.value, found.ends, found.step, unit=found.unit, scale=found.scale)


def tail(line: Line, j: int) -> tuple[str, int] | None:
    """The unit that begins at token `j`; the library is asked only about words it is known to know."""
    j += line.is_hyphen(j)
    if line.low(j) not in word_set("unusual_units", "triggers") or line.is_capital(j):
        return None
    stop = min(j + _LONGEST_UNIT, len(line))
    unit = named(line.words(j, stop))
    if unit is None:
        return None
    return unit[0], next((k for k in range(j + 1, stop) if len(line.words(j, k)) >= unit[1]), stop)
