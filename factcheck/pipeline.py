"""The story, start to end: text → quantities → claims → relations → findings → report."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck import checks, claims, relations
from factcheck.judgement import coverage, judged, judged_phrases
from factcheck.model.article import Article, Sentence
from factcheck.model.lookup import Phrase
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Mention, Relation, Story
from factcheck.quantities import find
from factcheck.report import Report
from factcheck.text.guard import checked
from factcheck.text.parse import parse
from factcheck.text.sentences import split

if TYPE_CHECKING:
    from factcheck.reference import Catalogue


@dataclass(frozen=True, slots=True)
class Settings:
    """Which checks run, and against which tables, as the caller chose them."""

    checks: tuple[checks.Check, ...]
    catalogue: "Catalogue | None" = None


def verify(article: Article, settings: Settings) -> Report:
    """Check one article."""
    sentences = sentences_of(checked(article))
    found = find(sentences, article.published)
    numbered = {q.sentence for q in found}
    parses = parse(s for s in sentences if s.index in numbered)
    read = claims.read(sentences, found, parses, {"text": article.text, "title": article.title or ""})
    mentions = _mentions(found, read, sentences)
    outcome = relations.relate(mentions, read.populations, article.published, sentences)
    story = Story(article, sentences, mentions, outcome.relations)
    story, reasons = _looked_up(story, outcome.reasons, settings.catalogue)
    findings = checks.run(story, settings.checks)
    told = [*(r.recalculation for r in story.relations), *(p.recalculation for p in story.phrases)]
    sums = tuple(dict.fromkeys([*told, *(s for f in findings for s in f.recalculations)]))
    claimed = (*judged(mentions, sums, findings, reasons), *judged_phrases(story.phrases, findings))
    return Report(article, sentences, found, claimed, sums, findings, coverage(mentions, sums, reasons))


def _looked_up(story: Story, reasons: dict[int, str], catalogue: "Catalogue | None") -> tuple[Story, dict[int, str]]:
    """The story with what reference tables say of it, if there are any."""
    if catalogue is None:
        return story, reasons
    from factcheck.reference import link

    links = link(story, catalogue)
    phrases = tuple(r for r in links.relations if isinstance(r, Phrase))
    relations_ = (*story.relations, *(r for r in links.relations if isinstance(r, Relation)))
    told = replace(story, relations=relations_, phrases=phrases, levels=links.levels)
    return told, {**links.abstentions, **reasons}


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
