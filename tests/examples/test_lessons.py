"""The lessons' pages are what their scripts work out today, and the worksheet keeps its answers to itself.

`FACTCHECK_UPDATE=1 pytest tests/examples` writes today's pages over the kept ones, to be read before a commit.
"""

import os
import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
LESSONS = ROOT / "examples/lessons"
SCRIPTS = (
    "which_denominator",
    "months_and_years",
    "relative_and_absolute",
    "small_numbers",
    "points_and_per_cent",
)


def _run(script: str, *arguments: object) -> str:
    command = [sys.executable, ROOT / f"examples/{script}.py", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_kept_page_is_what_its_script_works_out(script: str, tmp_path: Path) -> None:
    folder = LESSONS if os.environ.get("FACTCHECK_UPDATE") else tmp_path
    _run(script, folder)
    made = sorted(path.relative_to(folder) for path in folder.rglob(f"{script.replace('_', '-')}*.*"))
    assert {path.suffix for path in made} == {".md", ".svg"}
    for path in made:
        assert (folder / path).read_text("utf-8") == (LESSONS / path).read_text("utf-8")


def test_every_picture_on_a_page_is_there_and_whole() -> None:
    shown = [
        LESSONS / link for page in LESSONS.glob("*.md") for link in re.findall(r"\]\((.*?svg)\)", page.read_text())
    ]
    assert len(shown) >= len(SCRIPTS)
    for path in shown:
        assert ElementTree.parse(path).getroot().tag.endswith("svg")


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("which_denominator", ["1.71 %", "15.3 %"]),
        ("months_and_years", ["| 96 times | 12 months | 8 |", "| 60 times | 6 months | 10 |"]),
        ("relative_and_absolute", ["33.3 %", "0.4 points", "4 fewer in every 1,000"]),
        ("small_numbers", ["| 6 | 50 % |", "13.6 members"]),
        ("points_and_per_cent", ["8 points", "12.5 %"]),
    ],
)
def test_a_lesson_teaches_what_a_teacher_would_work_out_by_hand(script: str, says: list[str]) -> None:
    page = (LESSONS / f"{script.replace('_', '-')}.md").read_text("utf-8")
    assert not [words for words in says if words not in page]


def test_a_worksheet_has_an_answer_for_each_question_on_a_page_apart(tmp_path: Path) -> None:
    _run("worksheet", tmp_path)
    asked = (tmp_path / "worksheet.md").read_text("utf-8")
    answered = (tmp_path / "worksheet-answers.md").read_text("utf-8")
    numbers = re.findall(r"^(\d+)\. ", asked, re.MULTILINE)
    assert len(numbers) >= 8
    assert numbers == re.findall(r"^(\d+)\. ", answered, re.MULTILINE)
    assert " = " not in asked
    assert "It holds." in answered
    assert "is wrong." in answered


def test_the_answers_of_plain_shares_are_right(tmp_path: Path) -> None:
    _run("worksheet", tmp_path, ROOT / "corpus/hospital-waits.md", ROOT / "corpus/library-loans.md")
    answers = (tmp_path / "worksheet-answers.md").read_text("utf-8")
    shares = re.findall(r": ([\d,]+) / ([\d,]+) = ([\d.]+) %\.", answers)
    assert shares
    for part, whole, shown in shares:
        exact = Fraction(part.replace(",", "")) / Fraction(whole.replace(",", "")) * 100
        assert abs(exact - Fraction(shown)) < Fraction(1, 100)
