"""The unusual-units library is asked rarely, sees few words, and never a digit of the text."""

import subprocess
import sys

import pytest

from factcheck.quantities import find, unusual_units
from factcheck.quantities.kinds import unusual_measure
from factcheck.text.sentences import split


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the library is asked; it answers nothing."""
    questions: list[str] = []

    def note(words: str) -> None:
        questions.append(words)

    monkeypatch.setattr(unusual_measure, "named", note)
    return questions


def test_prose_without_unusual_units_never_reaches_the_library(asked: list[str]) -> None:
    find(split("The 385km line carried 1.98 million tonnes, and 12 people paid $4m each for 3.5kg of it in 2019."))
    assert asked == []


def test_a_text_of_digits_never_reaches_the_library(asked: list[str]) -> None:
    find(split("1 22 333 4,444 " * 300 + "7" * 400))
    assert asked == []


def test_the_library_sees_only_the_words_behind_the_number(asked: list[str]) -> None:
    find(split("In 2019 some 40 becquerels an hour were measured near the 12 homes."))
    assert asked == ["becquerels an hour"]


def test_an_unusual_unit_is_named() -> None:
    assert unusual_units.named("becquerels an hour") == ("becquerel", len("becquerels"))


def test_words_that_are_no_unit_are_none() -> None:
    assert unusual_units.named("grandmothers in law") is None


def test_ordinary_news_does_not_load_the_library() -> None:
    script = (
        "import sys; from factcheck.quantities import find; from factcheck.text.sentences import split;"
        "find(split('It cost $4m a kilometre, or 12 per cent more.')); sys.exit('quantulum3' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
