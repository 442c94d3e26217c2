"""Whether a table explains everything that a sentence says of a number.

A figure that merely differs is wrong only if it is meant for this row, and a single word more may mean another:
"farms with more than ten cows", "insurers paid for …". So before it is called wrong, all words around it must
be the measure's own, the place, the group, the period, or such as carry no meaning of their own.
"""

from functools import lru_cache

from factcheck.reference.gazetteer import fold, peoples
from factcheck.reference.labels import Hit, Target
from factcheck.reference.loose import belongs, covered
from factcheck.reference.reading import Reading, Spot
from factcheck.reference.scope import Ask, Scope
from factcheck.reference.senses import implied
from factcheck.reference.stems import Word, moves, series_words, stem, stem_set, stems_of
from factcheck.words import words


def unexplained(ask: Ask, start: int = 0) -> str | None:
    """The first word around a number that is nothing of its row's, or None; words before `start` are known to be."""
    if _other_number(ask):
        return "another number"
    said, target, plain = ask.reading.words, ask.target, _plain(ask.target)
    known = ask.scope.known(ask.reading) | covered(said, target)
    for index in _around(ask):
        word = said[index]
        if index < start or index in known or not word.is_word or word.text[0].isdigit():
            continue
        among = word.stem == "between" and index + 1 < len(said) and belongs(said[index + 1].stem, target)
        ranked = index + 1 < _first(ask) and word.stem in _superlatives() and belongs(said[index + 1].stem, target)
        if among or ranked or word.stem in stem_set("denials") or _divides(said[index : index + 2]):
            return word.text
        if not (word.stem in plain or fold(word.text) in peoples() or belongs(word.stem, target)):
            return word.text
    return None


def clear(reading: Reading, hit: Hit, scope: Scope) -> bool:
    """Whether the clause that names a measure says nothing that would narrow it: "it" in the next sentence is then
    the measure, and not "the number of people rescued from rafts"."""
    known = scope.known(reading) | covered(reading.words, hit.target) | {*hit.positions}
    plain = _plain(hit.target) | stem_set("saying")
    start, end = reading.clause(hit.first)
    return all(
        index in known
        or not reading.words[index].is_word
        or reading.words[index].stem in plain
        or belongs(reading.words[index].stem, hit.target)
        for index in range(start, end)
    )


def goes_further(ask: Ask) -> bool:
    """Whether a word after the measure's name narrows it: "were hoaxes by children"."""
    reading, (_, last) = ask.reading, ask.reading.of_quantity(ask.mention)
    hits = [hit for hit in reading.hits if hit.target.dataset is ask.target.dataset]
    known, plain = ask.scope.known(reading), _plain(ask.target)
    start, end = max([last, *(hit.last for hit in hits)]) + 1, reading.clause(last)[1]
    for word, index in ((reading.words[i], i) for i in range(start, end)):
        if not word.is_word or word.stem in ("and", "but"):
            return False
        if index not in known and word.stem not in plain and not any(belongs(word.stem, hit.target) for hit in hits):
            return True
    return False


def _plain(target: Target) -> frozenset[str]:
    """The stems that narrow nothing; for a sum of money also those who get it."""
    lists = ("neutral", "function", "people", "bearers", "openers", "including")
    found = frozenset().union(*map(stem_set, lists), moves(), series_words(), implied(target.measure.kind))
    found |= _described(target.dataset.package.description or "")
    if target.measure.kind != "money":
        return found
    return found | {part for m in target.dataset.measures.values() for part in stems_of(m.unit or "")}


@lru_cache(maxsize=256)
def _described(text: str) -> frozenset[str]:
    """The words by which a table's description says what it holds, but for the sentences that say what it does not."""
    kept = [s for s in text.split(".") if stem_set("denials").isdisjoint(stems_of(s))]
    return frozenset(word for s in kept for word in stems_of(s)) - stem_set("moods")


def _first(ask: Ask) -> int:
    return ask.reading.of_quantity(ask.mention)[0]


@lru_cache(maxsize=1)
def _superlatives() -> frozenset[str]:
    """ "Its two biggest libraries" are not all of them."""
    return frozenset(stem(word) for key in ("high", "low") for word in words("reference")["superlative"][key])


def _divides(pair: list[Word]) -> bool:
    """ "Spending per pupil", "farm size": another figure made of this one; "per cent" is none."""
    return pair[0].stem == "size" or (pair[0].stem == "per" and pair[-1].stem != "cent")


def _around(ask: Ask) -> list[int]:
    """The words of the number's clause: from its beginning, or the last verb of saying, up to where it ends."""
    first, last = ask.reading.of_quantity(ask.mention)
    start, end = ask.reading.clause(first)
    words = ask.reading.words
    said = [index for index in range(start, first) if words[index].stem in stem_set("saying")]
    start = said[-1] + 1 if said else start
    stop = next(
        (i for i in range(last + 1, end) if words[i].text in (",", ".") or words[i].stem in ("and", "but")), end
    )
    return [*range(start, first), *range(last + 1, stop)]


def _other_number(ask: Ask) -> bool:
    """ "Farms with more than ten cows": a number after this one that is no period and no word of a label."""
    reading, (_, last) = ask.reading, ask.reading.of_quantity(ask.mention)
    labels = {i for hit in reading.hits if hit.target == ask.target for i in hit.positions}
    spots: list[Spot] = [*reading.periods, *ask.scope.members(reading)]
    known = labels | {i for spot in spots for i in range(spot.first, spot.last + 1)}
    around = frozenset(_around(ask))
    for mention in reading.mentions:
        first, end = reading.of_quantity(mention)
        counts = mention.quantity.kind not in ("date", "ordinal") and first > last and first in around
        if counts and known.isdisjoint(range(first, end + 1)):
            return True
    return False
