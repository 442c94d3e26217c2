"""Lengths of time in one another's units, exactly where the calendar is exact and as intervals where not."""

import calendar
import datetime
import re
from fractions import Fraction

from factcheck.model.claim import Period
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.words import words

Days = tuple[datetime.date, datetime.date]
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "night": 86400, "week": 604800, "fortnight": 1209600}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS_OF = {"month": (Fraction(28), Fraction(31)), "year": (Fraction(365), Fraction(366))}
_FEBRUARY = 2
_NOMINAL_YEAR = 2001
_AVERAGE_DAYS = Fraction(1461, 48)


def units_in(unit: str, other: str) -> Interval | None:
    """How many of `other` one `unit` has: 12 months in a year, 28 to 31 days in a month."""
    if unit in _SECONDS and other in _SECONDS:
        return Interval.exactly(Fraction(_SECONDS[unit], _SECONDS[other]))
    if unit in _MONTHS and other in _MONTHS:
        return Interval.exactly(Fraction(_MONTHS[unit], _MONTHS[other]))
    if unit == "year" and other == "week":
        return Interval(Fraction(52), Fraction(366, 7))
    if unit in _MONTHS and other in _SECONDS:
        return _days(unit).scaled(Fraction(86400, _SECONDS[other]))
    if unit in _SECONDS and other in _MONTHS:
        return _days(other).scaled(Fraction(86400, _SECONDS[unit])).reciprocal()
    return None


def _days(unit: str) -> Interval:
    if unit == "month":
        return Interval(*_DAYS_OF["month"])
    low, high = _DAYS_OF["year"]
    years = Fraction(_MONTHS[unit], 12)
    return Interval(low * years, high * years)


def length_in(quantity: Quantity, unit: str) -> Interval | None:
    """A stated duration in another unit."""
    if quantity.stated is None or quantity.unit is None:
        return None
    factor = units_in(quantity.unit, unit)
    return None if factor is None else quantity.stated * factor


def named_length(text: str, unit: str) -> Interval | None:
    """The length of a period that is named, not counted: "last year" is one year."""
    if re.search(r"\b(?:earlier|before|ago)\b", text):
        return None  # "a year earlier" says when, not how long
    if "half-year" in text:
        year = units_in("year", unit)
        return None if year is None else year.scaled(Fraction(1, 2))
    match = re.search(r"\b(year|month|week|quarter|day|decade)\b", text)
    return units_in(match[1], unit) if match else None


def calendar_length(period: Period, unit: str) -> Interval | None:
    """The length of a period by its dates, else by its name."""
    if period.start is None or period.end is None or period.end <= period.start:
        return named_length(period.text, unit)
    days = Interval(Fraction((period.end - period.start).days), Fraction((period.end - period.start).days + 1))
    if unit in _SECONDS:
        return days.scaled(Fraction(86400, _SECONDS[unit]))
    return days.scaled(1 / (_AVERAGE_DAYS * _MONTHS[unit])) if unit in _MONTHS else None


def month_in(date: Quantity, unit: str) -> Interval | None:
    """The length of a month that is named without its year: April has 30 days."""
    days = _nominal(date) if not re.search(r"\d", date.text) else None
    if days is None or unit not in _SECONDS:
        return None
    length = (days[1] - days[0]).days + 1
    leap = 1 if days[0].month == _FEBRUARY else 0
    return Interval(Fraction(length), Fraction(length + leap)).scaled(Fraction(86400, _SECONDS[unit]))


def between(first: Quantity, last: Quantity, unit: str) -> Interval | None:
    """The time from one date to another, counted inclusively or exclusively, each at its granularity."""
    start, end = days_of(first), days_of(last)
    return None if start is None or end is None else elapsed(start, end, unit)


def days_of(date: Quantity) -> Days | None:
    """The first and the last day that a date can mean."""
    return None if date.start_date is None or date.end_date is None else (date.start_date, date.end_date)


def span_of(first: Quantity, last: Quantity) -> tuple[Days, Days] | None:
    """The days of two dates; two with no year are taken to be of one year, or of two in a row."""
    start, end = days_of(first), days_of(last)
    if start is not None and end is not None:
        return start, end
    opening, closing = _nominal(first), _nominal(last)
    if start is not None or end is not None or opening is None or closing is None:
        return None
    first_day, last_day = closing
    if last_day < opening[0]:
        first_day, last_day = first_day.replace(year=first_day.year + 1), last_day.replace(year=last_day.year + 1)
    leaps = any(opening[0] <= datetime.date(y, 2, 28) < last_day for y in (_NOMINAL_YEAR, _NOMINAL_YEAR + 1))
    return opening, (first_day, last_day + datetime.timedelta(days=leaps))


def _nominal(date: Quantity) -> Days | None:
    """ "4 March", "June" as days of a year that stands for any."""
    name, day = re.search(r"[a-z]{3,}(?=\W*\d|\W*$)", date.text.lower()), re.findall(r"\d+", date.text)
    month = words("dates")["months"].get(name[0]) if name else None
    last = calendar.monthrange(_NOMINAL_YEAR, month or 1)[1]
    if month is None or len(day) > 1 or (day and not 1 <= int(day[0]) <= last):
        return None
    first_day, last_day = (int(day[0]),) * 2 if day else (1, last)
    return datetime.date(_NOMINAL_YEAR, month, first_day), datetime.date(_NOMINAL_YEAR, month, last_day)


def elapsed(start: Days, end: Days, unit: str) -> Interval | None:
    """The time between two spans of days, from the shortest to the longest that it can be."""
    shortest, longest = (end[0] - start[1]).days, (end[1] - start[0]).days + 1
    if longest <= 0:
        return None
    days = Interval(Fraction(max(shortest, 0)), Fraction(longest))
    if unit in _SECONDS:
        return days.scaled(Fraction(86400, _SECONDS[unit]))
    if unit not in _MONTHS:
        return None
    return days.scaled(1 / (_AVERAGE_DAYS * _MONTHS[unit]))
