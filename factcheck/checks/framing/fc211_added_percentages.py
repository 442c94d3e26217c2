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

from factcheck.checks.framing._groups import are_apart, base_words, lead, owned_apart, place_before
from factcheck.checks.framing._prose import after, before, between, capital, key, keys, mentions_any, said
from factcheck.checks.framing._sums import as_share, share_interval, worked_out
from factcheck.model.display import number
from factcheck.model.finding import Finding
from factcheck.model.interval import Interval
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import Mention, Story
from factcheck.words import word_set

SEVERITY = "error"
REPLACES = {"FC101", "FC102", "FC104", "FC105", "FC109", "FC111", "FC112", "FC116", "FC118", "FC203"}
_PLACED = re.compile(r"(?:^|[.;,]|\band|\bbut|\bwhile)\s+(?:at|in|among|on)\s+(?:(?:the|a|its)\s+)?\w+", re.I)
_CLAUSE = re.compile(r"[.;](?=\s)|,?\s+\b(?:while|whereas|but|and)\b")
_OF_ALL = re.compile(r"\s*of\s+(?!(?:its|their|his|her|this|that)\b)[a-z]", re.I)
_REACH = 2  # sentences
_POINT = Fraction(1, 100)


def check(story: Story) -> Iterator[Finding]:
    """Flag each share that is the sum, or the plain average, of shares of different groups."""
    shares = [
        m for m in story.mentions if m.quantity.is_share and as_share(m) is not None and m.quantity.where == "text"
    ]
    for n, (first, second) in enumerate(pairwise(shares)):
        led = _are_led(first, second, story)
        apart = led or are_apart(first, second) or owned_apart(first, second, between(story, first, second))
        if second.claim.sentence - first.claim.sentence > 1 or not apart:
            continue
        told_before = shares[n - 1 : n] if n and first.claim.sentence - shares[n - 1].claim.sentence <= 1 else []
        ahead = [s for s in shares[n + 2 :] if s.claim.sentence - second.claim.sentence <= _REACH]
        for stated in (*ahead, *told_before):
            wrong = _added(stated, first, second, story) or _averaged(stated, first, second, story)
            if wrong is not None and _is_of_both(stated, first, second, story):
                yield _finding(stated, first, second, wrong)
                break


def _is_of_both(stated: Mention, first: Mention, second: Mention, story: Story) -> bool:
    """Whether a share is of the groups together: of neither alone, and of more than the sentence before it."""
    if stated.index < first.index:
        own = base_words(stated)
        return bool(own) and own not in (base_words(first), base_words(second))
    told, counted = base_words(stated), lead(first, story)
    if owned_apart(first, second, between(story, first, second)):
        return _OF_ALL.match(after(stated)) is not None
    if are_apart(first, second) or not told or counted is None:
        return True
    noun, persons = said(counted.quantity.noun or ""), word_set("framing", "persons")
    return bool(set(map(key, told)) & set(map(key, noun))) or bool(persons & set(told) and persons & set(noun))


def _draws(stated: Mention, second: Mention, story: Story, table: str) -> bool:
    """Whether words say that the figure is drawn from the two before it."""
    lead = between(story, second, stated)[-90:]
    return mentions_any(lead, "framing", table) or mentions_any(after(stated)[:60], "framing", table)


def _added(stated: Mention, first: Mention, second: Mention, story: Story) -> Recalculation | None:
    a, b, c = as_share(first), as_share(second), as_share(stated)
    drawn = stated.index < first.index or _draws(stated, second, story, "result") or _is_of_whole(stated, first)
    if a is None or b is None or c is None or not drawn:
        return None
    span = share_interval(first) + share_interval(second)
    if not (share_interval(stated).meets(span) and abs(a + b - c) <= 2 * _POINT and c > max(a, b) + 2 * _POINT):
        return None
    low, high = sorted((a, b))
    shown = f"between {number(low * 100)} and {number(high * 100)}"
    return worked_out("total", stated, (first, second), shown, (a + b) / 2, Interval(low, high))


def _is_of_whole(stated: Mention, first: Mention) -> bool:
    """ "A third of farms in the north …, half of those in the south. Five-sixths of our farms …": of all of them."""
    later = stated.claim.sentence > first.claim.sentence and place_before(stated) is None
    return later and place_before(first) is not None and base_words(stated)[-1:] == base_words(first)[-1:] != ()


def _averaged(stated: Mention, first: Mention, second: Mention, story: Story) -> Recalculation | None:
    """The average weighted by the sizes that the text gives, where the plain one was taken instead."""
    a, b, c = as_share(first), as_share(second), as_share(stated)
    sizes = _sizes(first, second, story)
    drawn = any(_draws(stated, second, story, table) for table in ("averaged", "result"))
    if a is None or b is None or c is None or None in sizes or stated.index < first.index or not drawn:
        return None
    m, n = (s.quantity.value or Fraction(0) for s in sizes if s is not None)
    true = (a * m + b * n) / (m + n) if m + n else c
    if abs((a + b) / 2 - c) * 200 > 1 or abs(true - c) < _POINT:
        return None
    shown = f"({number(a * 100)} * {number(m)} + {number(b * 100)} * {number(n)}) / {number(m + n)}"
    return worked_out("average", stated, (first, second, *(s for s in sizes if s)), shown, true)


def _sizes(first: Mention, second: Mention, story: Story) -> tuple[Mention | None, Mention | None]:
    """How many there are of each group; "in the school of 600 pupils 10 per cent": the count before each share."""
    if _are_led(first, second, story):
        return lead(first, story), lead(second, story)
    return _size(first, story), _size(second, story)


def _are_led(first: Mention, second: Mention, story: Story) -> bool:
    """Whether a count of a group stands before each of two shares, and a place of its own opens the second's words."""
    one, other = lead(first, story), lead(second, story)
    if one is None or other is None or one.quantity.value == other.quantity.value:
        return False
    gap = between(story, first, second)
    nouns = {n.lower() for m in (one, other) if (n := m.quantity.noun)}
    persons = all(word_set("framing", "persons") & set(said(noun)) for noun in nouns)
    alike = len(nouns) == 1 or (len(nouns) == 2 and persons)
    placed = _PLACED.search(gap) or _has_own_subject(one, other, between(story, first, other))
    return alike and bool(placed) and not base_words(second)


def _has_own_subject(one: Mention, other: Mention, gap: str) -> bool:
    """ "The academies had 240 entrants … The other schools entered 2,160": another subject in a clause of its own."""
    first, second = (keys(text.rpartition(" ")[0]) for text in (before(one).strip(), _CLAUSE.split(gap)[-1].strip()))
    return _CLAUSE.search(gap) is not None and bool(first and second) and not first & second


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
