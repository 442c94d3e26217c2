"""One share in two formats, side by side: "one in eight (12.5 per cent)".

Only ever a tick: it says nothing about the counts behind either.
"""

from collections.abc import Iterator, Sequence

from factcheck.model.display import number
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Relation
from factcheck.relations.formula import Formula, Sum
from factcheck.relations.scene import Scene
from factcheck.relations.weigh import as_part, of_hundred

_SHARES = frozenset({"percentage", "fraction", "ratio"})


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """The first figure, in the unit of the second."""
    (first,) = operands
    if first.value is None or first.stated is None:
        return None
    shown = " / ".join(map(number, first.terms)) if first.terms else number(first.value)
    return Sum(first.value / of_hundred(first), as_part(first, first.stated), shown, of_hundred(stated))


def implied(scene: Scene) -> Iterator[Formula]:
    """One formula for each share in brackets, or after "or", behind the same in another format."""
    for claim in scene.claims:
        before = scene.before(claim)[:1]
        if claim.kind in _SHARES and claim.role == "share" and claim.joint in ("bracket", "or") and before:
            (first,) = before
            if first.kind in _SHARES - {claim.kind} and first.role == "share":
                choice = (first.quantity,)
                yield Formula("conversion", claim.quantity, (choice,), "fair", work_out, Relation, "told beside it", 6)
