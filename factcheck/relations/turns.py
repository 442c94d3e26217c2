"""Which of two dates began what the other ended: "back on 21 June, having walked out on 3 June"."""

import re
from dataclasses import dataclass

from factcheck.model.claim import Claim
from factcheck.relations.formula import Operands
from factcheck.relations.phrasing import says
from factcheck.relations.scene import Scene
from factcheck.words import words

_FRONTED = re.compile(r"^\W*(?:(?:and|but|then|on|in|by|at|since|early|late|the|end|start|of)\W+)*$")
_EARLIER = re.compile(r"\b(?:having|after)\b")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The dates of a length, first and last; one alone runs from then to now, with `ahead` from now to then."""

    operands: Operands
    sure: bool
    source: str
    ahead: bool = False


def event(date: Claim, scene: Scene) -> str:
    """What happened then: the words since the date before, or those behind it where it opens its clause."""
    earlier = [c.quantity for c in scene.before(date) if c.role == "date"]
    row = [c for c in scene.sentence(date) if max(earlier, default=-1) < c.quantity <= date.quantity]
    before, behind = " ".join(c.before for c in row), re.split(r"[.,;:]", date.after)[0]
    return f"{before} {behind}" if _FRONTED.match(re.split(r"[.,;:]", before)[-1]) else before


def begins(text: str) -> bool:
    """Whether some words begin a stretch of time: something opens, or comes to a halt."""
    table = words("lifetimes")
    return says(text, [*table["started"], *table["opened"]["words"], *table["stopped"], *table["halted"]])


def halts(text: str) -> bool:
    return says(text, words("lifetimes")["halted"])


def revives(text: str) -> bool:
    return says(text, words("lifetimes")["revived"])


def ends(text: str) -> bool:
    table = words("lifetimes")
    return says(text, [*table["end"], *table["resumed"], *table["revived"]])


def in_turn(first: Claim, last: Claim, scene: Scene) -> tuple[Claim, Claim] | None:
    """The two dates as beginning and end, if one begins what the other ends."""
    told, again = event(first, scene), event(last, scene)
    if ends(told) and _EARLIER.search(again) and begins(again):
        return last, first
    rest = re.split(r"[.,;:]", last.after)[0]  # "on 20 March they were back"
    return (first, last) if begins(told) and ends(f"{again} {rest}") else None
