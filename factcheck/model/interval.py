"""Exact intervals: what a printed number can honestly stand for.

Every stated value is an interval of `Fraction`s whose ends are open or closed; an end of None is
unbounded. There is no float and no epsilon: two intervals meet or they do not.
"""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`; an end of None is infinite."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def exactly(cls, value: Fraction | int) -> "Interval":
        """The one number `value`."""
        return cls(Fraction(value), Fraction(value))

    @classmethod
    def around(cls, value: Fraction, margin: Fraction) -> "Interval":
        """`value` ± `margin`, both ends included: half-up and half-down are both honest."""
        return cls(value - margin, value + margin)

    @property
    def is_exact(self) -> bool:
        return self.low is not None and self.low == self.high

    def __contains__(self, value: Fraction | int) -> bool:
        return self.meets(Interval.exactly(value))

    def meets(self, other: "Interval") -> bool:
        """Whether some number lies in both."""
        return _reaches(self, other) and _reaches(other, self)

    def scaled(self, factor: Fraction | int) -> "Interval":
        """Every number times `factor`; a negative factor turns the interval round."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        if factor < 0:
            return Interval(high, low, self.high_open, self.low_open)
        return Interval(low, high, self.low_open, self.high_open)

    def __add__(self, other: "Interval") -> "Interval":
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def __neg__(self) -> "Interval":
        return self.scaled(-1)

    def __sub__(self, other: "Interval") -> "Interval":
        return self + -other

    def __mul__(self, other: "Interval") -> "Interval":
        """The product; where an end is unbounded and a sign can change, everything is possible."""
        if _nonnegative(self) and _nonnegative(other):
            return _product_of_nonnegatives(self, other)
        ends = [self.low, self.high, other.low, other.high]
        if None in ends:
            return Interval(None, None)
        corners = [_corner(a, b) for a in _ends(self) for b in _ends(other)]
        low, high = min(c for c, _ in corners), max(c for c, _ in corners)
        return Interval(
            low, high,
            all(is_open for c, is_open in corners if c == low),
            all(is_open for c, is_open in corners if c == high),
        )  # fmt: skip

    def reciprocal(self) -> "Interval | None":
        """One over every number, or None where that cannot be worked out (zero is within)."""
        touches_zero_from_above = self.low == 0 and self.low_open and (self.high is None or self.high > 0)
        if Fraction(0) in self and not touches_zero_from_above:
            return None
        if self.high is not None and self.high < 0:
            mirrored = (-self).reciprocal()
            return None if mirrored is None else -mirrored
        if self.low is None:
            return None
        return Interval(
            Fraction(0) if self.high is None else 1 / self.high,
            None if self.low == 0 else 1 / self.low,
            self.high is None or self.high_open,
            self.low_open,
        )

    def divided_by(self, other: "Interval") -> "Interval | None":
        """The quotient, or None where that cannot be worked out."""
        inverse = other.reciprocal()
        return None if inverse is None else self * inverse


def _ends(interval: Interval) -> list[tuple[Fraction, bool]]:
    ends = ((interval.low, interval.low_open), (interval.high, interval.high_open))
    return [(end, is_open) for end, is_open in ends if end is not None]


def _nonnegative(interval: Interval) -> bool:
    return interval.low is not None and interval.low >= 0


def _corner(a: tuple[Fraction, bool], b: tuple[Fraction, bool]) -> tuple[Fraction, bool]:
    """The product of two ends and whether it is out of reach: a nought that is reached makes a nought that is."""
    reached = any(end == 0 and not is_open for end, is_open in (a, b))
    return a[0] * b[0], (a[1] or b[1]) and not reached


def _product_of_nonnegatives(a: Interval, b: Interval) -> Interval:
    low, low_open = _corner((a.low or Fraction(0), a.low_open), (b.low or Fraction(0), b.low_open))
    if a.high is None or b.high is None:
        return Interval(low, None, low_open)
    high, high_open = _corner((a.high, a.high_open), (b.high, b.high_open))
    return Interval(low, high, low_open, high_open)


def _reaches(a: Interval, b: Interval) -> bool:
    """Whether `a` does not lie wholly above `b`."""
    if a.low is None or b.high is None:
        return True
    if a.low == b.high:
        return not (a.low_open or b.high_open)
    return a.low < b.high
