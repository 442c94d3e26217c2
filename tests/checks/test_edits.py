"""The smallest mending mends: applied, its finding goes and brings no other; a speaker's number is never edited."""

import datetime
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck.documents import read
from factcheck.model.article import Article
from factcheck.model.finding import Finding
from tests.checks.pages import examples

PAGES = Path(__file__).parent
CORPUS = PAGES.parents[1] / "corpus"
CASES = PAGES.parents[2] / "shared" / "cases"
WITH_EDITS = ("FC106", "FC107", "FC108", "FC110", "FC114", "FC115", "FC117")
FLAGGED = [e for e in examples(PAGES) if e.section == "Flags" and e.code in WITH_EDITS]


def texts() -> Iterator[Any]:
    """Every article that we have: the checks' pages, the corpus, and the cases where they are at hand."""
    for e in examples(PAGES):
        yield pytest.param(Article(e.text, e.title, e.published), e.code.startswith("FC3"), id=f"{e.page}-{e.line}")
    for path in sorted(CORPUS.glob("*.md")):
        yield pytest.param(read(path), True, id=path.stem)
    for name in ("checks", "articles", "seeds"):
        path = CASES / f"{name}.jsonl"
        for line in path.read_text("utf-8").splitlines() if path.exists() else ():
            case = json.loads(line)
            published = case.get("published") and datetime.date.fromisoformat(case["published"])
            yield pytest.param(Article(case["text"], case.get("title"), published), False, id=case["id"])


def mended(article: Article, finding: Finding) -> Article:
    field = "title" if finding.where == "title" else "text"
    words = getattr(article, field)
    for edit in sorted(finding.edits, key=lambda e: e.start, reverse=True):
        words = words[: edit.start] + edit.replacement + words[edit.end :]
    return replace(article, **{field: words}, origin=None)


@pytest.mark.parametrize(("article", "tables"), list(texts()))
def test_an_edit_makes_its_finding_go_and_brings_no_other(article: Article, tables: bool) -> None:
    before = factcheck.verify(article, reference=tables).findings
    for finding in before:
        if finding.edits:
            after = factcheck.verify(mended(article, finding), reference=tables).findings
            left = Counter(f.code for f in before) - Counter([finding.code])
            assert not Counter(f.code for f in after) - left, (finding, [f.message for f in after])


def test_a_number_that_another_sum_bears_out_is_not_edited() -> None:
    text = (
        "A third of the 7,200 stops ended with a ticket. The 2,880 tickets that officers wrote brought in "
        "$150 each, or $432,000 in all."
    )
    (finding,) = factcheck.verify(text, reference=False, select=["FC118"]).findings
    assert finding.edits
    (finding,) = factcheck.verify(text, reference=False, select=["FC1"]).findings
    assert finding.edits == ()
    assert finding.suggestion == "Look at the figures again: with “2,400” here, “$432,000” would not come out."


def test_an_edit_is_tried_in_its_own_part_of_a_long_text() -> None:
    far = "\n\n".join(f"There was no news of the village of Ana in {n} and of the next." for n in range(1_700, 2_000))
    text = f"{far}\n\nOf the 565 people referred, 49 engaged, or 9.7 per cent.\n\n{far}"
    (finding,) = factcheck.verify(text, reference=False, select=["FC101"]).findings
    assert [edit.replacement for edit in finding.edits] == ["8.7 per cent"]


def test_most_mismatches_come_with_an_edit() -> None:
    found = (factcheck.verify(e.text, title=e.title, published=e.published, reference=False).findings for e in FLAGGED)
    codes = [bool(f.edits) for e, findings in zip(FLAGGED, found, strict=True) for f in findings if f.code == e.code]
    assert sum(codes) >= len(codes) * 3 / 4


@pytest.mark.parametrize(
    "text",
    [
        "“Crashes fell from 60 to 45, a drop of 33 per cent,” the police chief said.",
        "“The path is 14 km (12 miles) long,” he said.",
        '"Call-outs have trebled in a year, from 310 to 480," the fire officer said.',
        "“Profits fell from $3m to $4m last year,” he said.",
    ],
)
def test_a_speakers_number_is_not_edited(text: str) -> None:
    (finding,) = factcheck.verify(text, reference=False, select=["FC1"]).findings
    assert finding.edits == ()
    assert finding.suggestion == "Check with the speaker."


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Crashes fell from 60 to 45, a drop of 33 per cent.", "divided by the new value instead of the old"),
        ("Crashes fell from 80 to 50, a drop of 52 per cent.", None),
        ("Crashes fell from 80 to 50, a drop of 35.7 per cent.", "digits transposed"),
        ("Crashes fell from 76 to 48, a drop of 63 per cent.", "the new value as a share of the old, not the change"),
        ("Crashes rose from 160 to 192, a rise of 2 per cent.", "a factor of ten"),
        ("Crashes rose from 125 to 155, a rise of 42 per cent.", "digits transposed"),
        ("The path is 15 km (93 miles) long.", "a factor of ten"),
    ],
)
def test_the_likely_cause_is_named_where_one_recipe_makes_the_printed_value(text: str, cause: str | None) -> None:
    (finding,) = factcheck.verify(text, reference=False, select=["FC106", "FC114"]).findings
    assert finding.cause == cause
