"""Exact numbers as strings, rounded ones for reading, and what a report says in a few figures."""

import re
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from factcheck.model.report import Report

SEVERITIES = ("error", "warning", "note")
_DECIMAL_PLACES = 30
_PLAIN_RATIO = re.compile(r"([\d,]+) ?/ ?([\d,]+)")


def exact(value: Fraction | None) -> str | None:
    """`value` as an exact decimal where there is a short one ("1.7"), else as a fraction ("1/3")."""
    if value is None:
        return None
    if value.denominator == 1:
        return str(value.numerator)
    places = _places(value.denominator)
    return f"{value.numerator}/{value.denominator}" if places is None else fixed(value, places)


def as_worked(value: Fraction | None, expression: str) -> str | None:
    """`value`, unreduced where the expression is that plain ratio: "147/8586", not "49/2862"."""
    ratio = _PLAIN_RATIO.fullmatch(expression)
    if value is None or ratio is None:
        return exact(value)
    part, whole = (int(term.replace(",", "")) for term in ratio.groups())
    return f"{part}/{whole}" if whole and Fraction(part, whole) == value else exact(value)


def fixed(value: Fraction, places: int) -> str:
    """`value` to so many decimal places, halves away from zero, without going through a float."""
    scaled = abs(value) * 10**places
    digits = str((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)).rjust(places + 1, "0")
    sign = "-" if value < 0 and digits.strip("0") else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def grouped(value: Fraction) -> str:
    """A count for reading: 8,586; at most two decimal places."""
    whole, _, decimals = fixed(value, 2).partition(".")
    decimals = decimals.rstrip("0")
    return f"{int(whole):,}" + (f".{decimals}" if decimals else "")


def _places(denominator: int) -> int | None:
    """How many decimal places a fraction with this denominator needs; None where no number is enough."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    places = max(twos, fives)
    return places if denominator == 1 and places <= _DECIMAL_PLACES else None


@dataclass(frozen=True, slots=True)
class Tally:
    """The report in a few figures: findings by severity, and what became of the checkable quantities."""

    errors: int
    warnings: int
    notes: int
    held: int
    unchecked: int

    @property
    def to_look_at(self) -> int:
        return self.errors + self.warnings


def tally(report: Report) -> Tally:
    """Count what the one line for the desk tells."""
    by = Counter(finding.severity for finding in report.findings)
    coverage = report.coverage
    return Tally(by["error"], by["warning"], by["note"], coverage.held, coverage.checkable - coverage.checked)


def desk_line(report: Report) -> str:
    """One line for the desk: "3 to look at, 14 hold, 9 could not be checked"."""
    count = tally(report)
    parts = [f"{count.to_look_at or 'nothing'} to look at"]
    if count.notes:
        parts.append(f"{count.notes} note{'s' if count.notes > 1 else ''}")
    parts.append(f"{count.held} hold{'s' if count.held == 1 else ''}")
    parts.append(f"{count.unchecked} could not be checked")
    line = ", ".join(parts)
    return line[0].upper() + line[1:]
