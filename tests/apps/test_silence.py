"""Findings that were answered stay away, in their paragraph only, and old comments are told."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def found(run: Run, asked: Any, tmp_path: Path) -> Callable[..., list[str]]:
    """The codes that are left of a Markdown text; the stand-in checker flags "error" and "warning"."""

    def check(text: str, *options: object) -> list[str]:
        path = tmp_path / "draft.md"
        path.write_text(text)
        out = run("check", path, "--format", "csv", *options)[1]
        return [row["code"] for row in csv.DictReader(io.StringIO(out))]

    return check


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("An error.\n\nA warning.", ["FC101", "FC201"]),
        ("<!-- factcheck: ignore FC101 -->\nAn error.\n\nA warning.", ["FC201"]),
        ("An error. <!-- factcheck: ignore FC101 -->\n\nA warning.", ["FC201"]),
        ("An <!-- factcheck: ignore FC1 --> error.\n\nA warning.", ["FC201"]),
        ("<!-- factcheck: ignore FC101, FC201 -->\n\nAn error, a warning.", []),
        ("<!-- factcheck: ignore -->\n\nAn error.\n\nA warning.", ["FC201"]),
        ("An error.\n\nA warning.\n\n<!-- factcheck: ignore-file -->", []),
        ("An error.\n\n<!-- factcheck: ignore FC101 -->\n\nA warning.", ["FC101", "FC201", "FC001"]),
        ("An error. <!-- factchecked by us -->", ["FC101"]),
        ("An error.\n\n<!-- factcheck: ignore FC101 -->", ["FC101", "FC001"]),
        ("<!-- factcheck: ignore FC101 -->", ["FC001"]),
    ],
)
def test_a_comment_silences_its_paragraph(found: Callable[..., list[str]], text: str, left: list[str]) -> None:
    assert found(text) == left


def test_the_exit_status_counts_what_is_left(run: Run, asked: Any, tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text("An error. <!-- factcheck: ignore FC101 -->")
    assert run("check", path)[0] == 0


def test_a_comment_counts_in_a_plain_text_too(run: Run, asked: Any, tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("An error. <!-- factcheck: ignore FC101 -->")
    assert run("check", path)[0] == 0
