"""`factcheck compare`: what an edit mended, and what it broke."""

from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]
WRONG = "Of the 565 people referred, 49 people engaged, or 9.7 per cent."
RIGHT = "Of the 565 people referred, 49 people engaged, or 8.7 per cent."
OTHER = "Of the 959 people invited, 147 people replied, or 16.3 per cent."


def test_mended_standing_and_new(run: Run, tmp_path: Path) -> None:
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(f"{WRONG}\n\n{OTHER}")
    new.write_text(f"Something else first.\n\n{RIGHT}\n\n{OTHER}")
    status, out, _ = run("compare", old, new, "--select", "FC101")
    assert status == 0
    assert "Mended: error FC101 “9.7 per cent”" in out
    assert "Still there: error FC101 “16.3 per cent”" in out
    assert out.endswith("0 new, 1 still there, 1 mended.\n")
    status, out, _ = run("compare", new, old, "--select", "FC101")
    assert status == 1
    assert "New: error FC101 “9.7 per cent”" in out
    assert run("compare", new, old, "--fail-on", "never")[0] == 0


def test_a_draft_that_is_not_there(run: Run, tmp_path: Path) -> None:
    status, _, err = run("compare", tmp_path / "a.md", tmp_path / "b.md")
    assert (status, "a.md" in err) == (2, True)
