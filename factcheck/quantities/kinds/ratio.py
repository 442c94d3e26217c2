"""Shares in two numbers: "one in five", "one camper in 25", "159 in every 10,000", "2:1"."""

from fractions import Fraction

from factcheck.quantities import nouns
from factcheck.quantities.kinds import duration, measure, percentage
from factcheck.quantities.number_words import Numeral
from factcheck.quantities.numerals import numeral
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.words import word_set

ORDER = 40
STARTS = frozenset({"number"})


def read(line: Line, i: int) -> Reading | None:
    first = numeral(line, i)
    if first is None or first.value < 0:
        return None
    return _colon(line, first) or _to_one(line, first) or _share(line, first)


def _to_one(line: Line, first: Numeral) -> Reading | None:
    """ "By a margin of three to one", "outnumbered 18 to one"."""
    if "to" not in line.lows[first.stop : first.stop + 2]:
        return None
    j = first.stop + line.is_hyphen(first.stop)
    k = j + 1 + line.is_hyphen(j + 1)
    is_ratio = line.low(j) == "to" and line.low(k) in ("one", "1") and nouns.is_stop(line, k + 1)
    if (
        not is_ratio
        or not line.has_any(word_set("fractions", "ratios"))
        or (line.glued(k + 1) and line.raw(k + 1) == ":")
    ):
        return None
    return Reading(first.first, k + 1, "ratio", first.value, step=first.step, terms=(first.value, Fraction(1)))


def _colon(line: Line, first: Numeral) -> Reading | None:
    j = first.stop
    if line.raw(j) != ":" or not line.glued(j) or not line.glued(j + 1) or first.is_words:
        return None
    second = numeral(line, j + 1)
    if second is None or second.value <= 0:
        return None
    terms = (first.value, second.value)
    return Reading(first.first, second.stop, "ratio", first.value / second.value, step=first.step, terms=terms)


def _share(line: Line, first: Numeral) -> Reading | None:
    joint = _joint(line, first)
    if joint is None:
        return None
    j, is_every = joint
    second = numeral(line, j)
    if second is None or not 0 < first.value < second.value or second.value.denominator != 1:
        return None
    if not is_every and (first.value.denominator != 1 or not _is_round_enough(line, first, second)):
        return None
    terms = (first.value, second.value)
    reading = Reading(first.first, second.stop, "ratio", first.value / second.value, step=first.step, terms=terms)
    if nouns.is_plural(line, first.stop) or (line.kind(first.stop) == "word" and not nouns.is_stop(line, first.stop)):
        reading.noun = first.stop, _past_thing(line, first) + 1
    return reading


def _joint(line: Line, first: Numeral) -> tuple[int, bool] | None:
    """Where the second number begins: behind "in", "in every", "out of every", "-in-", "camper in"."""
    j = _past_thing(line, first)
    if line.is_hyphen(j) and line.low(j + 1) == "in" and line.is_hyphen(j + 2):
        return j + 3, False
    if line.kind(j) == "word" and line.low(j) not in ("in", "out", "of") and line.low(j + 1) in ("in", "out"):
        if first.value != 1 and line.low(j + 2) not in ("every", "each", "of") and not _is_noun_in_number(line, j):
            return None
        j += 1
    if line.low(j) == "out" and line.low(j + 1) == "of" and line.low(j + 2) in ("every", "each"):
        return j + 3, True
    if line.matches(j, "out", "of") and ((first.value == 1 and first.is_words) or _is_stock(line, j + 2)):
        return j + 2, False
    if line.low(j) == "of" and line.low(j + 1) in ("every", "each"):
        return j + 2, True
    if line.low(j) != "in":
        return None
    return (j + 2, True) if line.low(j + 1) in ("every", "each") else (j + 1, False)


def _past_thing(line: Line, first: Numeral) -> int:
    """Past the first words of "one cannabis smoker in 60", so that one is left."""
    j = first.stop
    if first.value != 1:
        return j
    k = j
    while k < j + 3 and line.kind(k) == "word" and not nouns.is_stop(line, k):
        k += 1
    second = numeral(line, k + 1) if k > j + 1 and line.low(k) == "in" else None
    return k - 1 if second is not None and nouns.counted(line, second.stop) is None else j


def _is_stock(line: Line, j: int) -> bool:
    """ "Nine out of ten", "four out of five dentists"; "431 out of 905" are counts of their own."""
    second = numeral(line, j)
    if second is None:
        return False
    return second.value in (10, 100, 1000, 10_000) or (
        second.value <= 5 and nouns.counted(line, second.stop) is not None
    )


def _is_noun_in_number(line: Line, j: int) -> bool:
    """ "Two residents in five are", but not "two residents in five homes"."""
    second = numeral(line, j + 2)
    return nouns.is_plural(line, j) and second is not None and nouns.counted(line, second.stop) is None


def _is_round_enough(line: Line, first: Numeral, second: Numeral) -> bool:
    """ "One in five" is a share; "12 in 14 days" and "four in 2019" are not."""
    j = second.stop
    if any(tail(line, j) for tail in (percentage.tail, duration.tail, measure.tail)) or (
        line.glued(j) and line.kind(j) == "word"
    ):
        return False
    whole = second.value
    if first.value == 1:
        return whole <= 100 or whole % 50 == 0
    return whole <= 20 or (whole in (25, 50, 100, 1000, 10_000, 100_000, 1_000_000) and first.value < whole)
