"""Dates, years and spans of years: "mid-August 2019", "30/6/21", "2019/20", "the year to June 2022"."""

import calendar
import datetime
from dataclasses import dataclass
from functools import cache

from factcheck.quantities import nouns
from factcheck.quantities.numerals import numeral
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.words import words

ORDER = 20
FIRST_YEAR, LAST_YEAR = 1500, 2100


def _starts() -> frozenset[str]:
    return frozenset({"digits", "the", "last", "this", "next", "'", "‘", *words("dates")["months"], *words("dates")["words"]["parts"]})


STARTS = _starts()


@dataclass(frozen=True, slots=True)
class Day:
    """A date as printed, up to token `stop`: the parts that it leaves out are None."""

    stop: int
    year: int | None
    month: int | None
    day: int | None
    last_day: int | None = None
    part: str = ""


def read(line: Line, i: int) -> Reading | None:
    return (
        _numeric(line, i) or _written(line, i) or _decade(line, i) or _years(line, i) or _year(line, i)
        or _year_to(line, i) or _quarter(line, i) or _relative(line, i)
    )  # fmt: skip


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words("dates")["words"][name])


def _months() -> dict[str, int]:
    table: dict[str, int] = words("dates")["months"]
    return table


def _is_year(line: Line, i: int) -> bool:
    raw = line.raw(i)
    return len(raw) == 4 and raw.isdecimal() and line.kind(i) == "digits" and FIRST_YEAR <= int(raw) <= LAST_YEAR


def _dated(line: Line, first: int, day: Day) -> Reading:
    start, end, granularity = _limits(line, first, day)
    return Reading(first, day.stop, "date", start_date=start, end_date=end, granularity=granularity)


def _limits(line: Line, first: int, day: Day) -> tuple[datetime.date | None, datetime.date | None, str]:
    granularity = "day" if day.day else "month" if day.month else "year"
    if day.year is None:
        return None, None, granularity
    month = day.month or 1
    last_month = day.month or 12
    try:
        start = datetime.date(day.year, month, day.day or 1)
        end = datetime.date(day.year, last_month, day.last_day or day.day or _month_end(day.year, last_month))
    except ValueError:
        return None, None, granularity
    return *_edge(line, first, day, start, end), granularity


def _month_end(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _edge(
    line: Line, first: int, day: Day, start: datetime.date, end: datetime.date
) -> tuple[datetime.date, datetime.date]:
    """"The end of October 2020" is its last day, "mid-August 2019" its middle."""
    if day.day:
        return start, end
    length = (end - start).days
    if line.low(first - 1) == "of" and line.low(first - 2) in _words("ends"):
        return end, end
    if line.low(first - 1) == "of" and line.low(first - 2) in _words("starts"):
        return start, start
    match day.part:
        case "mid":
            middle = start + datetime.timedelta((length + 1) // 2 - (day.month is not None))
            return middle, middle
        case "early":
            return start, start + datetime.timedelta(length // 3)
        case "late":
            return end - datetime.timedelta(length // 3), end
    return start, end


def _numeric(line: Line, i: int) -> Reading | None:
    """"30/6/21", "2021-06-30", "06/30/2021": day first unless that cannot be."""
    mark = line.raw(i + 1)
    if mark not in ("/", "-", ".") or line.raw(i + 3) != mark or not all(line.glued(k) for k in range(i + 1, i + 5)):
        return None
    parts = [line.raw(k) for k in (i, i + 2, i + 4)]
    if not all(part.isdecimal() and len(part) in (1, 2, 4) for part in parts):
        return None
    numbers = [int(part) for part in parts]
    year, month, day = (numbers[0], numbers[1], numbers[2]) if len(parts[0]) == 4 else (numbers[2], numbers[1], numbers[0])
    if month > 12 >= day:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return _dated(line, i, Day(i + 5, year if year > 99 else _century(year), month, day))


def _century(year: int) -> int:
    return 2000 + year if year < 60 else 1900 + year


def _written(line: Line, i: int) -> Reading | None:
    """A month by name, with a day before or behind it and a year, or with enough around it to be one."""
    first, part = i, ""
    if line.low(i) in _words("parts"):
        part, i = line.low(i), i + 1 + line.is_hyphen(i + 1)
        if line.low(i) not in _months():
            return _dated(line, first, Day(i + 1, int(line.raw(i)), None, None, part=part)) if _is_year(line, i) else None
    day, last_day, j = _day_before(line, i)
    month = _months().get(line.low(j)) if line.is_capital(j) else None
    if month is None:
        return None
    found = _after_month(line, j + 1, day is None)
    if day is None and found.day is None and found.year is None and not (part or _is_month_alone(line, first, j + 1)):
        return None
    year = found.year or _published_year(line, month)
    return _dated(line, first, Day(found.stop, year, month, day or found.day, last_day or found.last_day, part))


def _published_year(line: Line, month: int) -> int | None:
    """The year of that month which lies nearest to publication, the past preferred: news looks back."""
    if line.published is None:
        return None
    ahead = (month - line.published.month) % 12
    return (line.published.year * 12 + line.published.month - 1 + (ahead if ahead <= 3 else ahead - 12)) // 12


def _day_before(line: Line, i: int) -> tuple[int | None, int | None, int]:
    """"30 June", "3rd of June", "14–19 January"."""
    if line.kind(i) != "digits":
        return None, None, i
    day, j = _day(line, i)
    last = None
    if day and line.is_hyphen(j):
        last, j = _day(line, j + 1)
    elif day and line.low(j) in ("and", "to") and line.low(j + 2) in _months() and line.low(j) == "to":
        last, j = _day(line, j + 1)
    j += line.low(j) == "of"
    return (day, last, j) if day else (None, None, i)


def _day(line: Line, i: int) -> tuple[int | None, int]:
    raw = line.raw(i)
    if not raw.isdecimal() or len(raw) > 2 or not 1 <= int(raw) <= 31:
        return None, i
    return int(raw), i + 1 + (line.glued(i + 1) and line.low(i + 1) in ("st", "nd", "rd", "th"))


def _after_month(line: Line, j: int, wants_day: bool) -> Day:
    """"July 14-19, 2020", "June 2022", "Feb. 3"."""
    stop = j
    j += line.raw(j) == "." and line.glued(j) and line.kind(j + 1) == "digits"
    day = last = None
    if wants_day and not _is_year(line, j):
        day, after = _day(line, j)
        if day and not _is_counting(line, after):
            stop = after
            if line.is_hyphen(after) and _day(line, after + 1)[0]:
                last, stop = _day(line, after + 1)
        else:
            day = None
    j = stop + (line.raw(stop) in (",", "of", ".") and _is_year(line, stop + 1))
    if _is_year(line, j):
        return Day(j + 1, int(line.raw(j)), None, day, last)
    return Day(stop, None, None, day, last)


def _is_counting(line: Line, j: int) -> bool:
    """"In May 12 people": the number behind the month is not its day."""
    if line.low(j) in ("per", "percent", "%", "million", "billion", "thousand"):
        return True
    return not line.is_capital(j) and nouns.counted(line, j) is not None


def _is_month_alone(line: Line, first: int, stop: int) -> bool:
    if line.low(first) == "may" and line.low(first - 1) not in ("in", "since", "until", "last", "next", "by", "during", "early", "late"):
        return False
    return line.low(first - 1) in _words("before_months") and not (line.is_capital(stop) and line.low(first) in ("march", "may", "april", "june", "august"))


def _decade(line: Line, i: int) -> Reading | None:
    """"The 1980s", "1990’s"."""
    raw = line.raw(i)
    if line.low(i - 1) in ("the", "'", "‘") and len(raw) == 2 and line.glued(i + 1):
        return _short_decade(line, i)
    if not (_is_year(line, i) and raw.endswith("0") and line.glued(i + 1)):
        return None
    stop = i + 2 if line.low(i + 1) == "s" else i + 3 if line.raw(i + 1) in "'’" and line.low(i + 2) == "s" else 0
    if not stop:
        return None
    year = int(raw)
    last = year + (99 if raw.endswith("00") else 9)
    return Reading(i, stop, "date", start_date=datetime.date(year, 1, 1), end_date=datetime.date(last, 12, 31), granularity="decade")


def _short_decade(line: Line, i: int) -> Reading | None:
    """"The 70s", "the '40s"."""
    raw = line.raw(i)
    if raw[1] != "0" or line.low(i + 1) != "s" or line.low(i - 2) in ("low", "mid", "high", "into"):
        return None
    year = _century(int(raw)) if raw not in ("30", "40", "50") else 1900 + int(raw)
    return Reading(
        i, i + 2, "date",
        start_date=datetime.date(year, 1, 1), end_date=datetime.date(year + 9, 12, 31), granularity="decade",
    )  # fmt: skip


def _years(line: Line, i: int) -> Reading | None:
    """"2019/20", "2019-20", "2005–2015"."""
    if not _is_year(line, i) or line.raw(i + 1) not in ("/", "-", "–", "—", "‑") or not (line.glued(i + 1) and line.glued(i + 2)):
        return None
    first, raw = int(line.raw(i)), line.raw(i + 2)
    if not raw.isdecimal() or len(raw) not in (2, 4):
        return None
    last = int(raw) if len(raw) == 4 else first // 100 * 100 + int(raw)
    if len(raw) == 2 and raw == "00":
        last += 100
    if not first < last <= LAST_YEAR:
        is_month = len(raw) == 2 and line.raw(i + 1) == "-" and 1 <= int(raw) <= 12
        return _dated(line, i, Day(i + 3, first, int(raw), None)) if is_month else None
    return Reading(i, i + 3, "date", start_date=datetime.date(first, 1, 1), end_date=datetime.date(last, 12, 31), granularity="year")


def _year(line: Line, i: int) -> Reading | None:
    """Four digits that nothing is counted with, or with a word before them that says when."""
    if not _is_year(line, i) or _is_sum(line, i):
        return None
    if int(line.raw(i)) < 1700 and line.low(i - 1) not in ("in", "since", "from", "until", "of"):
        return None
    noun = nouns.counted(line, i + 1)
    if noun is not None and not (i == 0 or line.low(i - 1) in _words("before_years") or _follows_name(line, i)):
        return None
    stop = i + 1
    return _dated(line, i, Day(stop, int(line.raw(i)), None, None))


def _follows_name(line: Line, i: int) -> bool:
    """"Canada 2019 elections", "the Wildlife Protection Act, 1972"."""
    k = i - 1 - (line.raw(i - 1) == ",")
    return line.is_capital(k) and not nouns._is_stop(line, k)


def _is_sum(line: Line, i: int) -> bool:
    """Whether a unit, a scale or a hedge makes the four digits a number."""
    from factcheck.quantities.kinds.identifier import _unit_words

    j = i + 1
    if line.low(j) in _unit_words() or line.raw(j) in ("%", "°") or line.glued(j) and line.kind(j) == "word":
        return True
    number = numeral(line, i)
    if number is not None and number.stop > j:
        return True
    before = line.low(i - 1)
    if before in ("about", "around", "roughly", "approximately"):
        is_counting = line.kind(j) == "word" and not nouns._is_stop(line, j)
        return is_counting or not 1900 <= int(line.raw(i)) <= 2050
    hedged = before in ("some", "than", "nearly", "almost", "over", "least", "to") and line.low(i - 2) in ("than", "at", "up") or before in ("some", "than", "nearly", "almost", "over")
    return hedged or line.raw(i - 1) in ("$", "£", "€") or line.is_hyphen(j) and line.kind(j + 1) == "word" and line.low(j + 1) not in ("era", "style", "born", "built")


def _year_to(line: Line, i: int) -> Reading | None:
    """"The year to June 2022", "the year ended 31 March 2021": twelve months that end there."""
    if not (line.low(i) == "the" and line.low(i + 1) == "year" and line.low(i + 2) in ("to", "ended", "ending")):
        return None
    inner = _written(line, i + 3 + (line.low(i + 3) in ("in", "on", "the")))
    if inner is None:
        return None
    end = inner.end_date
    start = None
    if end is not None:
        start = datetime.date(end.year - 1, end.month, min(end.day, 28)) if end.day < 28 else None
        start = start + datetime.timedelta(1) if start else _after_month_end(end)
    return Reading(i, inner.stop, "date", start_date=start, end_date=end, granularity="month")


def _after_month_end(end: datetime.date) -> datetime.date:
    year, month = (end.year, 1) if end.month == 12 else (end.year - 1, end.month + 1)
    return datetime.date(year, month, 1)


def _quarter(line: Line, i: int) -> Reading | None:
    """"The March quarter" (of 2022): the three months that end with it."""
    if line.low(i) != "the" or line.low(i + 1) not in _months() or line.low(i + 2) not in ("quarter", "half"):
        return None
    j = i + 3 + (line.low(i + 3) == "of")
    month = _months()[line.low(i + 1)]
    year = int(line.raw(j)) if _is_year(line, j) else _published_year(line, month)
    if year is None:
        return Reading(i, i + 3, "date", granularity="quarter")
    back = 3 if line.low(i + 2) == "quarter" else 6
    end = datetime.date(year, month, _month_end(year, month))
    first = year * 12 + month - back
    start = datetime.date(first // 12, first % 12 + 1, 1)
    stop = j + 1 if _is_year(line, j) else i + 3
    return Reading(i, stop, "date", start_date=start, end_date=end, granularity="quarter")


def _relative(line: Line, i: int) -> Reading | None:
    """"Last year", "this month": dates only against the date of publication."""
    step = {"last": -1, "this": 0, "next": 1}.get(line.low(i))
    unit = line.low(i + 1).removesuffix("'s")
    if step is None or unit not in ("year", "month") or line.published is None or line.is_hyphen(i + 2):
        return None
    year, month = line.published.year, line.published.month
    if unit == "year":
        return _dated(line, i, Day(i + 2, year + step, None, None))
    months = year * 12 + month - 1 + step
    return _dated(line, i, Day(i + 2, months // 12, months % 12 + 1, None))
