"""Whether a number that differs from its row may be called wrong, or had better be left alone.

A tick forgives much: a number that agrees to its digits was hardly meant for another measure. A fault
forgives nothing: every word between number and label must be the measure's own.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from factcheck.model.lookup import OtherCell
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Mention
from factcheck.reference import compare, formulas
from factcheck.reference.bind import Bound
from factcheck.reference.candidates import Candidate
from factcheck.reference.explained import goes_further, unexplained
from factcheck.reference.forms import Form
from factcheck.reference.labels import vocabulary
from factcheck.reference.scope import Ask
from factcheck.reference.senses import akin
from factcheck.reference.stems import stem, stem_set, stems_of
from factcheck.words import word_set, words


@dataclass(frozen=True, slots=True)
class Case:
    """A number against its row, with what it would be right for."""

    mention: Mention
    ask: Ask
    form: Form
    candidate: Candidate
    bound: Bound
    other: OtherCell | None
    explained: int = 0  # words before this are the row's own, as a number before has shown
    contested: bool = False  # other measures are named as well, none in the table's own words

    @property
    def quantity(self) -> Quantity:
        return self.mention.quantity


def may_accuse(case: Case, own_base: bool) -> bool:
    """Whether the link is sure enough. `own_base`: the text prints the whole that a share is of."""
    if not _outdated(case) and not compare.refuted(case.quantity, case.bound.result, case.bound.sign):
        return False
    doubts = (
        own_base and not case.candidate.named_base,  # that is for the text's own arithmetic
        (case.candidate.distance > 0 and not _is_part(case)) or case.candidate.backed,
        case.bound.named == "doubtful",
        case.bound.lent or case.contested,
        case.candidate.loose and case.candidate.score < 0,  # named far off, in other words
        _needs_explaining(case) and unexplained(case.ask, case.explained) is not None,
        case.other is not None and case.other.kind == "base" and goes_further(case.ask),
        case.bound.of_before and case.other is not None and case.other.kind == "group",
        case.bound.named == "assumed" and case.candidate.target.dataset.builtin,
        # "unemployment rose 2 per cent" may mean points, or the rate itself
        case.form.act == "percent" and case.candidate.target.measure.unit == "percent",
        case.quantity.unit == "dollar" and case.bound.subject.place in word_set("reference", "dollars"),
        bool(case.bound.assumed) and _irregular(case) and not _outdated(case),
        any(phrase in case.mention.sentence.text.lower() for phrase in word_set("reference", "mistakes")),
    )
    return not any(doubts) and _near_enough(case)


def _is_part(case: Case) -> bool:
    """ "40 people were rescued, including 5 kayakers": a group of the table that is set apart from the whole."""
    reading, noun = case.ask.reading, case.quantity.noun_span
    if noun is None or case.candidate.distance > 1 or not case.explained:
        return False
    first, last = reading.at(*noun)
    number, _ = reading.of_quantity(case.mention)
    lead = {word.stem for word in reading.words[max(0, number - 3) : number]}
    named = any(first <= hit.first and hit.last <= last for hit in case.ask.scope.members(reading))
    return named and not lead.isdisjoint(stem_set("including") | {"among"})


def _needs_explaining(case: Case) -> bool:
    """A figure that fits a neighbouring row was meant for one of them; others may be about anything."""
    return not case.candidate.target.dataset.builtin and (case.other is None or case.candidate.loose)


def _outdated(case: Case) -> bool:
    """Right for an earlier period, where the text names none."""
    return bool(case.bound.assumed and case.other is not None and case.other.kind == "period" and case.other.earlier)


def _irregular(case: Case) -> bool:
    """Periods of any length: there is no telling which one is meant."""
    return any(t.meaning.time is not None and t.meaning.time.start for t in case.ask.target.dataset.tables)


def _near_enough(case: Case) -> bool:
    """Right for a neighbouring row, or near enough to be meant for this one."""
    if case.other is not None:
        return not case.bound.assumed or case.other.kind != "period" or case.other.earlier
    if case.bound.assumed and not _outside_series(case.bound, case.quantity):
        return False
    return compare.plausible(case.quantity, case.bound.result, 3 if case.form.act in ("level", "rate") else 10)


def expects(candidate: Candidate, mood: str) -> bool:
    """ "Could expect to live": the measure itself is an expectation; "have room for", "over the limit": it is a
    capacity."""
    if mood == "capacity":
        own = stems_of(" ".join(candidate.target.measure.labels))
        return any(akin(word, "capacity") or word in _limits() for word in own)
    return any(own.startswith("expect") for own in vocabulary(candidate.target))


@lru_cache(maxsize=1)
def _limits() -> frozenset[str]:
    return frozenset(stem(word) for word in words("claims")["mood"]["capacity"])


def _outside_series(bound: Bound, quantity: Quantity) -> bool:
    """With no period given, only a value that the series never had is wrong for certain."""
    results = (formulas.level(bound.subject, span) for span in formulas.spans_of(bound.subject))
    known = [result.value for result in results if result is not None]
    said = quantity.value
    if said is None or not known:
        return False
    return said > max(known) * Fraction(102, 100) or said < min(known) * Fraction(98, 100)
