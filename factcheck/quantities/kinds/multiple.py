"""Multiples: "doubled", "three times as many", "tenfold", "twice the rate", "half as many"."""

from fractions import Fraction

from factcheck.quantities.amounts import amount
from factcheck.quantities.nouns import is_plural
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.quantities.vocabulary import listed
from factcheck.words import words

ORDER = 45


def _starts() -> frozenset[str]:
    table = words("multiples")
    return frozenset({"number", "factor", *table["verbs"], *table["bare"], *table["halves"], *table["folds"]})


STARTS = _starts()


def read(line: Line, i: int) -> Reading | None:
    return _worded(line, i) or _times(line, i) or _half_as(line, i)


def _words(name: str) -> frozenset[str]:
    return listed("multiples", name)


def _worded(line: Line, i: int) -> Reading | None:
    table, low = words("multiples"), line.low(i)
    if low in table["verbs"]:
        is_game = low in ("doubles", "triples") and line.low(i - 1) in _words("games")
        return None if is_game else _moved(_multiple(i, i + 1, Fraction(table["verbs"][low])))
    if low in table["folds"]:
        return _multiple(i, i + 1, Fraction(table["folds"][low]))
    if low in table["halves"]:
        if low == "halves" and line.low(i - 1) in ("the", "both", "two", "of", "three"):
            return None
        top, bottom = table["halves"][low]
        return _moved(_multiple(i, i + 1, Fraction(top, bottom)))
    if low in table["bare"] and not line.is_hyphen(i + 1) and _multiplies(line, i):
        return _multiple(i, i + 1, Fraction(table["bare"][low]))
    return None


def _multiple(first: int, stop: int, value: Fraction) -> Reading:
    return Reading(first, stop, "multiple", value)


def _moved(reading: Reading) -> Reading:
    """ "Doubled" goes up, "halved" down."""
    reading.direction = "up" if reading.value is not None and reading.value > 1 else "down"
    return reading


def _multiplies(line: Line, i: int) -> bool:
    """Whether "twice" is a factor: "twice the rate", but not "voted twice the same day" and the like."""
    after = line.low(i + 1)
    if after == "as":
        return True
    if line.low(i) in ("twice", "thrice"):
        return (after in _words("followers") and after not in ("this", "last", "his", "her")) or _is_end_of_comparison(
            line, i
        )
    if line.low(i - 1).endswith("s") and after in _words("moments"):
        return True  # "Rat complaints triple after bin strike"
    return (
        after in _words("followers")
        or line.low(i - 1) in _words("helpers")
        or (after in ("in", "by") and line.low(i - 1) == "to")
        or _is_verb(line, i)
    )


def _is_verb(line: Line, i: int) -> bool:
    """ "Fines double", "Rents triple in a year": behind a plural, with no noun to go with."""
    after = line.low(i + 1)
    ends = not after or line.kind(i + 1) == "mark" or after in _words("after_verbs")
    return ends and (is_plural(line, i - 1) or line.low(i - 1) in _words("subjects"))


def _is_end_of_comparison(line: Line, i: int) -> bool:
    return line.low(i - 1) in ("than", "nearly", "almost") and line.low(i + 1) in ("that", "the", "as", "its")


def _times(line: Line, i: int) -> Reading | None:
    """ "Three times as many", "2.6 times more lethal", "10-fold", "a factor of ten", "5x"."""
    found = amount(line, i, _tail)
    if found is None:
        return None
    step = found.step if found.number.digits else None
    return Reading(i, found.stop, "multiple", found.value, found.ends, step)


def _tail(line: Line, j: int) -> tuple[str, int] | None:
    hyphen = line.is_hyphen(j)
    j += hyphen
    if line.low(j) == "fold":
        return "times", j + 1
    if line.low(j) == "x" and line.glued(j) and line.kind(j - 1) == "digits" and line.kind(j + 1) != "digits":
        return "times", j + 1
    if line.low(j) != "times" or hyphen:
        return None
    after = line.low(j + 1)
    if after in ("a", "per", "each", "every") and line.low(j + 2) in _words("periods"):
        return None  # "launched 5.5 times a month"
    if "." in line.raw(j - 1):
        return "times", j + 1
    if after == "as" and (line.is_capital(j + 2) or line.low(j + 2) in ("a", "an", "the", "his", "her", "their")):
        return None
    return (
        ("times", j + 1)
        if after in _words("followers")
        or (after.endswith("er") and after not in ("over", "under", "after", "per", "ever", "other", "never"))
        else None
    )


def _half_as(line: Line, i: int) -> Reading | None:
    """ "Half as many", "half as much again"."""
    if line.low(i) != "half" or line.low(i + 1) != "as":
        return None
    if line.low(i + 2) in _words("again") and line.low(i + 3) == "again":
        return _multiple(i, i + 4, Fraction(3, 2))
    return _multiple(i, i + 1, Fraction(1, 2))
