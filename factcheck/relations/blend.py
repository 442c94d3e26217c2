"""A share of two groups together, from each group's share and size: "10 per cent of 300 and 30 per cent of 100".

Only ever a tick: where it does not come out, FC211 says so from the words.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Relation
from factcheck.relations.formula import Formula, Sum
from factcheck.relations.scene import Scene
from factcheck.relations.weigh import as_part, of_hundred

_SHARES = ("percentage", "fraction", "ratio")


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """(share * size + share * size) / both sizes."""
    (first, many), (second, others) = operands[:2], operands[2:]
    if None in (first.value, first.stated, second.value, second.stated) or not many.value or not others.value:
        return None
    total, scale = many.value + others.value, Fraction(of_hundred(stated))
    interval, shown, value = Interval.exactly(0), [], Fraction(0)
    for share, size in ((first, many), (second, others)):
        weight = (size.value or Fraction(0)) / total
        part = (share.value or Fraction(0)) / of_hundred(share)
        value += part * weight
        interval += as_part(share, share.stated or Interval(None, None)).scaled(weight)
        shown.append(f"{number(part * 100)} * {number(size.value or Fraction(0))}")
    return Sum(value, interval, f"({' + '.join(shown)}) / {number(total)}", scale)


def implied(scene: Scene) -> Iterator[Formula]:
    """One formula for each share that follows those of two groups of known size."""
    for claim in scene.claims:
        earlier = [c for c in (*scene.before(claim), *_told_before(claim, scene)) if _is_share(c)][:2]
        if not _is_share(claim) or len(earlier) < 2:
            continue
        second, first = earlier
        many, others = (_size(c, scene) for c in (first, second))
        if many is not None and others is not None and many.quantity != others.quantity:
            choice = (first.quantity, many.quantity, second.quantity, others.quantity)
            yield Formula(
                "average", claim.quantity, (choice,), "fair", work_out, Relation, "the two groups before it", 3
            )


def _told_before(claim: Claim, scene: Scene) -> list[Claim]:
    """The claims of the two sentences before, nearest first."""
    return [c for back in (1, 2) for c in reversed(scene.row(claim.sentence - back))]


def _is_share(claim: Claim) -> bool:
    return claim.role == "share" and claim.kind in _SHARES


def _size(share: Claim, scene: Scene) -> Claim | None:
    """How many there are of a share's group: its base, or the only count before it with no share between."""
    base = scene.base(share)
    if base is not None and base.kind == "count" and base.sentence == share.sentence:
        return base
    row = scene.before(share)
    since = next((n for n, c in enumerate(row) if c.role == "share"), len(row))
    counts = [c for c in row[:since] if c.is_level and c.kind == "count"]
    return counts[0] if len(counts) == 1 else base
