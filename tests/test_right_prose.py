"""Everyday prose in which every number is right, in our own words: whatever it looks like, nothing is flagged."""

from pathlib import Path

import pytest

import factcheck

RIGHT = (Path(__file__).parent / "right_prose.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("text", RIGHT, ids=lambda text: text[:50])
def test_right_prose_gets_no_error_and_no_warning(text: str) -> None:
    findings = factcheck.verify(text).findings
    assert [(f.code, f.text, f.message) for f in findings if f.severity != "note"] == []
