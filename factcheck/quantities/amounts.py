"""One number or a range of two, with a unit behind it: "21 to 24 per cent", "1%–3%", "between 5 and 7km"."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from factcheck.quantities.number_words import Numeral
from factcheck.quantities.numerals import numeral
from factcheck.quantities.tokens import Line
from factcheck.quantities.vocabulary import listed
from factcheck.words import words

Tail = Callable[[Line, int], "tuple[str, int] | None"]


@dataclass(frozen=True, slots=True)
class Amount:
    """Tokens `first` to `stop`, unit and all; `value` is None where there are two `ends`."""

    first: int
    stop: int
    value: Fraction | None
    ends: tuple[Fraction, Fraction] | None
    step: Fraction
    unit: str
    scale: int
    number: Numeral


def amount(line: Line, i: int, tail: Tail, *, money: bool = False) -> Amount | None:
    """The number or range that begins at token `i` and has the unit that `tail` reads."""
    first = numeral(line, i, money=money)
    if first is None:
        return None
    unit = tail(line, first.stop)
    j = unit[1] if unit else first.stop
    second = _second(line, first, j, money) if line.low(j) in _JOINTS else None
    if second is not None:
        other = tail(line, second.stop)
        if other is not None and (unit is None or unit[0] == other[0]):
            is_repeated = unit is not None and unit[1] > first.stop
            if not _is_from_to(line, first, second, is_repeated):
                return ranged(first, second, other[0], other[1])
    if unit is None:
        return None
    return Amount(i, unit[1], first.value, None, first.step, unit[0], first.scale, first)


_JOINTS = frozenset({"-", "to", "and", "or"})


def ranged(first: Numeral, second: Numeral, unit: str, stop: int) -> Amount:
    """A range; a scale word at its end belongs to both numbers: "2 to 3 million"."""
    first = sharing_scale(first, second)
    ends = (first.value, second.value)
    step = max(first.step, second.step)
    return Amount(first.first, stop, None, ends, step, unit, second.scale, first)


def sharing_scale(first: Numeral, second: Numeral) -> Numeral:
    thousands = second.value / 1000
    if first.scale == 1 and first.value < thousands <= 2 * first.value < 2000 and thousands.denominator == 1:
        return replace(first, value=first.value * 1000, step=first.step * 1000)
    factor = second.scale if second.scale > 1 or not second.is_words else max(1, int(second.step))
    if first.scale != 1 or factor == 1 or first.value > second.value / factor:
        return first
    return replace(first, value=first.value * factor, step=first.step * factor, scale=second.scale)


def _second(line: Line, first: Numeral, j: int, money: bool) -> Numeral | None:
    """The number after "to", "or", a dash, or the "and" of "between"."""
    low, is_dash = line.low(j), line.is_dash(j)
    if is_dash and line.glued(j) and line.low(j + 1) in ("to", "or"):
        return numeral(line, j + 2, money=money)
    if is_dash and (line.is_hyphen(j) or (not line.glued(j) and not line.glued(j + 1))):
        if not line.is_hyphen(j) and line.kind(j + 1) != "digits":
            return None
        return _dashed(line, first, numeral(line, j + 1, money=money))
    if low == "to" or (low == "and" and is_between(line, first.first)) or (low == "or" and _is_next(line, first, j)):
        return numeral(line, j + 1 + _about(line, j + 1), money=money)
    return None


def _dashed(line: Line, first: Numeral, found: Numeral | None) -> Numeral | None:
    """The end of a range on a dash; a third number makes it a phone number or a date."""
    if found is None or (line.is_hyphen(found.stop) and line.kind(found.stop + 1) == "digits"):
        return None
    return found if line.glued(first.stop) or found.value > first.value else None


def _about(line: Line, j: int) -> int:
    return int(line.low(j) in listed("hedges", "within_ranges"))


def _is_next(line: Line, first: Numeral, j: int) -> bool:
    """ "Two or three", "10 or 12", but not "11, or 12"."""
    second = numeral(line, j + 1)
    return second is not None and first.value < second.value <= first.value * 2 + 1


def is_between(line: Line, i: int) -> bool:
    """Whether the number at token `i` is the first of "between x and y"."""
    back = 2 if line.low(i - 1) in ("about", "around", "roughly", "some") else 1
    return line.low(i - back) == "between"


def _is_from_to(line: Line, first: Numeral, second: Numeral, is_repeated: bool) -> bool:
    """ "From x to y", "rose x to y": two values, an old and a new one, not a range."""
    i = first.first - 1
    i -= line.low(i) in listed("hedges", "within_ranges")
    if line.is_hyphen(second.first - 1) or not _joined_by_to(line, second):
        return False
    if _starts_from(line, i) or sharing_scale(first, second).value >= second.value:
        return True
    i -= line.low(i) == "by"
    if line.low(i) not in words("changes")["before"] or line.low(i) in listed("changes", "nouns", "between"):
        return False
    return is_repeated or second.value > 3 * first.value or second.value < first.value


def _starts_from(line: Line, i: int) -> bool:
    """ "From x", "from just under x", "from an average of x": whether "from" stands just before a number."""
    if line.low(i) == "of":
        i = next((k for k in range(i - 1, max(-1, i - _LONGEST_ASIDE), -1) if line.low(k) in _ARTICLES), -1) - 1
    while line.low(i) in _PLACED:
        i -= 1
    return i >= 0 and line.low(i) == "from"


_LONGEST_ASIDE = 5
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "last"})
_PLACED = frozenset(
    {"just", "only", "barely", "about", "some", "well", "under", "over", "more", "less", "fewer", "than", "little", "a",
     "mere", "the", "its", "their", "around", "nearly", "almost", "roughly", "exactly"}
)  # fmt: skip


def _joined_by_to(line: Line, second: Numeral) -> bool:
    return line.low(second.first - 1 - _about(line, second.first - 1)) == "to"
