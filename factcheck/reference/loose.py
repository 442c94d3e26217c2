"""Measures that a text names in other words than the table's: "the boats took 486,000 people" are ferry passengers.

An article that speaks of what a table is about need not repeat it with every number. Its labels are met by
words of the same sense, and a word of the title that several measures share may stand anywhere in the text.
Only tables of a newsroom's own catalogue are read so: whoever chose them expects the news to be about them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.model.quantity import Quantity
from factcheck.model.relation import Mention
from factcheck.reference.catalogue import Catalogue, Dataset
from factcheck.reference.compare import step_of
from factcheck.reference.labels import Hit, Index, Label, Target, tightest, vocabulary
from factcheck.reference.package import Measure
from factcheck.reference.reading import Reading
from factcheck.reference.scope import Scope
from factcheck.reference.senses import implied, phrases_in, senses, senses_at
from factcheck.reference.stems import Word, stem_set, stems_of
from factcheck.words import word_set

_NEAR = 8  # words between those that a label must have and those that it may
_WINDOW = 22  # words that the words of a label may be spread over
TELLING, _FEW = 4, 3  # digits that a match must have to be no chance: anywhere, and beside a word of the measure
_LESS = 0.7  # what a label is worth that is met by its sense


@dataclass(frozen=True)
class Theme:
    """What one dataset is about: the senses of each word of its title and of its labels, and the words that tell
    none of its measures from another, and the senses of the words for its groups."""

    dataset: Dataset
    title: tuple[frozenset[str], ...]
    labels: tuple[frozenset[str], ...]
    shared: frozenset[str]
    groups: tuple[frozenset[str], ...] = ()

    def is_near(self, said: Iterable[str]) -> bool:
        """Whether some of what is said is of the title."""
        return _said(self.title, said) > 0


@lru_cache(maxsize=8)
def themes_of(catalogue: Catalogue) -> tuple[Theme, ...]:
    """The themes of a newsroom's datasets; our own tables have none."""
    return tuple(_theme(dataset) for dataset in catalogue.datasets if not dataset.builtin)


def _theme(dataset: Dataset) -> Theme:
    dull = _stems(*word_set("thesaurus", "generic"), *word_set("reference", "calendar"), *_names(dataset))
    dull |= stem_set("function")
    about = {
        word for word in _stems(dataset.package.title or "", dataset.name.replace("-", " ")) - dull if word.isalpha()
    }
    units = _stems(*(measure.unit or "" for measure in dataset.measures.values()))
    labels = _stems(*(label for measure in dataset.measures.values() for label in measure.labels)) - dull
    shared = {word for word in about - units if _homes(dataset, word) != 1}
    found = [table.meaning.dimensions.values() for table in dataset.tables]
    ways = (way for one in found for dimension in one for ways in dimension.labels.values() for way in ways)
    groups = tuple(map(senses, _stems(*ways) - dull))
    return Theme(dataset, tuple(map(senses, about)), tuple(map(senses, labels)), frozenset(shared), groups)


def _names(dataset: Dataset) -> list[str]:
    """The names of a fixed place; a column's names would mean that every table is opened."""
    specs = [table.meaning.place for table in dataset.tables]
    return [*dataset.place_labels, *(spec.fixed for spec in specs if spec is not None and spec.fixed)]


def _stems(*texts: str) -> frozenset[str]:
    return frozenset(word for text in texts for word in stems_of(text))


def _said(meant: Iterable[frozenset[str]], said: Iterable[str]) -> int:
    """How many of some words are said, in whatever word."""
    return sum(not senses.isdisjoint(said) for senses in meant)


def _homes(dataset: Dataset, word: str) -> int:
    """How many measures have a word in their labels; shares are made of others and do not count."""
    own = (measure for measure in dataset.measures.values() if not measure.derived)
    return sum(any(word in stems_of(label) for label in measure.labels) for measure in own)


class Loose:
    """One article's view of the themes: which datasets it is about, and which labels its sentences meet."""

    def __init__(self, catalogue: Catalogue, index: Index, readings: Sequence[Reading]) -> None:
        themes = themes_of(catalogue)
        self._senses = [senses_at(reading.words) for reading in readings] if themes else []
        said = frozenset().union(*self._senses)
        self.themes = [theme for theme in themes if _is_about(theme, said, readings)]
        self._index = index

    def hits(self, position: int) -> Iterator[Hit]:
        """The best label of each measure that a sentence meets by its sense."""
        for theme in self.themes:
            for key in theme.dataset.measures:
                found = [
                    hit
                    for label in self._index.labels(Target(theme.dataset, key))
                    for hit in self._match(label, theme, position)
                ]
                if found:
                    yield max(found, key=lambda hit: hit.score)

    def _match(self, label: Label, theme: Theme, position: int) -> Iterator[Hit]:
        here, measure = self._senses[position], label.target.measure
        must: list[list[int]] = []
        may: list[list[int]] = []
        telling = 0.0
        for word in label.stems:
            if word in stem_set("function"):
                continue
            spots = sorted({spot for sense in senses(word) for spot in here.get(sense, ())})
            missable = _may_be_missing(word, measure, theme)
            if not spots and not missable:
                return
            if spots:
                (may if missable else must).append(spots)
                telling += 0.0 if word in theme.shared or word in implied("any") else label.weights[word]
        alone = sum(m.kind == measure.kind for m in theme.dataset.measures.values()) == 1
        if (must or may) and (telling > 0 or alone):
            yield from _hit(label, must, may, telling)

    def backed(self, position: int, mention: Mention, fits: Callable[[Measure], bool]) -> Iterator[Target]:
        """Every measure of the article's themes that a number may be if the table bears it out to the digit:
        one of four digits in a sentence near the theme, or one of three where the sentence has a word of it."""
        digits = digits_of(mention.quantity)
        for theme in self.themes:
            if digits < _FEW or not any(
                theme.is_near(self._senses[p]) for p in range(max(0, position - 2), position + 1)
            ):
                continue
            for key, measure in theme.dataset.measures.items():
                target = Target(theme.dataset, key)
                if fits(measure) and (digits >= TELLING or self._has_a_word(position, target, theme)):
                    yield target

    def _has_a_word(self, position: int, target: Target, theme: Theme) -> bool:
        own = {word for label in self._index.labels(target) for word in label.stems} - theme.shared
        return any(not senses(word).isdisjoint(self._senses[position]) for word in own)


def _hit(label: Label, must: list[list[int]], may: list[list[int]], telling: float) -> Iterator[Hit]:
    """A label met by the words that it must have, and those that it may have where they stand near."""
    positions = tightest(must or may)
    near = [min(spots, key=lambda spot: abs(spot - positions[0])) for spots in may]
    more = [spot for spot in near if positions[0] - _NEAR <= spot <= positions[-1] + _NEAR]
    if positions[-1] - positions[0] <= _WINDOW:
        found = tuple(sorted({*positions, *more}))
        yield Hit(label, found, _LESS * max(telling, 1.0) + len(found) / 10, loose=True)


def digits_of(quantity: Quantity) -> int:
    """How many digits the text vouches for, noughts at the end of a count left out: a match of four is no chance."""
    step = step_of(quantity)
    if quantity.value is None or not step or quantity.kind in ("fraction", "ratio"):
        return 0
    return len(str(abs(int(quantity.value / step))))


def _may_be_missing(word: str, measure: Measure, theme: Theme) -> bool:
    """What the number's own kind or unit says, and what the whole text is about."""
    light = word in implied(measure.kind) or word in implied("any")
    return light or word in stems_of(measure.unit or "") or word in theme.shared


def _is_about(theme: Theme, said: frozenset[str], readings: Sequence[Reading]) -> bool:
    """Whether an article speaks of a dataset's subject: two words of its title, or one and a place of it; or a
    group's name, which no other table is likely to have, and one word of the title or two of the labels."""
    found = _said(theme.title, said)
    if found >= 2:
        return True
    if found == 0 and (not theme.dataset.dimensions or _said(theme.labels, said) < 2):
        return _said(theme.groups, said) > 0 and _is_of_groups(Scope(theme.dataset, readings))
    scope = Scope(theme.dataset, readings)
    if any(reading.words[hit.first].capital for reading in readings for hit in scope.members(reading)):
        return True
    return found > 0 and any(scope.places(reading) for reading in readings)


def _is_of_groups(scope: Scope) -> bool:
    """Whether an article names a group of the table and a place of it, if no other word of its subject."""
    readings = scope.readings
    return any(map(scope.members, readings)) and any(map(scope.places, readings))


@lru_cache(maxsize=4096)
def _sense_vocabulary(target: Target) -> frozenset[str]:
    return frozenset().union(*map(senses, vocabulary(target)))


def belongs(word: str, target: Target) -> bool:
    """Whether a stem is one of a measure's own words, or stands for one."""
    if word in vocabulary(target):
        return True
    return not target.dataset.builtin and not senses(word).isdisjoint(_sense_vocabulary(target))


def covered(sentence: list[Word], target: Target) -> frozenset[int]:
    """The words of phrases that stand for one of a measure's own: "locked up", "asked for"."""
    own = _sense_vocabulary(target)
    return frozenset(i for first, last, sense in phrases_in(sentence) if sense in own for i in range(first, last + 1))
