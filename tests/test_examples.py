"""The examples run as their first lines say, and print something worth reading."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_runs_as_it_says(path: Path) -> None:
    command = re.search(r"^ *python (\S+)(.*)$", path.read_text("utf-8"), re.MULTILINE)
    assert command
    assert ROOT / command[1] == path
    done = subprocess.run(
        [sys.executable, path, *command[2].split()], capture_output=True, text=True, cwd=ROOT, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert "%" in done.stdout or "numbers" in done.stdout


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 2
