"""A worksheet out of articles: numbers to work out again, with the answers apart.

Prints the questions, without the answers. With a folder it writes `worksheet.md` and `worksheet-answers.md` there:
`python examples/worksheet.py sheets corpus/eye-camps.md corpus/hospital-waits.md`.

    python examples/worksheet.py
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from classroom import CORPUS, joined

import factcheck
from factcheck.documents import read
from factcheck.model.recalculation import Recalculation
from factcheck.report import Report

ARTICLES = tuple(CORPUS / f"{name}.md" for name in ("drug-law-referrals", "hospital-waits", "night-buses", "eye-camps"))
KINDS = ("share", "change", "average", "rate", "total", "difference", "multiple")
A_SIDE = 2  # questions of sums that hold, from each article; those that do not hold come all


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence with one number in bold, and the sum that answers it."""

    sentence: str
    number: str
    answer: str


def questions(report: Report) -> list[Question]:
    """What is wrong in an article, and as much again that is right, in the order of the text."""
    wrong = [f.recalculations[0] for f in report.findings if f.severity == "error" and len(f.recalculations) == 1]
    faulted = {sum_.stated for finding in report.findings for sum_ in finding.recalculations}
    right = [s for s in report.recalculations if s.holds and s.grade == "strong" and s.stated not in faulted]
    chosen = [s for s in wrong if _can_be_asked(s, report)]
    chosen += _spread([s for s in right if _can_be_asked(s, report)])
    return [_question(report, s) for s in sorted(chosen, key=lambda s: report.quantities[s.stated].start)]


def _can_be_asked(sum_: Recalculation, report: Report) -> bool:
    return sum_.kind in KINDS and sum_.stated >= 0 and report.quantities[sum_.stated].where == "text"


def _spread(sums: Sequence[Recalculation]) -> list[Recalculation]:
    """A few of them, the first of each kind before the second of any."""
    seen: list[str] = []
    ranked = []
    for place, sum_ in enumerate(sums):
        ranked.append((seen.count(sum_.kind), place, sum_))
        seen.append(sum_.kind)
    return [sum_ for _, _, sum_ in sorted(ranked, key=lambda item: item[:2])[:A_SIDE]]


def _question(report: Report, sum_: Recalculation) -> Question:
    quantity = report.quantities[sum_.stated]
    sentence = next(s for s in report.sentences if s.index == quantity.sentence)
    start, end = quantity.start - sentence.start, quantity.end - sentence.start
    marked = f"{sentence.text[:start]}**{sentence.text[start:end]}**{sentence.text[end:]}"
    verdict = "It holds" if sum_.holds else f"So “{quantity.text}” is wrong"
    return Question(marked, quantity.text, f"{sum_.expression} = {sum_.display}. {verdict}.")


def pages(paths: Sequence[Path]) -> tuple[str, str]:
    """The worksheet and the answers, in Markdown."""
    asked, answered = ["# Work it out again"], ["# Answers"]
    asked.append("Is the number in bold right? Which numbers of the article is it made from? Write down the sum.")
    for title, number, question in _numbered(paths):
        if title:
            asked.append(f"## {title}")
            answered.append(f"## {title}")
        asked += [f"{number}. {question.sentence}", "Sum: ____________________  Right or wrong: __________"]
        answered.append(f"{number}. {question.number}: {question.answer}")
    return joined(*asked), joined(*answered)


def _numbered(paths: Sequence[Path]) -> Iterator[tuple[str, int, Question]]:
    """The questions in one count; the first of each article with the article's title."""
    number = 0
    for path in paths:
        report = factcheck.verify(read(path), reference=False)
        for place, question in enumerate(questions(report)):
            number += 1
            yield ("" if place else report.article.title or path.stem), number, question


def main(folder: str = "", *articles: str) -> None:
    """Print the worksheet, or write it and its answers into a folder."""
    asked, answered = pages([Path(name) for name in articles] or ARTICLES)
    if not folder:
        print(asked, end="")
        return
    Path(folder).mkdir(parents=True, exist_ok=True)
    (Path(folder) / "worksheet.md").write_text(asked, "utf-8", newline="\n")
    (Path(folder) / "worksheet-answers.md").write_text(answered, "utf-8", newline="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
