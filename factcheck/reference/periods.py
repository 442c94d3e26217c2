"""Periods in a sentence: years, months, ranges, lengths, and "last year" by the date of publication."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from factcheck.reference.when import Span
from factcheck.words import words

Grain = Literal[
    "year", "month", "quarter", "day", "financial", "range", "since", "length", "same", "decade", "to", "months",
    "again", "until", "final",
]  # fmt: skip
_YEAR = r"(?:1[89]|20)[0-9]{2}"
_MONTHS = {name.casefold(): number for number, name in enumerate(words("reference")["calendar"][:12], start=1)}
_MONTH = "|".join(words("reference")["calendar"][:12])
_COUNT: dict[str, int] = words("reference")["small_numbers"]
_NUMBER = r"(?:[0-9]{1,3}|" + "|".join(_COUNT) + ")"

_WITHIN = r"(?:mid-|early |late |the (?:start|beginning|middle|end) of )?(?:[0-9]{1,2} )?"


def _edge(number: int) -> str:
    """A month with its year, at one end of a period."""
    return rf"{_WITHIN}(?P<m{number}>{_MONTH}) (?P<y{number}>{_YEAR})\b"


_ENDING = r"(?:that |which )?(?:to|ending|ended|ends|closed|finished|through)(?: in| on| with)?"
_CLOSING = rf"(?:to|ending|ended|through) (?:in )?(?:the end of )?(?:[0-9]{{1,2}} )?(?:{_MONTH})(?: {_YEAR})?\b"

_STRETCH = (
    r"(?:first|second|last|latter|early|late|mid|middle|start|beginning|end)[- ]?(?:half|part|months?|weeks?|days?)?"
)

_KINDS = r"(?:calendar|financial|fiscal|school|academic|tax|budget)"
_SPELL = rf"(?:{_NUMBER} years?,? )?"  # "in five years, from 2019 to 2024"
_LAST = r"(?:(?P<y2>" + _YEAR + r")|(?P<rel>last|this) year)\b"
_SEASON = rf"(?:quarter|period|months|season|half|stretch|(?:{_NUMBER}) months)"

_PATTERNS: tuple[tuple[str, Grain], ...] = (
    (rf"\b(?:from|between) {_edge(1)} (?:to|until|and) {_edge(2)}", "months"),
    (rf"\b(?:(?:from|between|in|over) )?(?P<m1>{_MONTH})(?: to | until | through | and |[-–])(?P<m2>{_MONTH}),?"
     rf"(?: of| in)? {_LAST}", "months"),
    (rf"\b(?:from|between) (?P<m1>{_MONTH}) (?:to|until|through|and) (?P<m2>{_MONTH})\b", "months"),
    (rf"\b(?:the )?(?:same|comparable|corresponding|equivalent|matching) {_SEASON}"
     rf"(?:,? (?:of|in|a)\b|,)? (?P<a>{_YEAR})\b", "again"),
    (rf"\b(?P<n>{_NUMBER})[ -](?P<unit>months?|years?) (?:from|since|after) {_edge(1)}", "months"),
    (rf"\b(?P<n>{_NUMBER})[ -](?P<unit>months?|years?) {_ENDING} {_edge(2)}", "months"),
    (rf"\b(?P<unit>year) {_ENDING} {_edge(2)}", "months"),
    (rf"\b{_NUMBER}[ -](?:months?|years?|weeks?) {_CLOSING}", "to"),
    (rf"\b(?:year|quarter|month) {_CLOSING}", "to"),
    (r"\bthe (?:past|last|previous|preceding) (?:month|week|quarter|fortnight|day|30 days|decade)\b", "to"),
    (rf"\b(?:by|until|till|up to|through) (?:the )?end of (?P<a>{_YEAR})\b", "until"),
    (rf"\b(?:by|until|till|up to|through) (?:(?:the )?(?:end|close) of )?(?P<m>{_MONTH}),? (?P<a>{_YEAR})\b", "until"),
    (rf"\b(?:the |its |their )?(?:final|last|latest) (?P<n>{_NUMBER}) (?:calendar |full |financial |whole )?years\b",
     "final"),
    (rf"\b{_STRETCH}(?: of)? {_YEAR}\b", "to"),
    (rf"\b(?:{_NUMBER}|both) (?:calendar )?years (?P<a>{_YEAR}) and (?P<b>{_YEAR})\b", "range"),
    (rf"\b{_SPELL}between (?P<a>{_YEAR}) and (?P<b>{_YEAR})\b", "range"),
    (rf"\b{_SPELL}from (?P<a>{_YEAR}) (?:to|until|through) (?P<b>{_YEAR})\b", "range"),
    (rf"\b(?P<a>{_YEAR}) to (?P<b>{_YEAR})\b", "range"),
    (rf"\b(?P<a>{_YEAR})[-–—](?P<b>{_YEAR})\b", "range"),
    (rf"\b(?P<a>{_YEAR})[/–-](?P<short>[0-9]{{2}})\b", "financial"),
    (rf"\b(?P<a>{_YEAR})s\b", "decade"),
    (rf"\b(?:the )?(?P<nth>first|second|third|fourth|final|last) quarter of"
     rf" (?:(?P<a>{_YEAR})|(?P<rel>last|this) year)\b", "quarter"),
    (rf"\bQ(?P<q>[1-4])[ -](?P<a>{_YEAR})\b", "quarter"),
    (rf"\b(?P<d>[0-9]{{1,2}}) (?P<m>{_MONTH}),? (?P<a>{_YEAR})\b", "day"),
    (rf"\b(?P<m>{_MONTH}) (?P<d>[0-9]{{1,2}}),? (?P<a>{_YEAR})\b", "day"),
    (rf"\b(?P<m>{_MONTH}),? (?P<a>{_YEAR})\b", "month"),
    (rf"\b[Ss]ince (?P<a>{_YEAR})\b", "since"),
    (rf"(?<![\w.,$£€-])(?P<a>{_YEAR})(?![\w]|[.,][0-9])", "year"),
    (r"\b(?P<rel>(?:last|this) year|the past year)\b", "year"),
    (rf"\b(?P<back>{_NUMBER}) years? (?:ago|earlier|before)\b", "year"),
    (rf"\b(?:the (?:{_KINDS} )?year (?:before|earlier)|the (?:previous|preceding|prior|foregoing) (?:{_KINDS} )?year)"
     r"\b(?! last)", "year"),
    (rf"\b(?:that|the same|this same) (?:{_KINDS} )?(?:year|quarter|period)\b"
     r"|\bwas a year (?:in which|when)\b", "same"),
    (r"\bat (?:that|the) time\b", "same"),
    (rf"\b(?-i:{_MONTH})\b", "month"),
    (rf"\b(?P<first>first|opening|initial) (?:(?P<n>{_NUMBER}) )?(?P<unit>months?|years?)\b(?! since)", "length"),
    (
        rf"(?<![\w.,])(?P<n>{_NUMBER})(?P<half> and a half)?[ -](?P<unit>months?|years?)\b(?![ -]old)",
        "length",
    ),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), grain) for pattern, grain in _PATTERNS)
_ANY = re.compile(rf"{_YEAR}|\b(?:years?|months?|quarter|time|{_MONTH})\b", re.IGNORECASE)
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}


@dataclass(frozen=True, slots=True)
class PeriodHit:
    """A period at `text[start:end]` of the article.

    `span` is None for a length that nothing ties down and for "that year" before it is resolved;
    `ends` are the two ends of a range, `months` a length, `back` so many years before another period.
    Of "months" `span` is the month in which the period begins, or ends where it `closes`; of "again" the
    year in which a season comes round once more; of "until" the month or year at whose end a sum stops.
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
            case "month" | "until":
                bare = group.get("a") is None
                yield hit if bare else replace(hit, span=Span.month(int(group["a"]), _MONTHS[group["m"].casefold()]))
            case "day":
                date = datetime.date(int(group["a"]), _MONTHS[group["m"].casefold()], int(group["d"]))
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
    return _COUNT.get(word.lower()) or int(word)


def _quarter(hit: PeriodHit, group: dict[str, str | None], published: datetime.date | None) -> PeriodHit:
    year = _year_of(group.get("a"), group.get("rel"), published)
    number = int(group.get("q") or 0) or _QUARTERS[(group.get("nth") or "first").lower()]
    return replace(hit, span=Span.quarter(year, number)) if year is not None else hit


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
    first, last = (_month_of(group, end) for end in ("1", "2"))
    months = _months(group) if group.get("unit") else None
    return replace(
        hit, ends=(first, last) if first and last else None, span=first or last, months=months, closes=first is None
    )


def _months_of_one_year(hit: PeriodHit, group: dict[str, str | None], published: datetime.date | None) -> PeriodHit:
    """ "From July to September 2024"; with no year, the last that were over at publication."""
    first, last = (_MONTHS[(group[name] or "").casefold()] for name in ("m1", "m2"))
    year = _year_of(group.get("y2"), group.get("rel"), published)
    if year is None and published is not None:
        year = published.year - (last >= published.month)
    if year is None:
        return hit
    ends = (Span.month(year - (first > last), first), Span.month(year, last))
    return replace(hit, ends=ends, span=ends[0])


def _month_of(group: dict[str, str | None], end: str) -> Span | None:
    year, month = group.get(f"y{end}"), group.get(f"m{end}")
    return Span.month(int(year), _MONTHS[month.casefold()]) if year and month else None


def _months(group: dict[str, str | None]) -> Fraction:
    count = Fraction(_value(group.get("n") or "one"))
    if group.get("half"):
        count += Fraction(1, 2)
    return count * (12 if (group["unit"] or "").lower().startswith("year") else 1)
