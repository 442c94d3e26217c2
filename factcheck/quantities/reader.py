"""One sentence in, its quantities out: each kind reads its own, then what surrounds them is joined on."""

from fractions import Fraction

from factcheck.quantities import directions, hedges, nouns, per, sharing, stated
from factcheck.quantities.kinds import readers
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line

_COUNTED = ("count", "rate", "ratio")
_WITH_NOUN = ("percentage", "fraction", "age", "points")


def read(line: Line) -> list[Reading]:
    """The quantities of the sentence, left to right, none overlapping another."""
    readings: list[Reading] = []
    index, i = readers(), 0
    while i < len(line):
        reading = _read_at(line, i, index.get(_key(line, i), ()))
        if reading is not None and (not readings or reading.first >= readings[-1].stop):
            readings.append(reading)
            i = max(reading.resume, reading.stop)
        else:
            i += 1
    sharing.share(line, readings)
    for reading in readings:
        reading.stated = stated.interval(reading)
    return readings


def _key(line: Line, i: int) -> str:
    kind = line.tokens[i].kind
    return line.lows[i] if kind in ("word", "mark") else kind


def _read_at(line: Line, i: int, candidates: tuple) -> Reading | None:  # type: ignore[type-arg]
    for candidate in candidates:
        reading: Reading | None = candidate(line, i)
        if reading is not None:
            if reading.is_number:
                _join(line, reading)
            return reading
    return None


def _join(line: Line, reading: Reading) -> None:
    """Noun, hedge, per-phrase and direction, in that order: each needs the one before."""
    reading.noun = _noun(line, reading)
    hedges.attach(line, reading)
    if reading.kind not in ("age", "multiple", "fraction", "ratio", "points"):
        per.attach(line, reading)
    directions.attach(line, reading)


def _noun(line: Line, reading: Reading) -> tuple[int, int] | None:
    j = reading.stop
    if reading.kind in _COUNTED:
        is_one = reading.value == Fraction(1)
        return nouns.counted(line, j, singular=is_one) or nouns.after_of(line, j)
    if reading.kind in _WITH_NOUN:
        return nouns.counted(line, j, singular=True) if line.low(j) != "of" else nouns.after_of(line, j)
    return None
