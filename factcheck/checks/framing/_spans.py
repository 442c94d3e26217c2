"""How long the period is that a count is told over, from the words beside it: "in the quarter to December"."""

import re
from fractions import Fraction
from functools import cache

from factcheck.model.relation import Mention, Story
from factcheck.words import word_set, words

_DAY = Fraction(48, 1461)  # of a month
_INSIDE = re.compile(r"\b(?:of|in|from|than)\s+(?:the\s+|that\s+|its\s+|his\s+|her\s+)?$", re.I)
_INTO = re.compile(
    r"\b(?:in|over|during|for|within|throughout|across|since|through|of|the|its|his|her|their|first|last|past|previous|next|same|own)\s+"
    r"(?:(?:the|its|his|her|their|own|first|last|past|previous|full|whole|only|just|about|all|of|taking\s+over|taking\s+office)\s+)*$",
    re.I,
)


def months_of(story: Story, text: str, start: int, end: int) -> Fraction | None:
    """The length in months of the one period that `text[start:end]` names, or None where it names none, or two."""
    found = {*_numbered(story, text, start, end), *_named(text[start:end])}
    return found.pop() if len(found) == 1 else None


def _numbered(story: Story, text: str, start: int, end: int) -> list[Fraction]:
    """ "The first four months", "20 months ago"."""
    lengths = []
    for mention in story.mentions:
        quantity = mention.quantity
        inside = start <= quantity.start and quantity.end <= end and quantity.where == "text"
        if inside and quantity.kind == "duration" and quantity.value and _INTO.search(text[: quantity.start]):
            months = _in_months(mention)
            lengths += [quantity.value * months] if months else []
        elif inside and quantity.kind == "date" and quantity.granularity in ("month", "year"):
            if re.search(
                r"\b(?:in|during|throughout|for|of)\s+(?:early\s+)?$", text[: quantity.start]
            ) and not _belongs(text, quantity.start):
                lengths.append(Fraction(12 if quantity.granularity == "year" else 1))
    return lengths


def _in_months(mention: Mention) -> Fraction | None:
    return _units().get(mention.quantity.unit or "")


@cache
def _units() -> dict[str, Fraction]:
    """How many months each unit of time has."""
    months = {unit: Fraction(length) for unit, length in words("spans")["units"].items()}
    return months | {unit: length * _DAY for unit, length in words("spans")["days"].items()}


def _belongs(text: str, at: int) -> bool:
    """Whether a date only says of which year a part is: "the first quarter of 2019"."""
    return (
        re.search(r"\b(?:months?|weeks?|quarter|half|part|days|end|start|beginning)\s+(?:alone\s+)?of\s+$", text[:at])
        is not None
    )


@cache
def _pattern() -> re.Pattern[str]:
    which = "|".join(sorted(word_set("spans", "whole")))
    units = "|".join(_units())
    return re.compile(
        rf"(?P<owner>\b(?:of|in|from)\s+)?(?:(?:the|this|its|his|her|their|a)\s+)?(?:(?:whole|all)\s+of\s+)?(?:(?:the|this)\s+)?"
        rf"\b(?P<which>{which})\s+(?:calendar\s+|financial\s+|fiscal\s+|school\s+)?(?P<unit>{units})\b(?!s)"
        rf"|\b(?:the|a)\s+(?P<bare>year|quarter|month|half)\s+(?:to|ending|ended|before|earlier|until)\b",
        re.I,
    )


def _named(text: str) -> list[Fraction]:
    """ "In the whole of last year", "the first half of the year", "the quarter to December"."""
    lengths = []
    for match in _pattern().finditer(text):
        if match["owner"] and match["owner"].lower().startswith(("of", "from")) and re.search(
            r"\b(?:months?|weeks?|quarter|half|part|days|alone|october|january|february|march|april|may|june|july|august|september|november|december)\s*$",
            text[: match.start()], re.I,
        ):  # fmt: skip
            continue
        lengths.append(_units()[(match["unit"] or match["bare"]).lower()])
    return lengths
