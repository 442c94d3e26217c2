"""A change told as two others one after the other: "8 per cent and then 12.5, which compounds to 21.5".

Only ever a tick: what was added where it had to be multiplied is FC212's to say, from the words.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Relation
from factcheck.relations.formula import Formula, Sum
from factcheck.relations.scene import Scene
from factcheck.relations.weigh import as_part, of_hundred

_TOGETHER = re.compile(
    r"\b(?:compound\w*|cumulative\w*|in all|all told|altogether|in total|total|overall|combined|together|so|makes?"
    r"|making|means|over the two|over both)\b"
)
_ONE_BASE = re.compile(
    r"^\s*(?:percentage\s+)?(?:points?\b|of (?:the|that|its|their) (?:same )?"
    r"(?:\d{4} |original |initial |starting |first |old )?(?:level|total|base|figure|baseline)\b)"
)


def in_turn(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """The second change taken of what the first left."""
    first, second = operands
    ways = [q.direction for q in (first, second, stated) if q.direction]
    if len(set(ways)) != 1 or None in (first.value, first.stated, second.value, second.stated):
        return None
    sign, one = (1 if ways[0] == "up" else -1), Interval.exactly(1)
    value, interval, shown = Fraction(1), one, []
    for change in (first, second):
        part = as_part(change, change.stated or Interval(None, None))
        size = 1 + sign * (change.value or Fraction(0)) / of_hundred(change)
        value, interval = value * size, interval * (one + part if sign > 0 else one - part)
        shown.append(number(size))
    moved = interval - one if sign > 0 else one - interval
    return Sum(abs(value - 1), moved, f"{' * '.join(shown)} - 1", Fraction(of_hundred(stated)))


def added(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """Two changes of one base."""
    first, second = operands
    if None in (first.value, first.stated, second.value, second.stated):
        return None
    parts = [as_part(q, q.stated or Interval(None, None)) for q in operands]
    value = sum(((q.value or Fraction(0)) / of_hundred(q) for q in operands), Fraction(0))
    shown = " + ".join(number((q.value or Fraction(0)) / of_hundred(q) * 100) for q in operands)
    return Sum(value, parts[0] + parts[1], shown, Fraction(of_hundred(stated)))


def implied(scene: Scene) -> Iterator[Formula]:
    """One formula for each change that words draw from the two before it."""
    steps = [c for c in scene.claims if c.kind in ("percentage", "fraction") and c.role in ("share", "change")]
    for first, second in pairwise(steps):
        net = next((c for c in steps if c.quantity > second.quantity), None)
        if net is None or first.role != "change" or not 0 <= net.sentence - first.sentence <= 2:
            continue
        if _TOGETHER.search(f"{_words(second, net, scene)} {net.after[:40]}"):
            work = added if _ONE_BASE.match(_after(second, scene)) else in_turn
            choice = (first.quantity, second.quantity)
            yield Formula("change", net.quantity, (choice,), "fair", work, Relation, "the two changes before it", 5)


def _words(second: Claim, net: Claim, scene: Scene) -> str:
    """The words from the second change to the one that sums up."""
    row = scene.claims[second.quantity + 1 : net.quantity + 1]
    return " ".join(c.before for c in row)


def _after(claim: Claim, scene: Scene) -> str:
    """What follows a change: "of that 1990 level", a year in it or not."""
    following = scene.after(claim)[:1]
    return claim.after + (f"{following[0].same.partition(':')[2]}{following[0].after}" if following else "")
