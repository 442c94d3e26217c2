"""Places in a sentence: countries by any of their names, and the literal names of a dataset's column."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from factcheck.reference.catalogue import Dataset
from factcheck.reference.gazetteer import country_words, fold, is_country, literal_key, peoples
from factcheck.reference.stems import Word, stem_set, words_of
from factcheck.words import word_set, words

Form = Literal["name", "adjective", "people"]


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A place at `words[first:last + 1]`; `owner` where it stands in the possessive."""

    key: str
    first: int
    last: int
    form: Form
    owner: bool


Names = dict[str, list[tuple[tuple[str, ...], str, Form]]]


@lru_cache(maxsize=1)
def _countries() -> Names:
    """First folded word → (all words, code, form), longest first."""
    entries = words("places")
    names: Names = {}
    for code, ways in country_words().items():
        for way in ways:
            form: Form = "adjective" if way in entries[code].get("adjectives", ()) else "name"
            _enter(names, way, code, "people" if fold(way) in peoples() else form)
    return _longest_first(names)


@lru_cache(maxsize=256)
def names_of(dataset: Dataset) -> Names:
    """The names that a dataset's own places go by."""
    return literal_names(dataset.places, dataset.place_labels)


def literal_names(keys: Iterable[str], labels: Mapping[str, str] | None = None) -> Names:
    """The same, for the places of a table that are no countries, and for further words for its places."""
    names: Names = {}
    for key in keys:
        if not is_country(key):
            _enter(names, key[1:], key, "name")
    for way, key in (labels or {}).items():
        adjective = fold(way).endswith(("ish", "an", "ese", "sh", "ch", "ic")) and literal_key(way) != key
        _enter(names, way.removeprefix("the "), key, "adjective" if adjective else "name")
    return _longest_first(names)


def _enter(names: Names, way: str, key: str, form: Form) -> None:
    parts = tuple(fold(word.text) for word in words_of(way))
    if parts:
        names.setdefault(parts[0], []).append((parts, key, form))


def _longest_first(names: Names) -> Names:
    return {first: sorted(entries, key=lambda entry: -len(entry[0])) for first, entries in names.items()}


def places_in(sentence: list[Word], more: Names | None = None) -> tuple[PlaceHit, ...]:
    """Countries and `more` places, in order; a name inside a longer name is no place."""
    found: list[PlaceHit] = []
    folded = [fold(word.text) for word in sentence]
    index = 0
    while index < len(sentence):
        hit = _place_at(sentence, folded, index, more or {})
        if hit is not None:
            found.append(hit)
            index = hit.last
        index += 1
    return tuple(found)


def _place_at(sentence: list[Word], folded: list[str], index: int, more: Names) -> PlaceHit | None:
    word = sentence[index]
    if not word.capital:
        return None
    own, countries = more.get(folded[index], ()), _countries().get(folded[index], ())
    choices = sorted((*own, *countries), key=lambda entry: -len(entry[0])) if own and countries else own or countries
    for parts, key, form in choices:
        end = index + len(parts)
        if tuple(folded[index:end]) != parts or not _abbreviation_is_capital(word, parts):
            continue
        if _inside_longer_name(sentence, index, end, form):
            return None
        owner = end < len(sentence) and sentence[end].text in ("'s", "’s")
        return PlaceHit(key, index, end - 1, form, owner)
    return None


def _abbreviation_is_capital(word: Word, parts: tuple[str, ...]) -> bool:
    return len(parts) > 1 or len(word.text) > 2 or word.text.isupper()


def _inside_longer_name(sentence: list[Word], start: int, end: int, form: Form) -> bool:
    """ "New Mexico", "Bank of England", "India Gate", "US dollars" name no country's figures."""
    after = sentence[end] if end < len(sentence) else None
    if after is not None and _continues(after, form):
        return True
    return start > 0 and _leads_in(sentence, start - 1)


def _continues(after: Word, form: Form) -> bool:
    """Whether the word after a place makes another thing of it."""
    if after.text in ("$", "£", "€") or after.text.lower() in ("dollar", "dollars"):
        return True
    tail = form == "name" and after.stem in stem_set("name_tails") and not after.text.endswith("s")
    return form != "people" and (_goes_on(after) or tail)


def _goes_on(word: Word) -> bool:
    return word.capital and not word.text.isupper() and fold(word.text) not in _calendar()


def _leads_in(sentence: list[Word], index: int) -> bool:
    """Whether the capitalised word before is part of the name ("Northern Ireland", "Air France")."""
    word = sentence[index]
    if word.stem == "of" and index and sentence[index - 1].capital and sentence[index - 1].stem in _institutions():
        return True
    if not word.capital or not word.text[0].isalpha() or fold(word.text) in _calendar():
        return False
    if word.stem in stem_set("name_heads"):
        return True
    small = word.stem in stem_set("function") or fold(word.text) in _countries() or word.stem in stem_set("openers")
    return not (small or index == 0 or not sentence[index - 1].is_word)


def is_name(sentence: list[Word], index: int) -> bool:
    """Whether a word is capitalised for being a name, as far as its place in the sentence tells."""
    word = sentence[index]
    if not word.capital or not word.text[0].isalpha() or fold(word.text) in _calendar():
        return False
    return index > 0 and (sentence[index - 1].is_word or sentence[index - 1].text in (",", "'s", "’s"))


@lru_cache(maxsize=1)
def _calendar() -> frozenset[str]:
    return frozenset(fold(word) for word in word_set("reference", "calendar"))


@lru_cache(maxsize=1)
def _institutions() -> frozenset[str]:
    return stem_set("institutions")


def strange_places(sentence: list[Word], known: Iterable[PlaceHit]) -> tuple[int, ...]:
    """Positions of capitalised names after "in", "at", "near" that no table knows: towns, mostly."""
    taken = {index for hit in known for index in range(hit.first, hit.last + 1)}
    found = []
    for index, word in enumerate(sentence):
        before = sentence[index - 1]
        if before.text.lower() == "the" and index > 1:
            before = sentence[index - 2]
        if not (word.capital and word.text[0].isalpha() and index not in taken) or fold(word.text) in _calendar():
            continue
        owner = sentence[index + 1].text in ("'s", "’s") if index + 1 < len(sentence) else False
        if (owner or fold(before.text) in stem_set("locatives")) and word.stem not in stem_set("function"):
            found.append(index)
    return tuple(found)
