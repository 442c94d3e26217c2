"""Superlatives and trends: one value refutes them, only an unbroken run of years supports them."""

import pytest

from factcheck.reference import builtin
from tests.reference.stories import verdicts

OURS = builtin()

PHRASES = [
    ("US unemployment averaged 8.1 percent in 2020, the highest since 1982.", "the highest since 1982", "differs"),
    ("US unemployment averaged 9.6 percent in 2010, the highest since 1983.", "the highest since 1983", "holds"),
    ("US unemployment averaged 3.6 percent in 2022, its lowest since 1969.", "its lowest since 1969", "holds"),
    ("Inflation in Kenya averaged 6.6 per cent in 2015, its lowest since 2010.", "its lowest since 2010", "differs"),
    ("Japan's population has fallen every year since 2010.", "has fallen every year since 2010", "holds"),
    ("The Italian population has grown every year since 2014.", "has grown every year since 2014", "differs"),
    ("Japan's population has fallen for 20 years in a row.", "has fallen for 20 years in a row", "differs"),
    ("Life expectancy in Kenya fell every year between 1990 and 2005.", "fell every year between 1990 and 2005",
     "differs"),
    ("Every year since 2010 the population of Japan has fallen.", "Every year since 2010 the population of Japan has "
     "fallen", "holds"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "verdict"), PHRASES)
def test_a_series_bears_a_phrase_out_or_refutes_it(text: str, phrase: str, verdict: str) -> None:
    assert verdicts(text, OURS, "2025-09-01").get(phrase) == verdict


def test_a_record_is_refuted_and_never_supported() -> None:
    assert verdicts("US unemployment averaged 8.1 percent in 2020, a record high.", OURS)["a record high"] == "differs"
    assert "a record high" not in verdicts("Norway's population reached 5.6 million in 2024, a record high.", OURS)


def test_a_trend_up_to_now_needs_a_date_to_be_supported() -> None:
    assert verdicts("Japan's population has fallen every year since 2010.", OURS) == {}


def test_what_the_treaty_allows_is_no_superlative() -> None:
    assert verdicts("Germany sent 96 members in 2024, the highest number that the treaty allows.", OURS) == {}


RANKS = [
    ("Japan had the largest economy in the world in 2023.", "the largest economy in the world", "differs"),
    ("China had the largest population of any country in 2023.", "the largest population of any country", "differs"),
    ("The United States had the largest economy in the world in 2023.", "the largest economy in the world", None),
    ("Nigeria had the largest population of any country in Africa in 2023.", "the largest population of any country",
     None),
    ("Norway has the longest coast in the world.", "the longest coast in the world", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "verdict"), RANKS)
def test_a_first_place_is_refuted_by_a_place_above_it_and_never_supported(
    text: str, phrase: str, verdict: str | None
) -> None:
    assert verdicts(text, OURS).get(phrase) == verdict


def test_another_subject_in_the_sentence_is_not_the_series() -> None:
    text = "Japan's population was 124 million in 2024; tourist numbers were the highest since 2019."
    assert verdicts(text, OURS) == {"124 million": "holds"}
    text = "The firm's sales have risen every year since 2010, though the population of Japan has not."
    assert verdicts(text, OURS, "2025-06-01") == {}
