"""Plain numbers: what no other kind has read."""

from fractions import Fraction

from factcheck.quantities import nouns
from factcheck.quantities.amounts import Amount, amount
from factcheck.quantities.number_words import vague
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line, number_words
from factcheck.words import word_set, words

ORDER = 130
STARTS = frozenset({"number", *words("numbers")["magnitudes"]})


def read(line: Line, i: int) -> Reading | None:
    order_of_magnitude = vague(line, i)
    if order_of_magnitude is not None:
        return Reading(
            i,
            order_of_magnitude.stop,
            "count",
            step=order_of_magnitude.step,
            shape="over",
            scale=order_of_magnitude.scale,
        )
    if line.kind(i) == "glyph":
        return None
    found = amount(line, i, lambda _line, j: ("", j))
    if found is None or _is_pronoun(line, i, found):
        return None
    if _is_code(line, found.stop):
        return Reading(i, found.stop + 1, "identifier")
    if found.number.is_vague and line.low(i) in words("numbers")["scales"]:
        return Reading(i, found.stop, "count", step=found.step, shape="over", scale=found.scale)
    shape = "around" if found.number.is_vague else "exact"
    reading = Reading(
        found.first, found.stop, "count", found.value, found.ends, found.step, shape=shape, scale=found.scale
    )
    reading.is_bare = True
    return reading


def _is_code(line: Line, j: int) -> bool:
    """ "The 49ers", "5G", "section 120B": letters that touch the digits and are no unit."""
    is_glued = line.glued(j) and line.kind(j) == "word" and line.raw(j - 1).isdecimal() and not line.glued(j + 1)
    return is_glued and len(line.raw(j)) <= 3 and line.raw(j).isascii() and line.low(j) != "s"


def _is_pronoun(line: Line, i: int, found: Amount) -> bool:
    """ "One" alone stands for a thing, it does not count it: "a police one", "one that works"."""
    if found.value != Fraction(1) or line.low(i) != "one" or found.stop > i + 1:
        return False
    if line.low(i - 1) in ("no", "this", "that", "the", "each", "every", "any", "another", "which", "some"):
        return True
    if line.low(i + 1).startswith("another") or _goes_to_next(line, i):
        return True
    if _is_one_more(line, i):
        return False
    noun = nouns.counted(line, i + 1, singular=True)
    if nouns.is_plural(line, i + 1) and noun == (i + 1, i + 2) and not line.low(i + 1).endswith(("us", "is")):
        return True
    return noun is None or (line.kind(i - 1) == "word" and not nouns.is_stop(line, i - 1))


def _goes_to_next(line: Line, i: int) -> bool:
    """ "From one quarter to the next"."""
    return line.low(i - 1) == "from" and line.low(i + 2) == "to" and line.low(i + 3) in ("the", "another")


def _is_one_more(line: Line, i: int) -> bool:
    """ "Two died and one survived", "and one, a woman of 19,", "killed one and", "one per 100,000"."""
    before, after = line.low(i - 1), line.low(i + 1)
    if after == "per":
        return True
    if before in word_set("numbers", "victims"):
        return nouns.is_stop(line, i + 1)
    if before not in ("and", ",", "but", ";", "while") or not _has_number_before(line, i - 1):
        return False
    return (after == "," and line.low(i + 2) in ("a", "an")) or _is_verb(line, i + 1) or _is_parallel(line, i)


def _is_parallel(line: Line, i: int) -> bool:
    """ "12 for theft and one for arson": the same preposition as behind the number before."""
    if line.low(i + 1) not in ("for", "in", "on", "at", "from", "by", "with", "against"):
        return False
    before = range(max(0, i - 8), i)
    return any(
        line.low(k + 1) == line.low(i + 1) and (line.kind(k) == "digits" or line.low(k) in number_words())
        for k in before
    )


def _is_verb(line: Line, j: int) -> bool:
    low = line.low(j)
    return low in ("was", "is", "had", "has") or low in word_set("noun_phrases", "verbs") or low.endswith("ed")


def _has_number_before(line: Line, stop: int) -> bool:
    """Whether a number is the clause's before: within twelve words, and no relative clause between."""
    for k in range(stop - 1, max(-1, stop - 13), -1):
        if line.low(k) in (";", "which", "that"):
            return False
        if line.kind(k) == "digits" or line.low(k) in number_words():
            return True
    return False
