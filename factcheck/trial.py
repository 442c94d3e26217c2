"""No edit is offered untried: what it touches is read again with it, and its finding must go and no other come.

Read again are the paragraphs of every number that shares a sum with an edited one, or nearby is printed like one of
those, and the headline: a trial costs no more in a book than in an article. Nor is a word inside a quotation edited.
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from factcheck.checks.mending import ASK
from factcheck.claims.moods import is_quoted
from factcheck.model.article import Article, paragraphs
from factcheck.model.finding import Edit, Finding
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import Story

Check = Callable[[Article, bool], tuple[Finding, ...]]
Span = tuple[int, int]
_BETWEEN = "\n\n"
_NEAR = 20  # paragraphs to either side in which a figure printed alike may be the same one


def tried(story: Story, findings: tuple[Finding, ...], check: Check) -> tuple[Finding, ...]:
    """The findings, each with its edits only if they heal it; `check` says what is found in an article, with or
    without the reference tables."""
    if not any(finding.edits for finding in findings):
        return findings
    court = _Court.of(story, check)
    return tuple(court.tried(finding) if finding.edits else finding for finding in findings)


@dataclass(frozen=True, slots=True)
class _Court:
    """A story with its paragraphs, the sums that each number is in, and the paragraphs where each is printed."""

    story: Story
    check: Check
    spans: dict[int, Span]
    sums: dict[int, list[Recalculation]]
    printed: dict[str, list[int]]

    @classmethod
    def of(cls, story: Story, check: Check) -> "_Court":
        sums, printed = defaultdict(list), defaultdict(list)
        for relation in story.relations:
            for mention in (relation.stated, *relation.operands):
                sums[mention.index].append(relation.recalculation)
        for mention in story.mentions:
            printed[mention.text].append(mention.sentence.paragraph)
        return cls(story, check, paragraphs(story.sentences), sums, printed)

    def tried(self, finding: Finding) -> Finding:
        """The finding, without its edits if they do not heal it."""
        text = self.story.article.title or "" if finding.where == "title" else self.story.article.text
        if any(is_quoted(text, edit.start) for edit in finding.edits):
            return replace(finding, edits=(), suggestion=ASK)
        excerpt, edits = self._excerpt(finding)
        looked_up = finding.stated is not None and any(s.reference for s in self.sums.get(finding.stated, ()))
        after = self.check(_edited(excerpt, finding, edits), looked_up)
        brought = _brought(finding, self.check(excerpt, looked_up), after)
        if brought is None:
            return finding
        worse = brought.severity == "error" and brought.code != finding.code
        return replace(finding, edits=(), suggestion=_otherwise(finding, brought) if worse else finding.suggestion)

    def _excerpt(self, finding: Finding) -> tuple[Article, tuple[Edit, ...]]:
        """The paragraphs that the edits of a finding bear on, as an article, and the edits in their places there."""
        wanted = self._concerned(finding)
        spans = [span for number, span in self.spans.items() if number in wanted]
        text = _BETWEEN.join(self.story.article.text[start:end] for start, end in spans)
        in_text = finding.where == "text"
        edits = tuple(_moved(edit, spans) for edit in finding.edits) if in_text else finding.edits
        return replace(self.story.article, text=text, origin=None), edits

    def _concerned(self, finding: Finding) -> set[int]:
        """The paragraphs of a finding, of the numbers that share a sum with an edited one, and of figures alike."""
        own = {number for number, span in self.spans.items() if finding.where == "text" and _meet(span, finding)}
        numbers = self._in_sums(finding)
        alike = {self.story.mentions[index].text for index in numbers} | {edit.replacement for edit in finding.edits}
        here = min(own, default=0)
        near = {p for text in alike for p in self.printed.get(text, ()) if abs(p - here) <= _NEAR}
        return own | near | {self.story.mentions[index].sentence.paragraph for index in numbers}

    def _in_sums(self, finding: Finding) -> set[int]:
        """The numbers of the finding, and those that share a sum with one that is edited."""
        mine = {index for s in finding.recalculations for index in (s.stated, *s.operands)}
        mine |= {finding.stated} if finding.stated is not None else set()
        edited = {n for n in mine if n == finding.stated or self._is_edited(n, finding)}
        return mine | {index for n in edited for s in self.sums.get(n, ()) for index in (s.stated, *s.operands)}

    def _is_edited(self, index: int, finding: Finding) -> bool:
        quantity = self.story.mentions[index].quantity
        return quantity.where == finding.where and any(_meet(quantity.span, edit) for edit in finding.edits)


def _meet(span: Span, other: Finding | Edit) -> bool:
    return span[0] < other.end and other.start < span[1]


def _moved(edit: Edit, spans: list[Span]) -> Edit:
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
