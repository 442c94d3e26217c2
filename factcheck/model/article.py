"""The text that is checked, and the sentences it is read in."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

from factcheck.model.origin import Origin

Where = Literal["text", "title"]


@dataclass(frozen=True, slots=True)
class Article:
    """A piece of news: its prose, and what is known about it.

    `published` decides what "last year" means and how old things are; `source` is a file name or
    URL that the report repeats. `origin` is where the prose stood in a file of another form, if it
    was taken from one.
    """

    text: str
    title: str | None = None
    published: datetime.date | None = None
    source: str | None = None
    origin: Origin | None = None


class HasText(Protocol):
    """Anything that carries its text, as a spaCy `Doc` does."""

    @property
    def text(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the article: `text[start:end]`, offsets within the text or the title.

    `index` counts sentences in reading order (the title, if any, comes first with its own
    sentences), `paragraph` counts paragraphs.
    """

    start: int
    end: int
    text: str
    index: int
    paragraph: int
    where: Where = "text"

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end


def paragraphs(sentences: Iterable[Sentence]) -> dict[int, tuple[int, int]]:
    """From where to where each paragraph of the text reaches, by its number."""
    spans: dict[int, tuple[int, int]] = {}
    for sentence in sentences:
        if sentence.where == "text":
            start, _ = spans.get(sentence.paragraph, sentence.span)
            spans[sentence.paragraph] = start, sentence.end
    return spans
