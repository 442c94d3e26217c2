"""A sentence as the linker sees it: words, clauses, numbers, periods and the measures that it names."""

import datetime
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, TypeVar

from factcheck.model.article import Sentence
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Mention
from factcheck.reference.gazetteer import fold
from factcheck.reference.labels import Hit, Index
from factcheck.reference.periods import PeriodHit, periods_in
from factcheck.reference.stems import Word, stem_set, words_of
from factcheck.reference.where import Names, PlaceHit, places_in, strange_places

_UNIT_KINDS = frozenset({"date", "ordinal", "identifier"})
_BREAKS = frozenset(";:—–-()")
_REACH = 12  # words between a number and the place or period after it


class Spot(Protocol):
    """Anything that stands at `words[first:last + 1]`."""

    @property
    def first(self) -> int: ...

    @property
    def last(self) -> int: ...


class Numbered(Protocol):
    """A number of the text, or a phrase that stands in for one."""

    @property
    def index(self) -> int: ...

    @property
    def quantity(self) -> Quantity: ...


S = TypeVar("S", bound=Spot)


@dataclass(frozen=True, slots=True)
class At:
    """A thing and the words that it stands at."""

    first: int
    last: int
    period: PeriodHit


@dataclass(eq=False)
class Reading:
    """One sentence, read once; everything in it is named by the positions of its words."""

    sentence: Sentence
    mentions: tuple[Mention, ...]
    published: datetime.date | None
    index: Index = field(repr=False)
    further: tuple[Hit, ...] = ()  # measures that are named by words of the same sense
    _places: dict[int, tuple[PlaceHit, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def words(self) -> list[Word]:
        return words_of(self.sentence.text, self.sentence.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _folded(self) -> frozenset[str]:
        return frozenset(fold(word.text) for word in self.words if word.capital)

    def at(self, start: int, end: int) -> tuple[int, int]:
        """The positions of the first and the last word of a stretch of text."""
        return max(0, bisect_right(self._starts, start) - 1), max(0, bisect_right(self._starts, end - 1) - 1)

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """The measures named, best first; those named in other words than the table's come last."""
        exact = self.index.find(self.words)
        known = {hit.target for hit in exact}
        return (*exact, *(hit for hit in self.further if hit.target not in known))

    @cached_property
    def periods(self) -> tuple[At, ...]:
        """The periods, in order. A bare four-digit number that counts something is none."""
        numbers = tuple(
            m.quantity.span for m in self.mentions if m.quantity.kind not in _UNIT_KINDS and not _like_a_year(m)
        )
        found = periods_in(self.sentence.text, self.sentence.start, self.published, numbers)
        return tuple(At(*self.at(hit.start, hit.end), hit) for hit in found)

    def places(self, more: Names | None = None) -> tuple[PlaceHit, ...]:
        """Countries, and the places of one table."""
        if more is not None and self._folded.isdisjoint(more):
            more = None
        key = id(more)
        if key not in self._places:
            self._places[key] = places_in(self.words, more)
        return self._places[key]

    def strange(self, known: Iterable[PlaceHit]) -> tuple[int, ...]:
        """Where a place stands that no table knows."""
        return strange_places(self.words, known)

    @cached_property
    def clauses(self) -> list[int]:
        """The positions at which a new clause begins; 0 is the first."""
        opens, turns = stem_set("clauses"), stem_set("turns")
        found, inserted = [0], False
        for index, word in enumerate(self.words[:-1]):
            following = self.words[index + 1].stem
            if word.text == "," and (following in opens or inserted):
                inserted = following in stem_set("insertions")
                found.append(index + 1)
            elif word.text in _BREAKS or word.stem in turns:
                found.append(index + 1)
        return found

    def clause(self, position: int) -> tuple[int, int]:
        """The clause around a position, as [first, last)."""
        number = bisect_right(self.clauses, position) - 1
        end = self.clauses[number + 1] if number + 1 < len(self.clauses) else len(self.words)
        return self.clauses[number], end

    def near(self, mention: Numbered) -> Iterator[int]:
        """The words of the clause that can narrow what is counted: all before the number, and after it up to
        the first comma, or further where the next stretch goes on about it ("…, adjusted for inflation").
        What "including" or "counting" brings in narrows nothing."""
        first, last = self.of_quantity(mention)
        start, end = self.clause(first)
        included = False
        for index in range(start, first):
            included = included or self.words[index].stem in stem_set("including")
            if not included:
                yield index
        others = [self.of_quantity(m)[0] for m in self.mentions if m.quantity.kind not in _UNIT_KINDS]
        for index in range(last + 1, end):
            word, after = self.words[index], self.words[index + 1 : index + 2]
            goes_on = bool(after) and after[0].stem in stem_set("narrowing")
            lists = word.text.lower() == "and" and any(index < other < end for other in others)
            if lists or (word.text == "," and not goes_on) or word.stem in stem_set("including"):
                return
            yield index

    def of_quantity(self, mention: Numbered) -> tuple[int, int]:
        return self.at(*mention.quantity.span)


def _like_a_year(mention: Mention) -> bool:
    text = mention.quantity.text
    return len(text) == 4 and text.isdigit() and mention.quantity.noun is None


def nearest(
    spots: Iterable[S], reading: Reading, mention: Numbered, rivals: Iterable[Numbered], used: Callable[[S], bool]
) -> S | None:
    """The place, period or group that belongs to a number.

    What follows it closely after a preposition ("in Russia"), else what stands before it since the
    number before, else anything earlier in the sentence, else what comes after. `used` tells what a
    former number has already taken for itself.
    """
    choices = list(spots)
    first, last = reading.of_quantity(mention)
    inside = next((spot for spot in choices if first <= spot.first <= last), None)
    if inside is not None:
        return inside
    others = [reading.of_quantity(rival) for rival in rivals if rival.index != mention.index]
    following = min((start for start, _ in others if start > last), default=len(reading.words))
    previous = max((end for _, end in others if end < first), default=-1)
    after = [spot for spot in choices if last < spot.first < following]
    close = [spot for spot in choices if previous < spot.last < first and not used(spot)]
    tied = next((spot for spot in after if is_tied(reading, last, spot)), None)
    if tied is not None and (not close or tied.first - last <= 5):
        return tied
    if close:
        return close[-1]
    far = [spot for spot in choices if spot.last < first and not used(spot)] or [
        spot for spot in choices if spot.last < first
    ]
    return far[-1] if far else tied or (after[0] if after else None)


def is_tied(reading: Reading, last: int, spot: Spot) -> bool:
    """Whether a place or period hangs on the number before it: "in the United States"."""
    between = reading.words[last + 1 : spot.first]
    while between and between[-1].text.lower() == "the":
        between = between[:-1]
    if not between:
        return True
    if len(between) > _REACH or any(word.text in ",;:()—–" or word.stem == "than" for word in between):
        return False
    inside = reading.words[spot.first].stem in stem_set("ties")
    return inside or (bool(between) and between[-1].stem in stem_set("ties"))
