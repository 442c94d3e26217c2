"""Claims → what they say together: the formula behind each derived number, and whether it fits.

Each kind is one file with `implied(scene)`, which reads claims without their values and yields
formulas, or with `complete`, which looks at what else the values of a finished relation fit. The
outcome is a table:

    implied     it fits                                 otherwise
    strongly    a tick                                  may be an error (a check decides)
    fairly      a tick, if one choice alone fits        silence

A new kind is a new file and no edit.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from factcheck.model.article import Sentence
from factcheck.model.claim import Population
from factcheck.model.quantity import Quantity
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import Mention, Relation, Share
from factcheck.relations import coincidence
from factcheck.relations.formula import Formula, Operands
from factcheck.relations.scene import Scene
from factcheck.relations.weigh import is_far_off, nearest, weigh

_GRADES = ("strong", "fair")
_UNCHECKABLE = frozenset({"negated", "adjusted", "disowned"})
EXPLAINS_NOTHING = frozenset({"attainable", "direction"})  # true of many numbers that are wrong otherwise


@dataclass(frozen=True, slots=True)
class Outcome:
    """The relations of an article, and for each number that was tried and not settled, why."""

    relations: tuple[Relation, ...]
    reasons: dict[int, str]


@cache
def _kinds() -> tuple[ModuleType, ...]:
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    return tuple(module for module in modules if hasattr(module, "implied") or hasattr(module, "complete"))


def implied(scene: Scene) -> list[Formula]:
    """Every formula that the language implies, most certain first. No value is looked at."""
    formulas = [formula for kind in _kinds() if hasattr(kind, "implied") for formula in kind.implied(scene)]
    return sorted(formulas, key=lambda f: (_GRADES.index(f.grade), f.priority, f.stated))


_PAIR = 2


def relate(
    mentions: Sequence[Mention],
    populations: Sequence[Population],
    published: datetime.date | None = None,
    sentences: Sequence[Sentence] = (),
) -> Outcome:
    """What the claims of an article say together, each formula worked out."""
    quantities = [m.quantity for m in mentions]
    scene = Scene([m.claim for m in mentions], populations, published, sentences)
    settled: dict[int, list[Relation]] = {}
    reasons: dict[int, str] = {}
    for formula in implied(scene):
        for relation in _outcome(formula, mentions, quantities, scene, reasons):
            settled.setdefault(formula.stated, []).append(relation)
    relations = [r for found in settled.values() for r in _without_contradicted(found)]
    explained = [r for r in relations if r.recalculation.kind not in EXPLAINS_NOTHING]
    relations += coincidence.fits(mentions, scene, explained)
    return Outcome(tuple(sorted(relations, key=_order)), reasons)


def _order(relation: Relation) -> tuple[object, ...]:
    return (relation.stated.index, relation.recalculation.kind, relation.recalculation.operands)


def _outcome(
    formula: Formula, mentions: Sequence[Mention], quantities: Sequence[Quantity], scene: Scene, reasons: dict[int, str]
) -> Iterator[Relation]:
    weighed = _weighed(formula, formula.choices, quantities)
    strong = [r for r in weighed if r.holds][:1] or nearest(weighed, quantities[formula.stated])
    chosen = strong if formula.grade == "strong" else _only_fit(weighed)
    if not chosen and formula.tentative:
        chosen = weighed[:1]
    if chosen and not chosen[0].holds and (formula.yields or _is_implausible(chosen[0], quantities)):
        backwards = _goes_backwards(chosen[0]) or _is_below_a_part(chosen[0], quantities)
        others = _weighed(formula, (*formula.further, *(_turned(formula) if backwards else ())), quantities)
        unsure = backwards or any(r.holds for r in others) or _is_of_another_whole(chosen[0], scene)
        chosen = _only_fit(others) or ([] if unsure else chosen)
    if not chosen and formula.further:
        chosen = _only_fit(_weighed(formula, formula.further, quantities))
    if not chosen:
        reasons.setdefault(formula.stated, "base not certain")
    for recalculation in chosen:
        relation = _relation(formula, recalculation, mentions, quantities, scene)
        if relation.holds and formula.only_misfits:
            continue
        if relation.holds or not formula.tentative or (isinstance(relation, Share) and relation.others):
            yield relation


def _is_implausible(recalculation: Recalculation, quantities: Sequence[Quantity]) -> bool:
    """Whether the words were misread: a result far from what is printed, or a part larger than its whole."""
    too_large = recalculation.kind == "share" and (recalculation.value or 0) > 1
    backwards = _goes_backwards(recalculation) or _is_below_a_part(recalculation, quantities)
    return too_large or backwards or is_far_off(quantities[recalculation.stated], recalculation)


def _is_below_a_part(recalculation: Recalculation, quantities: Sequence[Quantity]) -> bool:
    """ "On the minds of 410 of the 640, and brought up by 305": no total is smaller than one of its parts."""
    stated = quantities[recalculation.stated].value
    parts = (quantities[o].value for o in recalculation.operands)
    return recalculation.kind == "total" and stated is not None and any((part or 0) > stated for part in parts)


def _goes_backwards(recalculation: Recalculation) -> bool:
    """Whether a rise came out as a fall: old and new were taken for one another, or for other figures."""
    return recalculation.kind in ("change", "difference") and (recalculation.value or 0) < 0


def _turned(formula: Formula) -> tuple[Operands, ...]:
    """The choices with old and new the other way round."""
    return tuple((choice[1], choice[0]) for choice in formula.choices if len(choice) == _PAIR)


def _is_of_another_whole(recalculation: Recalculation, scene: Scene) -> bool:
    """A part larger than a whole that another sentence counts is no part of it."""
    whole = scene.claims[recalculation.operands[-1]]
    is_apart = whole.sentence != scene.claims[recalculation.stated].sentence
    return is_apart and recalculation.kind == "share" and (recalculation.value or 0) > 1


def _weighed(formula: Formula, choices: Sequence[Operands], quantities: Sequence[Quantity]) -> list[Recalculation]:
    return [r for choice in choices if (r := weigh(formula, choice, quantities)) is not None]


def _only_fit(weighed: list[Recalculation]) -> list[Recalculation]:
    """The choice that fits, if the words leave no other that fits as well and has other values."""
    fits = [r for r in weighed if r.holds]
    return fits[:1] if len({r.value for r in fits}) == 1 else []


def _relation(
    formula: Formula,
    recalculation: Recalculation,
    mentions: Sequence[Mention],
    quantities: Sequence[Quantity],
    scene: Scene,
) -> Relation:
    stated = mentions[formula.stated]
    operands = tuple(mentions[o] for o in recalculation.operands)
    plain = all(m.claim.mood in formula.moods for m in (stated, *operands))
    near = not is_far_off(stated.quantity, recalculation)
    relation = formula.relation(stated, operands, recalculation, formula.grade == "strong" and plain and near)
    for kind in _kinds():
        if hasattr(kind, "complete") and isinstance(relation, kind.RELATION):
            return kind.complete(relation, formula, mentions, quantities, scene)  # type: ignore[no-any-return]
    return relation


def _without_contradicted(found: list[Relation]) -> list[Relation]:
    """A number that one formula explains is not faulted by another, and one sum is told once."""
    sums = {(r.recalculation.kind, r.recalculation.operands): r for r in reversed(found) if r.holds}
    held = [r for r in found if r in sums.values()]
    misfits = [r for r in found if not r.holds and (r.accusable or _is_tentative(r))][:1]
    if any(_explains(r) for r in held):
        return held
    return [*held, *misfits]


def _explains(relation: Relation) -> bool:
    """Whether a sum that comes out leaves no other to ask for; a share told in two formats may be wrong in both."""
    told_twice = relation.recalculation.kind == "conversion" and relation.stated.quantity.is_share
    return relation.recalculation.kind not in EXPLAINS_NOTHING and not told_twice


def _is_tentative(relation: Relation) -> bool:
    return isinstance(relation, Share) and relation.tentative
