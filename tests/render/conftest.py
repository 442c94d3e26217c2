"""Hand-built reports: what a renderer must show, without a checker behind it."""

import datetime
from dataclasses import replace
from fractions import Fraction

import pytest

from factcheck.model.article import Article, Sentence
from factcheck.model.claim import Claim, Period
from factcheck.model.finding import Alternative, Edit, Finding, Step
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.recalculation import Evidence, Recalculation
from factcheck.model.report import Coverage, Judged, Unchecked
from factcheck.report import Report

TITLE = "Nine in ten referrals go unanswered"
TEXT = (
    "In the 22 months after the change, 8586 people faced a possible charge. "
    "Of them, 959 were referred to a helpline.\n"
    "Only 147 of the 959 people replied to the helpline’s text message — a 1.7 per cent engagement rate, "
    "or 2.7 per cent in Tāmaki Makaurau.\n"
    "More than 25 groups signed the letter."
)


def _at(piece: str, nth: int = 1) -> tuple[int, int]:
    start = -1
    for _ in range(nth):
        start = TEXT.index(piece, start + 1)
    return start, start + len(piece)


def _count(piece: str, noun: str | None, nth: int = 1, **more: object) -> Quantity:
    start, end = _at(piece, nth)
    value = Fraction(piece)
    return Quantity(
        start, end, piece, "count", value, step=Fraction(1), stated=Interval.exactly(value), noun=noun, **more
    )


def _share(piece: str, value: Fraction) -> Quantity:
    stated = Interval.around(value, Fraction(1, 20))
    return Quantity(*_at(piece), piece, "percentage", value, step=Fraction(1, 10), stated=stated, unit="percent")


def _quantities() -> tuple[Quantity, ...]:
    months = Quantity(
        *_at("22 months"), "22 months", "duration", Fraction(22),
        stated=Interval.around(Fraction(22), Fraction(1, 2)), unit="month",
    )  # fmt: skip
    start, end = _at("25")
    groups = Quantity(
        start, end, "25", "count", Fraction(25), stated=Interval(Fraction(25), None, low_open=True),
        noun="groups", hedge="More than", bound=">", hedge_span=_at("More than"),
    )  # fmt: skip
    nine_in_ten = Quantity(
        0, 11, "Nine in ten", "ratio", Fraction(9, 10), terms=(Fraction(9), Fraction(10)),
        stated=Interval.around(Fraction(9, 10), Fraction(1, 50)), noun="referrals", where="title",
    )  # fmt: skip
    return (
        nine_in_ten, months, _count("8586", "people"), _count("959", None), _count("147", "people"),
        _count("959", "people", 2), _share("1.7 per cent", Fraction("1.7")), _share("2.7 per cent", Fraction("2.7")),
        groups,
    )  # fmt: skip


STATED, STATED_WRONG, FACED, REFERRED, REPLIED = 6, 7, 2, 3, 4


def _recalculations() -> tuple[Recalculation, ...]:
    of_faced = Recalculation(
        "share", STATED, (REPLIED, FACED), "147 / 8586", Fraction(147, 8586), Interval.exactly(Fraction(14700, 8586)),
        "1.712 %", True, working="147 of 8586 people is 1.712 %", grade="fair", sources=("same sentence", "registry"),
    )  # fmt: skip
    of_referred = replace(
        of_faced, operands=(REPLIED, REFERRED), expression="147 / 959", value=Fraction(147, 959),
        computed=Interval.exactly(Fraction(14700, 959)), display="15.33 %", holds=False,
        working="147 of 959 people is 15.33 %", grade="strong",
    )  # fmt: skip
    wrong = replace(of_faced, stated=STATED_WRONG, holds=False, grade="arithmetic", chance=Fraction(3, 1000))
    return of_faced, of_referred, wrong


def _findings(recalculations: tuple[Recalculation, ...]) -> tuple[Finding, ...]:
    of_faced, of_referred, wrong = recalculations
    misleading = Finding(
        *_at("1.7 per cent"), "1.7 per cent",
        "147 of 8586 is 1.712 %, but of the 959 people who were referred it is 15.33 %, nine times as much.",
        "warning", stated=STATED, recalculations=(of_faced, of_referred),
        plainly="Of every 100 people who were referred, about 15 replied.",
        alternatives=(Alternative(REFERRED, "the 959 people referred", "15.33 %", Fraction(8586, 959)),),
        funnel=(
            Step(FACED, "people faced a possible charge", Fraction(8586), None, None),
            Step(REFERRED, "were referred", Fraction(959), "11.17 %", "11.17 %"),
            Step(REPLIED, "replied", Fraction(147), "15.33 %", "1.712 %"),
        ),
        suggestion="Say of whom the 1.7 per cent is a share, or give the share of those who were referred.",
        edits=(Edit(*_at("1.7 per cent"), "15.3 per cent"),), code="FC201", name="denominator-choice",
        fingerprint="0f3a",
    )  # fmt: skip
    mismatch = Finding(
        *_at("2.7 per cent"), "2.7 per cent", "147 of 8586 is 1.7 %, not 2.7 %.", "error", stated=STATED_WRONG,
        recalculations=(wrong,), cause="one digit off", code="FC101", name="ratio-mismatch", fingerprint="9c1b",
        edits=(Edit(*_at("2.7 per cent"), "1.7 per cent"),),
    )  # fmt: skip
    headline = Finding(
        0, 11, "Nine in ten", "The headline’s nine in ten is 85 in 100 by the table.", "note", where="title", stated=0,
        code="FC214", name="headline-body", fingerprint="77aa",
        reference=Evidence(
            "helplines", "calls", (4, 7), "answered", "2020", "1 − answered / sent", "https://example.org/helplines",
            "2026-11-01",
        ),
    )  # fmt: skip
    return misleading, mismatch, headline


def _claim(quantity: int, piece: str, **more: object) -> Claim:
    start, end = _at(piece)
    fixed = {"kind": "percentage", "role": "share", "sentence": 0, "paragraph": 0}
    return Claim(quantity=quantity, start=start, end=end, **(fixed | more))


def _claims(recalculations: tuple[Recalculation, ...], findings: tuple[Finding, ...]) -> tuple[Judged, ...]:
    period = Period("the 22 months after the change", "22m", datetime.date(2019, 8, 13), quantity=1)
    claim = _claim(STATED, "a 1.7 per cent engagement rate", measure="engagement rate", base=FACED, period=period)
    other = _claim(STATED_WRONG, "2.7 per cent in Tāmaki Makaurau")
    return (
        Judged(claim, "misleading", "a warning is on it", recalculations[:2], findings[:1]),
        Judged(other, "contradicted", "an error is on it", recalculations[2:], findings[1:2]),
        Judged(_claim(8, "More than 25 groups", population="groups"), "unchecked", "nothing to set it against"),
    )


def _sentences() -> tuple[Sentence, ...]:
    ends = ["charge.", "helpline.", "Makaurau.", "letter."]
    found, start = [Sentence(0, len(TITLE), TITLE, 0, 0, "title")], 0
    for index, last in enumerate(ends, start=1):
        end = TEXT.index(last, start) + len(last)
        found.append(Sentence(start, end, TEXT[start:end], index, TEXT.count("\n", 0, start) + 1))
        start = end + 1
    return tuple(found)


def build(text: str = TEXT, title: str | None = TITLE, source: str | None = "drafts/helpline.txt") -> Report:
    recalculations = _recalculations()
    findings = _findings(recalculations)
    return Report(
        Article(text, title, datetime.date(2021, 6, 30), source), _sentences(), _quantities(),
        _claims(recalculations, findings), recalculations, findings,
        Coverage(9, 3, 2, 1, (Unchecked(8, "nothing in the text to set it against"), Unchecked(1, "operand"))),
        frozenset({1, 2}),
    )  # fmt: skip


@pytest.fixture
def report() -> Report:
    """A report with an error, a warning and a note, a funnel, a table's evidence, and letters beyond ASCII."""
    return build()


@pytest.fixture
def empty_report() -> Report:
    """Of a text without a number."""
    return Report(Article("Nothing here."), (), (), (), (), (), Coverage(0, 0, 0, 0, ()))
