"""Numbers that are part of a name: "Section 12", "Route 14", "Boeing 707", "Year 9", "The Lost 52 Project"."""

from functools import cache

from factcheck.quantities import nouns
from factcheck.quantities.numerals import numeral
from factcheck.quantities.tokens import Line, number_words
from factcheck.quantities.vocabulary import listed
from factcheck.words import words

_LONGEST_CODE = 7
_NUMBERED = frozenset({"no", "nos", "sec", "art", "vol", "pp", "p", "fig", "ch", "para", "reg"})


def numbered(line: Line, i: int) -> int | None:
    """ "No. 16", "Sec. 3", "Nos 4"."""
    if line.raw(i - 1) == "." and line.glued(i - 1) and line.low(i - 2) in _NUMBERED and line.kind(i) == "digits":
        return i + 1
    return i + 1 if line.raw(i - 1) == "No" and line.kind(i) == "digits" else None


def labelled(line: Line, i: int) -> int | None:
    """ "Section 12", "Route 14", "Boeing 707", "Term 3": a name's number, with nothing counted after it."""
    if not _is_small_name(line, i) or line.low(i - 1) in ("", "the"):
        return None
    before, stop = line.low(i - 1), i + 1
    if before == "number" and line.low(i - 2) in ("who", "which", "they", "that", "and", "whose", "in", "now"):
        return None
    is_dated = before in _labels("dated")
    if before == "no" or (is_dated and not _is_dated(line, i)):
        return None
    unit = line.low(stop) in unit_words() or line.raw(stop) == "%"
    counts = nouns.counted(line, stop) is not None and not line.is_hyphen(stop)
    if before in _labels("strict_capital") and line.is_capital(i - 1) and _is_short(line, i) and not unit:
        return _listed_labels(line, stop)
    if (is_dated or before in _labels("always")) and not unit and (not counts or before in _labels("strict")):
        return _listed_labels(line, stop)
    if unit or counts or not line.is_capital(i - 1):
        return None
    if before in _labels("capital"):
        return stop
    return stop if line.kind(i) == "digits" and _is_proper(line, i) else None


def _is_dated(line: Line, i: int) -> bool:
    """ "On day 12", "Day 12"; not "each day 12 died"."""
    is_told = line.low(i - 2) in _labels("before_dated") or line.is_capital(i - 1)
    return is_told and _is_short(line, i)


def _is_short(line: Line, i: int) -> bool:
    return line.kind(i) == "word" or len(line.raw(i)) < 3


def _listed_labels(line: Line, stop: int) -> int:
    """ "Sections 12 and 13", "flights 21 to 34", "pages 4–9": what is joined belongs to the label too."""
    if line.raw(stop) == "(" and line.glued(stop):
        return _subsections(line, stop)
    is_slash = line.raw(stop) == "/" and line.glued(stop) and line.glued(stop + 1)
    if (line.is_hyphen(stop) or is_slash) and line.kind(stop + 1) == "digits":
        return stop + 2
    if line.low(stop) in ("and", "or", "to", "&") and line.low(stop - 2).endswith("s") and _is_bare(line, stop + 1):
        return stop + 2
    return stop


def _subsections(line: Line, stop: int) -> int:
    """The "(1)(b)" of "section 19(1)(b)"."""
    while line.raw(stop) == "(" and line.glued(stop) and line.raw(stop + 2) == ")":
        stop += 3
    return stop


def _is_bare(line: Line, i: int) -> bool:
    """Whether the number at token `i` has no unit and nothing that it counts."""
    is_number = _is_small_name(line, i) and not (line.glued(i + 1) and line.kind(i + 1) == "word")
    return is_number and line.low(i + 1) not in unit_words() and nouns.counted(line, i + 1) is None


def _labels(kind: str) -> frozenset[str]:
    return listed("names", kind, "labels")


def _is_small_name(line: Line, i: int) -> bool:
    """A whole number that a name may have: no comma, no scale word, or one number word."""
    number = numeral(line, i)
    if number is None or number.stop != i + 1:
        return False
    raw = line.raw(i)
    return (raw.isdecimal() and len(raw) <= _longest(line, i)) or line.low(i) in number_words()


def _longest(line: Line, i: int) -> int:
    """How many digits a name's number may have; a train's or a file's has more than a road's."""
    return _LONGEST_CODE if line.low(i - 1) in _labels("always") and not line.glued(i - 1) else 4


def house_number(line: Line, i: int) -> int | None:
    """ "17 Abbey Road", "46-48 High Street": small numbers, a name, and what a street is called."""
    if line.kind(i) != "digits" or len(line.raw(i)) > 4:
        return None
    first = j = i + (3 if line.is_dash(i + 1) and line.kind(i + 2) == "digits" else 1)
    if line.glued(j):
        return None
    while j < first + 3 and line.is_capital(j) and line.low(j) not in _streets():
        j += 1
    return first if first < j and line.raw(j).istitle() and line.low(j) in _streets() else None


def _streets() -> frozenset[str]:
    return listed("names", "words", "streets")


def aircraft(line: Line, i: int) -> int | None:
    """ "The 737 Max", "its 787 fleet"."""
    raw = line.raw(i)
    is_model = len(raw) == 3 and raw[0] == raw[2] == "7" and line.kind(i) == "digits"
    return i + 1 if is_model and line.low(i + 1) in listed("names", "words", "aircraft") else None


def inside_name(line: Line, i: int) -> int | None:
    """ "The Lost 52 Project": capitals on both sides."""
    if (
        line.kind(i) != "digits"
        or not (line.is_capital(i - 1) and line.is_capital(i + 1))
        or line.glued(i + 1)
        or line.low(i) == ""
    ):
        return None
    if (
        not _is_small_name(line, i)
        or len(line.raw(i)) == 4
        or line.low(i - 1) in _not_proper()
        or nouns.is_plural(line, i + 1)
    ):
        return None
    return None if line.low(i + 1) in _not_proper() or (i < 2 and nouns.counted(line, i + 1) is None) else i + 1


def _is_proper(line: Line, i: int) -> bool:
    """A capitalised word that is no sentence's first, no month, and belongs to the number, not to a verb."""
    if (
        i < 2
        or _is_gapped(line, i)
        or line.low(i - 1) in _not_proper()
        or line.raw(i - 2) in ("“", '"', "‘", "'", ":", ".", "(")
        or len(line.raw(i)) == 4
    ):
        return False
    after = line.low(i + 1)
    return (
        after not in ("were", "are", "people", "of", "per", "have", "-", "to")
        and not after.endswith("ed")
        and line.raw(i + 1) not in ("%", "/", ":")
    )


def _is_gapped(line: Line, i: int) -> bool:
    """ "Labour has 19 seats, the Liberals 14", "Ward A had 41 falls and Ward B 22", "to the hospital's 22"."""
    if line.low(i - 1).endswith("'s") or (line.is_capital(i - 2) and len(line.raw(i - 1)) == 1):
        return True
    k = i - 2
    while k > i - 4 and (line.is_capital(k) or line.low(k) == "the"):
        k -= 1
    return line.low(k) in ("and", ",", ";", "but", "while", "against") and _has_count(line, k)


def _has_count(line: Line, stop: int) -> bool:
    """Whether something is counted earlier in the sentence, so that a number may do without its noun."""
    numbers = (k for k in range(max(0, stop - 15), stop) if line.kind(k) == "digits" or line.low(k) in number_words())
    return any(nouns.counted(line, k + 1) is not None for k in numbers)


@cache
def _not_proper() -> frozenset[str]:
    dates = words("dates")
    stops = frozenset(words("noun_phrases")["stops"])
    return stops | frozenset(dates["months"]) | frozenset(dates["words"]["days"]) | _currency_codes()


@cache
def _currency_codes() -> frozenset[str]:
    return frozenset(code.lower() for code in words("currencies")["codes"])


@cache
def unit_words() -> frozenset[str]:
    table = words("units")
    spelled = [spelling for group in ("words", "time") for names in table[group].values() for spelling in names]
    more = ("percent", "per", "pc", "percentage", "years", "year", "point", "points", *words("currencies")["words"])
    return (
        frozenset(spelled) | frozenset(table["abbreviations"]) | frozenset(words("numbers")["scales"]) | frozenset(more)
    )
