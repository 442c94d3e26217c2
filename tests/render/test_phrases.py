"""Claims without a number, "the highest since 2008": every format shows them where they stand."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest

from factcheck.model.claim import Claim
from factcheck.model.finding import Finding
from factcheck.model.recalculation import Evidence, Recalculation
from factcheck.model.relation import NO_QUANTITY
from factcheck.model.report import Judged
from factcheck.render import render_all
from factcheck.report import Report

EVIDENCE = Evidence("prices", "yearly", (3,), "value", None, "max", "https://example.org", None)
SUM = Recalculation(
    "aggregate", NO_QUANTITY, (), "max(value)", Fraction(7), None, "does not hold", False, reference=EVIDENCE,
    working="7 in 2019 is more",
)  # fmt: skip


@pytest.fixture
def phrased(report: Report) -> Report:
    start = report.article.text.index("signed the letter")
    end = start + len("signed the letter")
    claim = Claim(NO_QUANTITY, start, end, "ordinal", "other", -1, -1)
    finding = Finding(
        start, end, "signed the letter", "It was higher in 2019.", "error", recalculations=(SUM,),
        code="FC304", name="superlative-false", fingerprint="abc", reference=EVIDENCE,
    )  # fmt: skip
    judged = Judged(claim, "contradicted", "It was higher in 2019.", (SUM,), (finding,))
    return replace(report, claims=(judged,), findings=(finding,), recalculations=(SUM,))


def test_no_number_is_made_up_for_it(phrased: Report) -> None:
    data = phrased.to_dict()
    assert data["claims"][0]["quantity"] is None
    assert data["recalculations"][0]["stated"] is None


def test_it_is_shown_where_it_stands(phrased: Report) -> None:
    shown = phrased.to_text(why=True)
    assert "7 in 2019 is more" in shown
    assert "✗ signed the letter  line 3" in shown
    assert "7 in 2019 is more" in phrased.to_html()
    assert "signed the letter" in json.dumps(phrased.to_claim_review())


@pytest.mark.parametrize("name", ["html", "sarif", "csv", "junit", "github", "annotations", "jsonl"])
def test_every_format_can_show_it(phrased: Report, name: str) -> None:
    assert "higher in 2019" in render_all(name, [phrased], many=False)


def test_one_that_holds_is_ticked_in_the_page(phrased: Report) -> None:
    held = replace(SUM, holds=True)
    judged = replace(phrased.claims[0], verdict="supported", recalculations=(held,), findings=())
    page = replace(phrased, claims=(judged,), findings=(), recalculations=(held,)).to_html()
    assert 'aria-label="signed the letter: holds"' in page
