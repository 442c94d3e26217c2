"""Periods in a sentence: years, months, ranges, lengths, and "last year" by the date of publication."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from factcheck.reference.period_words import COUNT, MONTH, MONTHS, PATTERNS, YEAR, Grain
from factcheck.reference.when import Span

_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), grain) for pattern, grain in PATTERNS)
_ANY = re.compile(rf"{YEAR}|\b(?:years?|months?|quarter|time|{MONTH})\b", re.IGNORECASE)
_LENGTHS = {"year": 12, "quarter": 3, "month": 1}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}


@dataclass(frozen=True, slots=True)
class PeriodHit:
    """A period at `text[start:end]` of the article.

    `span` is None for a length that nothing ties down and for "that year" before it is resolved;
    `ends` are the two ends of a range, `months` a length, `back` so many years before another period.
    `turn` is a stretch of which the year is not said (its first and its last month), `step` so many months
    just before another period. Of "months" `span` is the month in which the period begins, or ends where it
    `closes`; of "again" the year in which a season comes round once more; of "until" the month or year at whose
    end a sum stops.
    """

    start: int
    end: int
    grain: Grain
    span: Span | None = None
    ends: tuple[Span, Span] | None = None
    months: Fraction | None = None
    back: int | None = None
    closes: bool = False
    opens: bool = False  # "the first 22 months": counted from where the figures begin
    turn: tuple[int, int] | None = None
    step: int | None = None


def periods_in(
    text: str, offset: int, published: datetime.date | None, numbers: tuple[tuple[int, int], ...] = ()
) -> tuple[PeriodHit, ...]:
    """The periods of a sentence in order. `numbers` are spans of counts and sums, which are no years."""
    if not _ANY.search(text):
        return ()
    found: list[PeriodHit] = []
    for pattern, grain in _COMPILED:
        for match in pattern.finditer(text):
            start, end = offset + match.start(), offset + match.end()
            taken = any(start < hit.end and hit.start < end for hit in found)
            if not taken and not (_is_bare_year(match) and any(s < end and start < e for s, e in numbers)):
                found += _read(match, grain, start, end, published)
    return tuple(sorted(found, key=lambda hit: hit.start))


def _is_bare_year(match: re.Match[str]) -> bool:
    """Four digits alone, which may be a count."""
    return match.group().isdigit()


def _read(
    match: re.Match[str], grain: Grain, start: int, end: int, published: datetime.date | None
) -> Iterator[PeriodHit]:
    group = match.groupdict()
    hit = PeriodHit(start, end, grain)
    try:
        match grain:
            case "years":
                yield replace(hit, ends=(Span.year(int(group["a"])), Span.year(int(group["b"]))))
            case "range":
                yield _range(hit, int(group["a"]), int(group["b"]))
            case "financial":
                yield replace(hit, span=Span.year(int(group["a"])) if _runs_on(group) else None)
            case "since" | "again":
                yield replace(hit, span=Span.year(int(group["a"])))
            case "quarter":
                yield _quarter(hit, group, published)
            case "until" if not group.get("m"):
                yield replace(hit, span=Span.year(int(group["a"])))
            case "final":
                yield replace(hit, back=_value(group["n"]))
            case "before":
                unit = group["unit"] or group["unit2"] or group["unit3"]
                yield replace(hit, step=3 if unit.lower() == "quarter" else 1)
            case "month" | "until":
                yield _month(hit, group, published)
            case "day":
                date = datetime.date(int(group["a"]), MONTHS[group["m"].casefold()], int(group["d"]))
                yield replace(hit, span=Span(date, date))
            case "year":
                yield _year(hit, group, published)
            case "months":
                yield _months_between(hit, group, published)
            case "length":
                yield replace(hit, months=_months(group), opens=bool(group.get("first")))
            case _:
                yield hit
    except ValueError:  # 31 February: no period
        return


def _range(hit: PeriodHit, first: int, last: int) -> PeriodHit:
    ends = (Span.year(first), Span.year(last))
    return replace(hit, span=Span(ends[0].start, ends[1].end) if first <= last else None, ends=ends)


def _runs_on(group: dict[str, str | None]) -> bool:
    """ "2019/20" is a year that ends in the next; "2019-45" is no period."""
    return (int(group["a"] or 0) + 1) % 100 == int(group["short"] or 0)


def _year(hit: PeriodHit, group: dict[str, str | None], published: datetime.date | None) -> PeriodHit:
    if group.get("a"):
        return replace(hit, span=Span.year(int(group["a"] or 0)))
    if group.get("rel"):
        words_ = (group["rel"] or "").lower().split()
        if published is None:
            return hit
        return replace(hit, span=Span.year(published.year - (words_[0] != "this")))
    back = _value(group.get("back") or "one")
    return replace(hit, back=back)


def _value(word: str) -> int:
    return COUNT.get(word.lower()) or int(word)


def _quarter(hit: PeriodHit, group: dict[str, str | None], published: datetime.date | None) -> PeriodHit:
    """ "Q2 2025", "the second quarter of last year", "the June quarter" (the one that ends with June)."""
    year = _year_of(group.get("a") or group.get("y2"), group.get("rel"), published)
    number = int(group.get("q") or 0) or _QUARTERS[(group.get("nth") or "first").lower()]
    last = MONTHS[(group["m"] or "").casefold()] if group.get("m") else 3 * number
    if year is not None:
        return replace(hit, span=Span.months_to(year, last, 3))
    return hit if group.get("rel") else replace(hit, turn=((last - 3) % 12 + 1, last))


def _month(hit: PeriodHit, group: dict[str, str | None], published: datetime.date | None) -> PeriodHit:
    """ "May 2025", "until May 2025", a bare "May", "last month" and "last quarter"."""
    unit = (group.get("latest") or "").lower()
    if unit:
        return replace(hit, span=_latest(published, 3 if unit == "quarter" else 1)) if published else hit
    month = MONTHS[(group["m"] or "").casefold()]
    if group.get("a") is None:
        return replace(hit, turn=(month, month))
    return replace(hit, span=Span.month(int(group["a"] or 0), month))


def _latest(published: datetime.date, months: int) -> Span:
    """The last month or quarter that was over at publication."""
    ended = published.year * 12 + (published.month - 1) // months * months
    return Span.months_to((ended - 1) // 12, (ended - 1) % 12 + 1, months)


def _year_of(year: str | None, rel: str | None, published: datetime.date | None) -> int | None:
    """A year in digits, or "last" and "this" by the date of publication."""
    if year:
        return int(year)
    return published.year - (rel.lower() == "last") if rel and published is not None else None


def _months_between(hit: PeriodHit, group: dict[str, str | None], published: datetime.date | None) -> PeriodHit:
    """ "From August 2019 to June 2021", "the 22 months from August 2019", "the eight months to February 2022":
    the months of its two ends, or of one end and its length."""
    if group.get("m1") and group.get("m2") and not group.get("y1"):
        return _months_of_one_year(hit, group, published)
    if any(group.get(end) for end in ("half", "open", "close")):
        return _part_of_year(hit, group, published)
    first, last = (_month_of(group, end) for end in ("1", "2"))
    last = Span.month(int(group["till"] or 0), 12) if group.get("till") else last
    months = _months(group) if group.get("unit") else None
    return replace(
        hit, ends=(first, last) if first and last else None, span=first or last, months=months, closes=first is None
    )


def _months_of_one_year(hit: PeriodHit, group: dict[str, str | None], published: datetime.date | None) -> PeriodHit:
    """ "From July to September 2024"; with no year, the last that were over at publication."""
    first, last = (MONTHS[(group[name] or "").casefold()] for name in ("m1", "m2"))
    year = _year_of(group.get("y2"), group.get("rel"), published)
    if year is None and published is not None:
        year = published.year - (last >= published.month)
    if year is None:
        return replace(hit, turn=(first, last))
    ends = (Span.month(year - (first > last), first), Span.month(year, last))
    return replace(hit, ends=ends, span=ends[0])


def _part_of_year(hit: PeriodHit, group: dict[str, str | None], published: datetime.date | None) -> PeriodHit:
    """ "The first half of 2024", "the last nine months of last year"."""
    year = _year_of(group.get("y2"), group.get("rel"), published)
    length = 6 if group.get("half") else int(_months(group))
    if year is None or length > 12:
        return hit
    early = bool(group.get("open")) or (group.get("half") or "").lower() in ("first", "opening")
    first, last = (1, length) if early else (13 - length, 12)
    ends = (Span.month(year, first), Span.month(year, last))
    return replace(hit, ends=ends, span=ends[0])


def _month_of(group: dict[str, str | None], end: str) -> Span | None:
    year, month = group.get(f"y{end}"), group.get(f"m{end}")
    return Span.month(int(year), MONTHS[month.casefold()]) if year and month else None


def _months(group: dict[str, str | None]) -> Fraction:
    count = Fraction(_value(group.get("n") or "one"))
    if group.get("half"):
        count += Fraction(1, 2)
    return count * _LENGTHS[(group["unit"] or "").lower().rstrip("s")]
