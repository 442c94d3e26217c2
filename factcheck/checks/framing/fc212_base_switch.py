"""Changes one after the other, on different bases, set off against one another or added.

What falls by half has to double to be back; a rise of 50 per cent brings it to three quarters. Ten per
cent and then 20 make 32, not 30. Speaks in place of any arithmetic finding on the same figure. Source:
Huff, How to Lie with Statistics (1954), "the shifting base".
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.checks.framing._changes import direction, factor, plain_factor, way_of
from factcheck.checks.framing._prose import (
    after,
    before,
    between,
    capital,
    keys,
    mentions_any,
    options,
    reworded,
    text_of,
)
from factcheck.checks.framing._restored import as_before, is_of_another, things
from factcheck.checks.framing._sums import as_share, worked_out
from factcheck.model.display import number
from factcheck.model.finding import Finding
from factcheck.model.interval import Interval
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import Mention, Story
from factcheck.words import word_set

SEVERITY = "error"
REPLACES = {"FC101", "FC104", "FC106", "FC107", "FC108", "FC116", "FC203"}
_REACH = 4  # sentences from the one change to the other
_PRONOUN = re.compile(r"\W*(?:they|it|these|those|this|then|a further|another)\b", re.I)
_IT_HAS = re.compile(
    r"\b(?:it|they|that|this|which)\s+(?:has|have|had|is|was|were|means?|amounts?|came|comes)\b[^,;:]*$", re.I
)
_APPOSED = re.compile(r",\s+(?:or\s+)?an?\s+(?:[a-z-]+\s+)?(?P<noun>[a-z]+)\s+(?:of|by)\s+(?:\w+\s+)?$", re.I)
_OF_ITS = re.compile(r"\s*of\b", re.I)
_SMALL = Fraction(1, 200)
_HALF = Fraction(1, 2)


def check(story: Story) -> Iterator[Finding]:
    """Flag changes that are said to cancel out, or to add up, and do not."""
    changes = [m for m in story.mentions if _is_change(m)]
    for first, second in [*pairwise(changes), *_won_back(changes, story)]:
        end = _end_of_claim(first, second, story) if second.claim.sentence - first.claim.sentence <= _REACH else None
        if end is not None:
            yield from _cancelled(first, second, end, story)
    parts = [m for m in story.mentions if _is_part(m) or _is_plain_fraction(m) or _is_plain_multiple(m)]
    for a, b, c in zip(parts, parts[1:], parts[2:], strict=False):
        if a in changes and (_is_net(c, a, b, story) or _is_told_again(c, a, b, story)):
            yield from _summed(a, b, c)
        elif a in changes and direction(a) and _is_told_again(a, b, c, story):
            yield from _summed(b, c, a)


def _won_back(changes: list[Mention], story: Story) -> Iterator[tuple[Mention, Mention]]:
    """A change and the same figure again, told without a direction: "they have now won 10 per cent"."""
    for first in changes:
        second = next((m for m in story.mentions if m.index > first.index and _is_part(m)), None)
        if second is not None and second not in changes and second.quantity.value == first.quantity.value:
            yield first, second


def _is_plain_fraction(mention: Mention) -> bool:
    """ "Half of our money"."""
    return mention.quantity.kind == "fraction" and mention.claim.role == "share" and mention.quantity.where == "text"


def _is_plain_multiple(mention: Mention) -> bool:
    """ "It has been halved", which adds up changes as "by 50 per cent" would."""
    return mention.quantity.kind == "multiple" and _is_change(mention)


def _net(net: Mention) -> Fraction | None:
    """How far a change goes in all, as a part of one: "halved" by half."""
    value = net.quantity.value
    return abs(value - 1) if net.quantity.kind == "multiple" and value is not None else as_share(net)


def _is_part(mention: Mention) -> bool:
    """Whether a figure can be one of several changes, though its own words do not say which way."""
    plain = mention.claim.mood in ("plain", "forecast") and mention.quantity.where == "text"
    return plain and mention.quantity.kind == "percentage" and mention.claim.role in ("change", "share")


def _is_change(mention: Mention) -> bool:
    kind, value = mention.quantity.kind, mention.quantity.value
    plain = mention.claim.mood in ("plain", "forecast") and mention.quantity.where == "text"
    if kind == "multiple":
        return plain and value is not None and mention.quantity.text.lower().endswith("ed")
    return (
        plain
        and kind in ("percentage", "fraction")
        and mention.claim.role in ("change", "share")
        and factor(mention) is not None
    )


def _end_of_claim(first: Mention, second: Mention, story: Story) -> int | None:
    """Where the words end that say that all is as it was, if they follow the second change."""
    text = text_of(story, "text")
    following = [
        s
        for s in story.sentences
        if second.claim.sentence <= s.index <= second.claim.sentence + 1 and s.where == "text"
    ]
    stop = following[-1].end if following else second.sentence.end
    later = next((m.quantity.start for m in story.mentions if m.index > second.index and _is_change(m)), stop)
    tail = text[second.quantity.end : min(stop, later)]
    found = as_before(tail)
    if (
        found is None
        or is_of_another(first, second, story)
        or direction(first) == direction(second)
        or not _goes_on(tail[: found.start()])
    ):
        return None
    clause = tail[max(0, found.start() - 45) : found.start()]
    denied = mentions_any(clause, "framing", "not_restored") or "n't" in clause or "n’t" in clause
    return None if denied else second.quantity.end + found.end()


def _goes_on(words: str) -> bool:
    """Whether a sentence that begins before the claim is still about the change: "That puts …", "Anybody who …"."""
    start = re.split(r"[.!?][”\"']?\s+[“\"']?", words)
    return (
        len(start) == 1
        or not start[-1]
        or re.match(rf"(?:{options('framing', 'goes_on')})\b", start[-1], re.I) is not None
    )


def _cancelled(first: Mention, second: Mention, end: int, story: Story) -> Iterator[Finding]:
    back = "down" if direction(first) == "up" else "up"
    one, other, a, b = factor(first), factor(second, back), plain_factor(first), plain_factor(second, back)
    if one is None or other is None or not a or b is None or abs(a * b - 1) < _SMALL:
        return
    if Fraction(1) in one * other and first.quantity.value != second.quantity.value:
        return
    needed = number(abs(1 / a - 1) * 100, 3)
    left = f"{number(abs(a * b - 1) * 100, 3)} per cent {'below' if a * b < 1 else 'above'}"
    yield Finding(
        second.quantity.start, end, text_of(story, "text")[second.quantity.start : end],
        f"“{first.text}” and then “{second.text}” end {left} the start: "
        "the second is taken of what the first left. "
        f"To be back takes a {'rise' if a < 1 else 'fall'} of {needed} per cent.",
        stated=second.index,
        plainly=f"100 become {number(a * 100, 3)}, and then {number(a * b * 100, 3)}.",
        recalculations=(_needed(first, second, a),),
        cause="a change on another base",
        suggestion="Check with the speaker." if second.claim.quoted else f"Say that it is still {left} where it began.",
    )  # fmt: skip


def _needed(first: Mention, second: Mention, left: Fraction) -> Recalculation:
    """What the second change would have to be."""
    shown = f"1 / {number(left)}"
    if second.quantity.kind == "multiple":
        return worked_out("multiple", second, (first,), shown, 1 / left)
    return worked_out("change", second, (first,), f"{shown} - 1", abs(1 / left - 1))


def _is_net(net: Mention, first: Mention, second: Mention, story: Story) -> bool:
    """Whether a third change is told as the two together."""
    if net.claim.sentence - second.claim.sentence > 1 or second.claim.sentence - first.claim.sentence > 1:
        return False
    around = f"{between(story, first, second)}; {after(second)[:40]}"
    if mentions_any(after(second), "framing", "one_base"):
        return False
    summed = f"{between(story, second, net)[-80:]} {after(net)[:40]}"
    taken = mentions_any(summed, "framing", "taken_in_all") and _is_of_same(net, first, second)
    apposed = _APPOSED.search(between(story, second, net))
    told = taken or mentions_any(summed, "framing", "in_all") or (apposed and way_of(apposed["noun"].lower()))
    return bool(told) and any(mentions_any(around, "framing", table) for table in ("successive", "in_turn"))


def _is_told_again(net: Mention, first: Mention, second: Mention, story: Story) -> bool:
    """Whether a change of its own, in a sentence before or after the two, is of the same thing and the same way."""
    apart = net.claim.sentence - (second if net.index > second.index else first).claim.sentence
    listed = apart == 0 and net.index < first.index and re.search(r"[:–—]", between(story, net, first)) is not None
    if (
        not (listed or 1 <= abs(apart) <= 2)
        or second.claim.sentence - first.claim.sentence > 1
        or second.claim.is_level
    ):
        return False
    ways = {way for m in (first, second) if (way := direction(m))}
    steps = (
        f"{between(story, first, second)[-60:]} {second.sentence.text[second.quantity.end - second.sentence.start :]}"
    )
    in_turn = mentions_any(steps, "framing", "in_turn") and not mentions_any(steps, "framing", "one_base")
    own = {way} if (way := direction(net)) else set()
    return in_turn and bool(own) and ways <= own and _is_of_that(net, first, second)


def _is_of_that(net: Mention, first: Mention, second: Mention) -> bool:
    """ "A 50 per cent increase in one year", "hours have been cut by 40 per cent": nothing that was not told."""
    said_of = re.match(r"\s+(?:\w+\s+)?(?:in|of|to)\s+(?:the\s+|its\s+|their\s+)?([a-z]+)", after(net), re.I)
    changed = things(f"{first.sentence.text} {second.sentence.text}")
    if net.index > second.index and re.search(r"\b(?:an?|the|this|that|of)\s+(?:\w+\s+)?$", before(net), re.I):
        return (
            said_of is None
            or said_of[1].lower() in word_set("framing", "spans_of_time")
            or bool(keys(said_of[1]) & changed)
        )
    subject = things(" ".join(re.split(r"[,;:]", before(net))[-1].split()[-8:]))
    if second.sentence.index != first.sentence.index and not _PRONOUN.match(second.sentence.text):
        changed = things(first.sentence.text) & things(second.sentence.text)
    later = first if net.index < first.index else net
    pronoun = re.search(r"\b(?:they|it|them|its|their)\b", later.sentence.text, re.I) is not None
    if net.claim.sentence == second.claim.sentence + 1 and _IT_HAS.search(before(net)):
        return True
    return bool(subject & changed) or (net.index < first.index and pronoun and bool(subject))


def _is_of_same(net: Mention, first: Mention, second: Mention) -> bool:
    """Whether the whole that a figure is of, if it is named, is what the changes were of: "half of our money"."""
    whole = re.match(r"\s+of\s+(?:[a-z]+\s+)?([a-z]+)", after(net), re.I)
    changed = keys(f"{first.sentence.text} {second.sentence.text}")
    return whole is None or whole[1].lower() in word_set("framing", "pots") or bool(keys(whole[1]) & changed)


def _signed(change: Fraction, rises: bool) -> str:
    """A change the way that the writer tells it, or the other way round."""
    turned = "" if change >= 0 else "a fall of " if rises else "a rise of "
    return f"{turned}{number(abs(change) * 100, 3)} per cent"


def _nearer(span: Interval, value: Fraction) -> Interval:
    """Half of what a figure can stand for, about what is printed."""
    return (span + Interval.exactly(value)).scaled(_HALF)


def _summed(first: Mention, second: Mention, net: Mention) -> Iterator[Finding]:
    way = direction(first) or direction(net)
    a, b, total = plain_factor(first, way), plain_factor(second, way), _net(net)
    one, other = factor(first, way), factor(second, way)
    if a is None or b is None or one is None or other is None or total is None or abs(a + b - 2) != total:
        return
    # The sum of the printed figures comes by adding them: only half of their rounding could make it by chance.
    if not any(_OF_ITS.match(after(m)) for m in (first, second)):  # "12 per cent of its staff": of the first staff?
        one, other = _nearer(one, a), _nearer(other, b)
    rises = a + b > 2 if direction(first) != direction(second) else a * b > 1
    true, span = a * b - 1, one * other - Interval.exactly(1)
    true, span = (true, span) if rises else (-true, -span)
    allowed = span.scaled(100 if net.quantity.unit == "percent" else 1)
    shown = f"{number(a)} * {number(b)}"
    sum_ = worked_out("change", net, (first, second), f"{shown} - 1" if rises else f"1 - {shown}", true)
    if net.quantity.kind == "multiple":
        sum_, allowed = worked_out("multiple", net, (first, second), shown, a * b), one * other
    if sum_.holds or net.quantity.stated is None or net.quantity.stated.meets(allowed):
        return
    yield Finding.on(
        net.quantity,
        f"{capital(first.text)} and then {second.text} make {_signed(true, rises)}, not {net.text}: "
        f"the second is taken of what the first left.",
        stated=net.index,
        plainly=f"100 become {number(a * 100)}, and then {number(a * b * 100)}.",
        recalculations=(sum_,),
        cause="percentages of different bases added",
        suggestion=f"Say {number(abs(true) * 100, 3)} per cent."
        if net.quantity.kind == "multiple"
        else reworded(net, f"{number(true * 100, 3)} per cent")
        if true >= 0
        else f"Say that it is {_signed(true, rises)} in all.",
    )
