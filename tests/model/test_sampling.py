"""What chance can do to a share, against the figures that textbooks and pollsters print."""

from fractions import Fraction

import pytest

from factcheck.model.sampling import margin, margin_between_samples, margin_within_sample, square_root, wilson


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        (9, 21, "24.5", "63.5"),
        (18, 20, "69.9", "97.2"),
        (0, 10, "0", "27.8"),
        (10, 10, "72.2", "100"),
    ],
)
def test_wilsons_interval_is_the_published_one(part: int, whole: int, low: str, high: str) -> None:
    found = wilson(part, whole)
    assert [round(end * 1000) for end in found] == [round(Fraction(end) * 10) for end in (low, high)]


@pytest.mark.parametrize("whole", [1, 2, 7, 29])
def test_the_interval_holds_the_share_and_stays_between_nought_and_one(whole: int) -> None:
    for part in range(whole + 1):
        low, high = wilson(part, whole)
        assert 0 <= low <= Fraction(part, whole) <= high <= 1


def test_a_poll_of_a_thousand_has_a_margin_of_three_points() -> None:
    assert round(margin(Fraction(1, 2), Fraction(1000)) * 1000) == 31


def test_a_change_between_two_polls_has_1_4_times_the_margin_of_one() -> None:
    half, size = Fraction(1, 2), Fraction(1000)
    assert round(margin_between_samples(half, size, half, size) / margin(half, size) * 100) == 141


def test_a_lead_between_two_halves_of_a_poll_has_twice_the_margin_of_one() -> None:
    half, size = Fraction(1, 2), Fraction(1000)
    assert round(margin_within_sample(half, half, size) / margin(half, size) * 100) == 200


@pytest.mark.parametrize("value", [Fraction(0), Fraction(2), Fraction(1, 3), Fraction(10**12)])
def test_a_root_is_exact_to_six_decimals_and_never_too_large(value: Fraction) -> None:
    root = square_root(value)
    assert root**2 <= value < (root + Fraction(1, 10**6)) ** 2
