"""A count over a population against a stated rate: "14 for every 1,000 inhabitants"."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from factcheck.model.claim import COMPARED, Claim
from factcheck.model.display import number
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Rate
from factcheck.relations.benefit import as_operand
from factcheck.relations.formula import Formula, Implied, Operands, Sum
from factcheck.relations.scene import Scene, same_number
from factcheck.words import word_set

_BEFORE = re.compile(
    r"\b(?:population (?:is|was|of|stands at|numbers)|home to|inhabited by|(?:town|city|village|county|country|nation|"
    r"state|district|borough|province|region|island|territory|area|suburb|parish|municipality) of)\s*$"
)
_MORE = re.compile(r"\s*(?:more|fewer|extra|additional|less)\b")  # "11 more chicks for every 100 nests": a difference
_NAMED, _PEOPLE = 2, 1
_EVERYBODY = frozenset({"people", "person", "citizen", "adult", "household"})
_MOST = 8


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """count / population, times the number that the rate is per."""
    count, population = operands
    top, bottom = as_operand(count), as_operand(population)
    match = re.search(r"\d[\d,]*", stated.per or "")
    if match is None or count.value is None or population.value is None or top is None or bottom is None:
        return None
    per = Fraction(match.group().replace(",", ""))
    value = count.value / population.value * per if population.value else None
    quotient = top.divided_by(bottom)
    expression = f"{number(count.value)} / {number(population.value)} * {number(per)}"
    return Sum(value, None if quotient is None else quotient.scaled(per), expression)


def implied(scene: Scene) -> Iterator[Formula]:
    """A formula for each rate per so many."""
    for claim in scene.claims:
        if claim.role == "rate" and not _MORE.match(claim.after) and re.search(r"\d", claim.per or ""):
            yield from _per_head(claim, scene)


def _per_head(claim: Claim, scene: Scene) -> Iterator[Formula]:
    here = [*scene.before(claim), *scene.after(claim)]
    around = [c for c in [*here, *scene.near(claim, back=2)] if _is_counted(c)]
    base = scene.base(claim)
    best = max((_is_population(c, claim) for c in around), default=0)
    bottoms = [base] if base is not None else [c for c in around if best and _is_population(c, claim) == best]
    tops = [c for c in _nearest(around, bottoms, claim) if c.base is None] or _nearest(around, bottoms, claim)
    pairs = [(t, b) for t in tops for b in bottoms or around if not same_number(t, b)]
    choices: tuple[Operands, ...] = tuple((t.quantity, b.quantity) for t, b in pairs)
    if choices:
        sure = (
            len(choices) == 1
            and bool(bottoms)
            and claim.scope != "definite"
            and claim.joint not in COMPARED
            and (best == _NAMED or base is not None or pairs[0][0] in here)
        )
        grade: Implied = "strong" if sure else "fair"
        further = tuple((t.quantity, b.quantity) for t, b in permutations(around[:_MOST], 2) if not same_number(t, b))
        source = "the counts beside it"
        yield Formula("rate", claim.quantity, choices, grade, work_out, Rate, source, further=further, yields=True)


def _is_counted(claim: Claim) -> bool:
    """Also "24 murders a year", which the rate is of and not the buses told before them."""
    yearly = claim.role == "rate" and claim.per == "year"
    return (claim.is_level and claim.kind == "count") or (yearly and claim.kind in ("count", "rate"))


def _nearest(around: Sequence[Claim], bottoms: Sequence[Claim], claim: Claim) -> list[Claim]:
    """What may have been counted: the counts of the nearest sentence that are not the population."""
    others = [c for c in around if not any(same_number(c, b) for b in bottoms)]
    before = [c for c in others if c.sentence == claim.sentence and c.quantity < claim.quantity]
    if before:
        return before[:1] if bottoms else before
    last = max((c.sentence for c in others if c.sentence < claim.sentence), default=claim.sentence)
    return [c for c in others if c.sentence == last]


def _is_population(count: Claim, rate: Claim) -> int:
    """How plainly a number says how many there are in all of those whom the rate is per."""
    if count.head in word_set("nouns", "inhabitants") or _BEFORE.search(count.before):
        return _NAMED
    if count.head in word_set("nouns", "people") and "live" in count.stems:
        return _NAMED
    if count.head in _EVERYBODY:
        return _PEOPLE
    return _NAMED if count.head is not None and count.head.rstrip("s") in (rate.per or "") else 0
