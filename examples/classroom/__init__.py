"""What the lessons share: reading an article's numbers, tables in Markdown, pages with their pictures.

A lesson names a number as the article prints it ("1.7 per cent"); whatever is made of it is worked out.
"""

import sys
from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path

import factcheck
from factcheck.documents import read
from factcheck.model.quantity import Quantity
from factcheck.render.pictures import standalone
from factcheck.report import Report

CORPUS = Path(__file__).parents[2] / "corpus"
LESSONS = Path(__file__).parents[1] / "lessons"
Drawings = dict[str, str]


def report_on(article: str) -> Report:
    """One of our own articles, checked against itself alone."""
    return factcheck.verify(read(CORPUS / f"{article}.md"), reference=False)


def printed(report: Report, text: str, nth: int = 1) -> Quantity:
    """The number that the article prints so; of several the nth."""
    return [quantity for quantity in report.quantities if quantity.text == text][nth - 1]


def value(report: Report, text: str, nth: int = 1) -> Fraction:
    """What a printed number is worth."""
    worth = printed(report, text, nth).value
    if worth is None:
        raise ValueError(f"“{text}” has no single value")
    return worth


def quoted(report: Report, text: str, nth: int = 1) -> str:
    """The sentence of a printed number, as a quotation."""
    index = printed(report, text, nth).sentence
    return "> " + next(sentence.text for sentence in report.sentences if sentence.index == index)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; every column but the first is of numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def joined(*parts: str) -> str:
    """Paragraphs as a page."""
    return "\n\n".join(part.strip() for part in parts) + "\n"


def picture(name: str, says: str) -> str:
    """A picture on a page, with its words for those who cannot see it."""
    return f"![{says}](pictures/{name}.svg)"


def publish(name: str, page: str, drawings: Drawings, folder: Path) -> None:
    """Write a lesson's page, and its pictures in a folder beside it."""
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.md").write_text(page, "utf-8", newline="\n")
    for title, drawn in drawings.items():
        (folder / f"pictures/{title}.svg").write_text(standalone(drawn), "utf-8", newline="\n")


def run(name: str, page: str, drawings: Drawings) -> None:
    """Print the page, or with a folder's name write it there."""
    if len(sys.argv) > 1:
        publish(name, page, drawings, Path(sys.argv[1]))
    else:
        print(page, end="")
