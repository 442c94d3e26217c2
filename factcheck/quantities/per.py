"""What a rate is per: "a month", "per 100,000 people", "for each dollar", "/h", "each", "monthly average"."""

from functools import cache

from factcheck.quantities import nouns
from factcheck.quantities.numerals import numeral
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.quantities.vocabulary import listed
from factcheck.words import word_set, words

Found = tuple[int, int, str]


def attach(line: Line, reading: Reading) -> None:
    """Gives the reading its per-phrase, and makes a count with one right behind it a rate."""
    j = reading.noun[1] if reading.noun else reading.stop
    if reading.hedge and reading.hedge[0] == j:
        j = reading.hedge[1]
    j += line.low(j) in ("extra", "more", "less") and line.low(j + 1) in ("a", "per", "each", "every")
    found = _behind(line, j, reading) or _behind(line, _past_of(line, j), reading) or _adverb(line, j, reading)
    if found is None:
        return
    first, stop, name = found
    reading.per, reading.per_name = (first, stop), name
    reading.resume = max(reading.resume, _before_number(line, first, stop))
    if reading.kind == "count" and name != "each":
        reading.kind = "rate"


def _before_number(line: Line, first: int, stop: int) -> int:
    """ "For each of its 410,000 residents" counts the residents too; "per 100,000" and "each 1,000" count nothing."""
    k = next((k for k in range(first + 1, min(first + 3, stop)) if line.low(k) == "of"), stop)
    return next((m for m in range(k, stop) if numeral(line, m) is not None), stop)


def _behind(line: Line, j: int, reading: Reading) -> Found | None:
    low = line.low(j)
    if low == "-" and line.low(j + 1) in ("a", "an", "per"):
        j, low = j + 1, line.low(j + 1)
    if low in ("a", "an"):
        return _article(line, j, reading)
    if low == "/" and line.glued(j) and line.glued(j + 1) and line.kind(j + 1) == "word":
        return j, j + 2, line.words(j + 1, j + 2)
    if line.low(j + 1) in ("each", "every") and (low == "for" or (low in ("on", "of") and reading.kind == "money")):
        return _opened(line, j, j + 2)
    if low == "to" and line.low(j + 1) == "the" and line.low(j + 2) in listed("per", "units", "to_the"):
        return j, j + 3, line.words(j + 2, j + 3)
    if low == "per" or (low in ("each", "every") and reading.kind != "duration" and _is_time(line, j + 1)):
        return _opened(line, j, j + 1)
    if low in word_set("per", "each") and reading.kind in ("money", "measure", "count", "duration"):
        return (j, j + 1, "each") if nouns.is_stop(line, j + 1) else None
    return None


def _past_of(line: Line, j: int) -> int:
    """Past the "of bacon" of "two rashers of bacon a day", the "of CO2" of "tonnes of CO2 a year"."""
    if line.low(j) != "of":
        return j
    k = j + 1
    while k < j + 4 and line.kind(k) == "word" and not nouns.is_stop(line, k):
        k += 1 + (line.glued(k + 1) and line.kind(k + 1) == "digits")
    return k if k > j + 1 else j


def _article(line: Line, j: int, reading: Reading) -> Found | None:
    j += line.is_hyphen(j + 1)
    unit = line.low(j + 1)
    shared_out = reading.kind == "money" or _is_average(line, reading)
    if unit not in word_set("per", "units") and not (shared_out and _is_thing(line, j + 1)):
        return None
    if _is_moment(line, j + 2) or (reading.kind == "duration" and not _is_longer(unit)):
        return None
    stop = j + 2 + (unit in ("square", "cubic", "sq") and line.kind(j + 2) == "word")
    return j, stop, line.words(j + 1, stop)


def _is_average(line: Line, reading: Reading) -> bool:
    """ "Or about 14 a raid", "averaging 14 a raid": a bare number that tells another again, so many for each."""
    i = reading.hedge[0] if reading.hedge and reading.hedge[0] < reading.first else reading.first
    is_bare = reading.kind == "count" and reading.noun is None
    return is_bare and (line.low(i - 1) in ("or", "averaging", "averaged") or line.matches(i - 2, "average", "of"))


def _is_longer(unit: str) -> bool:
    return unit in ("day", "week", "month", "year")


def _is_thing(line: Line, j: int) -> bool:
    return line.kind(j) == "word" and not nouns.is_stop(line, j) and nouns.is_stop(line, j + 1)


def _is_moment(line: Line, j: int) -> bool:
    """ "A year ago", "a month later" and "a year on," tell when; "$81 a week on food" does not."""
    if line.low(j) == "from":
        return line.low(j + 1) in ("now", "today", "then", "when")
    if line.low(j) == "on":
        return line.kind(j + 1) != "word" or line.low(j + 1) == "from"
    return line.low(j) in listed("units", "moments", "time_words")


def _is_time(line: Line, j: int) -> bool:
    return line.low(j) in word_set("per", "times")


def _opened(line: Line, first: int, j: int) -> Found | None:
    """After "per", "each", "for every": a number, a noun, or both."""
    if line.low(j) == "of":
        j += 1
        while line.low(j) in word_set("noun_phrases", "determiners"):
            j += 1
    if line.kind(j + 1) == "digits" and line.raw(j) in words("currencies")["signs"]:
        return first, j + 2, line.words(j, j + 2)
    start = j
    number = numeral(line, j)
    if number is not None:
        j = number.stop
        start = start if line.low(first + 1) != "each" or line.low(first + 2) != "of" else j
    noun = _base(line, j, number is not None)
    stop = noun or j
    return (first, stop, line.words(start, stop)) if stop > start else None


def _base(line: Line, j: int, plural: bool) -> int | None:
    if not plural and _is_time(line, j):
        return j + 1
    found = nouns.counted(line, j, singular=not plural)
    if found is not None and found[0] == j:
        return found[1]
    return None if plural or nouns.is_stop(line, j) else j + (3 if line.is_hyphen(j + 1) else 1)


def _adverb(line: Line, j: int, reading: Reading) -> Found | None:
    """ "12 daily", "12 used daily", and "the monthly referral average to 42", "monthly average of 42" before it."""
    table = _adverbs()
    j += line.low(j).endswith("ed") and line.low(j + 1) in table
    if line.low(j) in table and nouns.is_stop(line, j + 1):
        return j, j + 1, table[line.low(j)]
    if reading.kind != "count" or (reading.noun is not None and line.low(reading.first - 1) != "of"):
        return None
    averages = listed("per", "words", "averages")
    for k in range(reading.first - 1, max(-1, reading.first - 7), -1):
        if line.kind(k) not in ("word",):
            return None
        if line.low(k) in table and any(line.low(m) in averages for m in range(k + 1, reading.first)):
            return k, k + 1, table[line.low(k)]
    return None


def far(line: Line, reading: Reading, limit: int) -> Found | None:
    """ "… are taken to court each month": a time unit at the end of the count's own clause."""
    j = reading.noun[1] if reading.noun else reading.stop
    while j < limit and line.kind(j) == "word":
        if line.low(j) in ("each", "every", "per") and _is_time(line, j + 1) and not _is_moment(line, j + 2):
            return j, j + 2, line.low(j + 1)
        if line.low(j) == "a" and line.low(j - 1) in ("it", "them", "there", "here") and _is_time(line, j + 1):
            return (j, j + 2, line.low(j + 1)) if line.kind(j + 2) != "word" else None
        j += 1
    return None


@cache
def _adverbs() -> dict[str, str]:
    table: dict[str, str] = words("per")["adverbs"]
    return table
