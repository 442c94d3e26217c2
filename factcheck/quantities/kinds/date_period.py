"""Stretches of the calendar: "the year to June 2022", "the March quarter", "last year"."""

import datetime

from factcheck.quantities.calendar_dates import Day, dated, is_year, month_end, months, published_year
from factcheck.quantities.kinds import date
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line

ORDER = 22
STARTS = frozenset({"the", "last", "this", "next"})


def read(line: Line, i: int) -> Reading | None:
    return _year_to(line, i) or _quarter(line, i) or _relative(line, i)


def _year_to(line: Line, i: int) -> Reading | None:
    """ "The year to June 2022", "the year ended 31 March 2021": twelve months that end there."""
    if not (line.low(i) == "the" and line.low(i + 1) == "year" and line.low(i + 2) in ("to", "ended", "ending")):
        return None
    inner = date.written(line, i + 3 + (line.low(i + 3) in ("in", "on", "the")))
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
    """ "The March quarter" (of 2022): the three months that end with it."""
    if line.low(i) != "the" or line.low(i + 1) not in months() or line.low(i + 2) not in ("quarter", "half"):
        return None
    j = i + 3 + (line.low(i + 3) == "of")
    month = months()[line.low(i + 1)]
    year = int(line.raw(j)) if is_year(line, j) else published_year(line, month)
    if year is None:
        return Reading(i, i + 3, "date", granularity="quarter")
    back = 3 if line.low(i + 2) == "quarter" else 6
    end = datetime.date(year, month, month_end(year, month))
    first = year * 12 + month - back
    start = datetime.date(first // 12, first % 12 + 1, 1)
    stop = j + 1 if is_year(line, j) else i + 3
    return Reading(i, stop, "date", start_date=start, end_date=end, granularity="quarter")


def _relative(line: Line, i: int) -> Reading | None:
    """ "Last year", "this month": dates only against the date of publication."""
    step = {"last": -1, "this": 0, "next": 1}.get(line.low(i))
    unit = line.low(i + 1).removesuffix("'s")
    if step is None or unit not in ("year", "month") or line.published is None or line.is_hyphen(i + 2):
        return None
    year, month = line.published.year, line.published.month
    if unit == "year":
        return dated(line, i, Day(i + 2, year + step, None, None))
    months = year * 12 + month - 1 + step
    return dated(line, i, Day(i + 2, months // 12, months % 12 + 1, None))
