"""The command starts fast, colours a terminal only, and ends quietly."""

import os
import pty
import subprocess
import sys
import time

import pytest


def _seconds(*arguments: str) -> float:
    """The best of five: what it costs, not what else the machine was doing."""
    best = 9.0
    for _ in range(5):
        started = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        best = min(best, time.perf_counter() - started)
    return best


def test_help_is_there_at_once() -> None:
    assert _seconds("-m", "factcheck.apps.cli", "--help") - _seconds("-c", "pass") < 0.3


def test_help_loads_no_heavy_library() -> None:
    heavy = (
        "import sys, factcheck.apps.cli; print(*{'spacy', 'pandas', 'numpy', 'quantulum3', 'jinja2'} & {*sys.modules})"
    )
    assert subprocess.run([sys.executable, "-c", heavy], check=True, capture_output=True).stdout.strip() == b""


def _on_a_terminal(script: str, **environment: str) -> bytes:
    """What a script prints when its standard output is a terminal."""
    ours, theirs = pty.openpty()
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdout=theirs, env=kept | {"TERM": "xterm-256color"} | environment
    )
    os.close(theirs)
    printed = b""
    try:
        while chunk := os.read(ours, 4096):
            printed += chunk
    except OSError:  # how Linux says that a terminal's other end has closed
        pass
    os.close(ours)
    assert process.wait() == 0
    return printed


SCRIPT = """
from factcheck.apps._terminal import print_report
from factcheck.model.article import Article
from factcheck.model.finding import Finding
from factcheck.model.report import Coverage
from factcheck.report import Report
finding = Finding(0, 4, "3 of", "Wrong [bold]sum[/bold].", "error", code="FC101", name="ratio-mismatch")
print_report(Report(Article("3 of 4"), (), (), (), (), (finding,), Coverage(0, 0, 0, 0, ())), why=False)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
def test_colours_on_a_terminal_unless_no_color_is_set() -> None:
    coloured, plain = _on_a_terminal(SCRIPT), _on_a_terminal(SCRIPT, NO_COLOR="1")
    assert b"\x1b[1;31mERROR" in coloured
    assert b"\x1b[1;31m" not in plain
    assert b"[bold]sum[/bold]" in coloured, "the article's brackets are not markup"
