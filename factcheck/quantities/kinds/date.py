"""Dates in words and figures: "mid-August 2019", "3rd of June", "January 14-19", "30/6/21"."""

from factcheck.quantities import nouns
from factcheck.quantities.calendar_dates import Day, century, date_words, dated, is_year, months, published_year
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.words import words

ORDER = 20
STARTS = frozenset({"digits", *words("dates")["months"], *words("dates")["words"]["parts"]})


def read(line: Line, i: int) -> Reading | None:
    return _numeric(line, i) or written(line, i)


def _numeric(line: Line, i: int) -> Reading | None:
    """ "30/6/21", "2021-06-30", "06/30/2021": day first unless that cannot be."""
    mark = line.raw(i + 1)
    if mark not in ("/", "-", ".") or line.raw(i + 3) != mark or not all(line.glued(k) for k in range(i + 1, i + 5)):
        return None
    parts = [line.raw(k) for k in (i, i + 2, i + 4)]
    if not all(part.isdecimal() and len(part) in (1, 2, 4) for part in parts):
        return None
    numbers = [int(part) for part in parts]
    year, month, day = (
        (numbers[0], numbers[1], numbers[2]) if len(parts[0]) == 4 else (numbers[2], numbers[1], numbers[0])
    )
    if month > 12 >= day:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return dated(line, i, Day(i + 5, year if year > 99 else century(year), month, day))


def written(line: Line, i: int) -> Reading | None:
    """A month by name, with a day before or behind it and a year, or with enough around it to be one."""
    first, part = i, ""
    if line.low(i) in date_words("parts"):
        part, i = line.low(i), i + 1 + line.is_hyphen(i + 1)
        if line.low(i) not in months():
            return dated(line, first, Day(i + 1, int(line.raw(i)), None, None, part=part)) if is_year(line, i) else None
    day, last_day, j = _day_before(line, i)
    month = months().get(line.low(j)) if line.is_capital(j) else None
    if month is None:
        return None
    found = _after_month(line, j + 1, day is None)
    if day is None and found.day is None and found.year is None and not (part or _is_month_alone(line, first, j + 1)):
        return None
    year = found.year or published_year(line, month)
    return dated(line, first, Day(found.stop, year, month, day or found.day, last_day or found.last_day, part))


def _day_before(line: Line, i: int) -> tuple[int | None, int | None, int]:
    """ "30 June", "3rd of June", "14–19 January"."""
    if line.kind(i) != "digits":
        return None, None, i
    day, j = _day(line, i)
    last = None
    if day and (line.is_hyphen(j) or _is_second_day(line, j)):
        last, j = _day(line, j + 1)
    j += line.low(j) == "of"
    return (day, last, j) if day else (None, None, i)


def _is_second_day(line: Line, j: int) -> bool:
    """The "and 9 June" of "between 6 and 9 June"."""
    day, after = _day(line, j + 1) if line.low(j) in ("and", "to", "or") else (None, j)
    return day is not None and line.low(after) in months() and line.is_capital(after)


def _day(line: Line, i: int) -> tuple[int | None, int]:
    raw = line.raw(i)
    if not raw.isdecimal() or len(raw) > 2 or not 1 <= int(raw) <= 31:
        return None, i
    return int(raw), i + 1 + (line.glued(i + 1) and line.low(i + 1) in ("st", "nd", "rd", "th"))


def _after_month(line: Line, j: int, wants_day: bool) -> Day:
    """ "July 14-19, 2020", "June 2022", "Feb. 3"."""
    stop = j
    j += line.raw(j) == "." and line.glued(j) and line.kind(j + 1) == "digits"
    day = last = None
    if wants_day and not is_year(line, j):
        day, after = _day(line, j)
        if day and not _is_counting(line, after):
            stop = after
            if line.is_hyphen(after) and _day(line, after + 1)[0]:
                last, stop = _day(line, after + 1)
        else:
            day = None
    j = stop + (line.raw(stop) in (",", "of", ".") and is_year(line, stop + 1))
    if is_year(line, j):
        return Day(j + 1, int(line.raw(j)), None, day, last)
    return Day(stop, None, None, day, last)


def _is_counting(line: Line, j: int) -> bool:
    """ "In May 12 people": the number behind the month is not its day."""
    if line.low(j) in ("per", "percent", "%", "million", "billion", "thousand"):
        return True
    return not line.is_capital(j) and nouns.counted(line, j) is not None


def _is_month_alone(line: Line, first: int, stop: int) -> bool:
    if line.low(first) == "may" and line.low(first - 1) not in (
        "in",
        "since",
        "until",
        "last",
        "next",
        "by",
        "during",
        "early",
        "late",
    ):
        return False
    return line.low(first - 1) in date_words("before_months") and not (
        line.is_capital(stop) and line.low(first) in ("march", "may", "april", "june", "august")
    )
