"""Exact numbers as people read them, and sums in words. Nothing here decides anything."""

import re
from collections.abc import Sequence
from fractions import Fraction

from factcheck.model.quantity import Quantity
from factcheck.model.recalculation import Rounding

_DIGITS = 4
_HOW = {
    "exact": "exactly", "nearest": "rounded", "cut": "cut off, not rounded", "hedge": "as the wording allows",
    "word": "as the word allows",
}  # fmt: skip
_BOUNDS = re.compile(r"[\d,.-]+ to [\d,.-]+")
_COMPARISON = re.compile(r" (?:<=?|>) ")
_SIGNS = {"*": "×", "/": "÷", "-": "−"}
_PLURALS = {"foot": "feet", "inch": "inches", "stone": "stone", "hertz": "hertz", "horsepower": "horsepower"}
_MARKS = {
    "GBP": "£", "EUR": "€", "INR": "₹", "JPY": "¥", "dollar": "$", "USD": "$", "NZD": "$", "AUD": "A$", "CAD": "C$",
    "ZAR": "R",
}  # fmt: skip


def number(value: Fraction, digits: int = _DIGITS) -> str:
    """A number to some significant digits, with commas; whole numbers in full."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    if (value * 100).denominator == 1:
        digits = max(digits, len(str(abs(value.numerator // value.denominator))) + 2)  # "5,071.63" as it is printed
    places = digits
    size = abs(value)
    while size >= 1 and places > 0:
        size /= 10
        places -= 1
    while size and size < Fraction(1, 10) and abs(value) < 1:
        size *= 10
        places += 1
    scaled = round(value * 10**places)
    sign, scaled = ("−", -scaled) if scaled < 0 else ("", scaled)
    if places == 0:
        return f"{sign}{scaled:,}"
    whole, rest = divmod(scaled, 10**places)
    decimals = f"{rest:0{places}d}".rstrip("0")
    return f"{sign}{whole:,}" + (f".{decimals}" if decimals else "")


def significant(value: Fraction, digits: int = 3) -> Fraction:
    """A number rounded to some significant digits: 1,516,667 to 1,520,000."""
    step = Fraction(1)
    while abs(value) >= step * 10**digits:
        step *= 10
    while value and abs(value) < step * 10 ** (digits - 1):
        step /= 10
    return round(value / step) * step


def percent(share: Fraction, digits: int = _DIGITS) -> str:
    """A part of one in per cent: "1.712 %"."""
    return f"{number(share * 100, digits)} %"


def measured(value: Fraction, like: Quantity) -> str:
    """A computed value in the unit of the stated one: "1.712 %", "$450,000", "43.59 a month"."""
    if like.kind in ("percentage", "fraction", "ratio"):
        return f"{number(value if like.unit == 'percent' else value * 100)} %"
    shown = number(value)
    if like.kind == "money":
        mark = _MARKS.get(like.unit or "", "")
        shown = f"{mark}{shown}" if mark else f"{shown} {like.unit}"
    elif like.kind in ("measure", "duration", "age") and like.unit:
        shown = f"{shown} {like.unit if value == 1 else _plural(like.unit)}"
    elif like.kind == "points":
        shown = f"{shown} points"
    return f"{shown} per {like.per}" if like.per and like.per != "each" else shown


def _plural(unit: str) -> str:
    """ "kilometres per hour", "degrees Celsius", "feet", "inches"."""
    first, *rest = unit.split(" ")
    if len(rest) == 1 and first != "degree":
        return " ".join([first, *map(_plural, rest)])
    plural = _PLURALS.get(first) or (
        f"{first[:-1]}ies" if first.endswith("y") and first[-2] not in "aeo" else f"{first}s"
    )
    return " ".join([plural, *rest])


def in_words(expression: str, shown: str, stated: Quantity, holds: bool, rounding: Rounding) -> str:
    """ "147 ÷ 8,586 = 1.712 %, printed as 1.7 per cent, rounded"."""
    for sign, word in _SIGNS.items():
        expression = expression.replace(f" {sign} ", f" {word} ")
    printed = f"{stated.hedge} {stated.text}" if stated.hedge else stated.text
    agrees = _HOW[rounding] if holds else "which it is not"
    return compared(expression, printed, holds) or f"{equation(expression, shown)}, printed as {printed}, {agrees}"


def equation(expression: str, shown: str) -> str:
    """ "147 / 8,586 = 1.712 %", and "60,000,000 rupee" where there is nothing to work out."""
    return shown if expression in shown else f"{expression} = {shown}"


def compared(expression: str, printed: str, holds: bool) -> str | None:
    """What a comparison that the text makes comes to; None for a sum, which is an equation."""
    if _BOUNDS.fullmatch(expression):
        return f"{printed} lies {'within' if holds else 'outside'} {expression}"
    if _COMPARISON.search(expression):
        return f"{expression}, {'as the text says' if holds else 'which is not so'}"
    return None


def join(parts: Sequence[str]) -> str:
    """ "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
