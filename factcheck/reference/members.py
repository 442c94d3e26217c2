"""The groups that a sentence names, by the labels of a table's members."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.reference.catalogue import Dataset
from factcheck.reference.gazetteer import fold
from factcheck.reference.reading import Reading
from factcheck.reference.stems import Word, stem_set, words_of

_GAP = 4  # words that a measure's verb may put inside a group's label
Named = tuple[str, str, tuple[Word, ...]]  # dimension, member, the words of a label


@dataclass(frozen=True, slots=True)
class MemberHit:
    """A group that a dimension knows, at `words[first:last + 1]`."""

    dimension: str
    member: str
    first: int
    last: int


def labels_of(dataset: Dataset) -> list[Named]:
    """(dimension, member, words), longest label first; a bare number is no label."""
    found = []
    for dimension in dataset.dimensions:
        total = dataset.total(dimension)
        for member, labels in dataset.members(dimension).items():
            for label in labels:
                parts = tuple(words_of(label))
                bare = len(parts) == 1 and parts[0].text[0].isdigit()
                if parts and not bare and not label == total == member:
                    found.append((dimension, member, parts))
    return sorted(found, key=lambda entry: -len(entry[2]))


def members_in(reading: Reading, labels: Sequence[Named], deeds: frozenset[str]) -> tuple[MemberHit, ...]:
    """The groups named, in order; a longer label wins over one inside it. `deeds` are the stems that may stand
    inside a label: "people rescued in kayaks" are people in kayaks."""
    folded = [fold(word.text) for word in reading.words]
    said = frozenset(word.stem for word in reading.words)
    found: list[MemberHit] = []
    for dimension, member, label in labels:
        if label[-1].stem not in said:
            continue
        for first, last in _places(reading.words, folded, label, deeds):
            if not any(h.first <= last and first <= h.last for h in found):
                found.append(MemberHit(dimension, member, first, last))
    return tuple(sorted([*found, *_relative(reading, found)], key=lambda hit: hit.first))


def _places(
    words: Sequence[Word], folded: Sequence[str], label: tuple[Word, ...], deeds: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Where a label stands: word by word, or with the deed inside ("people rescued in kayaks"), or without its
    "people" right after the deed ("rescued in kayaks")."""
    exact = tuple(fold(word.text) for word in label)
    stems = tuple(word.stem for word in label)
    for start in range(len(words) - len(label) + 1):
        same = tuple(folded[start : start + len(label)]) == exact or (
            len(label) == 1
            and len(exact[0]) > 4
            and words[start].stem == stems[0]
            and (start == 0 or not words[start].capital)
        )
        if same and not _runs_on(folded, start, exact):
            yield start, start + len(label) - 1
    joint = next((i for i, word in enumerate(label) if i and word.stem in stem_set("attaching")), None)
    if joint is None or exact[-1][0].isdigit():
        return
    tail = exact[joint:]
    for start in range(1, len(words) - len(tail) + 1):
        if tuple(folded[start : start + len(tail)]) == tail and words[start - 1].stem in deeds:
            head = _head(words, start, label[:joint], deeds)
            if head is not None:
                yield head, start + len(tail) - 1


def _head(words: Sequence[Word], start: int, head: tuple[Word, ...], deeds: frozenset[str]) -> int | None:
    """Where the label's first words stand before a deed; the deed itself does where they only say "people"."""
    function = stem_set("function")
    for first in range(start - 1, max(-1, start - 2 - _GAP), -1):
        if tuple(word.stem for word in words[first : first + len(head)]) == tuple(word.stem for word in head):
            return first
        if words[first].stem not in deeds:
            break
    bare = len(head) == 1 and head[0].stem in stem_set("people") | {"people"}
    return start if bare and words[start - 1].stem not in function else None


def _runs_on(folded: Sequence[str], start: int, label: tuple[str, ...]) -> bool:
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


def _relative(reading: Reading, found: Sequence[MemberHit]) -> list[MemberHit]:
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
