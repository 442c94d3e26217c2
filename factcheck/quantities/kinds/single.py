"""One of a unit, in words: "by a percentage point", "up to a foot of snow", "within a mile"."""

from fractions import Fraction

from factcheck.quantities.kinds import measure, percentage
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.quantities.vocabulary import listed

ORDER = 47
STARTS = frozenset({"a", "an"})


def read(line: Line, i: int) -> Reading | None:
    return _point(line, i) or _unit(line, i)


def _point(line: Line, i: int) -> Reading | None:
    """ "A percentage point", "a full percentage point"; not "a percentage point lead"."""
    j = i + 1 + (line.low(i + 1) in ("full", "whole", "single"))
    found = percentage.tail(line, j)
    if found is None or line.low(found[1]) != "point" or line.is_hyphen(found[1] + 1):
        return None
    return Reading(i, found[1] + 1, "points", Fraction(1), step=Fraction(1), unit="points")


def _unit(line: Line, i: int) -> Reading | None:
    """After a word of size alone: "sold by a mile" and "a foot in the door" measure nothing."""
    if line.low(i + 1) not in listed("units", "units", "single") or line.is_hyphen(i + 2):
        return None
    is_size = line.low(i - 1) in listed("units", "before", "single") or line.matches(i - 2, "up", "to")
    found = measure.tail(line, i + 1) if is_size else None
    return Reading(i, found[1], "measure", Fraction(1), step=Fraction(1), unit=found[0]) if found else None
