"""Several places or groups with one number: their sum, or how far apart they are."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.reference import compare, formulas
from factcheck.reference.formulas import Result, Subject
from factcheck.reference.groups import joined_members
from factcheck.reference.members import MemberHit
from factcheck.reference.scope import Abstain, Ask
from factcheck.reference.stems import stem_set
from factcheck.reference.when import Span


def joined(ask: Ask, subject: Subject, span: Span) -> Result | None:
    """ "Cleveland and Baltimore together had 464": the sum over places or groups, where the table may be summed so.
    Where nothing says "together", only a sum that the number fits is meant."""
    places, groups = ask.joined_places(), joined_members(ask)
    subjects = [with_member(subject, hit) for hit in groups] or [replace(subject, place=key) for key in places]
    if len(subjects) < 2:
        return None
    if any(word.stem in stem_set("gaps") for word in ask.reading.words):
        return _apart([_figure(one, span) for one in subjects])
    dimension = groups[0].dimension if groups else "place"
    if dimension not in subject.target.measure.additive:
        raise Abstain("the places or groups cannot be added up")
    parts = [_figure(one, span) for one in subjects]
    sum_ = formulas.combined("+", parts, sum((part.value for part in parts), Fraction(0)), parts[0].unit)
    if not ask.adds_up() and not compare.verdict(ask.mention.quantity, sum_)[0]:
        raise Abstain("the text speaks of several places or groups")
    return sum_


def _apart(sides: Sequence[Result]) -> Result:
    """ "The gap between Bern and Chur": how far apart two are, whichever is the larger."""
    if len(sides) != 2:
        raise Abstain("the text sets several places or groups against each other")
    more, less = sorted(sides, key=lambda side: -side.value)
    return formulas.difference(more, less)


def with_member(subject: Subject, hit: MemberHit) -> Subject:
    """The same row of another group."""
    index = subject.target.dataset.dimensions.index(hit.dimension)
    return replace(subject, members=(*subject.members[:index], hit.member, *subject.members[index + 1 :]))


def _figure(subject: Subject, span: Span) -> Result:
    result = formulas.level(subject, span)
    if result is None:
        raise Abstain("the table has no figure for that period")
    return result
