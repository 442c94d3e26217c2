"""What is left when a few are taken off: "all but 46 went. The 324 households that had gone"."""

import re
from collections.abc import Iterator, Sequence

from factcheck.model.claim import Claim
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Remainder
from factcheck.relations.formula import PLANNED, Formula, Sum
from factcheck.relations.phrasing import is_exception
from factcheck.relations.remainder import work_out
from factcheck.relations.scene import Scene, alike, same_number

_REACH = 3
_PLACED = re.compile(r"(?:[a-z-]+ )?\s*(?:in|at|on|from|with|of|near|without|under|over|aged|along|outside|whose)\b")
_NEAR = 5  # one part in so many: a count further from what is left than that is of others


def implied(scene: Scene) -> Iterator[Formula]:
    """One formula for each count with "the" that follows an "all but" of the same things."""
    for left_out in scene.claims:
        if not (left_out.is_level and is_exception(left_out)):
            continue
        whole = _whole(left_out, scene)
        rest = None if whole is None else _rest(left_out, whole, scene)
        if whole is not None and rest is not None:
            choice = (whole.quantity, left_out.quantity)
            yield Formula(
                "difference",
                rest.quantity,
                (choice,),
                "strong",
                near_by,
                Remainder,
                "all but some of it",
                moods=PLANNED,
            )


def near_by(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """whole - those left out, where the count is anywhere near it: "the 20 that refused" are some of the others."""
    left = work_out(stated, operands)
    if left is None or left.value is None or stated.value is None:
        return None
    return left if abs(left.value - stated.value) * _NEAR <= left.value else None


def _whole(left_out: Claim, scene: Scene) -> Claim | None:
    """The only such count before it in its sentence, or in the nearest before."""
    base = scene.base(left_out)
    if base is not None:
        return base
    for back in range(_REACH):
        row = [c for c in scene.row(left_out.sentence - back) if c.quantity < left_out.quantity]
        counts = [c for c in row if c.is_level and alike(c, left_out) and c.base is None and c.head is not None]
        if counts:
            return counts[0] if len(counts) == 1 and counts[0].paragraph == left_out.paragraph else None
    return None


def _rest(left_out: Claim, whole: Claim, scene: Scene) -> Claim | None:
    """The count told with "the" afterwards that is neither the whole nor those left out."""
    ahead = [*scene.after(left_out), *(c for n in range(1, _REACH + 1) for c in scene.row(left_out.sentence + n))]
    counts = [c for c in ahead if c.is_level and alike(c, whole) and c.scope == "definite"]
    counts = [c for c in counts if not same_number(c, whole) and not same_number(c, left_out) and c.base is None]
    found = [c for c in counts if _is_of(c, whole, left_out) and c.paragraph == left_out.paragraph]
    return found[0] if len({c.same for c in found}) == 1 else None


def _is_of(rest: Claim, whole: Claim, left_out: Claim) -> bool:
    """ "The 324 households that had gone", "the 385 replies" of those asked to reply, "the 155 sent home"."""
    noun = (rest.measure or "").lower().split()[-1:]
    behind = rest.after.partition(noun[0])[2] if noun else rest.after
    if _PLACED.match(behind.strip()):
        return False
    return rest.head in (None, whole.head) or (rest.key is not None and rest.key in whole.context | left_out.context)
