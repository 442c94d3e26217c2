"""No edit is offered untried: what it touches is read again with it, and its finding must go and no other come.

Read again are the paragraphs of every number that shares a sum with an edited one, or is printed like one of those,
and the headline: a trial costs no more in a book than in an article. Nor is a word inside a quotation edited.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from factcheck.checks.mending import ASK
from factcheck.claims.moods import is_quoted
from factcheck.model.article import Article, paragraphs
from factcheck.model.finding import Edit, Finding
from factcheck.model.relation import Mention, Story

Check = Callable[[Article, bool], tuple[Finding, ...]]
_BETWEEN = "\n\n"


def tried(story: Story, findings: tuple[Finding, ...], check: Check) -> tuple[Finding, ...]:
    """The findings, each with its edits only if they heal it; `check` says what is found in an article, with or
    without the reference tables."""
    return tuple(_tried(story, finding, check) if finding.edits else finding for finding in findings)


def _tried(story: Story, finding: Finding, check: Check) -> Finding:
    text = story.article.title or "" if finding.where == "title" else story.article.text
    if any(is_quoted(text, edit.start) for edit in finding.edits):
        return replace(finding, edits=(), suggestion=ASK)
    excerpt, edits = _excerpt(story, finding)
    looked_up = any(r.recalculation.reference and finding.stated == r.stated.index for r in story.relations)
    brought = _brought(finding, check(excerpt, looked_up), check(_edited(excerpt, finding, edits), looked_up))
    if brought is None:
        return finding
    worse = brought is not finding and brought.severity == "error" and brought.code != finding.code
    return replace(finding, edits=(), suggestion=_otherwise(finding, brought) if worse else finding.suggestion)


def _brought(finding: Finding, before: tuple[Finding, ...], after: tuple[Finding, ...]) -> Finding | None:
    """What stands against an edit: a finding that it brings, or its own that does not go."""
    left = Counter(f.code for f in before)
    if not left[finding.code]:
        return finding
    left[finding.code] -= 1
    for other in after:
        left[other.code] -= 1
        if left[other.code] < 0:
            return other
    return None


def _otherwise(finding: Finding, brought: Finding) -> str:
    written = " … ".join(edit.replacement for edit in finding.edits)
    return f"Look at the figures again: with “{written}” here, “{brought.text}” would not come out."


def _excerpt(story: Story, finding: Finding) -> tuple[Article, tuple[Edit, ...]]:
    """The paragraphs that the edits of a finding bear on, as an article, and the edits in their places there."""
    wanted = {mention.sentence.paragraph for mention in _concerned(story, finding)}
    wanted |= {s.paragraph for s in story.sentences if s.where == finding.where and _meet(s.span, finding)}
    spans = [span for number, span in paragraphs(story.sentences).items() if number in wanted]
    article = replace(story.article, text=_BETWEEN.join(story.article.text[a:b] for a, b in spans), origin=None)
    if finding.where == "title":
        return article, finding.edits
    return article, tuple(_moved(edit, spans) for edit in finding.edits)


def _moved(edit: Edit, spans: list[tuple[int, int]]) -> Edit:
    at = 0
    for start, end in spans:
        if start <= edit.start < end:
            return replace(edit, start=edit.start - start + at, end=edit.end - start + at)
        at += end - start + len(_BETWEEN)
    raise AssertionError("an edit stands in the paragraph of its finding")


def _edited(article: Article, finding: Finding, edits: tuple[Edit, ...]) -> Article:
    field = "title" if finding.where == "title" else "text"
    text = getattr(article, field)
    for edit in sorted(edits, key=lambda e: e.start, reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return replace(article, **{field: text})


def _concerned(story: Story, finding: Finding) -> Iterator[Mention]:
    """The numbers that share a sum with an edited one, or with the finding, and those printed like them or the edit."""
    touched = {m.index for m in story.mentions if m.index == finding.stated or _is_edited(m, finding)}
    sums = [r.recalculation for r in story.relations if touched & {r.stated.index, *(o.index for o in r.operands)}]
    touched |= {index for s in (*sums, *finding.recalculations) for index in (s.stated, *s.operands)}
    printed = {story.mentions[index].text for index in touched} | {edit.replacement for edit in finding.edits}
    return (m for m in story.mentions if m.text in printed)


def _is_edited(mention: Mention, finding: Finding) -> bool:
    return mention.quantity.where == finding.where and any(_meet(mention.quantity.span, e) for e in finding.edits)


def _meet(span: tuple[int, int], other: Finding | Edit) -> bool:
    return span[0] < other.end and other.start < span[1]
