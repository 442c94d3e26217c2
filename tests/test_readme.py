"""The README tells the truth: its report is today's, its examples run, its commands name what is there.

`FACTCHECK_UPDATE=1 pytest tests/test_readme.py` writes today's report into it.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.apps import cli

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SHOWN = re.compile(r"(<!-- report -->\n```text\n)(.*?)(```\n)", re.DOTALL)
EXAMPLES = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)


def test_the_report_that_is_shown_is_what_the_command_prints(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = README.read_text("utf-8")
    command = re.search(r"<!-- first-command -->\n```sh\n.*factcheck (check .*)\n", readme)
    assert command
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("sys.argv", ["factcheck", *command[1].split()])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 0
    printed = capsys.readouterr().out
    if os.environ.get("FACTCHECK_UPDATE"):
        README.write_text(SHOWN.sub(lambda shown: shown[1] + printed + shown[3], readme), "utf-8")
    shown = SHOWN.search(README.read_text("utf-8"))
    assert shown
    assert shown[2] == printed


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 2


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_runs_by_itself(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"\]\(([\w./-]+)\)|`(corpus/[\w.-]+)`", README.read_text("utf-8"))))
)
def test_what_it_points_at_is_there(path: tuple[str, str]) -> None:
    assert (ROOT / (path[0] or path[1])).exists()
