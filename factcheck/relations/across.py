"""The figures of a change or a multiple over a full stop or a colon: "That is twice as many as the 780 who …"."""

import re

from factcheck.model.claim import Claim
from factcheck.relations.figures import Pairs, can_move, comparable, is_value, told_pairs, values_beside
from factcheck.relations.phrasing import between, parted, says
from factcheck.relations.scene import Scene
from factcheck.words import words

_THAT_IS = re.compile(r"\W*(?:that|this|it|which)(?:['’]s| is| was| were| makes| made| means)(?: it)?\W*$")
_THAN = re.compile(r"\s*(?:[a-z]+ ){0,2}(?:than|as|above|below|up on|down on)(?: (?:the|last [a-z]+['’]s))?\s*$")
_OF = re.compile(r"\s*of\b")
_AS_MANY = re.compile(r"\s*as (?:many|much) ([a-z]+)(?: [a-z]+){0,6}? as (?:the )?([a-z]+)\b")
_SO_MANY = re.compile(r"\s*as (?:many|much)\b")
_OF_THEM = re.compile(r"\s*(?:of )?(?:them|these|those)\b")
_SIZE = re.compile(
    r"\s*(?:the [a-z]+ of|as [a-z]+ as) [^,;:.(–—]+"
    r"(?:\(|[,–—] (?:(?:which|that|itself)(?: \w+){0,4}|at|with|a [a-z]+ of|a mere|just|only)?)\s*"
)
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


def so_many_more(change: Claim, scene: Scene) -> Pairs | None:
    """ "The school had 118 pupils. It now has 14 fewer, 94": so many more or fewer, and what that makes."""
    new = next((c for c in scene.after(change) if c.role != "date"), None)
    if change.kind not in ("count", "money", "measure") or new is None or not is_value(new) or not new.closed:
        return None
    if not _MORE.fullmatch(between(change, new, scene)) or not comparable(change, new) or new.role == "share":
        return None
    before = [c for c in scene.before(change) if is_value(c) and comparable(c, new)][:1]
    before = before or [c for c in scene.near(change, back=1) if is_value(c) and comparable(c, new)]
    if len(before) != 1 or before[0].paragraph != change.paragraph:
        return None
    heads = {c.head for c in (before[0], change, new)} - {None}
    return Pairs(((before[0].quantity, new.quantity),), len(heads) <= 1, "the figure before and what it makes")


_MORE = re.compile(
    r"\s*(?:[a-z]+ )?(?:more|fewer|less|extra)(?: [a-z]+)?(?: than (?:that|it|then|before|it did|it had))?(?: in)?\s*"
    r"[,(–—:]\s*(?:or |at |making |a total of |that is |which is |which makes )?"
)


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


def counted_after(change: Claim, scene: Scene) -> Pairs | None:
    """ "Half as many nests were found as in 2010. Bird lovers counted 96 of them, compared with 212 then"."""
    if change.kind != "multiple" or not _SO_MANY.match(change.after) or values_beside(change, scene):
        return None
    row = [c for c in scene.near(change, back=0, ahead=1) if is_value(c) and c.paragraph == change.paragraph]
    found = list(told_pairs(row))
    if len(found) != 1 or found[0][1].kind not in ("count", "money", "measure"):
        return None
    old, new = found[0]
    named = _OF_THEM.match(new.after) is not None or (new.key is not None and new.key in change.context)
    return Pairs(((old.quantity, new.quantity),), named, "the two figures of the sentence after")


def other_size(change: Claim, scene: Scene) -> Pairs | None:
    """ "84 metres high, twice the height of the spire, which at 57 metres is the tallest": a thing and another."""
    before = [c for c in scene.before(change) if is_value(c) and c.role == "level"]
    if not before or parted(between(before[0], change, scene)):
        return None
    old = next((c for c in scene.after(change) if comparable(c, before[0])), None)
    if old is None or not _SIZE.fullmatch(between(change, old, scene)):
        return None
    if not old.unit and old.head not in (None, before[0].head):
        return None
    return Pairs(((old.quantity, before[0].quantity),), True, "the size of the other thing")


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
