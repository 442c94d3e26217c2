"""Lengths of time: "22 months", "14 and a half months", "an hour and a half", "three-day", "a fortnight"."""

from dataclasses import replace
from fractions import Fraction
from functools import cache

from factcheck.quantities.amounts import amount
from factcheck.quantities.kinds.measure import with_smaller
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.quantities.vocabulary import listed
from factcheck.words import words

ORDER = 90
STARTS = frozenset({"number"})


def read(line: Line, i: int) -> Reading | None:
    return _counted(line, i) or _single(line, i)


def _counted(line: Line, i: int) -> Reading | None:
    found = amount(line, i, tail)
    if found is None:
        return None
    whole = with_smaller(line, found, tail)
    half = _and_a_half(line, whole.stop) if found is whole and found.value is not None else None
    if half is not None and found.value is not None:
        whole = replace(found, value=found.value + half[0], step=half[0], stop=half[1])
    shape = "around" if found.number.is_vague else "exact"
    return Reading(
        i, whole.stop, "duration", whole.value, whole.ends, whole.step, unit=whole.unit, shape=shape, scale=whole.scale
    )


def _single(line: Line, i: int) -> Reading | None:
    """ "Half an hour", "a quarter of an hour", "an hour and a half", "a fortnight", "for a year"."""
    first, value = i, Fraction(1)
    if line.low(i) == "half" and line.low(i + 1) in ("a", "an"):
        value, i = Fraction(1, 2), i + 1
    elif line.low(i) == "a" and line.matches(i + 1, "quarter", "of", "an"):
        value, i = Fraction(1, 4), i + 3
    elif line.low(i) == "half" or (line.low(i) == "a" and line.low(i + 1) == "half"):
        return _half_unit(line, i)
    unit = _times().get(line.low(i + 1)) if line.low(i) in ("a", "an") else None
    if unit is None:
        return None
    half = _and_a_half(line, i + 2)
    stop = half[1] if half else i + 2
    value += half[0] if half else 0
    if half is None and value == 1 and not _is_length(line, first, stop, unit):
        return None
    return Reading(first, stop, "duration", value, step=half[0] if half else value, unit=unit)


def _half_unit(line: Line, i: int) -> Reading | None:
    """ "A half-hour", "half year"."""
    j = i + 1 + (line.low(i) == "a")
    unit = _times().get(line.low(j + line.is_hyphen(j)))
    if unit is None or line.low(i - 1) in ("the", "first", "second", "other"):
        return None
    return Reading(i, j + 1 + line.is_hyphen(j), "duration", Fraction(1, 2), step=Fraction(1, 2), unit=unit)


def _is_length(line: Line, first: int, stop: int, unit: str) -> bool:
    """Whether "a year" is how long something takes, not "a year" of a rate nor "a year ago"."""
    table = words("units")["time_words"]
    if unit in _ALWAYS and line.low(stop) not in table["moments"]:
        return line.low(first - 1) not in ("times", "twice", "once")
    if unit in ("night", "second", "day", "weekend") or line.low(stop) in table["moments"] or line.is_hyphen(stop):
        return False
    return line.low(first - 1) in table["lengths"] and (line.low(first - 1) != "of" or line.kind(stop) != "word")


_ALWAYS = frozenset({"fortnight", "decade", "century", "millennium"})


def _and_a_half(line: Line, j: int) -> tuple[Fraction, int] | None:
    """The tail of "an hour and a half"."""
    if line.low(j) != "and" or line.low(j + 1) not in ("a", "one", "three"):
        return None
    part = {"half": 2, "quarter": 4, "quarters": 4, "third": 3}.get(line.low(j + 2))
    top = 3 if line.low(j + 1) == "three" else 1
    if part is None or line.low(j + 3) == "of" or (top == 3) != (line.low(j + 2) == "quarters"):
        return None
    return Fraction(top, part), j + 3


def tail(line: Line, j: int) -> tuple[str, int] | None:
    """The unit of time at token `j`, after at most two adjectives, and where it stops."""
    j += line.is_hyphen(j)
    is_glued = line.glued(j) and line.kind(j - 1) == "digits" and len(line.raw(j - 1)) < 4 - 2 * (line.raw(j) == "s")
    if (is_glued or ("." in line.raw(j - 1) and line.glued(j))) and line.raw(j) in words("units")["time_glued"]:
        return words("units")["time_glued"][line.raw(j)], j + 1
    if line.raw(j) == "h" and line.kind(j - 1) == "digits":
        return "hour", j + 1
    for k in (j, j + 1, j + 2):
        unit = _times().get(line.low(k).removesuffix("'s"))
        if unit is not None:
            return (unit, k + 1) if not (unit == "second" and line.low(k) == "second" and k > j) else None
        if line.low(k) not in _adjectives() or line.kind(k) != "word":
            return None
    return None


def _adjectives() -> frozenset[str]:
    return listed("units", "adjectives", "time_words")


@cache
def _times() -> dict[str, str]:
    return {spelling: unit for unit, spellings in words("units")["time"].items() for spelling in spellings}
