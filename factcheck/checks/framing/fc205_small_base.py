"""A percentage of fewer than 30 things, or a change from fewer than 30.

90 per cent of 20 farmers sounds like a law of nature; two farmers fewer and it is 80. The counts say
what was seen, and Wilson's interval how far chance alone could have moved the share. A note where the
counts stand in the same or the next sentence, since a reader can see them there. Source: Wilson (1927),
Probable Inference; the usual rule that statistics offices print no percentages on fewer than 30.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.checks.framing._changes import direction
from factcheck.checks.framing._prose import after, between, capital, key, keys, mentions_any, noted
from factcheck.checks.framing._sums import Counts, counts_behind, worked_out
from factcheck.model.display import number
from factcheck.model.finding import Finding, Severity
from factcheck.model.relation import Attainable, Mention, Relation, Story
from factcheck.model.sampling import wilson

SEVERITY = "warning"
_SMALL = 30
_SURE = "and beyond that one time in 20"
_THERE = re.compile(r"(?:there\s+(?:were|was|have\s+been)|it\s+(?:had|has|saw)|they\s+(?:had|saw))\b", re.I)
_REACH = 2  # sentences
_DATED = re.compile(r"\b(?:in|last|this|previous|earlier|before|ago)\b|\b(?:19|20)\d\d\b", re.I)
_EARLIER = re.compile(r"\b(?:year|month|season|quarter|term|summer|winter)\s+(?:before|earlier)\b", re.I)
_GENERIC = frozenset(map(key, ("cases", "incidents", "reports", "instances", "examples", "occasions")))
_AFTER = re.compile(r"\b(?:after|later|since|now|next|following)\b", re.I)


def check(story: Story) -> Iterator[Finding]:
    """Flag each percentage on a small base, and each percentage change from a small count."""
    for counts in counts_behind(story):
        whole = counts.whole.quantity
        if (
            counts.share.quantity.kind == "percentage"
            and whole.kind == "count"
            and whole.value
            and (counts.part.quantity.value or 0) <= whole.value < _SMALL
        ):
            yield _on_share(counts)
    counted = {c.share.index for c in counts_behind(story)}
    for relation in story.relations:
        if isinstance(relation, Attainable) and relation.holds and relation.stated.index not in counted:
            yield from _on_whole(relation)
    for relation in (*story.relations, *_told_next(story)):
        if relation.holds and relation.recalculation.kind == "change" and _is_from_few(relation):
            yield _on_change(relation)


def _told_next(story: Story) -> Iterator[Relation]:
    """A change whose two counts a sentence soon after gives: "There were six, compared with four the summer before"."""
    settled = {r.stated.index for r in story.relations}
    for change in story.mentions:
        if change.claim.role != "change" or change.quantity.kind != "percentage" or change.index in settled:
            continue
        for ahead in range(1, _REACH + 1):
            row = [m for m in story.mentions if m.sentence.index == change.sentence.index + ahead]
            pair = [m for m in row if m.quantity.kind == "count" and m.claim.is_level][:2]
            if len(pair) == 2 and change.quantity.where == "text" and _are_told_of(change, pair, story):
                yield from _moved(change, *pair)


def _are_told_of(change: Mention, pair: list[Mention], story: Story) -> bool:
    """Whether two counts are of what changed, at two times."""
    first, second = pair
    gap, behind = between(story, first, second), after(second)[:60]
    in_turn = _EARLIER.search(gap) or (_DATED.search(gap) and (_DATED.search(behind) or _AFTER.search(behind)))
    nouns = keys(f"{first.quantity.noun or ''} {second.quantity.noun or ''}")
    told = keys(change.sentence.text) | _GENERIC
    return bool(in_turn or mentions_any(gap, "framing", "contrast")) and nouns <= told


def _moved(change: Mention, first: Mention, second: Mention) -> Iterator[Relation]:
    """The change from the one count to the other, whichever order they are told in."""
    for old, new in ((first, second), (second, first)):
        low, high = old.quantity.value, new.quantity.value
        if low and high and (high > low) == (direction(change) == "up"):
            shown = f"({number(high)} - {number(low)}) / {number(low)}"
            sum_ = worked_out("change", change, (old, new), shown, abs(high / low - 1))
            yield Relation(change, (old, new), sum_)


def _is_from_few(change: Relation) -> bool:
    """Whether a percentage is a change from a small count, by the figures themselves."""
    stated, start, end = change.stated.quantity, change.operands[0].quantity, change.operands[-1].quantity
    if stated.kind != "percentage" or start.kind != "count" or not start.value or end.value is None or not stated.value:
        return False
    return start.value < _SMALL and abs(abs(end.value / start.value - 1) * 100 - stated.value) <= 1


def _severity(stated: Mention, *operands: Mention) -> Severity:
    shown = all(0 <= o.claim.sentence - stated.claim.sentence <= 1 for o in operands)
    return "note" if shown else "warning"


def _on_share(counts: Counts) -> Finding:
    share, top, bottom = counts.share, int(counts.part.quantity.value or 0), int(counts.whole.quantity.value or 1)
    low, high = wilson(top, bottom)
    seen = f"{top} of {bottom}"
    fewer, more = (number(Fraction(max(0, min(bottom, n)), bottom) * 100, 2) for n in (top - 1, top + 1))
    return Finding.on(
        share.quantity,
        f"{capital(share.text)} is {seen}. With so few, chance alone allows anything "
        f"from {number(low * 100, 2)} to {number(high * 100, 2)} per cent, {_SURE}.",
        severity=_severity(share, counts.part, counts.whole),
        stated=share.index,
        plainly=f"{seen}: one fewer would make it {fewer} per cent, one more {more}.",
        recalculations=(counts.recalculation,),
        suggestion=_suggestion(share, seen, counts.part, counts.whole),
    )


def _suggestion(stated: Mention, seen: str, *counts: Mention) -> str:
    """The counts in a bracket; where the sentence has them already, the percentage adds nothing."""
    if all(count.claim.sentence == stated.claim.sentence for count in counts):
        return f"Leave “{stated.text}” out: {seen} is told already, and with so few it says all there is."
    return noted(stated, seen)


def _on_whole(only: Attainable) -> Iterator[Finding]:
    """A share of a few whose base alone is printed: "75 per cent of the vets, a survey of all 16 shows"."""
    share, whole, true = only.stated, only.operands[0].quantity, only.recalculation.value
    sure = share.claim.base == only.operands[0].index and share.claim.base_certainty == "said"
    if not sure or len(only.operands) != 1 or not true or not whole.value or whole.value >= _SMALL:
        return
    top, bottom = round(true * whole.value), int(whole.value)
    low, high = wilson(top, bottom)
    yield Finding.on(
        share.quantity,
        f"{capital(share.text)} of {bottom} is {top}. With so few, chance alone allows anything "
        f"from {number(low * 100, 2)} to {number(high * 100, 2)} per cent, {_SURE}.",
        severity=_severity(share, only.operands[0]),
        stated=share.index,
        plainly=f"{top} of {bottom}.",
        recalculations=(only.recalculation,),
        suggestion=noted(share, f"{top} of {bottom}"),
    )


def _on_change(change: Relation) -> Finding:
    start, end = change.operands[0], change.operands[-1]
    return Finding.on(
        change.stated.quantity,
        f"{capital(change.stated.text)} is a change from {start.text} to {end.text}: "
        "with so few, one or two more or fewer can be chance.",
        severity=_severity(change.stated, *change.operands),
        stated=change.stated.index,
        plainly=f"From {start.text} to {end.text}.",
        recalculations=(change.recalculation,),
        suggestion=_suggestion(change.stated, f"from {start.text} to {end.text}", start, end),
    )
