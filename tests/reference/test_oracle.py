"""Sentences made from the tables themselves: a figure that is right is supported, one that is moved never is."""

import random
from collections.abc import Callable, Iterator
from fractions import Fraction

import pytest

from factcheck.reference import builtin
from factcheck.reference.catalogue import Dataset
from factcheck.reference.gazetteer import shown
from factcheck.reference.table import Key
from factcheck.reference.when import Span
from tests.reference.stories import verdicts

OURS = builtin()
SETS = {dataset.name: dataset for dataset in OURS.datasets}
PLACES = ("KEN", "FRA", "JPN", "BRA", "POL", "EGY", "SWE", "IND", "ZAF", "KOR", "NLD", "NOR")

Writer = Callable[[Fraction], str]


def millions(value: Fraction) -> str:
    return f"{float(value) / 1e6:.2f} million"


def percent(value: Fraction) -> str:
    return f"{float(value):.1f} per cent"


def years(value: Fraction) -> str:
    return f"{float(value):.1f} years"


def figure(dataset: Dataset, measure: str, place: str, year: int) -> Fraction | None:
    cell = dataset.series(Key(measure, place, ())).get(Span.year(year))
    return cell.value if cell is not None else None


LEVELS: tuple[tuple[str, str, Writer, str], ...] = (
    ("population", "population", millions, "In {year} {place} had {value} inhabitants and 26 lighthouses."),
    ("population", "population", millions, "The population of {place} stood at {value} in {year}, says the almanac."),
    ("population", "population", millions, "It was {year}, {place} was home to {value} people, and the dam was new."),
    ("consumer-price-inflation", "inflation", percent, "Inflation in {place} averaged {value} in {year}."),
    ("consumer-price-inflation", "inflation", percent, "In {year} consumer prices in {place} rose by {value}."),
    ("life-expectancy", "life_expectancy", years, "In {year} a newborn in {place} could expect to live {value}."),
    ("life-expectancy", "life_expectancy", years, "Life expectancy at birth in {place} was {value} in {year}."),
)


def sentences(seed: int) -> Iterator[tuple[str, str, str, str]]:
    """(true sentence, its number, false sentence, its number)."""
    chance = random.Random(seed)
    for name, measure, write, frame in LEVELS:
        place, year = chance.choice(PLACES), chance.randint(1985, 2018)
        value = figure(SETS[name], measure, place, year)
        if value is None or value <= 1:
            continue
        right, wrong = write(value), write(value * chance.choice([Fraction(13, 10), Fraction(7, 10)]))
        texts = [frame.format(place=_the(place), year=year, value=said) for said in (right, wrong)]
        yield texts[0], right, texts[1], wrong


def _the(place: str) -> str:
    return f"the {shown(place)}" if place == "NLD" else shown(place)


@pytest.mark.parametrize("seed", range(12))
def test_right_figures_are_supported_and_moved_ones_never(seed: int) -> None:
    for right, number, wrong, moved in sentences(seed):
        assert verdicts(right, OURS) == {number: "holds"}, right
        assert verdicts(wrong, OURS).get(moved) in ("differs", "period", "place"), wrong
