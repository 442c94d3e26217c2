"""Percentages of different bases, added or averaged as if they had one.

22 per cent of men and 31 per cent of women cannot be 53 per cent of adults: together it lies between
the two, nearer to that of the larger group. An average is right only where the groups are of one size.
Speaks in place of any arithmetic finding on the same figure. Source: Huff, How to Lie with Statistics
(1954), on adding up percentages.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.checks.framing._groups import are_different_groups, base_words, place_before
from factcheck.checks.framing._prose import after, between, capital, mentions_any
from factcheck.checks.framing._sums import as_share, share_interval, worked_out
from factcheck.model.display import number
from factcheck.model.finding import Finding
from factcheck.model.interval import Interval
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import Mention, Story

SEVERITY = "error"
REPLACES = {"FC101", "FC102", "FC104", "FC105", "FC109", "FC111", "FC112", "FC116", "FC118", "FC203"}
_REACH = 2  # sentences
_POINT = Fraction(1, 100)


def check(story: Story) -> Iterator[Finding]:
    """Flag each share that is the sum, or the plain average, of shares of different groups."""
    shares = [
        m for m in story.mentions if m.quantity.is_share and as_share(m) is not None and m.quantity.where == "text"
    ]
    for first, second in pairwise(shares):
        leads = [m for m in story.mentions if m.index in (first.index - 1, second.index - 1)]
        apart = _are_apart(first, second) or _are_led(first, second, leads)
        if second.claim.sentence - first.claim.sentence > 1 or not apart:
            continue
        for stated in (
            s for s in shares if s.index > second.index and s.claim.sentence - second.claim.sentence <= _REACH
        ):
            if not _are_apart(first, second) and (stated.claim.sentence != second.claim.sentence or base_words(stated)):
                continue
            wrong = _added(stated, first, second, story) or _averaged(stated, first, second, story)
            if wrong is not None:
                yield _finding(stated, first, second, wrong)
                break


def _are_apart(first: Mention, second: Mention) -> bool:
    """Whether two shares are of groups that do not overlap."""
    places = place_before(first), place_before(second)
    if base_words(first) == base_words(second):
        return None not in places and places[0] != places[1] and bool(base_words(first))
    return are_different_groups(base_words(first), base_words(second))


def _draws(stated: Mention, second: Mention, story: Story, table: str) -> bool:
    """Whether words say that the figure is drawn from the two before it."""
    lead = between(story, second, stated)[-90:]
    return mentions_any(lead, "framing", table) or mentions_any(after(stated)[:60], "framing", table)


def _added(stated: Mention, first: Mention, second: Mention, story: Story) -> Recalculation | None:
    a, b, c = as_share(first), as_share(second), as_share(stated)
    if a is None or b is None or c is None or not _draws(stated, second, story, "result"):
        return None
    span = share_interval(first) + share_interval(second)
    if not (share_interval(stated).meets(span) and abs(a + b - c) <= 2 * _POINT and c > max(a, b) + 2 * _POINT):
        return None
    low, high = sorted((a, b))
    shown = f"between {number(low * 100)} and {number(high * 100)}"
    return worked_out("total", stated, (first, second), shown, (a + b) / 2, Interval(low, high))


def _averaged(stated: Mention, first: Mention, second: Mention, story: Story) -> Recalculation | None:
    """The average weighted by the sizes that the text gives, where the plain one was taken instead."""
    a, b, c = as_share(first), as_share(second), as_share(stated)
    sizes = _sizes(first, second, story)
    if a is None or b is None or c is None or None in sizes or not _draws(stated, second, story, "averaged"):
        return None
    m, n = (s.quantity.value or Fraction(0) for s in sizes if s is not None)
    true = (a * m + b * n) / (m + n) if m + n else c
    if abs((a + b) / 2 - c) * 200 > 1 or abs(true - c) < _POINT:
        return None
    shown = f"({number(a * 100)} * {number(m)} + {number(b * 100)} * {number(n)}) / {number(m + n)}"
    return worked_out("average", stated, (first, second, *(s for s in sizes if s)), shown, true)


def _sizes(first: Mention, second: Mention, story: Story) -> tuple[Mention | None, Mention | None]:
    """How many there are of each group; "in the school of 600 pupils 10 per cent": the count before each share."""
    leads = [m for m in story.mentions if m.index in (first.index - 1, second.index - 1)]
    if _are_led(first, second, leads):
        return leads[0], leads[1]
    return _size(first, story), _size(second, story)


def _are_led(first: Mention, second: Mention, leads: list[Mention]) -> bool:
    """Whether two counts of one noun stand before two shares, each in its own "in the …"."""
    if len(leads) != 2 or first.claim.sentence != second.claim.sentence or base_words(first) or base_words(second):
        return False
    one, other = leads
    counted = all(m.quantity.kind == "count" and m.quantity.value and m.claim.is_level for m in leads)
    alike = one.quantity.noun is not None and one.quantity.noun == other.quantity.noun
    start = first.sentence.start
    apart = first.sentence.text[first.quantity.end - start : other.quantity.start - start]
    opened = first.sentence.text[: one.quantity.start - start]
    placed = all(re.search(r"\b(?:in|at|among)\s+(?:the|a|its)\s+\w+", words, re.I) for words in (opened, apart))
    return counted and alike and placed and one.claim.sentence == first.claim.sentence


def _size(share: Mention, story: Story) -> Mention | None:
    """How many there are of the share's group: the count in its own base, or one with the same noun."""
    words = base_words(share)
    beside = re.match(r"\s*of\s+(?:the\s+|its\s+|all\s+)?(?=\d)", after(share))
    for mention in story.mentions:
        if mention.quantity.kind == "count" and mention.quantity.value and mention.claim.is_level:
            if beside and mention.index == share.index + 1:
                return mention
            if words and (mention.quantity.noun or "").lower() == " ".join(words):
                return mention
    return None


def _finding(stated: Mention, first: Mention, second: Mention, true: Recalculation) -> Finding:
    one, other = _label(first, "one group"), _label(second, "the other")
    low, high = sorted((as_share(first) or Fraction(0), as_share(second) or Fraction(0)))
    together = f"between {number(low * 100)} and {number(high * 100)} per cent"
    shown = together if true.kind == "total" else f"{number((true.value or Fraction(0)) * 100)} per cent"
    return Finding.on(
        stated.quantity,
        f"{capital(_of(first, one))} and {_of(second, other)} have different bases: "
        f"taken together it is {shown}, not {stated.text}.",
        stated=stated.index,
        plainly=f"Of every 100 {_many(first, one)} it is {number(_hundred(first))}, "
        f"of every 100 {_many(second, other)} {number(_hundred(second))}; "
        f"of every 100 of both it cannot be {number(_hundred(stated))}.",
        recalculations=(true,),
        cause="percentages of different bases " + ("added" if true.kind == "total" else "averaged"),
        suggestion="Check with the speaker."
        if stated.claim.quoted
        else f"Give the two shares apart, or say {shown} of both.",
    )


def _label(share: Mention, otherwise: str) -> str:
    place, base = place_before(share), base_words(share)
    named = place and place not in base and not mentions_any(place, "framing", "polls")
    return " ".join(base or (otherwise,)) + (f" in the {place}" if named else "")


def _of(share: Mention, group: str) -> str:
    """ "30 per cent of flats"; "one cottage in four" says it itself."""
    return share.text if share.quantity.kind == "ratio" and share.quantity.noun else f"{share.text} of {group}"


def _many(share: Mention, group: str) -> str:
    return group if base_words(share) else f"of {group}"


def _hundred(mention: Mention) -> Fraction:
    return (as_share(mention) or Fraction(0)) * 100
