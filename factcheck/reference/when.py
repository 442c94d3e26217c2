"""Periods: from the cells of a table, and as spans of days that can be compared and joined."""

import datetime
import re
from dataclasses import dataclass

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The days from `start` to `end`, both included."""

    start: datetime.date
    end: datetime.date

    @classmethod
    def year(cls, year: int) -> "Span":
        return cls(datetime.date(year, 1, 1), datetime.date(year, 12, 31))

    @classmethod
    def month(cls, year: int, month: int) -> "Span":
        start = datetime.date(year, month, 1)
        return cls(start, _month_after(start, 1) - DAY)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> "Span":
        start = datetime.date(year, 3 * quarter - 2, 1)
        return cls(start, _month_after(start, 3) - DAY)

    @classmethod
    def months_to(cls, year: int, month: int, length: int) -> "Span":
        """So many months up to the end of one: the quarter to June."""
        last = cls.month(year, month)
        return cls(_month_after(last.start, 1 - length), last.end)

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    @property
    def months(self) -> float:
        """Its length; only ever compared with half a month of tolerance."""
        return self.days / 30.4375

    @property
    def text(self) -> str:
        """The period as people write it."""
        if self == Span.year(self.start.year):
            return str(self.start.year)
        if self == Span.month(self.start.year, self.start.month):
            return f"{self.start:%B} {self.start.year}"
        if self.start == self.end:
            return _day(self.start)
        return f"{_day(self.start)} to {_day(self.end)}"

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def back(self, years: int) -> "Span":
        """The same stretch so many years before."""
        return Span(_year_before(self.start, years), _year_before(self.end + DAY, years) - DAY)

    def former(self, months: int) -> "Span":
        """So many months just before this period begins."""
        return Span(_month_after(self.start, -months), self.start - DAY)

    def within(self, turn: tuple[int, int]) -> "Span":
        """The stretch from one month to another (in one year or over its turn) that ends in this period's last year."""
        length = (turn[1] - turn[0]) % 12 + 1
        return Span.months_to(self.end.year, turn[1], length)

    def meets(self, other: "Span") -> bool:
        """Whether the other begins on the day after this one ends."""
        return self.end + DAY == other.start


def _day(date: datetime.date) -> str:
    return f"{date.day} {date:%B} {date.year}"


def _year_before(date: datetime.date, years: int) -> datetime.date:
    day = 28 if (date.month, date.day) == (2, 29) else date.day
    return date.replace(year=date.year - years, day=day)


def _month_after(date: datetime.date, months: int) -> datetime.date:
    index = date.year * 12 + date.month - 1 + months
    return datetime.date(index // 12, index % 12 + 1, 1)


_CELL = {
    "year": re.compile(r"([0-9]{4})$"),
    "quarter": re.compile(r"([0-9]{4})[- ]?Q([1-4])$"),
    "month": re.compile(r"([0-9]{4})-([0-9]{2})$"),
    "day": re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})$"),
    "financial-year": re.compile(r"([0-9]{4})(?:[/-]([0-9]{2,4}))?$"),
}


def span_of_cell(text: str, granularity: str, ends: str | None = None) -> Span:
    """The period that a cell names. Raises ValueError for what is no such period."""
    found = _CELL[granularity].match(text.strip())
    if not found:
        raise ValueError(f"{text!r} is not a {granularity}")
    numbers = [int(group) for group in found.groups() if group is not None]
    match granularity:
        case "year":
            return Span.year(numbers[0])
        case "quarter":
            return Span.quarter(*numbers)
        case "month":
            return Span.month(*numbers)
        case "day":
            return Span(datetime.date(*numbers), datetime.date(*numbers))
    return _financial(numbers[0], found.group(2) is not None, ends or "06-30")


def _financial(year: int, first_year_named: bool, ends: str) -> Span:
    """The financial year that ends in `year` ("2020"), or that begins in it ("2019/20")."""
    month, _, day = ends.partition("-")
    end = datetime.date(year + first_year_named, int(month), int(day))
    return Span(end.replace(year=end.year - 1) + DAY, end)


def span_of_text(text: str) -> Span:
    """A fixed time or an anchor's: "2012", "2012-03", "2012-Q1", "2019-08-13/2020-08-12"."""
    start, slash, end = text.partition("/")
    if slash and len(start) == 10:
        return Span(datetime.date.fromisoformat(start), datetime.date.fromisoformat(end))
    for granularity in ("year", "quarter", "month", "day"):
        if _CELL[granularity].match(text.strip()):
            return span_of_cell(text, granularity)
    raise ValueError(f"{text!r} is no period; write 2012, 2012-03 or 2019-08-13/2020-08-12")
