"""Two shares told of two counts in turn: "1,204 for the bridge and 1,130 against, 51.6 per cent to 48.4 per cent".

The one count is no whole of the other: both are parts, of a total told elsewhere or of their sum. Or the shares come
first: "9 per cent of 14,000 bills, and 11 per cent of 9,100. That is 1,260 and 1,001". Only ever a tick.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Relation, Share
from factcheck.relations.formula import Formula, Sum
from factcheck.relations.scene import Scene, alike, periods_clash
from factcheck.relations.share import can_hold, in_turn, work_out
from factcheck.relations.weigh import of_hundred

_SOURCE = "two shares told of two counts in turn"
_REACH = 2  # sentences
_PAIR = 2


def implied(scene: Scene) -> Iterator[Formula]:
    """For each of the two shares its own count over a total near it, else over the sum of the two."""
    for claim in scene.claims:
        pair = in_turn(claim, scene)
        if pair is None:
            continue
        own, other = pair
        wholes = tuple((own.quantity, whole.quantity) for whole in _totals(own, other, scene))
        if wholes:
            yield Formula("share", claim.quantity, wholes, "fair", work_out, Share, _SOURCE)
        else:
            both = ((own.quantity, other.quantity),)
            yield Formula("share", claim.quantity, both, "fair", work_out_of_both, Relation, _SOURCE)
    yield from _in_numbers(scene)


def _in_numbers(scene: Scene) -> Iterator[Formula]:
    """Two shares, each of its own base, and two counts behind them that tell them again in the same order."""
    for first, second in pairwise(c for c in scene.claims if c.role == "share" and c.kind == "percentage"):
        bases = scene.base(first), scene.base(second)
        row = scene.row(second.sentence + 1)
        counts = [c for c in row if c.role != "date"]
        if first.sentence != second.sentence or None in bases or bases[0] is bases[1] or len(counts) != _PAIR:
            continue
        told = counts[0].joint == "which" and counts[1].joint == "and" and all(c.is_level for c in counts)
        for share, base, count in zip((first, second), bases, counts, strict=True):
            if told and base is not None and can_hold(base, count) and count.paragraph == share.paragraph:
                choice = (count.quantity, base.quantity)
                yield Formula("share", share.quantity, (choice,), "fair", work_out, Share, _SOURCE)


def _totals(own: Claim, other: Claim, scene: Scene) -> list[Claim]:
    around = [*scene.sentence(own), *scene.near(own, back=_REACH, ahead=_REACH)]
    return [c for c in around if c is not other and can_hold(c, own) and alike(c, own) and not periods_clash(c, own)]


def work_out_of_both(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """part / (part + rest)."""
    part, rest = (o.value for o in operands)
    if part is None or rest is None or not part + rest:
        return None
    value = part / (part + rest)
    expression = f"{number(part)} / ({number(part)} + {number(rest)})"
    return Sum(value, Interval.exactly(value), expression, of_hundred(stated))
