"""A length of time against the two dates that it runs between."""

from collections.abc import Iterator, Sequence

from factcheck.model.claim import Claim
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Duration
from factcheck.relations.formula import Formula, Implied, Sum
from factcheck.relations.lengths import between
from factcheck.relations.scene import Scene

RELATION = Duration
_ENDS = frozenset({"to", "and", "dash"})


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """The time from the first date to the second, inclusive or exclusive."""
    first, last = operands
    length = between(first, last, stated.unit or "")
    if length is None or length.low is None or length.high is None:
        return None
    middle = (length.low + length.high) / 2
    return Sum(middle, length, f"{last.text} - {first.text}")


def implied(scene: Scene) -> Iterator[Formula]:
    """ "The 14 and a half months from mid-August 2019 until the end of October 2020"."""
    for claim in scene.claims:
        if claim.role != "duration":
            continue
        dates = [c for c in scene.sentence(claim) if c.role == "date"]
        pairs = [(a, b) for a, b in zip(dates, dates[1:], strict=False) if _is_span(a, b)]
        if len(pairs) == 1:
            (first, last) = pairs[0]
            sure = first.quantity in (claim.quantity + 1, claim.quantity - 2)
            grade: Implied = "strong" if sure else "fair"
            choice = (first.quantity, last.quantity)
            yield Formula("duration", claim.quantity, (choice,), grade, work_out, Duration, "the dates beside it")


def _is_span(first: Claim, last: Claim) -> bool:
    return first.joint == "from" and last.joint in _ENDS and last.quantity == first.quantity + 1
