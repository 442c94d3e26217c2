"""Which group of each dimension a number is about: named beside it, spoken of before, or all together."""

from itertools import pairwise

from factcheck.reference.members import MemberHit
from factcheck.reference.scope import Abstain, Ask
from factcheck.reference.senses import akin
from factcheck.reference.stems import stem_set, stems_of

_THEY = frozenset({"they", "them", "their"})
_BACK = 2  # sentences that a group is remembered for


def members_of(ask: Ask) -> tuple[tuple[str, ...], bool]:
    """One member of each dimension (named, spoken of before, else the total), and whether one was only
    spoken of before. Raises Abstain."""
    dataset = ask.scope.dataset
    found = ask.scope.members(ask.reading)
    chosen, inherited = [], False
    for dimension in dataset.dimensions:
        hit = ask.nearest([hit for hit in found if hit.dimension == dimension and not _of_next_clause(ask, hit)])
        member = hit.member if hit is not None else None
        if member is None and (ask.as_before or (ask.as_before is None and _points_back(ask, dimension))):
            member = spoken_of(ask, dimension)
            inherited = inherited or member is not None
        member = member or dataset.total(dimension)
        if member is None:
            raise Abstain(f"the text does not say which {dimension}")
        chosen.append(member)
    return tuple(chosen), inherited


def _of_next_clause(ask: Ask, hit: MemberHit) -> bool:
    """ "The libraries lent 245,000 books, and Northgate alone …": the group is the next number's."""
    first, last = ask.reading.of_quantity(ask.mention)
    return hit.first > last and hit.first >= ask.reading.clause(first)[1]


def spoken_of(ask: Ask, dimension: str) -> str | None:
    """The one group that the sentences just before speak of; None where there is none, or more than one."""
    position = ask.scope.readings.index(ask.reading)
    for reading in reversed(ask.scope.readings[max(0, position - _BACK) : position]):
        members = {hit.member for hit in ask.scope.members(reading) if hit.dimension == dimension}
        if members:
            return members.pop() if len(members) == 1 else None
    return None


def _points_back(ask: Ask, dimension: str) -> bool:
    """ "It", "them", "that crossing": words that go on about what was spoken of; "as a whole" does not, nor
    does a sentence that names the place of the whole table, but for "688 of them" and "their rate" of landlords."""
    words = [word.stem for word in ask.reading.words]
    _, last = ask.reading.of_quantity(ask.mention)
    if words[last + 1 : last + 3] == ["of", "them"]:
        return True
    if ask.scope.dataset.fixed_place() is not None and ask.scope.places(ask.reading):
        member = spoken_of(ask, dimension) or ""
        return member.islower() and member.endswith("s") and not _THEY.isdisjoint(words)
    if any(one in stem_set("whole") for one in words) or "as a whole" in ask.reading.sentence.text:
        return False
    if not stem_set("anaphors").isdisjoint(words):
        return True
    names = {*stems_of(dimension), *_heads(ask, dimension)}
    return any(
        word in ("the", "that", "this") and any(akin(after, name) for name in names) for word, after in pairwise(words)
    )


def _heads(ask: Ask, dimension: str) -> set[str]:
    """The nouns that the labels of several groups end with: "Ness crossing", "Sandray crossing"."""
    members = ask.scope.dataset.members(dimension)
    ends = [{stems_of(label)[-1] for label in labels[1:] if len(stems_of(label)) > 1} for labels in members.values()]
    return {end for one in ends for end in one if sum(end in other for other in ends) > 1}


def joined_members(ask: Ask) -> tuple[MemberHit, ...]:
    """Groups of one dimension in one list: "between them the two boards had …"."""
    hits = ask.own(ask.scope.members(ask.reading))
    run = ask.joined(hits) if len(hits) > 1 else ()
    apart = len({hit.member for hit in run}) == len(run)
    return run if apart and len({hit.dimension for hit in run}) == 1 else ()
