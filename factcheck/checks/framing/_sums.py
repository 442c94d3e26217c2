"""Sums that a framing check works out itself, and the counts behind shares."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from factcheck.checks.framing._prose import before
from factcheck.model.display import in_words, measured, number
from factcheck.model.interval import Interval
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import ImpliedCount, Mention, Share, Story

_FAR = 40  # numbers
_NEAR = 2  # sentences


def worked_out(
    kind: str,
    stated: Mention,
    operands: Sequence[Mention],
    expression: str,
    value: Fraction,
    interval: Interval | None = None,
) -> Recalculation:
    """A sum over printed figures, held against the stated one; `value` is in parts of one for a share."""
    quantity = stated.quantity
    scale = 100 if quantity.unit == "percent" else 1
    computed = (interval or Interval.exactly(value)).scaled(scale)
    holds = quantity.stated is not None and (quantity.stated.meets(computed) or _is_cut(stated, computed))
    shown = measured(value * scale, quantity)
    return Recalculation(
        kind, stated.index, tuple(o.index for o in operands), expression, value, computed, shown, holds,
        working=in_words(expression, shown, quantity, holds, "nearest"), sources=("the words around it",),
    )  # fmt: skip


def _is_cut(stated: Mention, computed: Interval) -> bool:
    value, step = stated.quantity.value, stated.quantity.step
    return (
        value is not None
        and step is not None
        and value >= 0
        and stated.quantity.hedge is None
        and Interval(value, value + step, False, True).meets(computed)
    )


def as_share(mention: Mention) -> Fraction | None:
    """A share as a part of one."""
    value = mention.quantity.value
    return value / 100 if value is not None and mention.quantity.unit == "percent" else value


def share_interval(mention: Mention) -> Interval:
    """What a share can stand for, as parts of one."""
    stated = mention.quantity.stated or Interval(None, None)
    return stated.scaled(Fraction(1, 100)) if mention.quantity.unit == "percent" else stated


@dataclass(frozen=True, slots=True)
class Counts:
    """The part and the whole that make a share, and the sum."""

    share: Mention
    part: Mention
    whole: Mention
    recalculation: Recalculation


def counts_behind(story: Story) -> list[Counts]:
    """Every share whose part and whole the text prints: as a relation says, or as "N of the M" close by."""
    held = [r for r in story.relations if r.holds]
    known = [Counts(r.stated, r.part, r.whole, r.recalculation) for r in held if isinstance(r, Share)]
    for implied in (r for r in held if isinstance(r, ImpliedCount)):
        if len(implied.operands) == 2 and implied.operands[0].quantity.is_share:
            share, whole = implied.operands
            known += [c for c in _counts(share, implied.stated, whole) if c.recalculation.holds]
    settled = {r.stated.index for r in story.relations} | {c.share.index for c in known}
    for share in story.mentions:
        if share.claim.role == "share" and share.quantity.kind == "percentage" and share.index not in settled:
            fits = [c for c in (*_beside(share, story), *_of_its_noun(share, story)) if c.recalculation.holds]
            known += fits if len({c.recalculation.value for c in fits}) == 1 else []
    return list({c.share.index: c for c in reversed(known)}.values())[::-1]


def _beside(share: Mention, story: Story) -> list[Counts]:
    found = []
    for part in story.mentions[max(0, share.index - _FAR) : share.index + _FAR]:
        base = part.claim.base
        near = abs(part.claim.sentence - share.claim.sentence) <= _NEAR and part.quantity.where == share.quantity.where
        if not near or base is None or not (part.claim.is_level and part.quantity.kind == "count"):
            continue
        whole = story.mentions[base]
        if part.claim.base_certainty == "said" and whole.quantity.kind == "count" and whole.index != part.index:
            found += _counts(share, part, whole)
    return found


def _of_its_noun(share: Mention, story: Story) -> list[Counts]:
    """ "Two per cent of drivers …, said police, who tested 4,000 drivers and caught 64": the only two of its noun."""
    noun = _head(share)
    same = [
        m for m in story.row(share)
        if m.quantity.kind == "count" and m.claim.is_level and _head(m) == noun
    ]  # fmt: skip
    if noun is None or len(same) != 2:
        return []
    whole, part = same
    verbed = re.search(r"(?:\band|,)\s+(?:\w+\s+)?[a-z]+(?:ed|t|d|n|w)\s+(?:only\s+|just\s+)?$", before(part))
    return _counts(share, part, whole) if verbed and part.claim.base in (None, whole.index) else []


def _head(mention: Mention) -> str | None:
    """The noun that a number is told of, or is of."""
    return mention.quantity.noun.lower().split()[-1] if mention.quantity.noun else None


def _counts(share: Mention, part: Mention, whole: Mention) -> list[Counts]:
    top, bottom = part.quantity.value, whole.quantity.value
    if top is None or not bottom or top > bottom:
        return []
    expression = f"{number(top)} / {number(bottom)}"
    return [Counts(share, part, whole, worked_out("share", share, (part, whole), expression, top / bottom))]
