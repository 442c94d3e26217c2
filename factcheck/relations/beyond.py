"""A change told by how far a figure lies beyond another: "£12.6m: … and still 10 per cent below the £14.0m"."""

import re
from functools import cache

from factcheck.model.claim import COMPARED, Claim
from factcheck.relations.across import is_gap
from factcheck.relations.figures import Pairs, can_move, comparable, is_value
from factcheck.relations.phrasing import between
from factcheck.relations.scene import Scene
from factcheck.words import words

_OPENS = re.compile(
    r"(?:^|[,;:–—(]|\b(?:and|but|or|yet|though|is|was|were|are|be|been|stood|stands)\b)\s*"
    r"(?:(?:still|also|only|just|some|about|thus|so|therefore|nearly|almost|around|well|now|yet|or|which|is|was|that)\s+)*$"
)
_OWN_CLAUSE = re.compile(  # "the most it has had is 7,930, and Sunday's number was 19 per cent short of that"
    r"\b(?:and|but|while) (?!(?:it|they|that|this|which|so|then|now|also|still|has|have|had|is|are|was|were)\b)"
    r"(?:[\w'’-]+ ){1,4}(?:is|are|was|were|stood|stands)\b"
)
_SET_AT = re.compile(r"\s*[,:–—(]\s*(?:at|on|with|to)\b")
_AT = re.compile(r"\b(?:at|on|with|to)\s*$")


def beyond(change: Claim, scene: Scene) -> Pairs | None:
    """ "Holds 49 of the 93 seats, two more than the 47 needed"; "2.71 million tonnes. It was 43 per cent above the
    average of 1.9 million"."""
    old = yardstick(change, scene)
    if old is None or (not can_move(change, old) and not _is_bare(old, change)):
        return None
    before = _figures_before(change, scene)
    others = [c for c in before if (comparable(c, old) or _is_bare(old, c)) and can_move(change, c)]
    others = [c for c in others if not _is_compared_with(c) and not _is_whole(c, scene)]
    others = [c for c in others if c.sentence != change.sentence or not _OWN_CLAUSE.search(between(c, change, scene))]
    if not others:
        return None
    here = others[0].sentence == change.sentence
    sure = here and len(others) == 1 and others[0].base not in {c.quantity for c in before if c.joint != "of"}
    return Pairs(tuple((old.quantity, c.quantity) for c in reversed(others)), sure, "the figure that it lies beyond")


def _figures_before(change: Claim, scene: Scene) -> list[Claim]:
    """What may be set against a yardstick: the figures before it that are none themselves; those of the sentence
    before where "it" goes on about them."""
    row, others = scene.sentence(change), yardsticks(change, scene)
    before = [c for c in row if c.quantity < change.quantity and is_value(c) and c.quantity not in others]
    if [c for c in before if c.kind != "duration"] or not _goes_on().match(row[0].before):
        return before
    return [c for c in scene.row(change.sentence - 1) if is_value(c) and c.paragraph == change.paragraph]


def yardsticks(change: Claim, scene: Scene) -> set[int]:
    """Every figure of a change's sentence that something is said to lie beyond."""
    found = (yardstick(c, scene) for c in scene.sentence(change))
    return {stick.quantity for stick in found if stick is not None}


def yardstick(change: Claim, scene: Scene) -> Claim | None:
    """The figure that a change is said to lie above or below: the 1.9 of "43 per cent above the average of 1.9"."""
    following = (c for c in scene.after(change) if c.role not in ("date", "duration") or c.kind == change.kind)
    old = next(following, None)
    if old is None or not is_value(old) or not _OPENS.search(change.before):
        return None
    told = between(change, old, scene)
    return old if _link().fullmatch(told) else None


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(r"\s*(?:(?:it|that|this|they|which)\b|the (?:figure|total|number|amount|sum)\b)")


@cache
def _link() -> re.Pattern[str]:
    table = words("movement")["comparatives"]
    comparative = "|".join(sorted({*table["up"], *table["down"], "ahead", "short", "shy", "behind"}))
    determiner = r"(?:the|its|their|his|her|last|an?|this|those|that)\b[\w '’-]*"
    return re.compile(rf"\s*(?:[a-z]+ ){{0,2}}?(?:{comparative})(?: (?:than|on|of|from))?(?: {determiner})?\s*,?\s*")


def _is_bare(old: Claim, new: Claim) -> bool:
    """ "31.5 feet, 7.5 feet above the flood stage of 24"."""
    return (old.kind, old.head, old.unit) == ("count", None, None) and new.kind in ("measure", "money", "duration")


def _is_compared_with(claim: Claim) -> bool:
    return claim.joint in COMPARED or (claim.scope == "definite" and not claim.cues.isdisjoint({"up", "down"}))


def _is_whole(claim: Claim, scene: Scene) -> bool:
    """The 93 of "49 of the 93 seats": the part is the subject."""
    return claim.joint == "of" and scene.is_base(claim)


def set_beside(change: Claim, scene: Scene) -> Pairs | None:
    """ "83 per cent of infants … Coverage in the city is 7 per cent lower, at 76 per cent"."""
    if not _alone().match(change.after) and not (is_gap(change) and _SET_AT.match(change.after)):
        return None
    here = [c for c in scene.sentence(change) if is_value(c) and can_move(change, c) and c is not change]
    new = next((c for c in here if c.quantity > change.quantity and _AT.search(c.before)), None)
    if new is None or any(comparable(c, new) for c in here if c is not new):
        return None
    before = [c for c in scene.row(change.sentence - 1) if is_value(c) and comparable(c, new)]
    if len(before) != 1 or before[0].paragraph != change.paragraph:
        return None
    return Pairs(((before[0].quantity, new.quantity),), True, "the figure of the sentence before", only_mixed=True)


@cache
def _alone() -> re.Pattern[str]:
    table = words("movement")["comparatives"]
    return re.compile(rf"\s*(?:{'|'.join(sorted({*table['up'], *table['down']}))})\s*[,:–—(]?\s*(?:at|on|with|to)\b")
