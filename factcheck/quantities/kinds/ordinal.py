"""Ordinals: "first", "28th", "twenty-third"."""

from fractions import Fraction

from factcheck.quantities.numerals import numeral
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.words import words

ORDER = 110


def _starts() -> frozenset[str]:
    table = words("numbers")
    return frozenset({"digits", *table["ordinals"], *table["tens"], *table["units"]})


STARTS = _starts()


def read(line: Line, i: int) -> Reading | None:
    table = words("numbers")
    raw, low = line.raw(i), line.low(i)
    if line.kind(i) == "digits":
        is_ordinal = (
            line.glued(i + 1) and line.low(i + 1) in ("st", "nd", "rd", "th") and len(raw) < 8 and "." not in raw
        )
        return (
            Reading(i, i + 2, "ordinal", Fraction(raw.replace(",", "")))
            if is_ordinal and raw.replace(",", "").isdecimal()
            else None
        )
    if low in table["ordinals"]:
        is_time = low == "second" and line.low(i - 1) in ("a", "per", "each", "every") and line.kind(i + 1) != "word"
        return None if is_time else Reading(i, i + 1, "ordinal", Fraction(table["ordinals"][low]))
    return _compound(line, i)


def _compound(line: Line, i: int) -> Reading | None:
    """ "Twenty-third", "two-hundredth", "one hundred and tenth", "one hundred twenty-fifth"."""
    table = words("numbers")
    number = numeral(line, i)
    j = number.stop + line.is_hyphen(number.stop) if number is not None and number.value >= 1 else 0
    last = table["ordinals"].get(line.low(j), 0) if j else 0
    if number is not None and last >= 100:
        return Reading(i, j + 1, "ordinal", number.value * last)
    if number is not None and number.value % 100 == 0 and last:
        return Reading(i, j + 1, "ordinal", number.value + last)
    if number is not None and number.value > 100 and number.value % 100 % 10 == 0 and number.is_words and 0 < last < 10:
        return Reading(i, j + 1, "ordinal", number.value + last)
    if line.low(i) not in table["tens"]:
        return None
    j = i + 1 + line.is_hyphen(i + 1)
    unit = table["ordinals"].get(line.low(j), 0)
    return Reading(i, j + 1, "ordinal", Fraction(table["tens"][line.low(i)] + unit)) if 0 < unit < 10 else None
