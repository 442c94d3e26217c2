"""Relative changes as factors: a fall of 20 per cent is 0.8 times, "doubled" is twice."""

import re
from fractions import Fraction
from functools import cache

from factcheck.checks.framing._prose import after, before
from factcheck.checks.framing._sums import share_interval
from factcheck.model.interval import Interval
from factcheck.model.relation import Mention
from factcheck.words import words

_FAR = 14  # words


def direction(mention: Mention) -> str | None:
    """Which way a change goes, as its quantity or the words beside it say."""
    quantity = mention.quantity
    if quantity.direction is not None:
        return quantity.direction
    if quantity.kind == "multiple" and quantity.value is not None:
        return "up" if quantity.value > 1 else "down"
    clause = re.split(r"[,;:]", before(mention))[-1]
    near = [*re.findall(r"[a-z]+", clause.lower())[-_FAR:][::-1], *re.findall(r"[a-z]+", after(mention).lower())[:3]]
    return next((way for word in near if (way := way_of(word))), None)


@cache
def way_of(word: str) -> str | None:
    """Which way a word of change goes, whatever its form."""
    movement = words("movement")
    for way in ("up", "down"):
        for table in ("verbs", "nouns"):
            if any(word in _forms(lemma) for lemma in movement[table][way]):
                return way
        if word in movement["forms"][way]:
            return way
    return None


def _forms(lemma: str) -> tuple[str, ...]:
    bare = lemma.removesuffix("e")
    last = lemma[-1]
    return (lemma, f"{lemma}s", f"{bare}ed", f"{bare}ing", f"{lemma}{last}ed", f"{lemma}{last}ing", f"{lemma}es")


def factor(mention: Mention, otherwise: str | None = None) -> Interval | None:
    """What a change multiplies by, as an interval; None where it is no relative change or has no direction.

    `otherwise` is the direction of a figure whose own words give none: "and then another 30 per cent".
    """
    quantity = mention.quantity
    if quantity.value is None or quantity.stated is None:
        return None
    if quantity.kind == "multiple":
        return quantity.stated
    way = direction(mention) or otherwise
    if quantity.kind not in ("percentage", "fraction") or way is None:
        return None
    share = share_interval(mention)
    return Interval.exactly(1) + (share if way == "up" else -share)


def plain_factor(mention: Mention, otherwise: str | None = None) -> Fraction | None:
    """The factor of the printed figure itself."""
    value, way = mention.quantity.value, direction(mention) or otherwise
    if value is None or mention.quantity.kind == "multiple":
        return value
    part = value / 100 if mention.quantity.unit == "percent" else value
    return 1 + part if way == "up" else 1 - part if way == "down" else None
