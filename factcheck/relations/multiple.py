"""A multiple ("doubled", "three times as many", "tenfold") and the two figures that it sets against each other."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.movement import Multiple
from factcheck.model.quantity import Quantity
from factcheck.relations.across import other_size
from factcheck.relations.benefit import as_operand
from factcheck.relations.change import MOODS
from factcheck.relations.figures import Pairs, comparable, is_value
from factcheck.relations.formula import Formula, Sum
from factcheck.relations.pairs import pairs_of
from factcheck.relations.phrasing import between, parted, says
from factcheck.relations.scene import Scene
from factcheck.relations.weigh import of_hundred
from factcheck.words import words

RELATION = Multiple
_MOST_WORDS = 6
_OF_A_THING = re.compile(r"\s*the\s+(?:size|length|weight|height|width|age|depth|area|speed|strength|mass)\s+of\b")


def work_out(stated: Quantity, operands: Sequence[Quantity], *, added: bool = False) -> Sum | None:
    """new / old; `added` where "three times more" may also be three times on top, which is four times."""
    old, new = operands
    top, bottom = as_operand(new), as_operand(old)
    if top is None or bottom is None or not old.value or not new.value or stated.stated is None:
        return None
    if stated.direction == "down" and (stated.value or 0) > 1:
        old, new, top, bottom = new, old, bottom, top
    value = (new.value or 0) / of_hundred(new) / ((old.value or 1) / of_hundred(old))
    interval = top.scaled(1 / of_hundred(new)).divided_by(bottom.scaled(1 / of_hundred(old)))
    expression = f"{number(new.value or value)} / {number(old.value or value)}"
    if added and interval is not None and not stated.stated.meets(interval):
        on_top = interval - Interval.exactly(1)
        if stated.stated.meets(on_top):
            return Sum(value - 1, on_top, f"{expression} - 1")
    return Sum(value, interval, expression)


def implied(scene: Scene) -> Iterator[Formula]:
    """A formula for each multiple."""
    for claim in scene.claims:
        if claim.kind != "multiple":
            continue
        pairs = other_size(claim, scene)
        if pairs is None and not _OF_A_THING.match(claim.after):
            pairs = _of_the_next(claim, scene) or pairs_of(claim, scene)
        if pairs is not None:
            work = partial(work_out, added=_is_added(claim))
            yield Formula(
                "multiple",
                claim.quantity,
                pairs.choices,
                pairs.grade,
                work,
                Multiple,
                pairs.source,
                0,
                further=pairs.further,
                moods=MOODS,
            )


def _is_added(claim: Claim) -> bool:
    return claim.after.lstrip().startswith(tuple(words("movement")["comparatives"]["up"]))


def _of_the_next(claim: Claim, scene: Scene) -> Pairs | None:
    """ "300, twice the 150 of last year"."""
    following = next((c for c in scene.after(claim) if is_value(c)), None)
    if following is None or len(following.before.split()) > _MOST_WORDS:
        return None
    if following.scope != "definite" and not says(following.before, words("contrasts")["reference"]["words"]):
        return None
    before = [c for c in scene.before(claim) if is_value(c) and comparable(c, following)]
    if not before or parted(between(before[0], claim, scene)):
        return None
    return Pairs(((following.quantity, before[0].quantity),), True, "the figure that it multiplies")
