"""Which measures a sentence speaks of: an index of every label by its rarest word, then word by word.

The cost of a look-up depends on the words of the sentence, not on the number of measures.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz

from factcheck.reference.catalogue import Catalogue, Dataset
from factcheck.reference.gazetteer import fold, peoples
from factcheck.reference.package import Measure
from factcheck.reference.stems import Word, moves, stem_set, stems_of, synonyms

_CANDIDATES = 20
_WINDOW = 9  # further words that a label's words may be spread over


_AGED = re.compile(r"\s+aged \d+ and (?:over|older)$")  # people leave it out when they speak of the whole


@dataclass(frozen=True, slots=True)
class Target:
    """A measure of a dataset."""

    dataset: Dataset = field(repr=False)
    key: str

    @property
    def measure(self) -> Measure:
        return self.dataset.measures[self.key]

    @property
    def name(self) -> str:
        return f"{self.dataset.name}/{self.key}"


@lru_cache(maxsize=4096)
def vocabulary(target: Target) -> frozenset[str]:
    """Every word that the dataset itself uses for a measure."""
    measure, package = target.measure, target.dataset.package
    parts = [target.dataset.measures[key] for key in (measure.numerator, measure.denominator) if key is not None]
    texts = [text for part in parts for text in (*part.labels, part.population or "")]
    texts += [
        *measure.labels,
        measure.population or "",
        measure.unit or "",
        package.title or "",
        target.key.replace("_", " "),
    ]
    return frozenset(stem for text in texts for stem in stems_of(text))


@dataclass(frozen=True, slots=True)
class Label:
    """One label: the stems that a text must have, and whether they must stand as a phrase."""

    target: Target
    text: str
    stems: tuple[str, ...]
    phrase: bool
    weights: dict[str, float] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Hit:
    """A label found in a sentence: the positions of its words, and how much it says."""

    label: Label
    positions: tuple[int, ...]
    score: float
    loose: bool = False  # met by words of the same sense

    @property
    def target(self) -> Target:
        return self.label.target

    @property
    def of_change(self) -> bool:
        """Whether the label itself speaks of a change ("consumer prices rose")."""
        return not moves().keys().isdisjoint(self.label.stems)

    @property
    def first(self) -> int:
        return self.positions[0]

    @property
    def last(self) -> int:
        return self.positions[-1]


class Index:
    """The labels of a catalogue by their rarest stem."""

    def __init__(self, catalogue: Catalogue) -> None:
        raw = list(_labels(catalogue))
        counts = Counter(stem for _, _, stems, _ in raw for stem in set(stems))
        self._weights = {stem: math.log(1 + len(raw) / count) for stem, count in counts.items()}
        self._by_rarest: dict[str, list[Label]] = {}
        self._by_target: dict[str, list[Label]] = {}
        for target, text, stems, phrase in raw:
            label = Label(target, text, stems, phrase, {stem: self._weights[stem] for stem in stems})
            rarest = max(stems, key=lambda stem: (self._weights[stem], stem))
            self._by_rarest.setdefault(rarest, []).append(label)
            self._by_target.setdefault(target.name, []).append(label)
        self._everybody = tuple(
            label for label in self._by_rarest.get("population", ()) if label.stems == ("population",)
        )

    def find(self, words: list[Word]) -> tuple[Hit, ...]:
        """The labels that a sentence holds, best first."""
        positions = _positions(words)
        found: dict[str, Hit] = {}
        for label in self._candidates(positions, words):
            hit = _match(label, positions, words)
            if hit is not None and hit.score > _score(found.get(label.target.name)):
                found[label.target.name] = hit
        return tuple(sorted(found.values(), key=lambda hit: (-hit.score, hit.target.name)))

    def _candidates(self, positions: dict[str, list[int]], words: list[Word]) -> Iterable[Label]:
        labels = [label for stem in positions for label in self._by_rarest.get(stem, ())]
        if len(labels) <= _CANDIDATES:
            return labels
        text = " ".join(word.stem for word in words)
        return sorted(labels, key=lambda label: -fuzz.token_set_ratio(" ".join(label.stems), text))[:_CANDIDATES]

    def labels(self, target: Target) -> Sequence[Label]:
        """The labels of one measure."""
        return self._by_target.get(target.name, ())

    def everybody(self) -> tuple[Label, ...]:
        """The labels of measures that count everybody who lives in a place."""
        return self._everybody

    def search(self, text: str, limit: int = 10) -> list[tuple[Target, str, float]]:
        """The measures nearest to some words, each with its best label and a score out of 100."""
        asked = " ".join(stems_of(text))
        best: dict[str, tuple[Target, str, float]] = {}
        for labels in self._by_rarest.values():
            for label in labels:
                score = fuzz.token_set_ratio(" ".join(label.stems), asked)
                if score > best.get(label.target.name, (None, "", 0.0))[2]:
                    best[label.target.name] = (label.target, label.text, score)
        return sorted(best.values(), key=lambda entry: (-entry[2], entry[0].name))[:limit]


def _score(hit: Hit | None) -> float:
    return hit.score if hit is not None else 0.0


def _labels(catalogue: Catalogue) -> Iterator[tuple[Target, str, tuple[str, ...], bool]]:
    taught: dict[tuple[str, str] | None, list[str]] = {}
    for correction in catalogue.corrections.means:
        taught.setdefault(correction.measure, []).append(correction.words)
    for dataset, key, measure in catalogue.measures():
        target = Target(dataset, key)
        short = (_AGED.sub("", label) for label in measure.labels)
        for text in dict.fromkeys([*measure.labels, *short, *taught.get((dataset.name, key), ())]):
            stems, phrase = _needed(stems_of(text))
            if stems:
                yield target, text, stems, phrase


def _needed(stems: list[str]) -> tuple[tuple[str, ...], bool]:
    """The stems that carry a label; where it is mostly small words ("in work"), all of them as a phrase."""
    content = [stem for stem in stems if stem not in stem_set("function")]
    if len(content) <= 1 < len(stems) and (not content or len(content[0]) <= 5):
        return tuple(stems), True
    return tuple(dict.fromkeys(content)), False


def _positions(words: list[Word]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        if word.is_word:
            who = word.stem == "who" or (word.capital and fold(word.text) in peoples())
            people = ("people",) if who else ()
            gone = word.stem in ("up", "down") and _moves(words, index)
            change = ("rise",) if gone or (word.stem in moves() and word.stem != "rise") else ()
            for stem in (word.stem, *change, *synonyms().get(word.stem, ()), *people):
                found.setdefault(stem, []).append(index)
    return found


def _moves(words: list[Word], index: int) -> bool:
    """ "Went up", "up 8.2 per cent": an adverb that does a verb's work."""
    after = words[index + 1] if index + 1 < len(words) else None
    return (index > 0 and words[index - 1].stem == "go") or (after is not None and after.text[0].isdigit())


def _match(label: Label, positions: dict[str, list[int]], words: list[Word]) -> Hit | None:
    if label.phrase:
        return _phrase(label, positions, words)
    optional = stem_set("optional")
    needed = [stem for stem in label.stems if stem in positions or stem not in optional]
    if any(stem not in positions for stem in needed) or all(stem in optional for stem in needed):
        return None
    spots = tightest([positions[stem] for stem in needed])
    if spots[-1] - spots[0] > len(needed) + _WINDOW:
        return None
    looseness = (spots[-1] - spots[0] + 1 - len(needed)) / 100
    return Hit(label, spots, sum(label.weights[stem] for stem in needed) - looseness)


def _phrase(label: Label, positions: dict[str, list[int]], words: list[Word]) -> Hit | None:
    for start in positions.get(label.stems[0], ()):
        if tuple(word.stem for word in words[start : start + len(label.stems)]) == label.stems:
            return Hit(label, tuple(range(start, start + len(label.stems))), sum(label.weights.values()))
    return None


def tightest(choices: list[list[int]]) -> tuple[int, ...]:
    """One position of each list, as close together as a scan from each start finds them."""
    best: tuple[int, ...] | None = None
    for anchor in min(choices, key=len):
        spots = tuple(sorted(min(places, key=lambda place: abs(place - anchor)) for places in choices))
        if best is None or spots[-1] - spots[0] < best[-1] - best[0]:
            best = spots
    assert best is not None
    return best
