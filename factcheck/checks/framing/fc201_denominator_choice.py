"""A share over a wide base where the text has a nearer one that tells another story.

147 of the 8,586 people whom police dealt with is 1.7 per cent; of the 959 who were sent a text message
it is 15.3 per cent. Both are right; a reader takes an "engagement rate" for the second. The finding
lays out the funnel. It speaks where the nearer base lies, by the text's own words or by a usual
ladder (invited, replied), between part and whole, makes the share at least twice as large, and is not
given as a share by the text itself. Source: Gigerenzer, Calculated Risks (reference classes).
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.checks.framing._prose import after, capital, in_style, reworded, text_of
from factcheck.checks.framing._sums import share_interval
from factcheck.model.display import number, percent
from factcheck.model.finding import Alternative, Finding, Step
from factcheck.model.frequencies import in_every, natural_base, of_every
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import Mention, Share, Story

SEVERITY = "warning"
_TWICE = 2


def check(story: Story) -> Iterator[Finding]:
    """Flag each share whose numerator has a nearer base."""
    shares = [r for r in story.relations if isinstance(r, Share) and r.holds]
    told = {(s.part.claim.node, s.whole.claim.node) for s in shares}
    for share in shares:
        nearer = [(m, other) for m, other in share.between if _factor(other, share.recalculation) >= _TWICE]
        given = any(
            (share.part.claim.node, m.claim.node) in told or _is_told(other, share, story) for m, other in nearer
        )
        if nearer and not given:
            yield _finding(share, nearer, story)


def _is_told(other: Recalculation, share: Share, story: Story) -> bool:
    """Whether the text gives the nearer share too: "3 per cent of the leavers, but 30 per cent of those who asked"."""
    near = [m for m in story.mentions if abs(m.claim.sentence - share.stated.claim.sentence) <= 1]
    return any(
        share_interval(m).meets(Interval.exactly(other.value or Fraction(0)))
        for m in near
        if m.quantity.is_share and m.claim.role == "share" and m.index != share.stated.index
    )


def _factor(other: Recalculation, own: Recalculation) -> Fraction:
    return other.value / own.value if other.value and own.value else Fraction(0)


def _finding(share: Share, nearer: list[tuple[Mention, Recalculation]], story: Story) -> Finding:
    stated = share.stated.quantity
    mention, other = nearer[-1]
    here = in_style(other.value or Fraction(0), stated.text)
    rank = (
        f" Of the {len(nearer) + 1} shares that the text's figures allow, it is the lowest." if len(nearer) > 1 else ""
    )
    return Finding.on(
        stated,
        f"{capital(stated.text)} is {share.part.text} of the {share.whole.label}. "
        f"Of the {mention.label} it is {here}, {_times(_factor(other, share.recalculation))} as much.{rank}",
        stated=share.stated.index,
        plainly=_plainly(share, mention),
        recalculations=(share.recalculation,),
        alternatives=tuple(
            Alternative(m.index, m.label, r.display, _factor(r, share.recalculation)) for m, r in reversed(nearer)
        ),
        funnel=tuple(_funnel([share.whole, *(m for m, _ in share.between), share.part])),
        suggestion=_suggestion(share, mention, here, story),
    )


def _suggestion(share: Share, nearer: Mention, here: str, story: Story) -> str:
    """The writer's sentence with both shares, where the grammar bears it; else both shares."""
    stated, behind = share.stated.quantity, after(share.stated)
    own = text_of(story, stated.where)[_start(stated) : stated.end]
    both = f"{here} of the {nearer.label} and {own} of the {share.whole.label}"
    if share.stated.claim.quoted or re.match(r"\s*(?:[,.;:)–—]|-\s|$)", behind):
        return reworded(share.stated, both, _start(stated))
    if re.match(r"\s+of\b", behind):
        return reworded(share.stated, f"{here} of the {nearer.label} and {own}", _start(stated))
    return f"Give both: {both}."


def _start(stated: Quantity) -> int:
    """Where the share begins with its hedge: the other share has none."""
    return min(stated.start, stated.hedge_span[0]) if stated.hedge_span else stated.start


def _plainly(share: Share, nearer: Mention) -> str | None:
    """The funnel in people: of every 1,000 so many, and of every 100 of those so many."""
    whole, middle, part = (m.quantity.value for m in (share.whole, nearer, share.part))
    if not whole or not middle or not part or part > middle or middle > whole:
        return None
    base, near = natural_base(middle / whole, part / whole), natural_base(part / middle)
    if base is None or near is None:
        return (
            f"Of the {nearer.label}, {in_every(part / middle)}; of the {share.whole.label}, {in_every(part / whole)}."
        )
    return (
        f"Of every {base:,} of the {share.whole.label}, {of_every(middle / whole, base)} are among the {nearer.text} "
        f"and {of_every(part / whole, base)} among the {share.part.text}. "
        f"Of every {near:,} of the {nearer.text}, {of_every(part / middle, near)} are."
    )


def _times(factor: Fraction) -> str:
    return f"{number(factor, 2)} times"


def _funnel(chain: list[Mention]) -> Iterator[Step]:
    """Each population of the funnel, as a share of the one before and of the first."""
    sizes = [m.quantity.value or Fraction(0) for m in chain]
    for n, mention in enumerate(chain):
        before = percent(sizes[n] / sizes[n - 1]) if n and sizes[n - 1] else None
        first = percent(sizes[n] / sizes[0]) if n and sizes[0] else None
        yield Step(mention.index, mention.label, sizes[n], before, first)
