"""Physical quantities in the units that news uses; the unusual rest is left to `unusual_units`."""

from dataclasses import replace
from fractions import Fraction
from functools import cache

from factcheck.quantities.amounts import Amount, amount
from factcheck.quantities.numerals import numeral
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.quantities.vocabulary import lengths_by_word
from factcheck.words import word_set, words

ORDER = 100
STARTS = frozenset({"number"})


def read(line: Line, i: int) -> Reading | None:
    found = amount(line, i, tail)
    if found is None:
        return None
    found = with_smaller(line, found, tail)
    return Reading(i, found.stop, "measure", found.value, found.ends, found.step, unit=found.unit, scale=found.scale)


def with_smaller(line: Line, found: Amount, read_unit: object) -> Amount:
    """ "9lb 4oz", "6 feet 2 inches", "2 hours and 14 minutes": one amount in the larger unit."""
    smaller = words("units")["smaller"].get(found.unit)
    if smaller is None or found.value is None or found.value.denominator != 1:
        return found
    unit, size = smaller
    if line.is_hyphen(found.stop) and found.unit == "foot" and line.kind(found.stop + 1) == "digits":
        return _feet_and_inches(line, found)
    j = found.stop + (line.low(found.stop) in ("and", ",") and line.kind(found.stop + 1) in ("digits", "word"))
    rest = numeral(line, j)
    if rest is None or rest.value >= size:
        return found
    behind = read_unit(line, rest.stop) if callable(read_unit) else None
    behind = behind or _spaced_inches(line, rest.stop, unit)
    if behind is None or behind[0] != unit:
        return found
    whole = replace(found, unit=unit, stop=behind[1], value=rest.value, step=rest.step)
    if read_unit is not None:
        whole = with_smaller(line, whole, read_unit)
    part = (whole.value or Fraction(0)) / size
    return replace(found, stop=whole.stop, value=found.value + part, step=whole.step / size)


def _spaced_inches(line: Line, j: int, unit: str) -> tuple[str, int] | None:
    """The "in" of "5 ft 2 in tall", where no place follows."""
    is_end = line.kind(j + 1) != "word" or line.low(j + 1) in ("tall", "long", "high", "wide", "deep", "and", "or")
    return (unit, j + 1) if unit == "inch" and line.raw(j) == "in" and is_end else None


def _feet_and_inches(line: Line, found: Amount) -> Amount:
    """ "6-foot-4", "5-foot-11-inch"."""
    inches = numeral(line, found.stop + 1)
    if inches is None or inches.value >= 12 or found.value is None:
        return found
    stop = inches.stop + 2 * (line.is_hyphen(inches.stop) and line.low(inches.stop + 1) in ("inch", "inches"))
    return replace(found, stop=stop, value=found.value + inches.value / 12, step=inches.step / 12)


def tail(line: Line, j: int) -> tuple[str, int] | None:
    """The unit at token `j` and where it stops."""
    hyphen = line.is_hyphen(j)
    j += hyphen
    if line.raw(j) == "°":
        return _degrees(line, j)
    power = words("units")["powers"].get(line.low(j))
    if power is not None:
        return _power(line, j, power)
    return _spelled(line, j) or _abbreviated(line, j, hyphen)


def _degrees(line: Line, j: int) -> tuple[str, int]:
    letter = {"C": "degree Celsius", "F": "degree Fahrenheit"}.get(line.raw(j + 1))
    return (letter, j + 2) if letter else ("degree", j + 1)


def _power(line: Line, j: int, power: str) -> tuple[str, int] | None:
    j += 1 + (line.raw(j + 1) == "." and line.glued(j + 1))
    j += line.is_hyphen(j)
    base = _spelled(line, j) or _abbreviated(line, j, True, {"m": "metre", "in": "inch"})
    return (f"{power} {base[0]}", base[1]) if base else None


_TOLD_OF = frozenset({"that", "which", "read", "were", "are"})  # "7,000 meters that the company read": devices


def _spelled(line: Line, j: int) -> tuple[str, int] | None:
    """A unit in words, the longest first: "nautical miles", "degrees Celsius", "kilometres an hour"."""
    if line.low(j) == "meters" and (line.low(j + 1) in _TOLD_OF or line.has_any(word_set("units", "devices"))):
        return None
    if line.low(j + 1) in words("units")["sorts"].get(line.low(j), ()):
        return None  # "61,200 foot passengers"
    for length in _lengths().get(line.low(j), ()):
        unit = _spellings().get(line.phrase(j, length))
        if unit is not None:
            return unit, j + length
    return None


def _abbreviated(line: Line, j: int, is_hyphened: bool, more: dict[str, str] | None = None) -> tuple[str, int] | None:
    raw, table = line.raw(j), words("units")
    unit = table["abbreviations"].get(raw) or (more or {}).get(raw)
    if unit is None and (line.glued(j) or _is_spaced_metre(line, j)) and line.kind(j - 1) in ("digits", "glyph"):
        unit = None if _is_ordinal(line, j) else table["glued"].get(raw)
    if unit is None or not (more or is_hyphened or line.kind(j - 1) in ("digits", "glyph", "word")):
        return None
    return _raised(line, j, unit) or _per_hour(line, j, unit) or (unit, j + 1)


def _is_ordinal(line: Line, j: int) -> bool:
    """ "21st" is no weight; "11st" is."""
    before = line.raw(j - 1)
    return line.raw(j) == "st" and before.endswith("1") and not before.endswith("11")


def _is_spaced_metre(line: Line, j: int) -> bool:
    """ "400 m hurdles": a lone small "m" or "C" after digits."""
    return line.raw(j) in ("m", "C", "F", "L", "t") and not line.is_capital(j + 1)


def _raised(line: Line, j: int, unit: str) -> tuple[str, int] | None:
    """ "km2", "m3"."""
    power = {"2": "square", "3": "cubic"}.get(line.raw(j + 1)) if line.glued(j + 1) else None
    return (f"{power} {unit}", j + 2) if power else None


def _per_hour(line: Line, j: int, unit: str) -> tuple[str, int] | None:
    """ "km/h", "m/s" are units of their own."""
    if line.raw(j + 1) != "/" or not line.glued(j + 1):
        return None
    time = {"h": "hour", "hr": "hour", "s": "second", "sec": "second", "hour": "hour"}.get(line.raw(j + 2))
    return (f"{unit} per {time}", j + 3) if time else None


@cache
def _spellings() -> dict[tuple[str, ...], str]:
    return {
        tuple(spelling.replace("-", " - ").split()): unit
        for unit, spellings in words("units")["words"].items()
        for spelling in spellings
    }


@cache
def _lengths() -> dict[str, list[int]]:
    return lengths_by_word(_spellings())
