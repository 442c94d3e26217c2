"""A share told as two others of the same base together: "28 per cent … and 25 per cent …, so 53 per cent".

Only ever a tick: what does not come out may be of people who belong to both.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Relation
from factcheck.relations.formula import Formula, Sum
from factcheck.relations.scene import Scene
from factcheck.relations.weigh import as_part, of_hundred
from factcheck.words import words


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """first + second, as parts of one."""
    first, second = operands
    if first.value is None or second.value is None or first.stated is None or second.stated is None:
        return None
    value = first.value / of_hundred(first) + second.value / of_hundred(second)
    interval = as_part(first, first.stated) + as_part(second, second.stated)
    shown = " + ".join(number(q.value / of_hundred(q) * 100) for q in operands if q.value is not None)
    return Sum(value, interval, shown, Fraction(of_hundred(stated)))


@cache
def _together() -> re.Pattern[str]:
    phrases = "|".join(map(re.escape, words("cues")["gap"]["sums"]))
    return re.compile(rf"\b(?:{phrases}|so|which means|that is|in other words|overall)\b", re.I)


def implied(scene: Scene) -> Iterator[Formula]:
    """One formula for each share that words draw from the two before it."""
    for claim in scene.claims:
        earlier = [c for c in scene.before(claim) if c.role == "share" and c.kind != "ratio"]
        if claim.role != "share" or len(earlier) < 2 or not _together().search(f"{claim.before} {claim.after[:30]}"):
            continue
        second, first = earlier[:2]
        if _of_one_base(first, second, claim):
            pair = (first.quantity, second.quantity)
            yield Formula("total", claim.quantity, (pair,), "fair", work_out, Relation, "the shares before it", 3)


def _of_one_base(first: Claim, second: Claim, total: Claim) -> bool:
    """Whether no words say that the shares are of different things."""
    heads = {c.measure for c in (first, second) if c.measure}
    bases = {c.base for c in (first, second, total) if c.base is not None}
    return len(heads) < 2 and len(bases) < 2 and total.joint not in ("of", "than", "from", "against", "to")
