"""The figures of a change or a multiple over a full stop or a colon: "That is twice as many as the 780 who …"."""

import re

from factcheck.model.claim import Claim
from factcheck.relations.figures import Pairs, can_move, comparable, is_value, values_beside
from factcheck.relations.phrasing import between, parted, says
from factcheck.relations.scene import Scene
from factcheck.words import words

_THAT_IS = re.compile(r"\W*(?:that|this|it|which)(?:['’]s| is| was| were| makes| made| means)(?: it)?\W*$")
_THAN = re.compile(r"\s*(?:[a-z]+ ){0,2}(?:than|as|above|below|up on|down on)(?: (?:the|last [a-z]+['’]s))?\s*$")
_OF = re.compile(r"\s*of\b")
_AS_MANY = re.compile(r"\s*as (?:many|much) ([a-z]+)(?: [a-z]+){0,6}? as (?:the )?([a-z]+)\b")
_AHEAD = re.compile(r"\s*(?:[a-z]+ )?(?:ahead|behind|in front|adrift|clear)\b")
_BY = re.compile(r"\bby (?:just |only |some |a |as much as )?$")
_NEAR = 30
_WITH = re.compile(r"[^.;:]*[,:–—] ?(?:with|on|at)? ?$")


def than_that(change: Claim, scene: Scene) -> Pairs | None:
    """ "Turnout was 48 per cent. That was 5 points higher than the 43 per cent of 2019"."""
    following = next(iter(scene.after(change)), None)
    if following is None or not _THAT_IS.fullmatch(change.before) or not is_value(following):
        return None
    link = between(change, following, scene)
    if not can_move(change, following) or not _THAN.fullmatch(link) or parted(re.sub(r"\bas\b", "", link)):
        return None
    before = [c for c in scene.near(change, back=1) if is_value(c) and comparable(c, following)]
    if len(before) != 1 or before[0].bound not in ("=", "~"):
        return None
    heads = {before[0].head, following.head if not _OF.match(following.after) else None}  # "the 560 of last year"
    sure = len(heads) == 1 or None in heads
    return Pairs(((following.quantity, before[0].quantity),), sure, "the figure of the sentence before")


def as_many(change: Claim, scene: Scene) -> Pairs | None:
    """ "Three times as many men as women applied: 1,240 men and 620 women"."""
    nouns = _AS_MANY.match(change.after)
    if change.kind != "multiple" or nouns is None:
        return None
    ahead = [*scene.after(change), *scene.near(change, back=0, ahead=1)]
    found = [[c for c in ahead if is_value(c) and re.match(rf"\s*{noun}\b", c.after)] for noun in nouns.groups()]
    if [len(claims) for claims in found] != [1, 1]:
        return None
    (new,), (old,) = found
    together = abs(new.quantity - old.quantity) == 1
    sure = together and new.sentence == old.sentence and comparable(new, old) and new.base == old.base
    return Pairs(((old.quantity, new.quantity),), sure, "the two that it names")


def to_one_another(change: Claim, scene: Scene) -> Pairs | None:
    """ "Runs three times as many electric buses as Dunedin, 84 to 21"."""
    values = [c for c in scene.after(change) if is_value(c)][:2]
    if change.kind != "multiple" or not re.match(r"\s*as\b", change.after) or len(values) != 2:
        return None
    new, old = values
    if new.joint not in ("comma", "colon", "dash", "bracket") or old.before.strip() != "to" or not comparable(new, old):
        return None
    return Pairs(((old.quantity, new.quantity),), True, "the two figures that follow it")


def ahead(change: Claim, scene: Scene) -> Pairs | None:
    """ "Girls are 9 per cent ahead, with 68 per cent of them passing and 59 per cent of boys"."""
    values = [c for c in values_beside(change, scene) if c.quantity > change.quantity]
    if len(values) != 2 or not is_ahead(change) or not comparable(*values):
        return None
    first, second = values
    if change.quantity != first.quantity - 1 or not _WITH.fullmatch(between(change, first, scene)):
        return None
    link = between(first, second, scene)
    sure = second.joint in ("and", "against", "to", "than") and not re.search(r"[;:,]", link)
    return Pairs(((second.quantity, first.quantity),), sure, "the two figures that follow it")


def is_ahead(claim: Claim) -> bool:
    return claim.role in ("share", "change") and (_AHEAD.match(claim.after) is not None or is_gap(claim))


def is_gap(claim: Claim) -> bool:
    """ "Rural counties trail by 14 per cent", "she led him by 9 per cent", "it fell short by 3 per cent"."""
    by = _BY.search(claim.before)
    return by is not None and says(claim.before[: by.start()][-_NEAR:], words("pairs")["apart"])
