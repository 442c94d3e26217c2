"""Whether any whole number of the things counted makes a stated percentage: the idea of the GRIM test."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Attainable
from factcheck.relations.benefit import cut_off
from factcheck.relations.formula import Formula, Sum
from factcheck.relations.parts import has_part_beside
from factcheck.relations.scene import Scene
from factcheck.relations.weigh import as_part

RELATION = Attainable
_LARGEST = 10_000
_REACH = 4
_ANY_MOOD = frozenset({"plain", "negated"})
_CONTRAST = re.compile(r"\b(?:those|the ones|the others)\s+(?:that|who|which)\s+(?:did|do|had|have|were)\b")
_NEGATED = re.compile(r"\s*(?:\w+\s+)?(?:did|do|does|had|have|has|were|was)(?:\s+not|n['’]t)\b")


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """The k / n that lies in the stated interval, else the one nearest to it."""
    (whole,) = operands
    if whole.value is None or whole.value.denominator != 1 or not 0 < whole.value <= _LARGEST:
        return None
    if stated.stated is None or stated.value is None or whole.hedge is not None or stated.hedge is not None:
        return None
    n, target = int(whole.value), as_part(stated, stated.stated)
    part = next((k for k in _candidates(stated, n) if _fits(stated, target, Fraction(k, n))), None)
    k = part if part is not None else round(as_part(stated, Interval.exactly(stated.value)).low * n)  # type: ignore[operator]
    value = Fraction(k, n)
    return Sum(value, Interval.exactly(value), f"{k} / {number(whole.value)}", Fraction(100))


def _candidates(stated: Quantity, n: int) -> range:
    middle = (stated.value or 0) / 100 * n
    return range(max(floor(middle) - 1, 0), ceil(middle) + 2)


def _fits(stated: Quantity, target: Interval, share: Fraction) -> bool:
    cut = cut_off(stated)
    return share in target or (cut is not None and share in as_part(stated, cut))


def work_out_of_others(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """The same, of those who are left when some are taken away."""
    whole, away = operands
    if whole.value is None or away.value is None or whole.value <= away.value:
        return None
    left = replace(whole, value=whole.value - away.value)
    found = work_out(stated, [left])
    others = f"({number(whole.value)} - {number(away.value)})"
    return None if found is None else replace(found, expression=f"{found.expression.split(' / ')[0]} / {others}")


def implied(scene: Scene) -> Iterator[Formula]:
    """Percentages of a known number of whole things, where no part is told."""
    for claim in scene.claims:
        base = scene.base(claim)
        if claim.kind == "percentage" and base is None and _CONTRAST.search(claim.before):
            yield from _of_the_others(claim, scene)
        if claim.kind != "percentage" or claim.role != "share" or base is None or base.kind != "count":
            continue
        if not base.is_level or claim.base_certainty != "said" or claim.rivals or has_part_beside(claim, scene):
            continue
        if abs(claim.sentence - base.sentence) <= 2 and claim.mood == "plain":
            choice = (base.quantity,)
            source = "the number that it is a percentage of"
            yield Formula("attainable", claim.quantity, (choice,), "strong", work_out, Attainable, source, 3)


def _of_the_others(claim: Claim, scene: Scene) -> Iterator[Formula]:
    """ "Nineteen of the 52 did not reply. Among those that did, 41 per cent …": of the 52 less the nineteen."""
    counts = [c for c in scene.earlier(claim) if c.is_level and c.kind == "count" and c.paragraph == claim.paragraph]
    away = [c for c in counts if _NEGATED.match(c.after) and claim.sentence - c.sentence <= _REACH]
    wholes = [c for c in counts if away and c.quantity < away[-1].quantity]
    if len(away) == 1 and wholes:
        choice = (wholes[-1].quantity, away[0].quantity)
        source = "those left when the others are taken away"
        yield Formula(
            "attainable",
            claim.quantity,
            (choice,),
            "strong",
            work_out_of_others,
            Attainable,
            source,
            3,
            moods=_ANY_MOOD,
        )
