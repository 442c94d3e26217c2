"""Words near a number that make another measure of the one that is named: a part, a plan, an age, a scale."""

import re
from functools import lru_cache

from factcheck.reference.labels import Target, vocabulary
from factcheck.reference.reading import Numbered, Reading
from factcheck.reference.scope import Scope
from factcheck.reference.stems import qualifiers, stem, stem_set, stems_of

_AGE = re.compile(
    r"\baged? (?:of )?(\d+)(?:\s*(?:to|-|–|and)\s*(\d+))?|\b(\d+)[ -](?:to[ -](\d+)[ -])?years?[ -]olds?|"
    r"\b(?:over|under)[ -](?:the age of )?(\d{1,2})s?\b(?!\s*(?:per|%|million|people|years|months|weeks|days))",
    re.IGNORECASE,
)  # fmt: skip


def narrowed(
    mention: Numbered, target: Target, reading: Reading, scope: Scope, taken: frozenset[int], base: str | None = None
) -> str | None:
    """A word near the number that makes another measure of this one, or None."""
    own = vocabulary(target) | _member_words(scope)
    own |= _rhythm(target)
    if base is not None:
        own |= vocabulary(Target(target.dataset, base))
    nouns = [m.quantity.noun_span for m in reading.mentions if m.index != mention.index and m.quantity.noun_span]
    counted = {i for span in nouns for first, last in [reading.at(*span)] for i in range(first, last + 1)}
    exempt = taken | scope.known(reading) | counted
    if target.measure.kind == "money":  # "paid 12 million to households": who gets it makes no other sum of it
        own |= {part for m in scope.dataset.measures.values() for part in stems_of(m.unit or "")}
    for index in reading.near(mention):
        word = reading.words[index]
        if index not in exempt and word.stem in qualifiers() and word.stem not in own:
            return word.text
    mood = _mood(mention, reading, own, exempt)
    if mood is not None:
        return mood
    for phrase in target.measure.excludes:
        if _excluded(phrase, reading, taken):
            return phrase
    return _other_age(reading, scope, own)


def _excluded(phrase: str, reading: Reading, taken: frozenset[int]) -> bool:
    """Whether a word that means another measure stands there, other than in this one's own name: "crashes" in
    "hurt in crashes"."""
    for found in re.finditer(rf"\b{re.escape(phrase.lower())}\b", reading.sentence.text.lower()):
        first, last = reading.at(found.start() + reading.sentence.start, found.end() + reading.sentence.start)
        if not taken.issuperset(range(first, last + 1)):
            return True
    return False


def _mood(mention: Numbered, reading: Reading, own: frozenset[str], exempt: frozenset[int]) -> str | None:
    """A word before the number that makes it a plan, a guess or a denial; or a projection anywhere in its clause."""
    first, _ = reading.of_quantity(mention)
    near = frozenset(reading.near(mention))
    for index in sorted(near | frozenset(range(reading.clause(first)[0], first))):
        word = reading.words[index]
        early = index < first and word.stem in stem_set("moods")
        if index not in exempt and word.stem not in own and (early or word.stem in stem_set("projections")):
            return word.text
    return None


@lru_cache(maxsize=256)
def _rhythm(target: Target) -> frozenset[str]:
    """ "The quarterly count" is the figure of a table by quarters."""
    times = [table.meaning.time for table in target.dataset.tables]
    grains = {time.granularity for time in times if time is not None and time.column}
    return frozenset(stem(word) for grain in grains & {"quarter", "month"} for word in (grain, f"{grain}ly"))


@lru_cache(maxsize=64)
def _member_words_of(labels: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem for label in labels for stem in stems_of(label))


def _member_words(scope: Scope) -> frozenset[str]:
    labels = [word for d in scope.dataset.dimensions for ways in scope.dataset.members(d).values() for word in ways]
    return _member_words_of(tuple(labels))


def _other_age(reading: Reading, scope: Scope, own: frozenset[str]) -> str | None:
    """An age group that is neither the measure's own nor a member of the table."""
    members = {reading.words[h.first].start: reading.words[h.last].end for h in scope.members(reading)}
    numbers = {stem for stem in own if stem.isdigit()}
    for found in _AGE.finditer(reading.sentence.text):
        start, end = found.start() + reading.sentence.start, found.end() + reading.sentence.start
        inside = any(start < stop and begin < end for begin, stop in members.items())
        if not inside and not {group for group in found.groups() if group} <= numbers:
            return found.group()
    return None
