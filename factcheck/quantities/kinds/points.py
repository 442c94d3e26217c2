"""Percentage points and basis points; a basis point is a hundredth of a point."""

from fractions import Fraction

from factcheck.quantities.amounts import amount
from factcheck.quantities.kinds import percentage
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.words import word_set

ORDER = 60
STARTS = frozenset({"number"})


def read(line: Line, i: int) -> Reading | None:
    found = amount(line, i, tail)
    if found is None:
        return None
    part = Fraction(1, 100) if found.unit == "basis" else Fraction(1)
    value = None if found.value is None else found.value * part
    ends = found.ends and (found.ends[0] * part, found.ends[1] * part)
    return Reading(i, found.stop, "points", value, ends, found.step * part, unit="points")


def tail(line: Line, j: int) -> tuple[str, int] | None:
    j += line.is_hyphen(j)
    low = line.low(j)
    if low == "basis" and line.low(j + 1) in ("point", "points"):
        return "basis", j + 2
    if low in ("pp", "ppt", "ppts") and line.kind(j - 1) == "digits":
        return "points", j + 1
    percent = percentage.tail(line, j)
    if percent is not None:
        k = percent[1] + line.is_hyphen(percent[1])
        return ("points", k + 1) if line.low(k) in ("point", "points") else None
    if low in ("point", "points") and _are_percentage_points(line, j - 1):
        return "points", j + 1
    return None


def _are_percentage_points(line: Line, number: int) -> bool:
    """ "Nine points" beside "37 per cent" are percentage points, and so are "4.3 points" away from any index;
    beside goals they are not."""
    if line.has_any(word_set("changes", "indexes")):
        return False
    is_fine = line.kind(number) == "digits" and "." in line.raw(number)[:_FINEST]
    return is_fine or line.has_any(_PERCENT) or line.has_any(word_set("changes", "polls"))


_FINEST = 3  # characters before the decimals: an index has more
_PERCENT = frozenset({"%", "percent", "percentage", "cent"})
