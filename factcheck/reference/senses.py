"""What words may stand for one another: by their thesaurus groups, and by one root for a verb and its noun."""

from collections.abc import Iterator
from functools import lru_cache

from factcheck.reference.stems import Word, stem, stems_of
from factcheck.words import words

_ENDINGS = ("ization", "ication", "ation", "ition", "tion", "sion", "ment", "al", "ion")


@lru_cache(maxsize=20_000)
def senses(word: str) -> frozenset[str]:
    """The senses of a stem: its root, and the groups that it stands in. "Complete" and "completion" meet."""
    return frozenset({_root(word)}) | _grouped().get(word, frozenset())


def akin(one: str, other: str) -> bool:
    """Whether two stems may stand for one another."""
    return not senses(one).isdisjoint(senses(other))


def _root(word: str) -> str:
    """Without the ending that makes a noun of a verb, where enough is left."""
    for ending in _ENDINGS:
        body = word.removesuffix(ending)
        if body != word and len(body) >= 5:
            return body.removesuffix("e")
    return word.removesuffix("e") if len(word) > 5 else word


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Each entry as stems, with the name of its group."""
    return tuple(
        (tuple(stems_of(entry)), f"#{number}")
        for number, group in enumerate(words("thesaurus")["groups"])
        for entry in group
    )


@lru_cache(maxsize=1)
def _grouped() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for parts, group in _groups():
        if len(parts) == 1:
            found.setdefault(parts[0], set()).add(group)
    return {word: frozenset(names) for word, names in found.items()}


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The entries of several words, by their first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for parts, group in _groups():
        if len(parts) > 1:
            found.setdefault(parts[0], []).append((parts, group))
    return found


def senses_at(sentence: list[Word]) -> dict[str, list[int]]:
    """Each sense that a sentence holds, and where."""
    found: dict[str, list[int]] = {}
    for index, word in enumerate(sentence):
        if not word.is_word:
            continue
        for sense in senses(word.stem):
            found.setdefault(sense, []).append(index)
    for first, _, group in phrases_in(sentence):
        found.setdefault(group, []).append(first)
    return found


def phrases_in(sentence: list[Word]) -> Iterator[tuple[int, int, str]]:
    """The entries of several words: the first, the last, and the sense."""
    for index, word in enumerate(sentence):
        for parts, group in _phrases().get(word.stem, ()):
            last = _phrase_end(sentence, index, parts)
            if last is not None:
                yield index, last, group


def _phrase_end(sentence: list[Word], index: int, parts: tuple[str, ...]) -> int | None:
    """Where a phrase ends; a number may stand in it ("claimed 35 lives")."""
    for position, part in enumerate(parts):
        if position and index < len(sentence) and sentence[index].text[0].isdigit():
            index += 1
        if index >= len(sentence) or sentence[index].stem != part:
            return None
        index += 1
    return index - 1


@lru_cache(maxsize=8)
def implied(kind: str) -> frozenset[str]:
    """The stems that a measure's kind says of itself."""
    return frozenset(stem(word) for word in words("thesaurus")["implied"].get(kind, ()))
