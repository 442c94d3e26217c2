"""Units that a sentence leaves out because they were just told: "97 days, 21 days less than the 118 it took"."""

from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line

DETERMINERS = frozenset(
    {"of", "the", "its", "their", "our", "his", "her", "these", "those", "all", "that", "this", "my", "your"}
)
_SET_AGAINST = frozenset({"than", "against", "with", "from", "of"})
_UNTOLD = ("date", "ordinal")
_PEOPLE = frozenset({"who", "whom", "whose"})


def share(line: Line, readings: list[Reading]) -> None:
    _set_against(line, readings)
    _same_scale(line, readings)
    _same_place(line, readings)
    _below_zero(line, readings)
    _summed(line, readings)


def _summed(line: Line, readings: list[Reading]) -> None:
    """ "1,764 kilos on Saturday and a further 1,129 on Sunday, which makes 2,893 in all": one sum, one unit."""
    measured = next((r for r in readings if r.kind == "measure" and r.unit is not None), None)
    if measured is None:
        return
    for reading in readings:
        if reading.first > measured.first and is_unitless(line, reading) and _is_in_sum(line, reading):
            reading.kind, reading.unit = measured.kind, measured.unit


def _is_in_sum(line: Line, reading: Reading) -> bool:
    k, j = start_of(reading) - 1, reading.stop
    if line.low(j) in _SUMS or line.matches(j, "in", "all") or line.matches(j, "in", "total"):
        return True
    ends = _is_end(line, j) or line.low(j) in _AFTER
    return ends and (line.low(k) in _MORE or (line.low(k) == "of" and line.low(k - 1) == "total"))


_SUMS = frozenset({"altogether", "together"})
_MORE = frozenset({"further", "another", "makes", "making"})
_AFTER = frozenset({"on", "the", "from", "by", "a", "last", "this", "at", "were", "was", "came", "went"})


def _set_against(line: Line, readings: list[Reading]) -> None:
    """ "21 days less than the 118 it took", "61 per cent, against 55 in 2019": compared amounts share their unit."""
    for number, right in enumerate(readings):
        left = next((r for r in reversed(readings[:number]) if r.kind not in _UNTOLD), None)
        if left is None or left.kind not in ("measure", "duration", "money", "percentage") or left.unit is None:
            continue
        is_change = left.kind == "percentage" and left.direction is not None  # "fell 12 per cent from 55"
        following = readings[number + 1] if number + 1 < len(readings) else None
        if is_change or not is_unitless(line, right) or _is_told_again(line, right, following):
            continue
        if _is_compared(line, left, right):
            right.kind, right.unit = left.kind, left.unit


def _same_scale(line: Line, readings: list[Reading]) -> None:
    """ "Rice covers 18.2 lakh hectares, cotton 15.3 lakh and pulses 9.8 lakh": one scale, one unit."""
    for number, right in enumerate(readings):
        left = next((r for r in reversed(readings[:number]) if r.kind in ("measure", "count")), None)
        is_measure = left is not None and left.kind == "measure" and left.unit is not None
        if left is not None and is_measure and left.scale == right.scale > 1 and is_unitless(line, right):
            right.kind, right.unit = left.kind, left.unit


def _same_place(line: Line, readings: list[Reading]) -> None:
    """ "On 33 per cent and the Conservatives on 29": the same preposition, and nothing that is counted."""
    for number, right in enumerate(readings):
        left = next((r for r in reversed(readings[:number]) if r.kind not in _UNTOLD), None)
        if left is None or left.kind != "percentage" or left.direction is not None or not is_unitless(line, right):
            continue
        places = (line.low(start_of(left) - 1), line.low(start_of(right) - 1))
        between = line.lows[left.stop : start_of(right)]
        is_share = places[0] == places[1] in _STANDING and not _COUNTS & {*between} and _is_end(line, right.stop)
        if is_share and (right.value or 0) <= _WHOLE:
            right.kind, right.unit = left.kind, left.unit


def _below_zero(line: Line, readings: list[Reading]) -> None:
    """ "-12.5C at Dalwhinnie, while Heathrow managed only minus 3"."""
    known = next((r for r in readings if r.kind == "measure" and (r.unit or "").startswith("degree")), None)
    for reading in readings:
        is_cold = reading.value is not None and reading.value < 0
        if known is not None and is_cold and is_unitless(line, reading):
            reading.kind, reading.unit = known.kind, known.unit


def _is_end(line: Line, j: int) -> bool:
    return line.kind(j) != "word" or line.low(j) in ("and", "but", "while", "with", "in", "after", "for")


_STANDING = frozenset({"on", "at"})
_COUNTS = frozenset({"number", "numbers", "total", "count", "toll", "age", "aged", "from", "to", ";"})
_WHOLE = 100


def _is_told_again(line: Line, reading: Reading, following: Reading | None) -> bool:
    """ "Hardly more than the 377, or 15.7 per cent": a count, told again as a share."""
    between = line.lows[reading.stop : following.first] if following is not None else []
    return following is not None and following.kind == "percentage" and set(between) <= {",", "or", "(", "–", "-", "—"}


def _is_compared(line: Line, left: Reading, reading: Reading) -> bool:
    k = start_of(reading) - 1
    while line.low(k) in DETERMINERS - {"of"}:
        k -= 1
    link, lead = line.low(k), line.low(k - 1)
    is_apart = link != "than" or "," in line.lows[left.stop : k]
    beside = {*line.lows[left.stop : k + 1]} <= {"as", "against", "compared", "with"}  # "19 weeks as against 13"
    if left.kind == "duration" and is_apart and not (beside or _is_length(line, left, reading)):
        return False
    if link == "of" and k == start_of(reading) - 1:  # "short of 42" is short of some things
        return False
    leads = {"with": ("compared",), "from": ("up", "down"), "of": ("short", "shy", "ahead")}
    return link in _SET_AGAINST and lead in leads.get(link, (lead,)) and line.low(reading.stop) not in _PEOPLE


def _is_length(line: Line, left: Reading, right: Reading) -> bool:
    """ "It is now 21 days, down from 35"; not "31 in the first four months, against 84 last year"."""
    before = line.lows[max(0, start_of(left) - _NEAR) : start_of(left)]
    ends = line.kind(right.stop) != "word" or line.low(right.stop) in _TIMES
    return not _SPANS & {*before} and ends and any(low in _STANDS for low in before)


_NEAR = 4
_SPANS = frozenset({"in", "over", "for", "during", "after", "within", "of", "since", "every", "and"})
_STANDS = frozenset(
    {"is", "was", "are", "were", "now", "at", "takes", "took", "averages", "averaged", "lasts", "lasted", "to", "be",
     "been", "reached", "reaches", "average"}
)  # fmt: skip
_TIMES = frozenset(
    {"in", "last", "a", "before", "when", "two", "this", "earlier", "at", "the", "then", "three", "five"}
)


def is_unitless(line: Line, reading: Reading) -> bool:
    is_plain = reading.kind == "count" and reading.is_bare and reading.value is not None
    return is_plain and not reading.noun and not reading.per and not _is_of(line, reading.stop)


def _is_of(line: Line, j: int) -> bool:
    return line.low(j) == "of" or line.is_capital(j)


def start_of(reading: Reading) -> int:
    return reading.hedge[0] if reading.hedge and reading.hedge[0] < reading.first else reading.first
