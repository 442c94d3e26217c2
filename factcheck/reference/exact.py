"""Exact numbers from the digits of a file: no float ever sees them."""

import re
from decimal import Decimal
from fractions import Fraction

PLAIN = re.compile(r"[+-]?(?:[0-9]{1,40}(?:\.[0-9]{0,40})?|\.[0-9]{1,40})(?:[eE][+-]?[0-9]{1,3})?")


def exact(value: object) -> Fraction:
    """A number as it was printed: "0.001", 1000, Decimal("2.5"). Raises ValueError for anything else.

    Digits and exponents are capped: a file of numbers is input like any other.
    """
    text = str(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not PLAIN.fullmatch(text.strip()):
        raise ValueError(f"{value!r} is not a plain number such as 12 or 0.5")
    return Fraction(text.strip())


def last_digit(text: str) -> Fraction:
    """The unit of the last printed digit: 1/10 for "33.0", 1 for "33"."""
    mantissa, _, exponent = text.strip().lower().partition("e")
    decimals = len(mantissa.partition(".")[2])
    return Fraction(10) ** (int(exponent or 0) - decimals)


def display(value: Fraction, unit: str | None = None) -> str:
    """A number for people: at most three decimals where they matter, digits grouped, with its unit."""
    size = abs(value)
    decimals = 0 if size >= 10_000 else 1 if size >= 1000 else 3 if size < 10 else 2
    scaled = round(value * 10**decimals)
    text = f"{Decimal(scaled).scaleb(-decimals):,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return _with_unit(text, unit)


def _with_unit(text: str, unit: str | None) -> str:
    signs = {"percent": "{} %", "points": "{} points", "USD": "US${}", "NZD": "NZ${}", "AUD": "A${}", "GBP": "£{}"}
    if unit is None:
        return text
    return signs.get(unit, "{} " + unit.replace("{", "").replace("}", "")).format(text)
