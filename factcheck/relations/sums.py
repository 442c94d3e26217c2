"""Sums of parts, and totals told before them: "more than 900 homes … 512 by the lake and 361 on the hill, and none
besides".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import takewhile

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Total
from factcheck.relations.formula import PLANNED, Formula, Operands, Sum
from factcheck.relations.phrasing import is_exception
from factcheck.relations.scene import Scene, alike
from factcheck.relations.slips import look_alike
from factcheck.words import words

_NO_OTHERS = re.compile(
    r"\b(?:no others?|nobody else|no one else|nothing else|and none|none besides|none elsewhere|nowhere else|no more|"
    r"nothing more|nothing besides|nobody besides|not one more|that is all|that was all|that is the lot)\b"
    r"(?=\s*(?:$|[.,;:)–—]|and\b|at all\b|besides\b|elsewhere\b|than that\b))"
)
_PLACE = re.compile(r"^[^,;:.]*\b(?:in|at|on|by|near|from|under|along|outside|inside|behind|beside|between) [a-z]")
_PAYS = re.compile(r"\b(?:pays?|paid|covers?|covered|go|goes|went|spent|split|divided|shared|buys?|funds?)\b")
_ONE = re.compile(r"\b(?:one|first|former)\b")
_OTHER = re.compile(r"\b(?:the other|second|latter)\b")
_FEWEST = 2
_MOST_PARTS = 8
_NEAR = 4  # one part in so many
_SLIP = 40


def implied(scene: Scene) -> Iterator[Formula]:
    """Totals told before all of their parts, and sums of money with those that they are spent on."""
    for claim in scene.claims:
        if claim.is_level and claim.scope != "further" and not is_exception(claim):
            yield from _listed_after(claim, scene)
            yield from _paid_out(claim, scene)


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """The sum of the parts."""
    if any(q.value is None or q.stated is None for q in operands):
        return None
    value = sum((q.value for q in operands if q.value is not None), Fraction(0))
    interval = Interval.exactly(0)
    for quantity in operands:
        interval += quantity.stated or Interval(None, None)
    return Sum(value, interval, " + ".join(number(q.value) for q in operands if q.value is not None))


def at_least(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """Everything from the sum of the parts up: money and matter cannot be in two parts at once."""
    whole = work_out(stated, operands)
    if whole is None or whole.interval is None:
        return None
    return Sum(whole.value, Interval(whole.interval.low, None, whole.interval.low_open), whole.expression)


def says_no_others(text: str) -> bool:
    """Whether some words behind a list say that it is the whole."""
    return _NO_OTHERS.search(text) is not None


def parts_set_apart(total: Claim, parts: Sequence[Claim]) -> Iterator[Formula]:
    """Parts in places of their own, said to be of a total that is but a slip of the pen from their sum."""
    if len(parts) > _FEWEST and _are_set_apart(parts) and parts[0].base_certainty == "said":
        choice: Operands = tuple(c.quantity for c in parts)
        source = "the parts said to be of it"
        yield Formula("total", total.quantity, (choice,), "strong", slip_of_sum, Total, source, 2, only_misfits=True)


def _listed_after(total: Claim, scene: Scene) -> Iterator[Formula]:
    """ "More than 900 homes are to be built. The plans show 512 by the lake and 361 on the hill, and none besides"."""
    row = [c for c in scene.row(total.sentence + 1) if c.is_level and alike(c, total)]
    parts = list(takewhile(lambda c: c is row[0] or (c.head in (None, row[0].head) and c.base is None), row))
    if len(parts) < _FEWEST or total.head is None or parts[0].base is not None or total.base is not None:
        return
    if (parts[0].where, parts[0].paragraph) != (total.where, total.paragraph):
        return
    behind = " ".join(c.after for c in (parts[-1], *scene.after(parts[-1])))
    ends = says_no_others(behind)
    turns = len(parts) == _FEWEST and _ONE.search(parts[0].after) and _OTHER.search(parts[1].after)
    if (ends or turns) and _counts_the_same(parts[0], total):
        choice: Operands = tuple(c.quantity for c in parts)
        source = "the parts told after it"
        yield Formula("total", total.quantity, (choice,), "strong", near_sum, Total, source, 1, moods=PLANNED)


def near_sum(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """The sum of the parts, where it is anywhere near the total: else they are parts of something else."""
    made = work_out(stated, operands)
    if made is None or made.value is None or stated.value is None:
        return None
    return made if abs(made.value - stated.value) * _NEAR <= stated.value else None


def _counts_the_same(part: Claim, total: Claim) -> bool:
    if part.head in (None, total.head):
        return True
    return any({part.head, total.head} <= set(row) for row in words("kin")["same"])


def _paid_out(total: Claim, scene: Scene) -> Iterator[Formula]:
    """ "The $9.5m gift will pay for a gallery, at $4.4m, and a store, at $5.1m": a sum and those of its sentence."""
    following = [c for c in scene.after(total) if c.is_level and c.kind == "money" and alike(c, total)]
    alone = not any(c.kind == "money" for c in scene.before(total))
    if total.kind == "money" and alone and _FEWEST <= len(following) <= _MOST_PARTS and _PAYS.search(total.after):
        choice: Operands = tuple(c.quantity for c in following)
        yield Formula("total", total.quantity, (choice,), "fair", work_out, Total, "the sums it is spent on", 3)


def slip_of_sum(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """The sum of parts that need not be all, where the total is but a slip of the pen from it."""
    made = work_out(stated, operands)
    if made is None or not made.value or stated.value is None:
        return None
    printed = replace(stated, text=f"{made.value}", value=made.value)
    near = abs(made.value - stated.value) * _SLIP <= stated.value
    return made if near and look_alike(stated, printed) else None


def _are_set_apart(parts: Sequence[Claim]) -> bool:
    """ "815 in the centre, 436 by the station and 211 at the beach": each in a place of its own, to the list's end."""
    placed = all(_PLACE.search(c.after) for c in parts)
    return placed and parts[-1].joint == "and" and all(c.head in (None, parts[0].head) for c in parts)
