"""The pictures show what the numbers say, and say so in words."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.finding import Step
from factcheck.model.interval import Interval
from factcheck.render.pictures import funnel, icons, line


def _widths(svg: str) -> list[int]:
    return [int(width) for width in re.findall(r'<rect x="0" y="\d+" width="(\d+)"', svg)]


def test_a_funnel_bar_is_as_long_as_its_count() -> None:
    drawn = funnel.draw([Step(i, "people", Fraction(n), None, None) for i, n in enumerate((8586, 959, 147))])
    first, second, third = _widths(drawn)
    assert (first, second, third) == (420, 47, 7)
    assert "Funnel: 8,586 people; 959 people; 147 people" in drawn


def test_a_funnel_of_nothing_can_be_drawn() -> None:
    assert "0 people" in funnel.draw([Step(0, "people", Fraction(0), None, None)])


@pytest.mark.parametrize(
    ("shares", "of"),
    [(("1/2", "1/4"), 100), (("147/8586", "147/959"), 1000), (("1/100000",), None)],
)
def test_icons_have_one_denominator_that_tells_them_all(shares: tuple[str, ...], of: int | None) -> None:
    assert icons.denominator([Fraction(share) for share in shares]) == of


def test_icons_say_how_many_in_how_many() -> None:
    drawn = icons.draw([("of 8586", Fraction(147, 8586)), ("of 959", Fraction(147, 959))])
    assert drawn
    assert "of 8586: 17 in 1,000; of 959: 153 in 1,000" in drawn
    assert _squares(drawn, "accent") == [17, 153]
    assert _squares(drawn, "bar") == [983, 847]
    assert icons.draw([("of all", Fraction(1, 100_000))]) is None
    assert icons.sentence(Fraction(1, 5841), None) == "1 in 5,841"


def _squares(svg: str, role: str) -> list[int]:
    """How many squares each path of a kind draws: dashes of its lines."""
    paths = re.findall(rf'class="{role} squares" stroke-width="\d+" stroke-dasharray="(\d+) (\d+)" d="([^"]*)"', svg)
    return [
        sum((int(length) + int(gap)) // (int(side) + int(gap)) for length in re.findall(r"h(\d+)", path))
        for side, gap, path in paths
    ]


@given(st.fractions(0, 1))
def test_every_icon_panel_has_all_its_icons(share: Fraction) -> None:
    drawn = icons.draw([("of all", share)])
    of = icons.denominator([share])
    assert drawn is None or sum(_squares(drawn, "accent") + _squares(drawn, "bar")) == of


@given(st.fractions(-1000, 1000), st.fractions(0, 1000), st.fractions(-1000, 1000))
def test_the_point_lies_in_the_band_only_where_the_value_does(low: Fraction, width: Fraction, value: Fraction) -> None:
    drawn = line.draw(Interval(low, low + width), "stated", value, "computed")
    assert drawn
    left, size = map(int, re.findall(r'x="(-?\d+)" y="24" width="(\d+)"', drawn)[0])
    point = int(re.findall(r'cx="(-?\d+)"', drawn)[0])
    assert 0 <= point <= line.WIDTH
    if low <= value <= low + width:
        assert left - 1 <= point <= left + size + 1


def test_no_line_for_an_interval_without_end() -> None:
    assert line.draw(Interval(Fraction(25), None), "more than 25", Fraction(3), "3") is None
