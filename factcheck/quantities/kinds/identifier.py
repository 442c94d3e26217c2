"""Numbers that count nothing: telephone numbers, scores, times of day, sections, names, idioms."""

from functools import cache

from factcheck.quantities import nouns
from factcheck.quantities.numerals import LONGEST_DIGITS, numeral
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line, number_words
from factcheck.quantities.vocabulary import listed
from factcheck.words import words

ORDER = 10


def read(line: Line, i: int) -> Reading | None:
    stop = (  # the first that knows it
        _phrase(line, i) or _glued(line, i) or _phone(line, i) or _time(line, i) or _score(line, i)
        or _one_of(line, i) or _numbered(line, i) or _labelled(line, i) or _inside_name(line, i)
        or _title(line, i) or _bullet(line, i)
    )  # fmt: skip
    if not stop:
        return None
    return Reading(i - (line.glued(i) and line.kind(i - 1) == "word"), stop, "identifier")


def _phrase(line: Line, i: int) -> int | None:
    for phrase in _phrases().get(line.low(i), ()):
        if tuple(line.lows[i : i + len(phrase)]) == phrase:
            return i + len(phrase)
    return None


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    index: dict[str, list[tuple[str, ...]]] = {}
    for group in words("names")["phrases"].values():
        for phrase in sorted(group, key=len, reverse=True):
            parts = tuple(phrase.split())
            index.setdefault(parts[0], []).append(parts)
    return index


STARTS = frozenset({"number", *_phrases()})


def _glued(line: Line, i: int) -> int | None:
    """Digits that touch letters before them ("R614", "M25", "COVID-19"), chains ("1.2.3"), hopeless runs."""
    if line.kind(i) != "digits":
        return None
    if len(line.raw(i)) > LONGEST_DIGITS:
        return i + 1
    if line.glued(i) and (line.kind(i - 1) == "word" or line.raw(i - 1) in "_#@") and not _is_money_before(line, i - 1):
        return _chain(line, i)
    if line.is_hyphen(i - 1) and line.kind(i - 2) == "word" and _is_code(line, i - 2):
        return _chain(line, i)
    if line.raw(i + 1) == "." and line.glued(i + 1) and line.glued(i + 2) and line.kind(i + 2) == "digits":
        return _chain(line, i)
    return None


def _is_code(line: Line, i: int) -> bool:
    """ "COVID-19", "F-16", "SARS-CoV-2"; but not "mid-2019" nor "non-2019"."""
    return line.raw(i).isupper() or line.low(i) in ("covid", "cov", "boeing", "carbon", "catch")


def _is_money_before(line: Line, i: int) -> bool:
    table = words("currencies")
    return line.raw(i) in table["codes"] or line.raw(i) in table["glued_before"]


def _chain(line: Line, i: int) -> int:
    """The end of letters, digits, dots and dashes that touch."""
    stop = i + 1
    while line.glued(stop) and (line.kind(stop) in ("digits", "word") or line.is_hyphen(stop) or line.raw(stop) == "."):
        if line.raw(stop) == "." and not line.glued(stop + 1):
            break
        stop += 1
    return stop


def _phone(line: Line, i: int) -> int | None:
    """ "0800 12 34 56", "+64 21 …": a leading zero, and the groups of digits that follow."""
    raw = line.raw(i)
    is_phone = line.kind(i) == "digits" and raw[:1] == "0" and len(raw) > 2 and raw[1] not in ".,"
    plus = raw == "+" and line.kind(i + 1) == "digits" and line.glued(i + 1)
    plus = plus and (line.kind(i + 2) == "digits" or (line.is_hyphen(i + 2) and line.kind(i + 3) == "digits"))
    if not is_phone and not plus:
        return None
    stop = i + 1
    while line.kind(stop) == "digits" or (line.is_hyphen(stop) and line.kind(stop + 1) == "digits"):
        stop += 1
    if line.low(stop) in ("utc", "gmt", "hours", "local"):
        stop += 1
    return stop


def _time(line: Line, i: int) -> int | None:
    """ "9am", "6.30pm", "13:40", "5 o'clock", "half past two" without the half."""
    number = numeral(line, i)
    if number is None:
        return None
    j = number.stop
    if line.low(j) in ("utc", "gmt") and len(line.raw(i)) == 4:
        return j + 1
    if (
        line.raw(j) == ":"
        and line.glued(j)
        and line.glued(j + 1)
        and len(line.raw(j + 1)) == 2
        and line.kind(j + 1) == "digits"
    ):
        j += 2
        while line.raw(j) == ":" and line.glued(j) and line.kind(j + 1) == "digits" and line.glued(j + 1):
            j += 2
        return j + (line.low(j) in _MERIDIEMS or line.low(j) in ("utc", "gmt", "edt", "est", "bst"))
    if _is_clock_time(line, i, j) and number.value <= 12:
        return j
    if line.low(j) in _MERIDIEMS and (line.glued(j) or line.raw(j) != "AM" or line.kind(i) == "digits"):
        return j + 1
    if line.low(j) in ("a", "p") and line.glued(j) and line.raw(j + 1) == "." and line.low(j + 2) == "m":
        return j + 3
    return j + 1 if line.low(j) in ("o'clock", "oclock") else None


def _is_clock_time(line: Line, i: int, j: int) -> bool:
    """ "Until eight on Thursdays", "at 9 in the morning"."""
    if line.low(i - 1) not in listed("names", "times", "clock"):
        return False
    if line.matches(j, "in", "the"):
        return line.low(j + 2) in ("morning", "afternoon", "evening")
    return line.low(j) == "on" and line.low(j + 1).removesuffix("s") in listed("dates", "days")


_MERIDIEMS = frozenset({"am", "pm", "a.m.", "p.m.", "noon", "midnight"})


def _score(line: Line, i: int) -> int | None:
    """ "6-4, 6-3": two small numbers on a dash where the first is not smaller, or the talk is of winning."""
    if not (line.is_hyphen(i + 1) and line.kind(i) == "digits" and line.kind(i + 2) == "digits") or (
        line.glued(i + 3) and line.kind(i + 3) == "word"
    ):
        return None
    if nouns.counted(line, i + 3) is not None:
        return None
    if len(line.raw(i)) > 3 or len(line.raw(i + 2)) > 3 or "." in line.raw(i) + line.raw(i + 2):
        return _phone_pair(line, i)
    first, second = int(line.raw(i)[:3].strip(",") or 0), int(line.raw(i + 2)[:3].strip(",") or 0)
    if line.low(i + 3) in ("per", "percent", "%", "-") or line.low(i + 3) in unit_words():
        return None
    return i + 3 if first >= second or _is_game(line) else None


def _phone_pair(line: Line, i: int) -> int | None:
    return i + 3 if len(line.raw(i)) == 3 and len(line.raw(i + 2)) == 4 and line.raw(i + 2).isdecimal() else None


def _is_game(line: Line) -> bool:
    return line.has_any(_teams())


def _teams() -> frozenset[str]:
    return listed("names", "words", "teams")


def _one_of(line: Line, i: int) -> int | None:
    """ "One of the reasons" counts nothing."""
    return i + 1 if line.low(i) == "one" and line.low(i + 1) == "of" else None


def _labels(kind: str) -> frozenset[str]:
    return listed("names", kind, "labels")


def _numbered(line: Line, i: int) -> int | None:
    """ "No. 16", "Sec. 3", "Nos 4"."""
    if line.raw(i - 1) == "." and line.glued(i - 1) and line.low(i - 2) in _NUMBERED and line.kind(i) == "digits":
        return i + 1
    return i + 1 if line.raw(i - 1) == "No" and line.kind(i) == "digits" else None


_NUMBERED = frozenset({"no", "nos", "sec", "art", "vol", "pp", "p", "fig", "ch", "para", "reg"})


def _labelled(line: Line, i: int) -> int | None:
    """ "Section 12", "Route 14", "Boeing 707", "Term 3": a name's number, with nothing counted after it."""
    if not _is_small_name(line, i) or line.low(i - 1) in ("", "the"):
        return None
    before, stop = line.low(i - 1), i + 1
    if before == "number" and line.low(i - 2) in ("who", "which", "they", "that", "and", "whose", "in", "now"):
        return None
    is_dated = before in _labels("dated")
    if before == "no" or (is_dated and (len(line.raw(i)) > 2 or line.low(i - 2) not in _labels("before_dated"))):
        return None
    unit = line.low(stop) in unit_words() or line.raw(stop) == "%"
    counts = nouns.counted(line, stop) is not None and not line.is_hyphen(stop)
    if (is_dated or before in _labels("always")) and not unit and (not counts or before in _labels("strict")):
        return _listed_labels(line, stop)
    if unit or counts or not line.is_capital(i - 1):
        return None
    if before in _labels("capital"):
        return stop
    return stop if line.kind(i) == "digits" and _is_proper(line, i) else None


def _is_small_name(line: Line, i: int) -> bool:
    """A whole number that a name may have: no comma, no scale word, or one number word."""
    number = numeral(line, i)
    if number is None or number.stop != i + 1:
        return False
    raw = line.raw(i)
    return (raw.isdecimal() and len(raw) <= 4) or line.low(i) in number_words()


def _inside_name(line: Line, i: int) -> int | None:
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


def _listed_labels(line: Line, stop: int) -> int:
    """ "Sections 12 and 13": the second number is the next reading's, unless on a dash."""
    return stop + 2 if line.is_hyphen(stop) and line.kind(stop + 1) == "digits" else stop


def _is_proper(line: Line, i: int) -> bool:
    """A capitalised word that is no sentence's first, no month, and belongs to the number, not to a verb."""
    if (
        i < 2
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


def _title(line: Line, i: int) -> int | None:
    """ "The Big Four", "Seven Sharp": a number word with a capital where none is due."""
    if line.kind(i) != "word" or not line.is_capital(i) or i == 0 or line.low(i) not in number_words():
        return None
    if line.raw(i - 1) in ("“", '"', "‘", "'", ":", ".", "(", "-", "–", "—", "?", "!", "…", "[") or _is_title_case(
        line
    ):
        return None
    return i + 1 if line.is_capital(i + 1) or (line.is_capital(i - 1) and i > 1) else None


def _is_title_case(line: Line) -> bool:
    long = [token.text for token in line.tokens[:40] if token.kind == "word" and len(token.text) > 3]
    return sum(word[0].isupper() for word in long) * 10 > len(long) * 7


def _bullet(line: Line, i: int) -> int | None:
    """ "1. Wash", "(2) Rinse" at the head of a line."""
    if line.kind(i) != "digits" or len(line.raw(i)) > 2:
        return None
    if i == 0 and line.raw(1) in (".", ")") and line.glued(1) and not line.glued(2) and len(line) > 2:
        return 1
    return i + 1 if i == 1 and line.raw(0) == "(" and line.raw(2) == ")" and len(line) > 4 else None
