"""How long the period is that a count is told over, from the words beside it: "in the quarter to December"."""

import re
from bisect import bisect_left
from fractions import Fraction
from functools import cache
from itertools import takewhile

from factcheck.model.relation import Mention, Story
from factcheck.words import word_set, words

_DAY = Fraction(48, 1461)  # of a month
_LEAD = 80  # letters before a number
_MOST = 60  # numbers
WEEK = 7 * _DAY
_CALENDAR = {"year": Fraction(12), "month": Fraction(1)}
_IN = re.compile(
    r"\b(?:in|during|throughout|for|of|over|across)\s+(?:(?:early|last|this|all|that|the|whole|of|calendar|financial|fiscal|year)\s+)*$"
)
_OF_PART = re.compile(r"\b(?:months?|weeks?|quarter|half|part|days|end|start|beginning)\s+(?:alone\s+)?of\s+$")
_SHIFTED = re.compile(r"\b(?:a|one|two|three)\s+(?:year|month|week|quarter)s?\s+(?:earlier|before)\b", re.I)
_FRAME = "the|its|his|her|their|own|first|last|past|previous|final|opening|closing|latest|preceding|initial|full"
_WHOLE = r"(?:whole|all|space|rest|remainder|most|the\s+course|each|every)\s+of"
_INTO = re.compile(
    rf"\b(?:{_FRAME}|{_WHOLE}|in|over|during|for|within|throughout|across|since|through|next|same)\s+"
    rf"(?:(?:{_FRAME}|of|full|whole|only|just|about|all|taking\s+(?:over|office))\s+)*$",
    re.I,
)
# "This firm has been here 14 months and patched 1,900", "after eight months it has taken 3,100 calls".
_LASTED = re.compile(
    r"\b(?:(?:has|have|had|is|was)\s+(?:(?:now|only|just)\s+)*"
    r"(?:been|had|spent|needed|taken|run|served|worked|reigned|governed)(?:\s+(?!\d)[\w’'-]+){0,4}?"
    r"|took(?:\s+[a-z]+)?|needed|spent|after)\s+(?:(?:for|only|just|about|nearly|almost|the|all|its|his|her|their)\s+)*$",
    re.I,
)


def months_of(story: Story, text: str, start: int, end: int) -> Fraction | None:
    """The length in months of the one period that `text[start:end]` names, or None where it names none, or two."""
    if _SHIFTED.search(text[start:end]):
        return None
    between = _between_months(text[start:end]) or _and_a_half(text[start:end])
    found = {between} if between else {*_numbered(story, text, start, end), *_named(text[start:end])}
    found |= set(_bringing(text[start:end])) if not found else set()
    return found.pop() if len(found) == 1 else None


def _between(story: Story, start: int, end: int) -> list[Mention]:
    """The numbers of the body that lie in `text[start:end]`."""
    first = bisect_left(story.mentions, (True, start), key=lambda m: (m.quantity.where == "text", m.quantity.start))
    inside = takewhile(lambda m: m.quantity.start < end, story.mentions[first : first + _MOST])
    return [m for m in inside if m.quantity.end <= end]


def _numbered(story: Story, text: str, start: int, end: int) -> list[Fraction]:
    """ "The first four months", "20 months ago", "in October"."""
    lengths = []
    for mention in _between(story, start, end):
        quantity = mention.quantity
        left = text[max(0, quantity.start - _LEAD) : quantity.start]
        unit = _units().get(quantity.unit or "")
        if (
            quantity.kind == "duration"
            and quantity.value
            and unit
            and (_INTO.search(left) or _LASTED.search(left) or _is_since(text, start, mention))
        ):
            lengths.append(quantity.value * unit)
        elif quantity.kind == "date" and _IN.search(left) and not _OF_PART.search(left):
            lengths += [length] if (length := _CALENDAR.get(quantity.granularity or "")) else []
    return lengths


def _bringing(text: str) -> list[Fraction]:
    """ "The month of May had produced 64", "April brought 14", "2018 had seen 20,400"."""
    found = (match.lastgroup for match in _period_as_subject().finditer(text))
    return [_CALENDAR[unit] for unit in found if unit]


def brings(text: str) -> bool:
    """Whether a period is the subject, and its verb stands for any deed: "the whole of last year had yielded 88"."""
    return _period_as_subject().search(text) is not None


@cache
def _period_as_subject() -> re.Pattern[str]:
    months = "|".join(name.title() for name in words("spans")["months"])
    verbs, units = "|".join(words("spans")["bring"]), "|".join(_units())
    return re.compile(
        rf"\b(?:(?P<month>{months})|(?P<year>(?:19|20)\d\d)|(?:{units}|season)s?(?:\s+before)?)"
        rf"(?:\s+alone)?,?\s+(?:had\s+|has\s+|have\s+)?(?:{verbs})\b"
    )


def _is_since(text: str, start: int, length: Mention) -> bool:
    """ "Since the law changed eight months ago"."""
    ago = re.match(r"\s+ago\b", text[length.quantity.end :])
    return ago is not None and re.search(r"\bsince\b", text[start : length.quantity.start], re.I) is not None


def _between_months(text: str) -> Fraction | None:
    """ "Between January and September", "from May to July": both months counted."""
    months = "|".join(words("spans")["months"])
    match = re.search(rf"\b(?:between|from)\s+({months})\s+(?:and|to|until)\s+({months})\b", text, re.I)
    if match is None:
        return None
    names = words("spans")["months"]
    first, last = (names.index(name.lower()) for name in match.groups())
    return Fraction((last - first) % 12 + 1)


def _and_a_half(text: str) -> Fraction | None:
    """ "The year and a half to June", "two and a half years"."""
    numbers, units = words("numbers")["units"], "|".join(_units())
    match = re.search(
        rf"\b(?:(?P<one>{units})\s+and\s+a\s+half|(?P<many>\w+)\s+and\s+a\s+half\s+(?P<unit>{units})s)\b", text, re.I
    )
    if match is None:
        return None
    if match["one"]:
        return _units()[match["one"].lower()] * Fraction(3, 2)
    many = numbers.get(match["many"].lower(), match["many"])
    return _units()[match["unit"].lower()] * (int(many) + Fraction(1, 2)) if str(many).isdigit() else None


@cache
def _units() -> dict[str, Fraction]:
    """How many months each unit of time has."""
    months = {unit: Fraction(length) for unit, length in words("spans")["units"].items()}
    return months | {unit: length * _DAY for unit, length in words("spans")["days"].items()}


@cache
def _pattern() -> re.Pattern[str]:
    which = "|".join(sorted(word_set("spans", "whole")))
    units = "|".join(_units())
    return re.compile(
        rf"(?P<owner>\b(?:of|from)\s+)?(?:(?:the|this|its|his|her|their|a)\s+)?"
        rf"(?:(?:whole|all)\s+of\s+)?(?:(?:the|this)\s+)?"
        rf"\b(?P<which>{which})\s+(?:(?:calendar|financial|fiscal|school|full|whole)\s+)?(?P<unit>{units})\b(?!s)"
        rf"|\b(?:the|a)\s+(?P<bare>year|quarter|month|half)\s+(?:to|ending|ended|before|earlier|until)\b"
        rf"|\b(?:in|over|during)\s+an?\s+(?P<plain>{units})\b(?!s|\s+(?:and\s+a\s+half|to|ending|ended|before|earlier|until)\b)",
        re.I,
    )


def _named(text: str) -> list[Fraction]:
    """ "In the whole of last year", "the first half of the year", "the quarter to December"."""
    return [
        _units()[(match["unit"] or match["bare"] or match["plain"]).lower()]
        for match in _pattern().finditer(text)
        if not (match["owner"] and _of_part(text[: match.start()]))
    ]


def _of_part(left: str) -> bool:
    """Whether what follows only says of which year a part is: "the first four months of this year"."""
    months = "|".join(words("spans")["months"])
    return re.search(rf"\b(?:months?|weeks?|quarter|half|part|days|alone|{months})\s*$", left, re.I) is not None
