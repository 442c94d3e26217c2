"""One sentence in, its quantities out: each kind reads its own, then what surrounds them is joined on."""

from fractions import Fraction

from factcheck.quantities import directions, hedges, nouns, per, sharing, stated
from factcheck.quantities.kinds import Reader, readers
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.words import word_set

_COUNTED = ("count", "rate", "ratio")
_WITH_NOUN = ("percentage", "fraction", "age", "points")


def read(line: Line) -> list[Reading]:
    """The quantities of the sentence, left to right, none overlapping another."""
    readings: list[Reading] = []
    index, i = readers(), 0
    while i < len(line):
        candidates = index.get(_key(line, i))
        reading = _read_at(line, i, candidates) if candidates else None
        if reading is not None and (not readings or reading.first >= readings[-1].stop):
            readings.append(reading)
            i = max(reading.resume, reading.stop)
        else:
            i += 1
    sharing.share(line, readings)
    for reading in readings:
        if reading.hedge is None:
            reading.bound = stated.BOUNDS[reading.shape]
        reading.stated = stated.interval(reading)
    return readings


def _key(line: Line, i: int) -> str:
    """Under what the readers of token `i` are listed; a dash with a space behind it begins nothing."""
    kind = line.kind(i)
    if line.is_dash(i) and not line.glued(i + 1):
        return ""
    return line.low(i) if kind in ("word", "mark") else kind


def _read_at(line: Line, i: int, candidates: tuple[Reader, ...]) -> Reading | None:
    for candidate in candidates:
        reading = candidate(line, i)
        if reading is not None:
            if reading.is_number:
                _join(line, reading)
            return reading
    return None


def _join(line: Line, reading: Reading) -> None:
    """Noun, hedge, per-phrase and direction, in that order: each needs the one before."""
    reading.noun = _noun(line, reading)
    hedges.attach(line, reading)
    if reading.noun is None and reading.kind == "count":
        reading.noun = nouns.counted(line, hedges.behind(line, reading))
    if reading.kind not in ("age", "multiple", "fraction", "ratio", "points"):
        per.attach(line, reading)
    directions.attach(line, reading)


def _noun(line: Line, reading: Reading) -> tuple[int, int] | None:
    j = reading.stop
    if reading.noun is not None:
        return reading.noun
    if reading.kind in _COUNTED:
        is_one = reading.value == Fraction(1) or line.low(reading.first - 1) in ("a", "an", "record")
        return nouns.counted(line, j, singular=is_one) or nouns.after_of(line, j)
    if reading.kind == "age" and line.low(j) == "of":
        return None
    if reading.kind in _WITH_NOUN:
        return nouns.after_of(line, j) if line.low(j) == "of" else _halved(line, reading) or _described(line, reading)
    return None


def _halved(line: Line, reading: Reading) -> tuple[int, int] | None:
    """The crew of "half the crew"; of "half the number of people" the people."""
    if line.low(reading.stop - 1) != "half" or line.low(reading.stop) not in word_set("noun_phrases", "determiners"):
        return None
    noun = nouns.counted(line, reading.stop + 1, singular=True)
    return (nouns.after_of(line, noun[1]) or noun) if noun is not None else None


def _described(line: Line, reading: Reading) -> tuple[int, int] | None:
    """The "engagement rate" of "a 1.7 per cent engagement rate": only behind an article is it one."""
    i = reading.first - 1
    while i > reading.first - 5 and line.low(i) in word_set("noun_phrases", "before_numbers"):
        i -= 1
    if reading.kind == "fraction" and line.low(i) == "another":
        return None
    is_article = line.low(i) in word_set("noun_phrases", "articles") and line.low(i) != "that"
    is_described = is_article or line.low(i).endswith("'s")
    is_old = reading.kind == "age" and line.is_hyphen(reading.stop - 2)
    if not (is_described or is_old) or line.glued(reading.stop) or line.low(reading.stop - 1) == "olds":
        return None
    j = reading.stop
    if line.low(j) == "pay" and line.kind(j + 1) == "word" and not nouns.is_stop(line, j + 1):
        return j, j + 2
    return nouns.counted(line, j, singular=True)
