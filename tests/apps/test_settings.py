"""What a desk has settled: where it is found, what it changes, and what is refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import SettingsError
from factcheck.settings import DEFAULT, Settings, load

Run = Callable[..., tuple[int, str, str]]


def test_the_nearest_file_upwards_counts(tmp_path: Path) -> None:
    deep = tmp_path / "a/b"
    deep.mkdir(parents=True)
    (tmp_path / "factcheck.toml").write_text('ignore = ["FC209"]')
    (tmp_path / "a/pyproject.toml").write_text("[project]\nname = 'x'")
    assert load(start=deep).ignore == ["FC209"], "a pyproject.toml without our table is passed over"
    (tmp_path / "a/pyproject.toml").write_text("[tool.factcheck]\nselect = ['FC1']\nfail-on = 'warning'")
    assert load(start=deep) == Settings(select=["FC1"], fail_on="warning")


def test_nothing_settled(tmp_path: Path) -> None:
    assert load(start=tmp_path) == DEFAULT


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("selct = ['FC1']", "Did you mean “select”?"),
        ("fail_on = 'error'", "Did you mean “fail-on”?"),
        ("fail-on = 'fatal'", "one of error, warning, note, never"),
        ("ignore = 'FC1'", "a list of check codes"),
        ("reference = 3", "the path of a folder, or false"),
        ("[[checked]]\nby = 'me'", "each with a fingerprint"),
        ("[[checked]]\nfingerprint = 'a'\nagianst = 'b'", "Did you mean “against”?"),
        ("per-file-ignores = ['FC1']", "must be a table"),
        ("ignore = [", "cannot be read as settings"),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, written: str, told: str) -> None:
    path = tmp_path / "factcheck.toml"
    path.write_text(written)
    with pytest.raises(SettingsError, match=r".") as refused:
        load(path)
    assert told in str(refused.value)
    assert str(path) in str(refused.value)


def test_settings_hold_where_the_command_line_is_silent(run: Run, asked: Any, tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text(
        'select = ["FC1"]\nignore = ["FC105"]\nreference = false\nfail-on = "note"\n'
        '[per-file-ignores]\n"opinion/*" = ["FC2"]\n'
    )
    (tmp_path / "opinion").mkdir()
    plain, opinion = tmp_path / "a.txt", tmp_path / "opinion/b.txt"
    plain.write_text("A note.")
    opinion.write_text("Nothing.")
    assert run("check", plain, opinion, "--config", settings)[0] == 1
    assert asked.options[0] == {"select": ["FC1"], "ignore": ["FC105"], "reference": False}
    assert asked.options[1]["ignore"] == ["FC105", "FC2"]
    assert run("check", plain, "--config", settings, "--fail-on", "error", "--select", "FC2")[0] == 0
    assert asked.options[2]["select"] == ["FC2"]


def test_a_settings_file_that_is_not_there(run: Run, asked: Any, tmp_path: Path) -> None:
    status, _, err = run("check", tmp_path / "a.txt", "--config", tmp_path / "gone.toml")
    assert (status, "gone.toml" in err) == (2, True)
