"""Shares as people count them: the smallest crowd that tells them truly, else one in so many."""

from fractions import Fraction

import pytest

from factcheck.model.frequencies import in_every, natural_base, of_every


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (Fraction(1, 4), "25 in every 100"),
        (Fraction(147, 8586), "about 17 in every 1,000"),
        (Fraction(49, 5484), "about 9 in every 1,000"),
        (Fraction(3, 10_000), "3 in every 10,000"),
        (Fraction(1, 150_000), "about 1 in 150,000"),
    ],
)
def test_a_share_is_told_on_the_smallest_crowd_that_keeps_it_within_a_twentieth(share: Fraction, told: str) -> None:
    assert in_every(share) == told


def test_two_shares_share_a_crowd_that_is_large_enough_for_both() -> None:
    assert natural_base(Fraction(1, 2), Fraction(4, 1000)) == 1_000


def test_no_crowd_is_large_enough_for_a_tiny_share() -> None:
    assert natural_base(Fraction(1, 10**6)) is None


@pytest.mark.parametrize("numerator", range(1, 200))
def test_what_is_told_is_never_a_twentieth_off(numerator: int) -> None:
    share = Fraction(numerator, 977)
    base = natural_base(share)
    assert base is not None
    told = Fraction(of_every(share, base).removeprefix("about ").replace(",", ""))
    assert abs(told / base - share) * 20 < share
