"""The story, start to end: text → quantities → claims → relations → findings → report."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck import checks, claims, relations
from factcheck.judgement import coverage, judged
from factcheck.model.article import Article, Sentence
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Mention, Story
from factcheck.quantities import find
from factcheck.report import Report
from factcheck.text.guard import checked
from factcheck.text.parse import parse
from factcheck.text.sentences import split


@dataclass(frozen=True, slots=True)
class Settings:
    """Which checks run, as the caller chose them."""

    checks: tuple[checks.Check, ...]


def verify(article: Article, settings: Settings) -> Report:
    """Check one article."""
    sentences = sentences_of(checked(article))
    found = find(sentences, article.published)
    numbered = {q.sentence for q in found}
    parses = parse(s for s in sentences if s.index in numbered)
    read = claims.read(sentences, found, parses, {"text": article.text, "title": article.title or ""})
    mentions = _mentions(found, read, sentences)
    outcome = relations.relate(mentions, read.populations, article.published)
    story = Story(article, sentences, mentions, outcome.relations)
    findings = checks.run(story, settings.checks)
    sums = tuple(
        dict.fromkeys([*(r.recalculation for r in outcome.relations), *(s for f in findings for s in f.recalculations)])
    )
    return Report(
        article, sentences, found, judged(mentions, sums, findings, outcome.reasons), sums, findings,
        coverage(mentions, sums, outcome.reasons),
    )  # fmt: skip


def sentences_of(article: Article) -> tuple[Sentence, ...]:
    """The sentences of headline and body, in that order."""
    title = split(article.title, "title") if article.title else ()
    paragraphs = 1 + max((s.paragraph for s in title), default=-1)
    return (*title, *split(article.text, "text", len(title), paragraphs))


def _mentions(found: tuple[Quantity, ...], read: claims.Claims, sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    by_index = {s.index: s for s in sentences}
    return tuple(
        Mention(index, quantity, claim, by_index[quantity.sentence])
        for index, (quantity, claim) in enumerate(zip(found, read.claims, strict=True))
    )


def extract(text: str, published: datetime.date | None = None) -> tuple[Quantity, ...]:
    """The quantities alone, by the rules, without a parse."""
    return find(split(checked(Article(text)).text), published)


def verify_all(articles: Iterable[Article], settings: Settings) -> Iterator[Report]:
    """A stream in, a stream out, in order."""
    for article in articles:
        yield verify(article, settings)
