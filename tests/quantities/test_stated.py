"""What a number can honestly stand for, by its wording and its last digit."""

from fractions import Fraction

import pytest

from factcheck.model.interval import Interval
from factcheck.quantities import find
from factcheck.text.sentences import split


def stated(text: str) -> Interval:
    quantity = find(split(text))[0]
    assert quantity.stated is not None
    return quantity.stated


def interval(notation: str) -> Interval:
    low, high = notation[1:-1].split(",")
    return Interval(
        Fraction(low.strip()),
        None if high.strip() == "inf" else Fraction(high.strip()),
        notation[0] == "(",
        notation[-1] == ")" and high.strip() != "inf",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 1.7 per cent.", "[1.65, 1.75]"),
        ("It was 6.50 per cent.", "[6.495, 6.505]"),
        ("It was 6.5 per cent.", "[6.45, 6.55]"),
        ("It was 10 per cent.", "[9.5, 10.5]"),
        ("It was six per cent.", "[5.5, 6.5]"),
        ("There were 5,484 people.", "[5484, 5484]"),
        ("There were 3,000 houses.", "[3000, 3000]"),
        ("There were 3 million people.", "[2500000, 3500000]"),
        ("There were 1.98 million people.", "[1975000, 1985000]"),
        ("It cost $2.8m.", "[2750000, 2850000]"),
        ("It cost £180,000.", "[179999.5, 180000.5]"),
        ("About 390 people came.", "[370.5, 409.5]"),
        ("About 44 people came.", "[41.8, 46.2]"),
        ("About 400 people came.", "[350, 450]"),
        ("About ten people came.", "[8.5, 11.5]"),
        ("About $35 was paid.", "[33.25, 36.75]"),
        ("Just over 10 per cent came.", "(10, 11]"),
        ("A little more than 10 per cent came.", "(10, 11]"),
        ("More than 100 people came.", "(100, inf)"),
        ("At least 100 people came.", "[100, inf)"),
        ("Less than 1 per cent came.", "[0, 1)"),
        ("Up to 100 people came.", "[0, 100]"),
        ("Almost $2 billion was spent.", "[1800000000, 2000000000)"),
        ("Nearly half of them came.", "[0.45, 0.5)"),
        ("More than half of them came.", "(0.5, 1]"),
        ("A majority of parents came.", "(0.5, 1]"),
        ("Six to seven people came.", "[5.5, 7.5]"),
        ("Half of them came.", "[0.48, 0.52]"),
        ("About half of them came.", "[0.46, 0.54]"),
        ("One in five of them came.", "[0.18, 0.22]"),
        ("Sales doubled.", "[1.8, 2.2]"),
        ("Sales more than doubled.", "(2, inf)"),
        ("Sales almost doubled.", "[1.8, 2)"),
        ("Sales nearly trebled.", "[2.7, 3)"),
        ("It fell to −3.2°C.", "[-3.25, -3.15]"),
        ("They took 14 and a half months.", "[14.25, 14.75]"),
        ("It was 44 a month.", "[43.5, 44.5]"),
        ("Dozens of people came.", "[24, inf)"),
    ],
)
def test_wording_and_digits_set_the_interval(text: str, expected: str) -> None:
    assert stated(text) == interval(expected)


def test_about_a_third_reaches_four_points_either_way() -> None:
    about = stated("About a third of them came.")
    assert (about.low, about.high) == (Fraction(1, 3) - Fraction(4, 100), Fraction(1, 3) + Fraction(4, 100))


@pytest.mark.parametrize("number", ["7", "44", "390", "1,250", "0.4", "12.75", "40,000"])
def test_a_hedge_never_narrows(number: str) -> None:
    plain, hedged = stated(f"It was {number} per cent."), stated(f"It was about {number} per cent.")
    assert hedged.low is not None and plain.low is not None and hedged.low <= plain.low
    assert hedged.high is not None and plain.high is not None and hedged.high >= plain.high


def test_a_price_beside_one_with_cents_is_exact_to_the_cent() -> None:
    quantities = find(split("The wage goes from $15 to $15.45 an hour, and the fee from $20 to $25."))
    assert [quantity.step for quantity in quantities] == [Fraction(1, 100), Fraction(1, 100), 1, 1]
