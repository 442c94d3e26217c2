"""Whether a table explains everything that a sentence says of a number.

A figure that merely differs is wrong only if it is meant for this row, and a single word more may mean another:
"farms with more than ten cows", "insurers paid for …". So before it is called wrong, all words around it must
be the measure's own, the place, the group, the period, or such as carry no meaning of their own.
"""

from factcheck.reference.gazetteer import fold, peoples
from factcheck.reference.labels import Target
from factcheck.reference.loose import belongs, covered
from factcheck.reference.reading import Spot
from factcheck.reference.scope import Ask
from factcheck.reference.senses import implied
from factcheck.reference.stems import Word, moves, series_words, stem_set, stems_of


def unexplained(ask: Ask) -> str | None:
    """The first word around a number that is nothing of its row's, or None."""
    if _other_number(ask):
        return "another number"
    words, target, plain = ask.reading.words, ask.target, _plain(ask.target)
    known = ask.scope.known(ask.reading) | covered(words, target)
    for index in _around(ask):
        word = words[index]
        if index in known or not word.is_word or word.text[0].isdigit():
            continue
        among = word.stem == "between" and index + 1 < len(words) and belongs(words[index + 1].stem, target)
        if among or word.stem in stem_set("denials") or _divides(words[index : index + 2]):
            return word.text
        if not (word.stem in plain or fold(word.text) in peoples() or belongs(word.stem, target)):
            return word.text
    return None


def _plain(target: Target) -> frozenset[str]:
    """The stems that narrow nothing; for a sum of money also those who get it."""
    lists = ("neutral", "function", "people", "bearers", "openers")
    found = frozenset().union(*map(stem_set, lists), moves(), series_words(), implied(target.measure.kind))
    if target.measure.kind != "money":
        return found
    return found | {part for m in target.dataset.measures.values() for part in stems_of(m.unit or "")}


def _divides(words: list[Word]) -> bool:
    """ "Spending per pupil", "farm size": another figure made of this one; "per cent" is none."""
    return words[0].stem == "size" or (words[0].stem == "per" and words[-1].stem != "cent")


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
