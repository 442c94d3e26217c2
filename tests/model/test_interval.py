"""Intervals are exact: an honest figure is never a mismatch, a dishonest one always is."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.interval import Interval

numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=1000)
positive = st.fractions(min_value=Fraction(1, 1000), max_value=1000, max_denominator=1000)


@st.composite
def intervals(draw: st.DrawFn, of: st.SearchStrategy[Fraction] = numbers) -> Interval:
    low, high = sorted((draw(of), draw(of)))
    if low == high:
        return Interval.exactly(low)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


def inside(interval: Interval, part: Fraction) -> Fraction:
    """A number within, never an end unless the interval is one number."""
    assert interval.low is not None and interval.high is not None
    return interval.low + (interval.high - interval.low) * part


parts = st.fractions(min_value=Fraction(1, 10), max_value=Fraction(9, 10), max_denominator=10)


@given(intervals(), intervals(), parts, parts)
def test_sums_and_products_hold_every_sum_and_product(a: Interval, b: Interval, s: Fraction, t: Fraction) -> None:
    x, y = inside(a, s), inside(b, t)
    assert x + y in a + b
    assert x - y in a - b
    assert x * y in a * b


@given(intervals(), intervals(positive), parts, parts)
def test_quotients_hold_every_quotient(a: Interval, b: Interval, s: Fraction, t: Fraction) -> None:
    quotient = a.divided_by(b)
    assert quotient is not None
    assert inside(a, s) / inside(b, t) in quotient


@given(intervals(), intervals())
def test_meeting_has_no_sides(a: Interval, b: Interval) -> None:
    assert a.meets(b) == b.meets(a)


@pytest.mark.parametrize(
    "divisor", [Interval.exactly(0), Interval(Fraction(-1), Fraction(1)), Interval(None, Fraction(2))]
)
def test_what_may_be_nought_divides_nothing(divisor: Interval) -> None:
    assert Interval.exactly(5).divided_by(divisor) is None


def test_open_ends_that_touch_do_not_meet() -> None:
    below, above = Interval(Fraction(0), Fraction(1), high_open=True), Interval(Fraction(1), None)
    assert not below.meets(above)
    assert Interval(Fraction(0), Fraction(1)).meets(above)


def test_unbounded_intervals_reach_everything_on_their_side() -> None:
    more_than_a_hundred = Interval(Fraction(100), None, low_open=True)
    assert 101 in more_than_a_hundred
    assert 100 not in more_than_a_hundred
    assert (more_than_a_hundred + Interval.exactly(1)).low == 101
    assert (-more_than_a_hundred).high == -100
