"""Numbers in words: "twenty-one thousand", "two hundred and six", "five point two", "hundreds of thousands"."""

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Any

from factcheck.quantities.tokens import Line
from factcheck.words import words


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at tokens `first` to `stop`.

    `step` is one unit of the last printed digit, `scale` what a scale word multiplied by (1 if
    none), `digits` the digits as printed or "" for words.
    """

    first: int
    stop: int
    value: Fraction
    step: Fraction
    scale: int = 1
    digits: str = ""
    is_vague: bool = False

    @property
    def is_words(self) -> bool:
        return not self.digits

    @property
    def mantissa(self) -> Fraction:
        return self.value / self.scale


def pointed(line: Line, number: Numeral | None) -> Numeral | None:
    """ "Five point two", as people say it."""
    if number is None or line.low(number.stop) != "point" or line.low(number.stop + 1) not in units():
        return number
    j, digits = number.stop + 1, ""
    while line.low(j) in units() and units()[line.low(j)] < 10 and len(digits) < 9:
        digits, j = digits + str(units()[line.low(j)]), j + 1
    if not digits:
        return number
    step = Fraction(1, 10 ** len(digits))
    return replace(number, stop=j, value=number.value + int(digits) * step, step=step)


def spelled(line: Line, i: int) -> Numeral | None:
    """Number words below a hundred; what multiplies or follows them is `_spelled_from`'s."""
    value, j = _below_hundred(line, i)
    return replace(spelled_from(line, j, value), first=i) if j > i else None


def _below_hundred(line: Line, i: int) -> tuple[int, int]:
    low = line.low(i)
    if low in units():
        return units()[low], i + 1
    if low not in tens():
        return 0, i
    j = i + 1 + line.is_hyphen(i + 1)
    unit = units().get(line.low(j), 0)
    return (tens()[low] + unit, j + 1) if 0 < unit < 10 else (tens()[low], i + 1)


def spelled_from(line: Line, j: int, value: int) -> Numeral:
    """Goes on from `value` at token `j`: "… thousand four hundred and six"."""
    total, step, scale = 0, 1, 1
    limit = 10**18
    while True:
        factor = scales().get(line.low(j + line.is_hyphen(j)))
        if factor is not None and factor != 12 and value:
            j += 1 + line.is_hyphen(j)
            if factor >= 1000:
                total, value, limit = total + value * factor, 0, factor
                step = scale = factor
            else:
                value *= factor
                step = factor
            continue
        follows = _next_group(line, j, value, limit)
        if follows is None:
            break
        extra, j = follows
        value, step, scale = value + extra, 1, 1
    dozens = 12 if line.low(j) == "dozen" else 1
    whole = (total + value) * dozens
    return Numeral(j, j + (dozens > 1), Fraction(whole), Fraction(step if dozens == 1 else 1), scale=scale)


def _next_group(line: Line, j: int, value: int, limit: int) -> tuple[int, int] | None:
    """The "forty-five" of "two hundred and forty-five"; "and" needs a scale, "and three quarters" is a part."""
    after_scale = (value and value % 100 == 0) or (value == 0 and limit < 10**18)
    if not after_scale:
        return None
    k = j + (line.low(j) == "and")
    extra, stop = _below_hundred(line, k)
    if k > j and line.low(stop + line.is_hyphen(stop)) in table("parts") and extra < 10:
        return None
    is_list = k > j and (line.kind(stop) == "word" and line.low(stop) in scales() and scales()[line.low(stop)] >= limit)
    return None if stop == k or is_list else (extra, stop)


def vague(line: Line, i: int) -> Numeral | None:
    """ "dozens", "hundreds of thousands": an order of magnitude, with the least that it can mean."""
    table: dict[str, int] = words("numbers")["magnitudes"]
    if line.low(i) not in table or (line.low(i) in ("tens", "scores") and line.low(i + 1) != "of"):
        return None
    size, stop = table[line.low(i)], i + 1
    while line.low(stop) == "of" and line.low(stop + 1) in table:
        size, stop = size * table[line.low(stop + 1)], stop + 2
    return Numeral(i, stop, Fraction(size), Fraction(size), scale=size, is_vague=True)


@cache
def table(name: str) -> dict[str, Any]:
    found: dict[str, Any] = words("numbers")[name]
    return found


def units() -> dict[str, int]:
    return table("units")


def tens() -> dict[str, int]:
    return table("tens")


def scales() -> dict[str, int]:
    return table("scales")
