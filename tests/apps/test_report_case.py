"""`--report-case`: the page that it prints is a page of examples, and shows what was wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

import factcheck
from tests.checks.pages import Example, examples

Run = Callable[..., tuple[int, str, str]]
DRAFT = """The harbour board met on Monday and talked for 3 hours.

Of the 565 people referred, 49 engaged, or 9.7 per cent. Another 12 waited.

Rain fell on 6 days."""


@pytest.fixture
def case(run: Run, tmp_path: Path) -> Callable[[str], tuple[str, Example]]:
    """The page for a number of the draft, and the one example that it holds."""

    def command(number: str) -> tuple[str, Example]:
        (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
        options = ["--no-reference", "--published", "2021-06-30", "--report-case", number]
        status, out, err = run("check", tmp_path / "draft.txt", *options)
        assert (status, err) == (0, "")
        (tmp_path / "fc101_case.md").write_text(out, "utf-8")
        (example,) = examples(tmp_path)
        return out, example

    return command


def test_a_false_alarm_is_a_page_that_must_pass(case: Callable[[str], tuple[str, Example]]) -> None:
    page, example = case("9.7 per cent")
    assert page.startswith("# FC101 ratio-mismatch\n")
    assert example.section == "Passes"
    assert example.text == "Of the 565 people referred, 49 engaged, or 9.7 per cent."
    assert example.findings == [], "nothing may be said of it"
    assert str(example.published) == "2021-06-30"
    assert 'FC101 on "9.7 per cent"' in page


def test_the_quoted_sentences_still_give_the_alarm(case: Callable[[str], tuple[str, Example]]) -> None:
    _, example = case("9.7 per cent")
    assert [f.text for f in factcheck.verify(example.text, reference=False).findings] == ["9.7 per cent"]


def test_a_number_that_nothing_was_said_of_is_a_miss_to_be_named(case: Callable[[str], tuple[str, Example]]) -> None:
    page, example = case("3 hours")
    assert example.section == "Misses"
    assert example.text == "The harbour board met on Monday and talked for 3 hours."
    assert '- FCnnn on "3 hours"' in page.splitlines()
    assert "3 hours: duration hour" in page


def test_words_that_are_not_in_the_text_are_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
    status, out, err = run("check", tmp_path / "draft.txt", "--no-reference", "--report-case", "1.7 per cent")
    assert (status, out) == (2, "")
    assert "does not stand in the text" in err


def test_one_file_at_a_time(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(DRAFT, "utf-8")
    status, _, err = run("check", tmp_path, "--report-case", "12")
    assert status == 2
    assert "one file" in err
