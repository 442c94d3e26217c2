"""What else a share's values fit: other populations of a misfit, nearer populations of a fit."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.model.quantity import Quantity
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import Mention, Share
from factcheck.relations.formula import Formula
from factcheck.relations.scene import FAR, Scene, alike, periods_clash, same_number
from factcheck.relations.share import can_hold
from factcheck.relations.weigh import weigh

RELATION = Share


def complete(
    relation: Share, formula: Formula, mentions: Sequence[Mention], quantities: Sequence[Quantity], scene: Scene
) -> Share:
    """Add what else the values fit: other populations of a misfit, nearer populations of a fit."""
    if relation.holds:
        return replace(relation, between=_between(relation, formula, mentions, quantities, scene))
    part, value = relation.part.claim, relation.recalculation.value or Fraction(0)
    others = _others(relation, formula, mentions, quantities, scene)
    possible = value <= 1 or scene.base(part) is not None or scene.base(relation.stated.claim) is not None
    return replace(relation, others=others, tentative=formula.tentative, accusable=relation.accusable and possible)


def _others(
    relation: Share, formula: Formula, mentions: Sequence[Mention], quantities: Sequence[Quantity], scene: Scene
) -> tuple[tuple[Mention, Recalculation], ...]:
    """Other populations of the same period of which the part would make the stated share."""
    part, whole = relation.part.claim, relation.whole.claim
    found: dict[int | None, tuple[Mention, Recalculation]] = {}
    for other in scene.claims[max(0, part.quantity - FAR) : part.quantity + FAR]:
        if not can_hold(other, part) or same_number(other, whole) or periods_clash(other, part):
            continue
        weighed = weigh(formula, (part.quantity, other.quantity), quantities)
        if weighed is not None and weighed.holds:
            found.setdefault(other.node, (mentions[other.quantity], weighed))
    return tuple(found.values())


def _between(
    relation: Share, formula: Formula, mentions: Sequence[Mention], quantities: Sequence[Quantity], scene: Scene
) -> tuple[tuple[Mention, Recalculation], ...]:
    """Populations that lie within the whole and hold the part, widest first."""
    part, whole = relation.part.claim, relation.whole.claim
    low, high = quantities[part.quantity].value, quantities[whole.quantity].value
    found: list[tuple[Fraction, Mention, Recalculation]] = []
    for middle in scene.above(part):
        size = quantities[middle.quantity].value
        if middle.node == whole.node or size is None or low is None or high is None or not low < size < high:
            continue
        if middle.scope in ("rest", "further"):
            continue
        if not alike(middle, part) or scene.is_within(middle, whole) is None:
            continue
        weighed = weigh(formula, (part.quantity, middle.quantity), quantities)
        if weighed is not None:
            found.append((-size, mentions[middle.quantity], weighed))
    return tuple((mention, weighed) for _, mention, weighed in sorted(found, key=lambda item: item[:1]))
