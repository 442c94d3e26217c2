"""Years on their own, spans of years, decades: "2019", "2019/20", "2005–2015", "the 1980s", "the 70s"."""

import datetime

from factcheck.quantities import nouns
from factcheck.quantities.calendar_dates import LAST_YEAR, Day, century, date_words, dated, is_year
from factcheck.quantities.labels import unit_words
from factcheck.quantities.numerals import numeral
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line, number_words

ORDER = 21
STARTS = frozenset({"digits", "eighteen", "nineteen", "twenty"})


def read(line: Line, i: int) -> Reading | None:
    return _decade(line, i) or _years(line, i) or _year(line, i) or _spelled(line, i)


def _spelled(line: Line, i: int) -> Reading | None:
    """ "Nineteen eighty-four": a century and two more digits, in words."""
    centuries = {"eighteen": 18, "nineteen": 19, "twenty": 20}.get(line.low(i))
    rest = numeral(line, i + 1) if centuries and line.kind(i + 1) == "word" else None
    if centuries is None or rest is None or not 10 <= rest.value <= 99 or line.is_hyphen(rest.stop):
        return None
    if rest.value.denominator != 1 or nouns.counted(line, rest.stop) is not None:
        return None
    return dated(line, i, Day(rest.stop, centuries * 100 + int(rest.value), None, None))


def _decade(line: Line, i: int) -> Reading | None:
    """ "The 1980s", "1990’s"."""
    raw = line.raw(i)
    if line.low(i - 1) in ("the", "'", "‘") and len(raw) == 2 and line.glued(i + 1):
        return _short_decade(line, i)
    if not (is_year(line, i) and raw.endswith("0") and line.glued(i + 1)):
        return None
    is_possessive = (
        line.raw(i + 1) in "'’" and line.low(i + 2) == "s" and line.low(i - 1) in ("the", "early", "mid", "late")
    )
    stop = i + 2 if line.low(i + 1) == "s" else i + 3 if is_possessive else 0
    if not stop:
        return None
    year = int(raw)
    last = year + (99 if raw.endswith("00") and year < 2000 else 9)
    return _span_of_years(i, stop, year, last, "decade")


def _span_of_years(first: int, stop: int, year: int, last: int, granularity: str) -> Reading:
    start, end = datetime.date(year, 1, 1), datetime.date(last, 12, 31)
    return Reading(first, stop, "date", start_date=start, end_date=end, granularity=granularity)


def _short_decade(line: Line, i: int) -> Reading | None:
    """ "The 70s", "the '40s"."""
    raw = line.raw(i)
    stop = i + 2 + (line.low(i + 1) == "'" and line.glued(i + 2))
    if raw[1] != "0" or line.low(stop - 1) != "s" or line.low(i - 2) in ("low", "mid", "high", "into"):
        return None
    year = century(int(raw)) if raw not in ("30", "40", "50") else 1900 + int(raw)
    return _span_of_years(i, stop, year, year + 9, "decade")


def _years(line: Line, i: int) -> Reading | None:
    """ "2019/20", "2019-20", "2005–2015"."""
    is_joined = line.raw(i + 1) in ("/", "-", "–", "—", "‑") and line.glued(i + 1) and line.glued(i + 2)
    if not is_year(line, i) or not is_joined:
        return None
    first, raw = int(line.raw(i)), line.raw(i + 2)
    if not raw.isdecimal() or len(raw) not in (2, 4):
        return None
    last = int(raw) if len(raw) == 4 else first // 100 * 100 + int(raw)
    if len(raw) == 2 and raw == "00":
        last += 100
    if not first < last <= LAST_YEAR:
        is_month = len(raw) == 2 and line.raw(i + 1) == "-" and 1 <= int(raw) <= 12
        return dated(line, i, Day(i + 3, first, int(raw), None)) if is_month else None
    return _span_of_years(i, i + 3, first, last, "year")


def _year(line: Line, i: int) -> Reading | None:
    """Four digits that nothing is counted with, or with a word before them that says when."""
    if not is_year(line, i) or _is_sum(line, i):
        return None
    if int(line.raw(i)) < 1700 and line.low(i - 1) not in ("in", "since", "from", "until", "of"):
        return None
    if _is_counted(line, i) or _is_subject(line, i):
        return None
    return dated(line, i, Day(i + 1, int(line.raw(i)), None, None))


def _is_counted(line: Line, i: int) -> bool:
    """ "1700 people came", "of the 1850 ballots, 1900 were": what is counted follows, and is no year's event."""
    noun = nouns.counted(line, i + 1)
    if noun is None or _follows_name(line, i):
        return False
    if not (i == 0 or line.low(i - 1) in date_words("before_years")):
        return True
    if line.is_capital(i + 1) or any(line.low(k).removesuffix("s") in date_words("events") for k in range(*noun)):
        return False
    if i == 0 or (int(line.raw(i)) < 1900 and line.low(i - 1) in ("the", "its", "their", "our", "his", "her")):
        return True
    is_whole = line.low(i - 1) in ("the", "its", "their", "our", "his", "her") and line.low(i - 2) == "of"
    return is_whole and (line.low(i - 3) == "" or line.kind(i - 3) == "digits" or line.low(i - 3) in number_words())


def _is_subject(line: Line, i: int) -> bool:
    """ "Of them, 1900 were spoilt", "only 1850 voted": a plural verb, or "of", follows at once."""
    before = line.low(i - 1)
    if line.low(i + 1) == "of" and line.low(i + 2) in ("the", "them", "those", "these", "its", "their"):
        return before not in date_words("before_years")
    if line.low(i + 1) not in ("were", "are", "have") and not (before == "only" and line.kind(i + 1) == "word"):
        return False
    return line.kind(i - 1) != "word" or before in ("only", "all", "but", "while", "that", "which", "because")


def _follows_name(line: Line, i: int) -> bool:
    """ "Canada 2019 elections", "the Wildlife Protection Act, 1972"."""
    k = i - 1 - (line.raw(i - 1) == ",")
    return line.is_capital(k) and not nouns.is_stop(line, k)


def _is_sum(line: Line, i: int) -> bool:
    """Whether a unit, a scale, a sign or a hedge makes the four digits a number."""
    j = i + 1
    number = numeral(line, i)
    if (number is not None and number.stop > j) or line.raw(i - 1) in ("$", "£", "€") or _has_unit(line, j):
        return True
    if line.raw(j) in ("'", "’") and line.low(j + 1) == "s":
        return False
    return _is_hedged(line, i, j)


def _has_unit(line: Line, j: int) -> bool:
    """ "2000 tonnes", "2000m", "2000-strong", "1700 fewer"."""
    if line.glued(j) and line.kind(j) == "word":
        return True
    if line.is_hyphen(j) and line.kind(j + 1) == "word":
        return line.low(j + 1) not in date_words("after_years")
    return line.low(j) in unit_words() or line.raw(j) in ("%", "°") or line.low(j) in date_words("after_numbers")


def _is_hedged(line: Line, i: int, j: int) -> bool:
    """ "Some 2000", "more than 2000"; "around 1970" is a year unless something is counted."""
    before = line.low(i - 1)
    if before in ("about", "around", "roughly", "approximately"):
        is_counting = line.kind(j) == "word" and not nouns.is_stop(line, j)
        return is_counting or not 1900 <= int(line.raw(i)) <= 2050
    if before == "over" and line.low(j) in ("and", "to") and is_year(line, j + 1):
        return False
    if line.matches(i - 2, "at", "least") or line.matches(i - 2, "up", "to"):
        return True
    return before in ("some", "than", "nearly", "almost", "over")
