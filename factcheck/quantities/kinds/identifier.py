"""Numbers that count nothing: telephone numbers, scores, times of day, sections, names, idioms."""

from functools import cache

from factcheck.quantities import nouns
from factcheck.quantities.kinds.money import is_sum
from factcheck.quantities.labels import aircraft, house_number, inside_name, labelled, numbered, unit_words
from factcheck.quantities.numerals import LONGEST_DIGITS, numeral
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line, number_words
from factcheck.quantities.vocabulary import listed
from factcheck.words import words

ORDER = 10


def read(line: Line, i: int) -> Reading | None:
    stop = (  # the first that knows it
        _phrase(line, i) or _glued(line, i) or _phone(line, i) or _time(line, i) or _score(line, i)
        or _one_of(line, i) or _wickets(line, i) or _somethings(line, i)
        or numbered(line, i) or labelled(line, i) or inside_name(line, i)
        or _title(line, i) or _bullet(line, i) or house_number(line, i) or aircraft(line, i)
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
        return i + 1 if line.is_hyphen(i - 1) and line.low(i - 2) in _ROUNDS and line.low(i) in number_words() else None
    if len(line.raw(i)) > LONGEST_DIGITS:
        return i + 1
    raw = line.raw(i)
    if len(raw) == 3 and raw[0] == raw[2] == "7" and line.low(i + 1) == "s" and line.glued(i + 1):
        return i + 1
    if line.glued(i) and (line.kind(i - 1) == "word" or line.raw(i - 1) in "_#@") and not is_sum(line, i):
        return _chain(line, i)
    if line.is_hyphen(i - 1) and line.kind(i - 2) == "word" and _is_code(line, i - 2):
        return _chain(line, i)
    if line.raw(i + 1) == "." and line.glued(i + 1) and line.glued(i + 2) and line.kind(i + 2) == "digits":
        return _chain(line, i)
    return None


_ROUNDS = frozenset({"round", "day", "week", "year", "level", "phase", "stage", "tier", "grade", "category"})


def _is_code(line: Line, i: int) -> bool:
    """ "COVID-19", "F-16", "Blink-182", "phase-3"; but not "mid-2019" nor "under-19"."""
    if line.is_capital(i):
        return line.low(i) not in _PREFIXES and line.low(i) not in words("dates")["months"]
    return line.low(i) in ("covid", "cov", "boeing", "carbon", "catch") or line.low(i) in listed(
        "names", "always", "labels"
    )


_PREFIXES = frozenset(
    {"mid", "non", "pre", "post", "under", "over", "sub", "top", "anti", "since", "until", "early", "late"}
)


def _chain(line: Line, i: int) -> int:
    """The end of letters, digits, dots and dashes that touch."""
    stop = i + 1
    while line.glued(stop) and (line.kind(stop) in ("digits", "word") or line.is_hyphen(stop) or line.raw(stop) == "."):
        if line.raw(stop) == "." and not line.glued(stop + 1):
            break
        stop += 1
    return stop


def _phone(line: Line, i: int) -> int | None:
    """ "0800 12 34 56", "+64 21 …", "call 13 11 14": a leading zero or verb, and the groups of digits that follow."""
    raw = line.raw(i)
    is_phone = line.kind(i) == "digits" and raw[:1] == "0" and len(raw) > 2 and raw[1] not in ".,"
    plus = raw == "+" and line.kind(i + 1) == "digits" and line.glued(i + 1)
    plus = plus and (line.kind(i + 2) == "digits" or (line.is_hyphen(i + 2) and line.kind(i + 3) == "digits"))
    if not is_phone and not plus:
        if len(raw) == 2 and raw.isdecimal() and _is_pair(line, i + 1) and _is_pair(line, i + 2):
            return i + 3  # "Lifeline on 13 11 14"
        is_grouped = raw.isdecimal() and line.kind(i + 1) == "digits" and line.low(i - 1) in _verbs()
        if not is_grouped:
            return i + 1 if len(raw) in (3, 4) and line.kind(i) == "digits" and _is_dialled(line, i) else None
    stop = i + 1
    while line.kind(stop) == "digits" or (line.is_hyphen(stop) and line.kind(stop + 1) == "digits"):
        stop += 1
    if line.low(stop) in ("utc", "gmt", "hours", "local"):
        stop += 1
    return stop


def _is_pair(line: Line, i: int) -> bool:
    return line.kind(i) == "digits" and len(line.raw(i)) == 2 and not line.glued(i)


def _verbs() -> frozenset[str]:
    return listed("names", "verbs", "dialled")


def _is_dialled(line: Line, i: int) -> bool:
    """ "Call 0800 611 116 or 111", with the verb close before it and nothing counted behind."""
    if line.raw(i) not in listed("names", "emergency", "dialled"):
        return False
    if line.low(i + 1) in listed("names", "callers", "dialled"):
        return True
    is_bare = line.low(i + 1) not in unit_words() and line.raw(i + 1) != "%" and nouns.counted(line, i + 1) is None
    return is_bare and not _verbs().isdisjoint(line.lows[max(0, i - 7) : i])


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


def _wickets(line: Line, i: int) -> int | None:
    """ "287 for six", "212/4": runs and wickets, in the talk of a game."""
    if line.kind(i) != "digits" or not line.raw(i).isdecimal() or len(line.raw(i)) > 3 or not _is_game(line):
        return None
    down = numeral(line, i + 2)
    is_slash = line.raw(i + 1) == "/" and line.glued(i + 1) and line.glued(i + 2)
    if down is None or not (is_slash or line.low(i + 1) == "for"):
        return None
    is_bare = nouns.counted(line, down.stop) is None and line.low(down.stop) not in unit_words()
    return down.stop if is_bare and down.value <= 10 < int(line.raw(i)) else None


def _somethings(line: Line, i: int) -> int | None:
    """ "Twenty-somethings", "a 30-something": people of an age, none of them counted."""
    is_age = line.is_hyphen(i + 1) and line.low(i + 2).removesuffix("s") == "something"
    return i + 3 if is_age and (line.kind(i) == "digits" or line.low(i) in number_words()) else None


def _phone_pair(line: Line, i: int) -> int | None:
    return i + 3 if len(line.raw(i)) == 3 and len(line.raw(i + 2)) == 4 and line.raw(i + 2).isdecimal() else None


def _is_game(line: Line) -> bool:
    return line.has_any(_teams())


def _teams() -> frozenset[str]:
    return listed("names", "words", "teams")


def _one_of(line: Line, i: int) -> int | None:
    """ "One of the reasons" counts nothing."""
    return i + 1 if line.low(i) == "one" and line.low(i + 1) == "of" else None


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
    long = [i for i in range(min(40, len(line))) if not nouns.is_stop(line, i) and len(line.raw(i)) > 2]
    return sum(map(line.is_capital, long)) * 10 > len(long) * 7


def _bullet(line: Line, i: int) -> int | None:
    """ "1. Wash", "(2) Rinse" at the head of a line."""
    if line.kind(i) != "digits" or len(line.raw(i)) > 2:
        return None
    if i == 0 and line.raw(1) in (".", ")") and line.glued(1) and not line.glued(2) and len(line) > 2:
        return 1
    return i + 1 if i == 1 and line.raw(0) == "(" and line.raw(2) == ")" and len(line) > 4 else None
