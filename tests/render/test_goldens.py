"""What each format makes of one hand-built report, kept as a file: a change shows as a difference.

`FACTCHECK_UPDATE=1 pytest tests/render` writes today's output over the files, to be read before it is committed.
"""

import os
from pathlib import Path

import pytest

from factcheck.render import renderer
from factcheck.report import Report

FORMATS = {"txt": "text", "json": "json", "html": "html"}
GOLDEN = Path(__file__).parent / "golden"


def _same_as_kept(name: str, made: str) -> None:
    kept = GOLDEN / name
    if os.environ.get("FACTCHECK_UPDATE"):
        kept.write_text(made, "utf-8")
    assert made == kept.read_text("utf-8"), f"{name} differs; FACTCHECK_UPDATE=1 accepts the new one"


KEPT = [
    ("report.json", {}),
    ("report.html", {}),
    ("report.txt", {}),
    ("why.txt", {"why": True}),
    ("narrow.txt", {"why": True, "width": 50}),
]


@pytest.mark.parametrize(("name", "options"), KEPT)
def test_a_hand_built_report_is_shown_as_kept(report: Report, name: str, options: dict[str, object]) -> None:
    _same_as_kept(name, renderer(FORMATS[name.rpartition(".")[2]])(report, **options))
