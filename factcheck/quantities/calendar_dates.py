"""Dates as texts print them, and the days that they stand for."""

import calendar
import datetime
from dataclasses import dataclass
from functools import cache

from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.words import words

FIRST_YEAR, LAST_YEAR = 1500, 2100


@dataclass(frozen=True, slots=True)
class Day:
    """A date as printed, up to token `stop`: the parts that it leaves out are None."""

    stop: int
    year: int | None
    month: int | None
    day: int | None
    last_day: int | None = None
    part: str = ""


@cache
def date_words(name: str) -> frozenset[str]:
    return frozenset(words("dates")["words"][name])


def months() -> dict[str, int]:
    table: dict[str, int] = words("dates")["months"]
    return table


def is_year(line: Line, i: int) -> bool:
    raw = line.raw(i)
    return len(raw) == 4 and raw.isdecimal() and line.kind(i) == "digits" and FIRST_YEAR <= int(raw) <= LAST_YEAR


def dated(line: Line, first: int, day: Day) -> Reading:
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
        end = datetime.date(day.year, last_month, day.last_day or day.day or month_end(day.year, last_month))
    except ValueError:
        return None, None, granularity
    return *_edge(line, first, day, start, end), granularity


def month_end(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _edge(
    line: Line, first: int, day: Day, start: datetime.date, end: datetime.date
) -> tuple[datetime.date, datetime.date]:
    """ "The end of October 2020" is its last day, "mid-August 2019" its middle."""
    if day.day:
        return start, end
    length = (end - start).days
    if line.low(first - 1) == "of" and line.low(first - 2) in date_words("ends"):
        return end, end
    if line.low(first - 1) == "of" and line.low(first - 2) in date_words("starts"):
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


def century(year: int) -> int:
    return 2000 + year if year < 60 else 1900 + year


def published_year(line: Line, month: int) -> int | None:
    """The year of that month which lies nearest to publication, the past preferred: news looks back."""
    if line.published is None:
        return None
    ahead = (month - line.published.month) % 12
    return (line.published.year * 12 + line.published.month - 1 + (ahead if ahead <= 3 else ahead - 12)) // 12
