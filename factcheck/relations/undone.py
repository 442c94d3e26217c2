"""A change that is said to undo the one before it: "fell by 20 per cent, then rose by 25, back where it was".

What is taken of less has to be more. Only ever a tick: FC212 speaks where it does not come out.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Relation
from factcheck.relations.formula import Formula, Sum
from factcheck.relations.scene import Scene
from factcheck.relations.weigh import as_part, of_hundred

_UNDONE = re.compile(
    r"\b(?:back (?:\w+ )?(?:where|to|at|on|in)|restor\w+|cancel\w* (?:\w+ )?out|ma(?:de|kes?) (?:it )?(?:good|up)"
    r"|all square|undo(?:es|ne)?"
    r"|what (?:it|they) (?:was|were|had been)|as (?:it|they) (?:was|were) before"
    r"|offset\w*|recover\w+|recoup\w+|w[io]p\w+ out|won back|regain\w*)\b"
)


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """What it takes to be back: 1 / (1 - first) - 1."""
    (first,) = operands
    if first.value is None or first.stated is None or {first.direction, stated.direction} != {"up", "down"}:
        return None
    sign, one = (1 if first.direction == "up" else -1), Interval.exactly(1)
    part = as_part(first, first.stated)
    left = one.divided_by(one + part if sign > 0 else one - part)
    size = 1 + sign * first.value / of_hundred(first)
    if left is None or not size:
        return None
    interval = one - left if sign > 0 else left - one
    return Sum(abs(1 / size - 1), interval, f"1 / {number(size)} - 1", of_hundred(stated))


def implied(scene: Scene) -> Iterator[Formula]:
    """One formula for each change told after another, where words around it say that all is as it was."""
    steps = [c for c in scene.claims if c.kind in ("percentage", "fraction") and c.role == "change"]
    for first, second in pairwise(steps):
        near = second.sentence - first.sentence <= 1 and first.paragraph == second.paragraph
        if near and _UNDONE.search(scene.prose(second)):
            choice = ((first.quantity,),)
            yield Formula("change", second.quantity, choice, "fair", work_out, Relation, "the change that it undoes", 5)
