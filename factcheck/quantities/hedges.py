"""Words that say how surely a number holds: "about", "more than", "nearly", "or so", "-odd"."""

from functools import cache

from factcheck.quantities import nouns
from factcheck.quantities.reading import Reading
from factcheck.quantities.stated import BOUNDS
from factcheck.quantities.tokens import Line
from factcheck.quantities.vocabulary import lengths_by_word, listed
from factcheck.words import words

Found = tuple[int, int, str]


def attach(line: Line, reading: Reading) -> None:
    """Gives the reading the hedge that stands before or after it, if one does."""
    found = _before(line, reading) or _after(line, reading)
    if found is None:
        return
    first, stop, shape = found
    reading.hedge, reading.shape, reading.bound = (first, stop), shape, BOUNDS[shape]


def behind(line: Line, reading: Reading) -> int:
    """Where the noun begins, past an "or more" or "-odd" that stands between it and the number."""
    found = _after(line, reading)
    return reading.stop if found is None else found[1]


def _before(line: Line, reading: Reading) -> Found | None:
    stop = reading.first
    if reading.ends is not None and line.low(stop - 1) == "between":
        stop -= 1
    stop -= line.low(stop - 1) in ("a", "an", "another") and line.low(stop - 2) in listed("hedges", "before_articles")
    table, lengths = _phrases("before")
    for length in lengths.get(line.low(stop - 1), ()):
        first = stop - length
        shape = table.get(line.phrase(first, length))
        if shape is not None and not _is_other_word(line, first, stop, reading):
            return first, stop, shape
    return _estimated(line, stop)


def _estimated(line: Line, stop: int) -> Found | None:
    """ "An estimated street value of €1.2m": what is estimated stands between."""
    if line.low(stop - 1) != "of":
        return None
    for k in range(stop - 3, stop - 6, -1):
        if line.low(k) == "estimated" and not any(nouns.is_stop(line, between) for between in range(k + 1, stop - 1)):
            return k, stop, "around"
    return None


def _after(line: Line, reading: Reading) -> Found | None:
    """ "400 people or so", "400 people, give or take,": behind a comma only where another mark ends it."""
    table, lengths = _phrases("after")
    ends = {reading.stop, reading.noun[1] if reading.noun else reading.stop}
    for start in ends | {end + 1 for end in ends if line.raw(end) == ","}:
        for length in lengths.get(line.low(start), ()):
            shape = table.get(line.phrase(start, length))
            is_aside = start not in ends and (reading.ends is not None or line.kind(start + length) == "word")
            if shape is not None and not is_aside and not _is_addition(line, start, length, reading):
                return start, start + length, shape
    return None


def _is_addition(line: Line, start: int, length: int, reading: Reading) -> bool:
    """ "12 plus 5" and "12 + 5" add; "12 or more" needs nothing after it but the noun."""
    low = line.low(start + length - 1)
    if low in ("+", "plus"):
        return not line.glued(start) or line.kind(start + length) == "digits"
    if low in ("upwards", "odd", "ish") and length == 1:
        return not (line.glued(start) or (reading.kind in ("count", "duration", "age") and low == "odd"))
    return False


def _is_other_word(line: Line, first: int, stop: int, reading: Reading) -> bool:
    """Whether the hedge word is doing another job: "the dispute over 12 houses", "went up to 50"."""
    word, before = line.low(first), line.low(first - 1)
    if word in ("over", "about") and stop - first == 1 and _is_topic(line, first):
        return True
    match word:
        case "over" | "above" | "under" | "below" | "beyond" if stop - first == 1:
            return _is_preposition(line, first, reading)
        case "up":
            return before in listed("hedges", "arrivals")
        case "c":
            return line.raw(first) != "c" or not line.glued(reading.first)
        case "probably" | "perhaps" | "maybe":
            return before in ("is", "was")
        case "topped" | "exceed" | "exceeds" | "exceeded" | "surpassed" | "surpasses" | "near":
            return reading.kind == "date"
    return False


def _is_topic(line: Line, first: int) -> bool:
    """ "A book, about two sisters", "the row over 12 houses": what it is about."""
    k = first - 1 - (line.raw(first - 1) == ",")
    return line.low(k) in listed("hedges", line.low(first), "topics")


def _is_preposition(line: Line, first: int, reading: Reading) -> bool:
    """ "Over five years" is mostly a stretch of time, not a bound."""
    if line.low(first) not in ("over", "beyond"):
        return False
    if reading.kind == "duration":
        return line.low(first - 1) not in listed("hedges", "lengths")
    is_stretch = reading.noun is not None and line.low(reading.noun[1] - 1) in listed("hedges", "stretches")
    return reading.kind == "count" and is_stretch


@cache
def _phrases(side: str) -> tuple[dict[tuple[str, ...], str], dict[str, list[int]]]:
    """The table keyed by words, and for the word that stands next to the number how long its phrases are."""
    table = {tuple(phrase.split()): shape for phrase, shape in words("hedges")[side].items()}
    return table, lengths_by_word(table, 0 if side == "after" else -1)
