"""Worked out again, exactly: an honestly rounded, truncated or hedged share is never a mismatch."""

import os
import random
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import Share
from factcheck.quantities import find
from factcheck.relations.formula import Formula
from factcheck.relations.share import work_out
from factcheck.relations.weigh import weigh
from factcheck.text.sentences import split

EXAMPLES = int(os.environ.get("FACTCHECK_EXAMPLES", "300"))
places = st.integers(min_value=0, max_value=3)
counts = st.integers(min_value=1, max_value=999)


def quantity(printed: str) -> Quantity:
    (found,) = find(split(printed))
    return found


def weighed(share: str, part: int, whole: int) -> Recalculation:
    quantities = [quantity(share), _count(part), _count(whole)]
    formula = Formula("share", 0, ((1, 2),), "strong", work_out, Share, "test")
    result = weigh(formula, (1, 2), quantities)
    assert result is not None
    return result


def printed(value: Fraction, digits: int) -> str:
    """A decimal with just so many places; `value` has no more."""
    whole, rest = divmod(int(value * 10**digits), 10**digits)
    return f"{whole}.{rest:0{digits}d}" if digits else str(whole)


def rounded(value: Fraction, digits: int) -> Fraction:
    return Fraction(int(value * 10**digits + Fraction(1, 2)), 10**digits)


def cut(value: Fraction, digits: int) -> Fraction:
    return Fraction(int(value * 10**digits), 10**digits)


@settings(max_examples=EXAMPLES)
@given(counts, st.integers(min_value=0, max_value=900), places)
def test_an_honestly_rounded_or_cut_share_holds(part: int, rest: int, digits: int) -> None:
    share = Fraction(part * 100, part + rest)
    for honest in (rounded(share, digits), cut(share, digits)):
        assert weighed(f"{printed(honest, digits)} per cent", part, part + rest).holds


@settings(max_examples=EXAMPLES)
@given(counts, st.integers(min_value=0, max_value=900), places, st.integers(min_value=2, max_value=40))
def test_a_share_two_last_digits_off_never_holds(part: int, rest: int, digits: int, off: int) -> None:
    assume((part + rest) % 100)  # a round number of a thousand or more gets the benefit of the doubt
    wrong = rounded(Fraction(part * 100, part + rest), digits) + Fraction(off, 10**digits)
    assert not weighed(f"{printed(wrong, digits)} per cent", part, part + rest).holds


@settings(max_examples=EXAMPLES)
@given(counts, st.integers(min_value=1, max_value=900))
def test_an_honest_hedge_holds(part: int, rest: int) -> None:
    share = Fraction(part * 100, part + rest)
    below, above = cut(share, 0), cut(share, 0) + 1
    assert weighed(f"less than {int(above)} per cent", part, part + rest).holds
    if below < share and below:
        assert weighed(f"more than {int(below)} per cent", part, part + rest).holds
    if rounded(share, 0):
        assert weighed(f"about {int(rounded(share, 0))} per cent", part, part + rest).holds


def test_ten_thousand_random_shares_equal_the_oracle() -> None:
    dice = random.Random(20)
    share = quantity("5 per cent")
    formula = Formula("share", 0, ((1, 2),), "strong", work_out, Share, "test")
    for _ in range(int(os.environ.get("FACTCHECK_SUMS", "10000"))):
        part, whole = dice.randint(0, 10**6), dice.randint(0, 10**6)
        operands = [share, _count(part), _count(whole)]
        result = weigh(formula, (1, 2), operands)
        assert result is not None
        assert result.value == (Fraction(part, whole) if whole else None)


def _count(value: int) -> Quantity:
    return Quantity(0, 1, str(value), "count", Fraction(value), step=Fraction(1), stated=Interval.exactly(value))


def test_a_division_by_nought_is_said_and_not_raised() -> None:
    result = weighed("5 per cent", 5, 0)
    assert (result.value, result.holds, result.display) == (None, False, "cannot be worked out")
