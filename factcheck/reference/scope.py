"""Which place, group and period a number is about: from its clause, its sentence, or the text before."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from factcheck.reference.catalogue import Dataset
from factcheck.reference.gazetteer import fold, is_country, shown
from factcheck.reference.labels import Target
from factcheck.reference.periods import PeriodHit
from factcheck.reference.reading import At, Numbered, Reading, S, is_tied, nearest
from factcheck.reference.stems import stem_set, words_of
from factcheck.reference.when import Span
from factcheck.reference.where import Names, PlaceHit, literal_names


class Abstain(Exception):
    """Why nothing can be said; the reason goes into the report's coverage."""


@dataclass(frozen=True, slots=True)
class MemberHit:
    """A group that a dimension knows, at `words[first:last + 1]`."""

    dimension: str
    member: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class When:
    """A period as the claim means it: given, a length, a range, or None (not said)."""

    span: Span | None = None
    hit: PeriodHit | None = None
    pair: tuple[Span, ...] = ()


@dataclass
class Scope:
    """One dataset's view of an article: its places and groups in each sentence."""

    dataset: Dataset
    readings: Sequence[Reading] = field(repr=False)

    @cached_property
    def names(self) -> Names:
        return literal_names(self.dataset.places)

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

    def members(self, reading: Reading) -> tuple[MemberHit, ...]:
        """The groups named, in order; a longer label wins over one inside it."""
        folded = [fold(word.text) for word in reading.words]
        found: list[MemberHit] = []
        for dimension, member, label in self._labels:
            for start in range(len(folded) - len(label) + 1):
                if tuple(folded[start : start + len(label)]) == label and not _runs_on(folded, start, label):
                    hit = MemberHit(dimension, member, start, start + len(label) - 1)
                    if not any(h.first <= hit.last and hit.first <= h.last for h in found):
                        found.append(hit)
        return tuple(sorted([*found, *_relative(reading, found)], key=lambda hit: hit.first))

    @cached_property
    def _labels(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """(dimension, member, words), longest label first; a bare number is no label."""
        found = []
        for dimension in self.dataset.dimensions:
            total = self.dataset.total(dimension)
            for member, labels in self.dataset.members(dimension).items():
                for label in labels:
                    parts = tuple(fold(word.text) for word in words_of(label))
                    if parts and not (len(parts) == 1 and parts[0][0].isdigit()) and not label == total == member:
                        found.append((dimension, member, parts))
        return sorted(found, key=lambda entry: -len(entry[2]))


def _runs_on(folded: list[str], start: int, label: tuple[str, ...]) -> bool:
    """ "Aged 18 to 25" is not "aged 18"; "16- to 18-year-olds" is not "18-year-olds"."""
    after = folded[start + len(label) : start + len(label) + 2]
    before = folded[max(0, start - 2) : start]
    if (
        label[-1][0].isdigit()
        and after
        and (after[0] in ("to", "–", "—", "+") or after in (["and", "over"], ["or", "older"]))
    ):
        return True
    if (
        label[-1][0].isdigit()
        and len(after) == 2
        and after[0] == "and"
        and after[1] in ("above", "up", "older", "under")
    ):
        return True
    return label[0][0].isdigit() and len(before) == 2 and before[1] in ("to", "and", "–") and before[0][0].isdigit()


def _relative(reading: Reading, found: list[MemberHit]) -> list[MemberHit]:
    """ "The older group" among two groups named before it."""
    numbered = [hit for hit in found if hit.member[:1].isdigit()]
    if len({hit.member for hit in numbered}) < 2:
        return []
    ranked = sorted(numbered, key=lambda hit: int("".join(c for c in hit.member.partition("-")[0] if c.isdigit())))
    ends = {"older": ranked[-1], "elder": ranked[-1], "younger": ranked[0]}
    return [
        MemberHit(ends[word.stem].dimension, ends[word.stem].member, index, index)
        for index, word in enumerate(reading.words)
        if word.stem in ends and index > max(hit.last for hit in numbered)
    ]


@dataclass(frozen=True, slots=True)
class Ask:
    """A number with everything that decides which row it is about."""

    mention: Numbered
    reading: Reading
    target: Target
    scope: Scope
    rivals: tuple[Numbered, ...]
    against: int | None = None  # the position from which on the other side of a comparison stands

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
        """Places that the sentence adds up. Raises Abstain where "A and B" may be either, or both."""
        hits = self.own(self.scope.places(self.reading))
        first, _ = self.reading.of_quantity(self.mention)
        words = self.reading.words
        for one, other in pairwise(hits):
            between = [word.text for word in words[one.last + 1 : other.first] if word.text.lower() != "the"]
            if between == ["and"] and other.last < first and other.key != one.key:
                start, end = self.reading.clause(first)
                together = any(word.stem in stem_set("together") for word in words[start:end])
                if not together:
                    raise Abstain("the text speaks of several places")
                return (one.key, other.key)
        return ()

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


def place_of(ask: Ask) -> tuple[str | None, bool]:
    """The place's key, and whether the text names it. Raises Abstain."""
    scope, reading = ask.scope, ask.reading
    if not scope.dataset.places:
        return None, True
    hit = ask.nearest(scope.places(reading))
    key = hit.key if hit is not None else _inherited_place(ask)
    fixed = scope.dataset.fixed_place()
    if key is None:
        if fixed is None:
            raise Abstain("the text does not say of which place")
        _no_other_place(ask)
        return fixed, False
    if key not in scope.dataset.places:
        raise Abstain(f"the table has no figures for {shown(key)}")
    if hit is None:
        _no_other_place(ask)
    return key, True


def _inherited_place(ask: Ask) -> str | None:
    """The one place of the sentences just before; None where there is none."""
    position = ask.scope.readings.index(ask.reading)
    for reading in reversed(ask.scope.readings[max(0, position - 2) : position]):
        keys = {hit.key for hit in ask.scope.places(reading)}
        if len(keys) > 1:
            raise Abstain("the text speaks of several places")
        if keys:
            return keys.pop()
    everywhere = {hit.key for reading in ask.scope.readings for hit in ask.scope.places(reading)}
    if ask.scope.dataset.fixed_place() is not None and everywhere:
        if everywhere != {ask.scope.dataset.fixed_place()}:
            raise Abstain("the text speaks of other places")
        return ask.scope.dataset.fixed_place()
    return None


def _no_other_place(ask: Ask) -> None:
    """An inherited place does not hold where the clause names one that no table knows."""
    near = set(ask.reading.near(ask.mention))
    if any(spot in near for spot in ask.reading.strange(ask.reading.places(ask.scope.names))):
        raise Abstain("the sentence names a place that is not in the table")


def members_of(ask: Ask) -> tuple[str, ...]:
    """One member of each dimension: named, else the total. Raises Abstain."""
    dataset = ask.scope.dataset
    found = ask.scope.members(ask.reading)
    chosen = []
    for dimension in dataset.dimensions:
        hit = ask.nearest([hit for hit in found if hit.dimension == dimension])
        member = hit.member if hit is not None else dataset.total(dimension)
        if member is None:
            raise Abstain(f"the text does not say which {dimension}")
        chosen.append(member)
    return tuple(chosen)


def when_of(ask: Ask, before: Sequence[Reading], inherited: Span | None) -> When:
    """The period that the claim is about; an empty `When` where the text says none. Raises Abstain."""
    spots = [at for at in ask.reading.periods if not _is_part_of_measure(ask, at)]
    at = ask.nearest(spots)
    if at is None:
        return When(inherited)
    hit = at.period
    together = _together(ask, at, spots)
    if together:
        return When(pair=together, hit=hit)
    match hit.grain:
        case "same":
            return When(_last_year(ask, before, at), hit)
        case "length":
            return When(None, hit)
        case "range":
            assert hit.ends is not None
            meets = _when_follows(ask, at)
            return When(_side_of_range(ask, hit) or (hit.ends[1] if meets else hit.span), hit)
        case "to" | "decade":
            raise Abstain("the table has no figure for a period of that kind")
    if hit.back is not None:
        return _years_ago(ask, at, inherited)
    if hit.span is None:
        raise Abstain("the text's period cannot be dated without a date of publication")
    return When(hit.span, hit)


def _when_follows(ask: Ask, at: At) -> bool:
    """ "Between 1990 and 2019, when it stood at …": the number is of the last year."""
    after = [word for word in ask.reading.words[at.last + 1 : at.last + 3] if word.is_word]
    return bool(after) and after[0].stem == "when"


def _side_of_range(ask: Ask, hit: PeriodHit) -> Span | None:
    """ "Fell between 2010 and 2023, to 36.7 million": the number is of the last year."""
    first, _ = ask.reading.of_quantity(ask.mention)
    before = [word.text.lower() for word in ask.reading.words[max(0, first - 2) : first]]
    if hit.ends is None or "to" not in before:
        return None
    return hit.ends[1]


def _years_ago(ask: Ask, at: At, inherited: Span | None) -> When:
    """ "Two years ago" counts from publication, "a year earlier" from the year that the sentence has named."""
    hit, published = at.period, ask.reading.published
    text = ask.reading.sentence.text[hit.start - ask.reading.sentence.start : hit.end - ask.reading.sentence.start]
    if text.endswith("ago"):
        if published is None:
            raise Abstain("the text's period hangs on the date of publication, which is not known")
        return When(Span.year(published.year - (hit.back or 0)), hit)
    named = [spot.period.span for spot in ask.reading.periods if spot.first < at.first and spot.period.grain == "year"]
    base = next((span for span in reversed(named) if span is not None), inherited)
    if base is None:
        raise Abstain("the text's period hangs on another one")
    return When(Span.year(base.start.year - (hit.back or 1)), hit)


def _is_part_of_measure(ask: Ask, at: At) -> bool:
    """ "In the past 12 months" is no period where the measure itself is of twelve months."""
    said = ask.reading.words[at.first].text
    return at.period.grain == "length" and (
        f"{said} {ask.reading.words[at.last].text}" in (ask.target.measure.population or "") or _is_number(ask, at)
    )


def _is_number(ask: Ask, at: At) -> bool:
    """A length that is the claim's own number is what is claimed, not when."""
    start, end = ask.mention.quantity.span
    return at.period.start < end and start < at.period.end


def _together(ask: Ask, at: At, spots: Sequence[At]) -> tuple[Span, ...]:
    """ "Over 2014 and 2015 taken together": two years that are joined by "and"."""
    words = ask.reading.words
    for first, second in pairwise(spots):
        joined = second.first == first.last + 2 and words[first.last + 1].stem == "and"
        if joined and at in (first, second) and first.period.span and second.period.span and ask.against is None:
            return (first.period.span, second.period.span)
    return ()


def _last_year(ask: Ask, before: Sequence[Reading], at: At) -> Span:
    """The year that "that year" points back to."""
    earlier = [spot.period for spot in ask.reading.periods if spot.first < at.first]
    for reading in reversed(before[-3:]):
        earlier = [spot.period for spot in reading.periods] + earlier
    for hit in reversed(earlier):
        if hit.span is not None:
            return Span.year(hit.span.end.year)
    raise Abstain("the text's period cannot be dated")


def latest(spans: Iterable[Span], published: datetime.date | None) -> Span:
    """The last period that had ended by publication, if the table reaches near enough. Raises Abstain."""
    if published is None:
        raise Abstain("neither the text nor its date says which period")
    ended = [span for span in spans if span.end < published]
    if not ended:
        raise Abstain("the table begins after the date of publication")
    last = max(ended, key=lambda span: (span.end, -span.days))
    if (published - last.end).days > 3 * last.days:
        raise Abstain("the table ends too long before the date of publication")
    return last
