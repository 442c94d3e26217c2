"""Numbers that count a group of a table: "they included 12 sleeper trains", "Northgate had 75 burglaries"."""

from collections.abc import Iterator

from factcheck.model.relation import Mention
from factcheck.reference.candidates import Candidate, Scopes, strangers
from factcheck.reference.forms import Form, kind_fits
from factcheck.reference.labels import Target
from factcheck.reference.members import MemberHit
from factcheck.reference.reading import Reading
from factcheck.reference.stems import stem_set


def groups_counted(mention: Mention, reading: Reading, form: Form, scopes: Scopes) -> Iterator[Candidate]:
    """The measures whose groups a number counts, where its sentence does not name the measure."""
    yield from _of_those_before(mention, reading, form, scopes)
    yield from _by_their_own_name(mention, reading, form, scopes)


def _of_those_before(mention: Mention, reading: Reading, form: Form, scopes: Scopes) -> Iterator[Candidate]:
    """ "They included 12 sleeper trains": a group of what the sentence before counts."""
    target = scopes.last.get(reading.sentence.index - 1)
    if target is None or any(hit.target == target for hit in reading.hits):
        return
    _, last = reading.of_quantity(mention)
    whole = stem_set("parts").intersection(word.stem for word in reading.words[: last + 4])
    if whole and kind_fits(mention.quantity, target.measure, form) and _counted(mention, reading, scopes, target):
        yield Candidate(target, 2.0, 0, loose=True)


def _by_their_own_name(mention: Mention, reading: Reading, form: Form, scopes: Scopes) -> Iterator[Candidate]:
    """ "Northgate had 75 burglaries": of a table with one count alone, which the groups' own names stand for. Until
    the article has spoken of that count, only a number that fits is meant for it."""
    for dataset in scopes.about:
        counts = [key for key, m in dataset.measures.items() if m.kind == "count"] if dataset.dimensions else []
        if len(counts) != 1 or any(hit.target.dataset is dataset for hit in reading.hits):
            continue
        target = Target(dataset, counts[0])
        if kind_fits(mention.quantity, target.measure, form) and _named(mention, reading, scopes, target):
            yield Candidate(target, 2.0, 0, loose=True, backed=target not in scopes.last.values())


def _named(mention: Mention, reading: Reading, scopes: Scopes, target: Target) -> bool:
    """Whether a number counts a group, or is set to one that its clause begins with ("burglaries came to 75")."""
    if _counted(mention, reading, scopes, target):
        return True
    first, _ = reading.of_quantity(mention)
    scope = scopes.of(target)
    before = [hit for hit in scope.members(reading) if hit.last < first]
    return (
        bool(before)
        and mention.quantity.noun is None
        and strangers(reading, scope, target, range(before[-1].last + 1, first)) == 0
    )


def _counted(mention: Mention, reading: Reading, scopes: Scopes, target: Target) -> bool:
    if mention.quantity.noun_span is None:
        return False
    first, last = reading.at(*mention.quantity.noun_span)
    members: tuple[MemberHit, ...] = scopes.of(target).members(reading)
    return any(first <= hit.first and hit.last <= last for hit in members)
