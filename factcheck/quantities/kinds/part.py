"""Parts of a unit: "half a mile", "a quarter of an hour", "half a percentage point", "1/4 mile", "½ teaspoon"."""

from fractions import Fraction

from factcheck.model.quantity import Kind
from factcheck.quantities.amounts import Tail
from factcheck.quantities.kinds import duration, fraction, measure, percentage, points
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line

ORDER = 46
STARTS = frozenset({"number"})
_UNITS: tuple[tuple[Kind, Tail], ...] = (
    ("points", points.tail),
    ("percentage", percentage.tail),
    ("duration", duration.tail),
    ("measure", measure.tail),
)


def read(line: Line, i: int) -> Reading | None:
    part, j = _part(line, i)
    if part is None or line.low(j) in ("second", "degree", "day"):
        return None
    for kind, tail in _UNITS:
        unit = tail(line, j)
        if unit is not None:
            return Reading(i, unit[1], kind, part, step=Fraction(1, part.denominator), unit=unit[0])
    return None


def _part(line: Line, i: int) -> tuple[Fraction | None, int]:
    """The fraction, and where its unit would begin."""
    if line.low(i) == "half" and line.low(i + 1) in ("a", "an"):
        return Fraction(1, 2), i + 2
    if line.low(i) in ("half", "the") or (line.kind(i) == "digits" and not fraction.is_figure(line, i)):
        return None, i
    found = fraction.read(line, i)
    if found is None or found.value is None:
        return None, i
    j = found.stop
    if line.low(j) == "of" and line.low(j + 1) in ("a", "an"):
        return found.value, j + 2
    return (found.value, j) if line.kind(i) in ("digits", "glyph") else (None, i)
