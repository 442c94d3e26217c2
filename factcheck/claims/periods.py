"""When: the periods that a sentence names, and which of them each number belongs to."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from factcheck.model.article import Sentence
from factcheck.model.claim import Period
from factcheck.model.quantity import Quantity

_OPENERS = (
    r"(?:in|over|during|for|within|throughout|across|since|through|after|of)\s+(?:(?:the|its|their|his|her|these|those|"
    r"that|this|all|just|only|about|whole|of|full|entire)\s+)*(?P<which>first|last|past|previous|following|next|same|"
    r"second|third|final|other|preceding|subsequent|prior|current)?\s*"
)
_BEFORE_LENGTH = re.compile(
    r"\b" + _OPENERS + r"$|\b(?:the|its|their)\s+(?P<bare>following|next|past|last|previous|first)?\s*$", re.I
)
_AFTER_LENGTH = re.compile(
    r"\s+(?:to|since|from|before|after|prior|ending|ended|until|earlier|of)\b|\s*,?\s+(?:or|–|-)", re.I
)
_CALENDAR = re.compile(
    r"\b(?:(?P<which>last|this|next|previous|same|that|first|second|third|final|past|following|current|a)\s+)"
    r"(?P<unit>(?:(?:financial|calendar|fiscal|tax|full|whole)\s+)?year|month|week|quarter|summer|winter|spring|autumn|season|term)(?P<earlier>\s+(?:earlier|before|ago))?\b"
    r"|\bthe\s+(?:(?:first|second|last|previous|same)\s+)?half-year\b",
    re.I,
)
_TO = re.compile(
    r"[\s,]*(?:to|until|till|and|through|–|-)\s+(?:the\s+)?(?:(?:start|end|beginning|middle)\s+of\s+)?", re.I
)
_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?(?:(?:start|end|beginning|middle)\s+of\s+)?$", re.I)
_LINK = re.compile(
    r"\s+(?:to|until|ending|ended|since|from|before|after|up to)\s+(?:the\s+)?(?:end\s+of\s+)?(?:last\s+)?", re.I
)
_NO_PERIOD = re.compile(
    r"\bdays\s+of\s+$|\b(?:until|till|before|after|by|than|due)\s+(?:the\s+)?(?:(?:start|end|beginning|middle)\s+of\s+)?$",
    re.I,
)
_BACK = re.compile(
    r"\b(?:in|over|during|for|throughout)\s+(?:all\s+)?(?:that|this|the same)\s+(?:time|period|spell|stretch)\b", re.I
)
_THAN = re.compile(
    r"\b(?:more|fewer|less|higher|lower) than (?:in|at|during|for|it was in|they were in)?\s*(?:the )?"
    r"(?:(?:same|corresponding|comparable) [a-z]+ (?:of|in) (?:the )?)?$",
    re.I,
)
MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_NOMINAL_YEAR = 2001
_FURTHER = frozenset({"following", "next", "subsequent"})


def periods_of(sentence: Sentence, quantities: Sequence[tuple[int, Quantity]]) -> list[tuple[int, int, Period]]:
    """The periods that a sentence names, each with the span of its words, in order."""
    found = [*_spans(sentence, quantities)]
    inside = [(start, end) for start, end, _ in found]
    lengths = [q for _, q in quantities if q.kind == "duration"]
    inside += [(q.start, q.end) for _, q in quantities if q.kind == "date" and _ends_length(sentence, q, lengths)]
    found += [
        (q.start, q.end, period)
        for index, q in quantities
        if not any(s <= q.start < e for s, e in inside) and (period := _from_quantity(sentence, index, q)) is not None
    ]
    taken = [(start, end) for start, end, _ in found]
    for match in _CALENDAR.finditer(sentence.text):
        start, end = match.start() + sentence.start, match.end() + sentence.start
        if _is_per(sentence.text, match) or any(s < end and start < e for s, e in taken):
            continue
        text = match.group().lower()
        found.append((start, end, Period(text, re.sub(r"\s+", " ", text))))
    return sorted(found, key=lambda item: item[0])


def _spans(sentence: Sentence, quantities: Sequence[tuple[int, Quantity]]) -> Iterator[tuple[int, int, Period]]:
    """Periods from one date to another."""
    dates = [(index, q) for index, q in quantities if q.kind == "date"]
    for (i, first), (j, last) in pairwise(dates):
        gap = sentence.text[first.end - sentence.start : last.start - sentence.start]
        left = sentence.text[: first.start - sentence.start]
        if j == i + 1 and _TO.fullmatch(gap) and _FROM.search(left):
            text = f"{first.text} to {last.text}"
            start, end = _dates(first, last, sentence)
            yield first.start, last.end, Period(text, text.lower(), start, end, None, False, (i, j))


def _ends_length(sentence: Sentence, date: Quantity, lengths: Sequence[Quantity]) -> bool:
    """Whether a date only says where a length ends or starts: "the 12 months to 30 June"."""
    gaps = (sentence.text[q.end - sentence.start : date.start - sentence.start] for q in lengths if q.end <= date.start)
    return any(_LINK.fullmatch(gap) for gap in gaps)


def _dates(first: Quantity, last: Quantity, sentence: Sentence) -> tuple[date | None, date | None]:
    """The dates that a span runs between; two with no year are taken to be of one year, or of two in a row."""
    if first.start_date is not None or last.end_date is not None:
        return first.start_date, last.end_date
    opening, closing = _month_and_day(first.text), _month_and_day(last.text)
    if opening is None or closing is None:
        return None, None
    (month, day), (last_month, last_day) = opening, closing
    year = _NOMINAL_YEAR + (last_month < month)
    begins_at_end = re.search(r"\bend\s+of\s+$", sentence.text[: first.start - sentence.start], re.I)
    ends_at_start = re.search(r"\b(?:start|beginning)\s+of\s+$", sentence.text[: last.start - sentence.start], re.I)
    longest, last_longest = monthrange(_NOMINAL_YEAR, month)[1], monthrange(year, last_month)[1]
    start = min(day or (longest if begins_at_end else 1), longest)
    end = min(last_day or (1 if ends_at_start else last_longest), last_longest)
    return date(_NOMINAL_YEAR, month, start), date(year, last_month, end)


def _month_and_day(text: str) -> tuple[int, int] | None:
    """ "April 1" as (4, 1), "June" as (6, 0)."""
    name, day = re.search(r"[A-Za-z]{3,}", text), re.findall(r"\d+", text)
    month = MONTHS.find(name[0][:3].lower()) // 3 + 1 if name else 0
    return (month, int(day[0]) if day else 0) if month and len(day) < 2 else None


def open_span(quantities: Sequence[tuple[int, Quantity]]) -> Period | None:
    """What "in that time" means after a sentence with two dates: from the first to the second."""
    dates = [(index, q) for index, q in quantities if q.kind == "date" and q.granularity in ("day", "month")]
    if len(dates) != 2:
        return None
    (i, first), (j, last) = dates
    text = f"{first.text} to {last.text}"
    return Period(text, text.lower(), first.start_date, last.end_date, None, False, (i, j))


def points_back(sentence: Sentence) -> bool:
    """Whether a sentence speaks of "that time" or "the same period"."""
    return _BACK.search(sentence.text) is not None


def _is_per(text: str, match: "re.Match[str]") -> bool:
    """ "44 a month" and "once a year" are rates, not periods."""
    return (match["which"] or "").lower() == "a" and not match["earlier"]


def _from_quantity(sentence: Sentence, index: int, quantity: Quantity) -> Period | None:
    text = quantity.text.lower()
    if quantity.kind == "date" and _NO_PERIOD.search(sentence.text[: quantity.start - sentence.start]):
        return None
    if quantity.kind == "date":
        return Period(text, f"date {text}", quantity.start_date, quantity.end_date, index)
    if quantity.kind != "duration":
        return None
    left = sentence.text[: quantity.start - sentence.start]
    right = sentence.text[quantity.end - sentence.start :]
    before = _BEFORE_LENGTH.search(left)
    if before is None and not _AFTER_LENGTH.match(right):
        return None
    which = (before["which"] or before["bare"] or "").lower() if before else ""
    return Period(text, f"{which} {text}".strip(), None, None, index, which in _FURTHER)


def is_compared(sentence: Sentence, start: int, number_end: int) -> bool:
    """Whether a period only dates what a number is compared with: "1,514, 92 fewer than in the year before"."""
    return number_end <= start and _THAN.search(sentence.text[: start - sentence.start]) is not None


def period_for(quantity: Quantity, clause: tuple[int, int], named: Sequence[tuple[int, int, Period]]) -> Period | None:
    """The period of a number: the nearest that its clause names, else the nearest of its sentence."""
    others = [p for p in named if p[0] == p[1] or not (p[0] < quantity.end and quantity.start < p[1])]
    inside = [p for p in others if clause[0] <= p[0] < clause[1]]
    ranked = sorted(inside or others, key=lambda p: min(abs(p[0] - quantity.end), abs(quantity.start - p[1])))
    return ranked[0][2] if ranked else None
