"""How often the period of a rate goes into that of a count: "900 calls a week", "the 11,500 calls of a year"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model.claim import Claim
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.relations.formula import Operands
from factcheck.relations.lengths import length_in, units_in
from factcheck.relations.scene import Scene

_UNITS = "day|night|week|fortnight|month|quarter|year|hour"
_NAMED = re.compile(
    rf"\b(?:a|an|one|each|every|per|last|this|that|the|whole|entire|full|single)\s+(?:(?:whole|full|entire|calendar|single)\s+)?({_UNITS})\b"
)
_WORKING = re.compile(rf"^\s*({_UNITS})\b")
_ADVERBS = {"yearly": "year", "annually": "year", "weekly": "week", "monthly": "month", "daily": "day"}
_NEAR = 90


@dataclass(frozen=True, slots=True)
class Spell:
    """So many of a unit: what `operands` say ("the 13 weeks"), else one `unit`; in terms of `per`."""

    per: str
    unit: str | None = None
    operands: Operands = ()


def spell_of(count: Claim, whole: Claim, scene: Scene) -> Spell | None:
    """Over how long a count was taken, where its own words or the start of its sentence say so."""
    per = whole.per or ""
    if count.per is not None:
        return Spell(per, count.per)
    lengths = [c for c in scene.sentence(count) if c.role == "duration" and abs(c.quantity - count.quantity) == 1]
    told = [c for c in lengths if c.quantity > count.quantity or not c.before.strip(" ,").count(",")]
    if len(told) == 1 and told[0].bound == ">" and told[0].same.startswith("duration:a"):
        return Spell(per, told[0].unit)  # "that come in over a year"
    if len(told) == 1:
        return Spell(per, None, (told[0].quantity,))
    if lengths:
        return None
    here = _NAMED.findall(count.after[:_NEAR]) or _NAMED.findall(count.before[-_NEAR:])
    here += [unit for adverb, unit in _ADVERBS.items() if adverb in count.after.split()[:8]]
    return Spell(per, here[0]) if len(set(here)) == 1 else None


def times(spell: Spell, lengths: Sequence[Quantity]) -> Interval | None:
    """How many of the rate's units the time of the count has."""
    if spell.unit is not None:
        return units_in(spell.unit, spell.per)
    return length_in(lengths[0], spell.per) if lengths else None
