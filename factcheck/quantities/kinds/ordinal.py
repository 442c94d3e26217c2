"""Ordinals: "first", "28th", "twenty-third"."""

from fractions import Fraction

from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.words import words

ORDER = 110


def _starts() -> frozenset[str]:
    table = words("numbers")
    return frozenset({"digits", *table["ordinals"], *table["tens"]})


STARTS = _starts()


def read(line: Line, i: int) -> Reading | None:
    table = words("numbers")
    raw, low = line.raw(i), line.low(i)
    if line.kind(i) == "digits":
        is_ordinal = line.glued(i + 1) and line.low(i + 1) in ("st", "nd", "rd", "th") and len(raw) < 8 and "." not in raw
        return Reading(i, i + 2, "ordinal", Fraction(raw.replace(",", ""))) if is_ordinal and raw.replace(",", "").isdecimal() else None
    if low in table["ordinals"]:
        is_time = low == "second" and line.low(i - 1) in ("a", "per", "each", "every") and line.kind(i + 1) != "word"
        return None if is_time else Reading(i, i + 1, "ordinal", Fraction(table["ordinals"][low]))
    j = i + 1 + line.is_hyphen(i + 1)
    unit = table["ordinals"].get(line.low(j), 0)
    return Reading(i, j + 1, "ordinal", Fraction(table["tens"][low] + unit)) if 0 < unit < 10 else None
