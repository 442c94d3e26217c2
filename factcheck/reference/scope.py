"""Which place, group and period a number is about: from its clause, its sentence, or the text before."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Literal

from factcheck.reference.catalogue import Dataset
from factcheck.reference.gazetteer import is_country, shown
from factcheck.reference.labels import Target, vocabulary
from factcheck.reference.members import MemberHit, labels_of, members_in
from factcheck.reference.members import Named as MemberLabel
from factcheck.reference.reading import Numbered, Reading, S, Spot, is_tied, nearest
from factcheck.reference.stems import stem_set, stems_of
from factcheck.reference.where import Names, PlaceHit, is_name, names_of
from factcheck.words import words

_COUNTED = re.compile(
    r"(?<!\bof )\b(?:the |all |these |those )+([a-z]+|[0-9]{1,2}) (?:cities|towns|regions|provinces|states|counties|"
    r"districts|stations|islands|boroughs|countries|councils|areas|places)\b",
    re.IGNORECASE,
)


class Abstain(Exception):
    """Why nothing can be said; the reason goes into the report's coverage."""


@dataclass
class Scope:
    """One dataset's view of an article: its places and groups in each sentence."""

    dataset: Dataset
    readings: Sequence[Reading] = field(repr=False)
    _members: dict[Reading, tuple[MemberHit, ...]] = field(default_factory=dict, repr=False)
    _known: dict[Reading, frozenset[int]] = field(default_factory=dict, repr=False)

    @cached_property
    def names(self) -> Names:
        return names_of(self.dataset)

    @cached_property
    def of_countries(self) -> bool:
        return any(is_country(key) for key in self.dataset.places)

    def places(self, reading: Reading) -> tuple[PlaceHit, ...]:
        """The places of the dataset's own kind: a city is never checked against its country."""
        hits = reading.places(self.names)
        if not self.dataset.places:
            return ()
        kept = tuple(hit for hit in hits if is_country(hit.key) == self.of_countries)
        return tuple(hit for hit in kept if not (hit.key == "GEO" and any(h.key == "USA" for h in hits)))

    @cached_property
    def all_places(self) -> tuple[str, ...]:
        """The keys of every place that the article names, in order."""
        return tuple(dict.fromkeys(hit.key for reading in self.readings for hit in self.places(reading)))

    def members(self, reading: Reading) -> tuple[MemberHit, ...]:
        """The groups named, in order; a longer label wins over one inside it."""
        if reading not in self._members:
            self._members[reading] = members_in(reading, self._labels, self._deeds) if self._labels else ()
        return self._members[reading]

    def known(self, reading: Reading) -> frozenset[int]:
        """The words of places, groups, periods and numbers."""
        if reading not in self._known:
            spots: list[Spot] = [*reading.places(self.names), *self.members(reading), *reading.periods]
            spans = [(spot.first, spot.last) for spot in spots] + [reading.of_quantity(m) for m in reading.mentions]
            self._known[reading] = frozenset(i for first, last in spans for i in range(first, last + 1))
        return self._known[reading]

    @cached_property
    def _labels(self) -> list[MemberLabel]:
        return labels_of(self.dataset)

    @cached_property
    def _deeds(self) -> frozenset[str]:
        """What the dataset's own labels may put inside a group's: "people rescued in kayaks"."""
        labels = [label for measure in self.dataset.measures.values() for label in measure.labels]
        return frozenset(stem for label in labels for stem in stems_of(label)) | stem_set("function")


def _runs(reading: Reading, spots: Sequence[S]) -> list[tuple[S, ...]]:
    """The places or groups that stand in lists with "and": "Bern, Basel and Chur"."""
    runs: list[list[S]] = [[spots[0]]] if len(spots) > 1 else []
    ended = False
    for one, other in pairwise(spots):
        between = [w.text.lower() for w in reading.words[one.last + 1 : other.first] if w.text.lower() != "the"]
        if ended or between not in (["and"], [","], [",", "and"]):
            runs.append([])
        runs[-1].append(other)
        ended = "and" in between
    return [tuple(run) for run in runs if len(run) > 1]


@dataclass(frozen=True, slots=True)
class Ask:
    """A number with everything that decides which row it is about."""

    mention: Numbered
    reading: Reading
    target: Target
    scope: Scope
    rivals: tuple[Numbered, ...]
    against: int | None = None  # the position from which on the other side of a comparison stands
    as_before: bool | None = None  # whether the group of the sentence before holds on (None: as the words say)

    def own(self, spots: Iterable[S]) -> list[S]:
        """What belongs to the number's own side; "than Japan's in 2023" gives away Japan, not the year."""
        choices = list(spots)
        rival = self.other(choices)
        if rival is None or self._first_rival() != rival.first:
            return choices
        return [spot for spot in choices if spot.first != rival.first]

    def _first_rival(self) -> int | None:
        """Where the first place, group or period on the other side stands: that is what is compared."""
        reading = self.reading
        sides = (
            self.other(self.scope.places(reading)),
            self.other(self.scope.members(reading)),
            self.other(reading.periods),
        )
        return min((spot.first for spot in sides if spot is not None), default=None)

    def other(self, spots: Iterable[S]) -> S | None:
        """The first thing on the "than …" side."""
        if self.against is None:
            return None
        limit = min(self.reading.clause(self.against)[1], self.against + 8)
        return next((spot for spot in spots if self.against < spot.first < limit), None)

    def joined_places(self) -> tuple[str, ...]:
        """Places that one number is of ("Bern, Basel and Chur")."""
        hits = self.own(self.scope.places(self.reading))
        return tuple(dict.fromkeys(hit.key for hit in self.joined(hits))) or (() if hits else self._all_places())

    def _all_places(self) -> tuple[str, ...]:
        """ "The three counties together": those of the sentence before, or all that the table has, if so many."""
        found = _COUNTED.search(self.reading.sentence.text) if self.adds_up() else None
        if found is None:
            return ()
        said = found[1].lower()
        many = (
            2
            if said == "both"
            else words("reference")["small_numbers"].get(said) or (int(said) if said.isdigit() else 0)
        )
        position = self.scope.readings.index(self.reading)
        before = self.scope.readings[position - 1 : position] if position else ()
        near = dict.fromkeys(hit.key for reading in before for hit in self.scope.places(reading))
        places = tuple(near) if near else tuple(sorted(self.scope.dataset.places))
        return places if len(places) == many > 1 else ()

    def joined(self, spots: Sequence[S]) -> tuple[S, ...]:
        """Places or groups in one list, all before the number or all after it, to which it belongs."""
        first, last = self.reading.of_quantity(self.mention)
        for run in _runs(self.reading, spots):
            aside = run[-1].last < first or (run[0].first > last and is_tied(self.reading, last, run[0]))
            if aside and any(self.nearest(spots) is spot for spot in run):
                return run
        return ()

    def adds_up(self) -> bool:
        """Whether the sentence says that several are taken together."""
        first, last = self.reading.of_quantity(self.mention)
        start, end = self.reading.clause(first)
        begin = max(0, start - 3)  # "Taken together, Ireland and Denmark had …"
        words = [word.stem for word in self.reading.words[begin:end]]
        if not stem_set("apart").isdisjoint(words):
            return False
        rivals = [self.reading.of_quantity(rival)[0] for rival in self.rivals if rival.index != self.mention.index]
        return any(
            not any(min(place, last) < rival < max(place, first) for rival in rivals)
            for place, word in enumerate(words, start=begin)
            if word in stem_set("together")
            and (word != "between" or words[place - begin + 1 : place - begin + 2] == ["them"])
        )

    def nearest(self, spots: Iterable[S]) -> S | None:
        own = self.own(list(spots))
        taken = {id(spot) for spot in self._tied_to_others(own)}
        return nearest(own, self.reading, self.mention, self.rivals, lambda spot: id(spot) in taken)

    def _tied_to_others(self, spots: list[S]) -> list[S]:
        first, _ = self.reading.of_quantity(self.mention)
        found = []
        for rival in self.rivals:
            _, last = self.reading.of_quantity(rival)
            if last < first:
                tied = next(
                    (spot for spot in spots if last < spot.first < first and is_tied(self.reading, last, spot)), None
                )
                found += [tied] if tied is not None else []
        return found


Named = Literal["named", "assumed", "doubtful"]


def place_of(ask: Ask) -> tuple[str | None, Named]:
    """The place's key, and how surely the text names it. Raises Abstain."""
    scope, reading = ask.scope, ask.reading
    if not scope.dataset.places:
        return None, "named"
    hit = ask.nearest(scope.places(reading))
    together = ask.joined_places() if hit is None else ()
    if together:
        return together[0], "named"
    fixed = scope.dataset.fixed_place()
    if hit is not None:
        if hit.key != fixed:
            _belongs(ask, hit)
        key: str | None = hit.key
    else:
        key = _inherited_place(ask)
        _no_other_place(ask, fixed is not None)
    if key is None and fixed is None:
        raise Abstain("the text does not say of which place")
    if key is not None and key not in scope.dataset.places:
        raise Abstain(f"the table has no figures for {shown(key)}")
    if hit is None and _is_doubtful(ask):
        return key or fixed, "doubtful"
    return key or fixed, "assumed" if key is None else "named"


def _inherited_place(ask: Ask) -> str | None:
    """The one place of the sentences just before; None where there is none."""
    position = ask.scope.readings.index(ask.reading)
    for reading in reversed(ask.scope.readings[max(0, position - 2) : position]):
        keys = {hit.key for hit in ask.scope.places(reading)}
        if len(keys) > 1:
            raise Abstain("the text speaks of several places")
        if keys:
            return keys.pop()
    everywhere = set(ask.scope.all_places)
    if ask.scope.dataset.fixed_place() is not None and everywhere:
        if everywhere != {ask.scope.dataset.fixed_place()}:
            raise Abstain("the text speaks of other places")
        return ask.scope.dataset.fixed_place()
    return None


def _belongs(ask: Ask, hit: PlaceHit) -> None:
    """Whether a place is the number's own: no other name stands between, and one that follows is tied to it
    ("5.5 million people in Norway"), stands in the measure's name ("died on Norway's roads") or is the subject
    of "With 5.5 million people, Norway …"."""
    reading = ask.reading
    first, last = reading.of_quantity(ask.mention)
    if hit.last < first and unknown_names(ask, range(hit.last + 1, first)):
        raise Abstain("another name stands between the place and the number")
    noun = ask.mention.quantity.noun_span
    counted = noun is not None and reading.at(*noun)[0] <= hit.first <= reading.at(*noun)[1]
    inside = any(h.target == ask.target and h.first < hit.first <= hit.last < h.last for h in reading.hits)
    if hit.first > last and not counted and not inside and not is_tied(reading, last, hit):
        start = reading.clause(first)[0]
        opens = reading.words[start].stem in stem_set("inverted")
        if not opens or unknown_names(ask, range(start, hit.first)):
            raise Abstain("the place that is named belongs to something else")


def unknown_names(ask: Ask, span: Iterable[int]) -> bool:
    """Whether a capitalised word stands there that is neither known nor the first of its sentence."""
    reading = ask.reading
    own = vocabulary(ask.target) | stem_set("function") | stem_set("openers")
    spots: list[Spot] = [*reading.places(ask.scope.names), *ask.scope.members(reading), *reading.periods]
    known = {index for spot in spots for index in range(spot.first, spot.last + 1)}
    return any(
        is_name(reading.words, index) and index not in known and reading.words[index].stem not in own for index in span
    )


def _no_other_place(ask: Ask, fixed: bool) -> None:
    """An inherited place does not hold where the clause names a place, or a subject, that no table knows."""
    strange = set(ask.reading.strange(ask.reading.places(ask.scope.names)))
    if strange & set(ask.reading.near(ask.mention)) or (not fixed and _is_doubtful(ask)):
        raise Abstain("the sentence names a place that is not in the table")


def _is_doubtful(ask: Ask) -> bool:
    """Whether a name near the number may be the place that it is about."""
    return unknown_names(ask, ask.reading.near(ask.mention)) or _unknown_subject(ask)


def _unknown_subject(ask: Ask) -> bool:
    """ "Scotland had 5.4 million inhabitants" after a sentence on Norway."""
    words = ask.reading.words
    if len(words) < 2 or not words[0].capital or words[1].stem not in stem_set("verbs_of_having"):
        return False
    known = (
        vocabulary(ask.target) | stem_set("function") | stem_set("openers") | stem_set("neutral") | stem_set("pronouns")
    )
    return words[0].stem not in known
