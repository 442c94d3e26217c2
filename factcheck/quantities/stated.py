"""What a printed number can honestly stand for: its wording and its last digit as an interval."""

from fractions import Fraction

from factcheck.model.interval import Interval
from factcheck.model.quantity import Bound
from factcheck.quantities.reading import Reading

BOUNDS: dict[str, Bound] = {
    "exact": "=", "around": "~", "close": "~", "just over": ">", "over": ">", "at least": ">",
    "nearly": "<", "under": "<", "at most": "<",
}  # fmt: skip
_NONE = Fraction(0)
_POINTS = Fraction(2, 100)
_TENTH, _TWENTIETH = Fraction(1, 10), Fraction(1, 20)
_WIDEST = Fraction(15, 100)
_ROUNDED = ("percentage", "points", "money", "measure", "rate", "duration")


def interval(reading: Reading) -> Interval | None:
    """The stated interval of a reading whose hedge is known; None where it has no number."""
    if reading.ends is not None:
        return _range(reading)
    if reading.value is None:
        return _magnitude(reading)
    if reading.value < 0:
        return _bounded(reading, -reading.value).scaled(-1)
    return _bounded(reading, reading.value)


def _magnitude(reading: Reading) -> Interval | None:
    """ "Dozens" are two dozen or more."""
    if reading.kind != "count" or reading.step is None:
        return None
    return Interval(2 * reading.step, None)


def _range(reading: Reading) -> Interval:
    assert reading.ends is not None
    low, high = sorted(reading.ends)
    half = (reading.step or 0) / Fraction(2)
    if reading.kind == "age":
        half = Fraction(0)
    return Interval(low - half, high + half)


def _bounded(reading: Reading, value: Fraction) -> Interval:
    match reading.shape:
        case "around":
            return Interval.around(value, _around(reading, value))
        case "close":
            return Interval(value * (1 - _TENTH), value + _around(reading, value))
        case "just over":
            return Interval(value, value * (1 + _TENTH), low_open=True)
        case "over" | "at least":
            return Interval(value, _ceiling(reading), low_open=reading.shape == "over")
        case "nearly":
            return Interval(value * (1 - _TENTH), value, high_open=True)
        case "under" | "at most":
            return Interval(Fraction(0), value, high_open=reading.shape == "under")
    margin = _rounding(reading, value)
    return Interval.around(value, margin) if margin else Interval(value, value)


def _ceiling(reading: Reading) -> Fraction | None:
    """A fraction of something is at most all of it."""
    return Fraction(1) if reading.kind in ("fraction", "ratio") and (reading.value or 0) < 1 else None


def _around(reading: Reading, value: Fraction) -> Fraction:
    if reading.kind in ("fraction", "ratio") and reading.value is not None and reading.value < 1:
        return 2 * _fraction_margin(reading)
    last = last_digit(value, reading.step) / 2
    return max(_rounding(reading, value), min(max(value * _TWENTIETH, last), value * _WIDEST))


def _rounding(reading: Reading, value: Fraction) -> Fraction:
    """How far the plain number may lie from the true one."""
    match reading.kind:
        case "fraction" | "ratio":
            return _fraction_margin(reading)
        case "multiple":
            return value * _TENTH if reading.step is None else reading.step / 2
        case "count" if reading.step is None or reading.step >= 1000 or reading.scale >= 1000:
            return (reading.step or value / 5) / 2
        case "count" if value.denominator != 1:
            return (reading.step or _NONE) / 2
        case "count" | "age":
            return _NONE
        case kind if kind in _ROUNDED:
            return (reading.step or _NONE) / 2
    return _NONE


def _fraction_margin(reading: Reading) -> Fraction:
    """Two points for words; "159 in every 10,000" is as sharp as its digits."""
    if reading.terms is not None and reading.terms[1] >= 100:
        return (reading.step or Fraction(1)) / reading.terms[1] / 2
    return Fraction(0) if reading.value is not None and reading.value >= 1 else _POINTS


def last_digit(value: Fraction, step: Fraction | None) -> Fraction:
    """One unit of the last digit that is not zero: 10 for 390, 100 for 400, 1/10 for 6.5."""
    unit = step or Fraction(1)
    if value == 0:
        return unit
    digits = value / unit
    if digits.denominator != 1:
        return unit
    whole = int(digits)
    for _ in range(60):
        if whole % 10:
            break
        whole, unit = whole // 10, unit * 10
    return unit
