"""The story, start to end: text → quantities → claims → relations → findings → report."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from factcheck import checks, claims, relations
from factcheck.judgement import coverage, judged, judged_phrases
from factcheck.model.article import Article, Sentence
from factcheck.model.finding import Finding
from factcheck.model.lookup import Phrase
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Mention, Relation, Story
from factcheck.quantities import find
from factcheck.report import Report
from factcheck.silence import silence, without_comments
from factcheck.text.guard import checked
from factcheck.text.parse import parse, parsed_by_others, to_parse
from factcheck.text.sentences import split
from factcheck.trial import tried

if TYPE_CHECKING:
    from factcheck.reference import Catalogue
    from factcheck.text.parse import Parses


_Span = TypeVar("_Span", Quantity, Finding)


@dataclass(frozen=True, slots=True)
class Settings:
    """Which checks run, against which tables, and which findings are answered: their fingerprints."""

    checks: tuple[checks.Check, ...]
    catalogue: "Catalogue | None" = None
    answered: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Reading:
    """What an article says, before anything is judged; `reasons` tell why a number could not be checked."""

    found: tuple[Quantity, ...]
    story: Story
    reasons: dict[int, str]
    parsed: frozenset[int]


def verify(article: Article, settings: Settings, given: object = None) -> Report:
    """Check one article; `given` is the `Doc` that it came as, if it did."""
    shown = without_comments(checked(article))
    sentences = sentences_of(shown)
    known = parsed_by_others(given, sentences) if given is not None else {}
    reading = _read(shown, sentences, settings, known)
    story = reading.story

    @cache
    def found_in(excerpt: Article, looked_up: bool) -> tuple[Finding, ...]:
        tables = settings if looked_up else replace(settings, catalogue=None)
        return checks.run(_read(excerpt, sentences_of(excerpt), tables, known).story, settings.checks)

    findings = _as_given(tried(story, checks.run(story, settings.checks), found_in), article)
    told = [*(r.recalculation for r in story.relations), *(p.recalculation for p in story.phrases)]
    sums = tuple(dict.fromkeys([*told, *(s for f in findings for s in f.recalculations)]))
    claimed = (*judged(story.mentions, sums, findings, reading.reasons), *judged_phrases(story.phrases, findings))
    covered = coverage(story.mentions, sums, reading.reasons)
    found = _as_given(reading.found, article)
    report = Report(article, sentences, found, claimed, sums, findings, covered, reading.parsed)
    return silence(report, settings.answered, {c.code for c in checks.all_checks() if c not in settings.checks})


def _as_given(spans: tuple[_Span, ...], article: Article) -> tuple[_Span, ...]:
    """The spans with their words as the text has them, where a comment that was not read stands in one."""
    texts = {"text": article.text, "title": article.title or ""}
    given = ((span, texts[span.where][span.start : span.end]) for span in spans)
    return tuple(span if span.text == words else replace(span, text=words) for span, words in given)


def _read(article: Article, sentences: tuple[Sentence, ...], settings: Settings, known: "Parses") -> _Reading:
    found = find(sentences, article.published)
    parses = parse(to_parse(sentences, found), known)
    read = claims.read(sentences, found, parses, {"text": article.text, "title": article.title or ""})
    mentions = _mentions(found, read, sentences)
    outcome = relations.relate(mentions, read.populations, article.published, sentences)
    story = Story(article, sentences, mentions, outcome.relations)
    story, reasons = _looked_up(story, outcome.reasons, settings.catalogue)
    return _Reading(found, story, reasons, frozenset(parses))


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
