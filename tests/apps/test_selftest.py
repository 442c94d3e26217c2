"""The self-test breaks numbers that hold, one at a time, and counts what is flagged."""

from pathlib import Path

from typer.testing import CliRunner

from factcheck.apps.cli import app
from factcheck.apps.selftest import run
from factcheck.model.article import Article

HOLDS = Article("The path is 15 km (9.3 miles) long. Thefts fell from 60 to 45, a drop of 25 per cent.")


def test_every_break_of_a_strong_sum_is_flagged() -> None:
    tally = run(iter([HOLDS]), strong_only=True)
    assert set(tally.broken) >= {("conversion", "ten times"), ("change", "digits swapped"), ("change", "a fifth less")}
    assert tally.flagged == tally.broken


def test_a_break_within_a_hedge_is_no_break() -> None:
    tally = run(iter([Article("The crew of 41 were joined by about 400 others, or roughly 441 in all.")]))
    assert ("total", "digits swapped") not in tally.broken


def test_an_article_that_holds_nothing_breaks_nothing() -> None:
    tally = run(iter([Article("He left at noon.")]))
    assert list(tally.lines()) == [f"{'all':32}{0:5} of 0"]


def test_the_command_prints_a_line_a_kind_and_a_total(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(HOLDS.text, "utf-8")
    result = CliRunner().invoke(app, ["selftest", str(tmp_path / "story.txt")])
    assert result.exit_code == 0
    assert "conversion" in result.stdout
    assert result.stdout.splitlines()[-1].startswith("all")
