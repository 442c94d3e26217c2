"""Reads a check's page: quoted prose under Flags, Passes and Misses, and the findings it must give.

    ## Flags
    > Prose, as in a newspaper.

    - FC101 on "2.7 per cent"

Lines `- title: …` and `- published: 2021-06-30` say more about the article.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_FINDING = re.compile(r'- (FC\d{3}) on "(.+)"$')
_FACT = re.compile(r"- (title|published): (.+)$")


@dataclass
class Example:
    """One quoted piece of prose, with what must be found in it."""

    page: str
    section: str
    line: int
    text: str = ""
    findings: list[tuple[str, str]] = field(default_factory=list)
    title: str | None = None
    published: datetime.date | None = None

    @property
    def code(self) -> str:
        return self.page[:5].upper()


def examples(folder: Path) -> Iterator[Example]:
    """Every example of every page."""
    for path in sorted(folder.glob("fc*.md")):
        yield from _of_page(path)


def _of_page(path: Path) -> Iterator[Example]:
    section, current, quoting = "", None, False
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("## "):
            section = line[3:].strip()
        elif line.startswith(">"):
            if not quoting:
                if current:
                    yield current
                current = Example(path.stem, section, number)
            assert current is not None
            current.text += ("\n" if current.text else "") + line[1:].strip()
        elif current is not None:
            _read_fact(current, line)
        quoting = line.startswith(">")
    if current:
        yield current


def _read_fact(example: Example, line: str) -> None:
    if found := _FINDING.match(line):
        example.findings.append((found[1], found[2]))
    elif fact := _FACT.match(line):
        if fact[1] == "title":
            example.title = fact[2]
        else:
            example.published = datetime.date.fromisoformat(fact[2])
