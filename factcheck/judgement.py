"""The verdict on each claim, and what the report looked at and what it did not."""

from collections.abc import Mapping, Sequence

from factcheck.model.claim import Claim
from factcheck.model.finding import Finding
from factcheck.model.lookup import NO_QUANTITY, Phrase
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import Mention
from factcheck.model.report import Coverage, Judged, Unchecked, Verdict

_NO_CLAIM = frozenset({"date", "ordinal", "identifier"})
_NOTHING = {
    "share": "no base in the text",
    "change": "nothing to compare it with in the text",
    "rate": "no count and period in the text",
    "multiple": "the two values are not in the text",
    "duration": "no dates in the text",
    "age": "no date to count from in the text",
}


def judged(
    mentions: Sequence[Mention], sums: Sequence[Recalculation], findings: Sequence[Finding], reasons: Mapping[int, str]
) -> tuple[Judged, ...]:
    """One verdict a claim, in reading order."""
    operands = {index for s in sums for index in s.operands}
    return tuple(
        _judge(m, [s for s in sums if s.stated == m.index], [f for f in findings if f.stated == m.index],
               _reason(m, operands, reasons))
        for m in mentions
        if m.quantity.kind not in _NO_CLAIM
    )  # fmt: skip


def judged_phrases(phrases: Sequence[Phrase], findings: Sequence[Finding]) -> tuple[Judged, ...]:
    """One verdict for each claim about a series, which has no quantity."""
    return tuple(_judge_phrase(phrase, findings) for phrase in phrases)


def _judge_phrase(phrase: Phrase, findings: Sequence[Finding]) -> Judged:
    mine = [f for f in findings if (f.where, f.start, f.end) == (phrase.where, phrase.start, phrase.end)]
    claim = Claim(
        NO_QUANTITY, phrase.start, phrase.end, "ordinal", "other", -1, -1, measure=phrase.label, where=phrase.where
    )
    return _verdict(claim, [phrase.recalculation], mine, "the table cannot tell")


def _judge(mention: Mention, sums: list[Recalculation], findings: list[Finding], otherwise: str) -> Judged:
    return _verdict(mention.claim, sums, findings, otherwise)


def _verdict(claim: Claim, sums: list[Recalculation], findings: list[Finding], otherwise: str) -> Judged:
    severities = {f.severity for f in findings}
    verdict: Verdict = "unchecked"
    reason = otherwise
    if "error" in severities:
        verdict, reason = "contradicted", next(f.message for f in findings if f.severity == "error")
    elif "warning" in severities:
        verdict, reason = "misleading", next(f.message for f in findings if f.severity == "warning")
    elif any(s.holds for s in sums):
        verdict, reason = "supported", next(s.working for s in sums if s.holds)
    return Judged(claim, verdict, reason, tuple(sums), tuple(findings))


def _reason(mention: Mention, operands: set[int], reasons: Mapping[int, str]) -> str:
    if mention.index in operands:
        return "operand"
    return reasons.get(mention.index) or _NOTHING.get(mention.claim.role, "nothing to recompute it from")


def coverage(mentions: Sequence[Mention], sums: Sequence[Recalculation], reasons: Mapping[int, str]) -> Coverage:
    """How many quantities there were, could be checked, were checked and held, and why the rest were not."""
    operands = {index for s in sums for index in s.operands}
    stated = {s.stated for s in sums}
    held = {s.stated for s in sums if s.holds}
    checkable = [
        m for m in mentions if m.quantity.kind not in _NO_CLAIM and (m.index in stated or m.index not in operands)
    ]
    unchecked = tuple(Unchecked(m.index, _reason(m, set(), reasons)) for m in checkable if m.index not in stated)
    return Coverage(len(mentions), len(checkable), sum(m.index in stated for m in checkable), len(held), unchecked)
