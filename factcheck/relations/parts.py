"""Which number a share may be the part of: the one before it, after it, pointed back to, or elsewhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.model.claim import ASIDE, TIED, Claim
from factcheck.relations.phrasing import says
from factcheck.relations.retold import goes_further
from factcheck.relations.scene import Scene, alike, same_number
from factcheck.words import words

OF_ANOTHER = "the part of the share before it"
_SIZES = frozenset({"count", "money", "measure"})
_BARE_LINK = re.compile(r"(?:,|\band\b|\bbut\b)\s*(?:only|just)?\s*$")
_HOLDS = re.compile(r"\b(?:in|on|for) (?:its|the|their|only|just)?\s*(?:only |just )?$")
_POINTS = re.compile(r"[^a-z]*(?:that|this|it|which)\b")
_THEN = re.compile(r"\s*(?:in|at the|a (?:year|month|week|decade)|last|the (?:year|month|week)|then|before|earlier)\b")
_OF_PHRASE = re.compile(r"\s*of [^,;:–—]+[,–—]\s*")  # "2 per cent of those who wrote back, 46 households, …"
_NOUN = re.compile(r"\s*(?:[a-z-]+\s*){0,2}[,–—]\s*")
_SUCH = re.compile(r"\s*such\b")
_IS = re.compile(
    r"\b(?:is|are|was|were|makes?(?: up)?|made(?: up)?|forms?|formed|constitutes?|constituted|represents?|represented|"
    r"equals?|equalled|(?:accounts?|accounted) for|(?:comes?|came|amounts?|amounted|adds? up|added up) to)"
    r"\s*(?:just|only)?\s*$"
)
_RATE_OF = re.compile(r"\b(?:rate|incidence|prevalence|frequency)\s+(?:of|among|amongst|for|in)\b")  # names the whole


_GIVES_RATE = re.compile(  # "the 1,311 that died make for a death rate of"
    r"(?:\b(?:make|give|mean|put|leave|work|yield|produce|imply|translate|add|for|mak|giv|leav|impl|produc|translat)"
    r"(?:s|ing|es|ied|ies|ed)?|\b(?:made|gave|meant|left|worked)|[,:–—])"
    r" (?:(?:for|out|up|it|them|into|to|at|as|the \w+|its|their|his|her|an?|with) ?)*(?:[a-z-]+ ){0,2}(?:rate|ratio)s?"
    r" (?:of|at)(?: just| only)?\s*$"
)


@dataclass(frozen=True, slots=True)
class Part:
    claim: Claim
    sure: bool
    source: str


def parts(claim: Claim, scene: Scene) -> Iterator[Part]:
    """The numbers that the share may be of the whole, from the surest source that has any."""
    for source in (
        _part_before,
        _part_after,
        _part_as_subject,
        _part_pointed_at,
        _part_beside,
        _part_in_other_sentence,
        _part_told_first,
    ):
        found = list(source(claim, scene))
        if found:
            yield from found
            return


def has_part_beside(claim: Claim, scene: Scene) -> bool:
    """Whether the part of a share is told beside it: then the share itself can be worked out again."""
    return any(True for source in (_part_before, _part_after) for _ in source(claim, scene))


def levels_of(claims: Sequence[Claim]) -> list[Claim]:
    return [c for c in claims if c.is_level]


def _part_before(claim: Claim, scene: Scene) -> Iterator[Part]:
    """ "147 of the 959, or 15 per cent"; "49 engaged – 1 per cent of those …"."""
    before = scene.before(claim)
    tied = claim.joint in TIED or (claim.joint in ASIDE and claim.closed)
    if before and before[0].role == "share" and _goes_on(claim, before[0]):
        own = [*_part_before(before[0], scene)] or [*_part_pointed_at(before[0], scene)]
        found = own if before[0].base_named else parts(before[0], scene)
        base = scene.base(claim)
        apart = base is not None and (before[0].base not in (None, claim.base) or base.quantity > claim.quantity)
        yield from (Part(p.claim, p.sure and apart, OF_ANOTHER) for p in found)
        return
    if not tied or not before or _is_score(claim, scene):
        return
    nearest = before[0]
    if nearest.role == "share":  # "24 (5 per cent) or", "a third, 33 per cent": the count stands before both
        return
    if nearest.role == "change" and nearest.kind in _SIZES and claim.base_named:
        yield Part(nearest, True, "the number just before it")  # "will cut 500 jobs, a tenth of its 5,000 staff"
        return
    levels = levels_of(before)
    part = _not_the_whole(levels[0], levels, claim) if levels else None
    if part is not None and part.quantity != claim.base:  # "of the 48 lighthouses, 41 per cent": no part is told
        yield Part(part, True, "the number just before it")


def _is_score(claim: Claim, scene: Scene) -> bool:
    """ "1,969 for and 1,937 against, 50.4 per cent to 49.6 per cent": the second is of the second."""
    following = scene.after(claim)[:1]
    return bool(following) and following[0].role == "share" and following[0].before.strip() == "to"


def _goes_on(claim: Claim, first: Claim) -> bool:
    """ "412 skipped court: 20 per cent of those bailed, and 8 per cent of all those booked"."""
    told = all(c.base_named or c.after.startswith(" of ") for c in (first, claim))
    return told and claim.closed and _BARE_LINK.search(claim.before) is not None


def _not_the_whole(nearest: Claim, levels: Sequence[Claim], claim: Claim) -> Claim:
    """In "nine of the 57, or 16 per cent" the part is nine; in "168 patients in its 150 beds" it is 168."""
    if says(claim.before, words("containment")["filling"]) and _HOLDS.search(nearest.before):
        return next((c for c in levels[1:] if c.quantity == nearest.quantity - 1), nearest)
    holders = [
        c
        for c in levels
        if c.base == nearest.quantity and c.quantity < nearest.quantity and c.sentence == nearest.sentence
    ]
    return holders[0] if holders else nearest


def _part_after(claim: Claim, scene: Scene) -> Iterator[Part]:
    """ "61 per cent of the students: 1,098 of 1,800"; "1.7 per cent (147 of 8586 people)"."""
    for nxt in scene.after(claim):
        if nxt.quantity == claim.base or nxt.role == "date":
            continue
        if not nxt.is_level:
            return
        base = scene.base(nxt)
        paired = (
            base is not None
            and base.sentence == nxt.sentence
            and (base.quantity > nxt.quantity or base.quantity == claim.base)
        )
        if nxt.joint in ("bracket", "colon", "or") or (nxt.joint in ASIDE and (paired or nxt.scope == "total")):
            yield Part(nxt, True, "the number just after it")
        elif nxt.joint in ASIDE and nxt.closed and claim.joint not in TIED:
            beside = claim.base == nxt.quantity - 1 and _NOUN.fullmatch(nxt.before)  # "of the 880 lamps, 250,"
            sure = claim.base_named and bool(beside or _OF_PHRASE.fullmatch(nxt.before))
            yield Part(nxt, sure, "the aside just after it")
        return


def _part_as_subject(claim: Claim, scene: Scene) -> Iterator[Part]:
    """ "The 78 finalists were 3 per cent of the 2,600 who entered"."""
    levels = levels_of(scene.before(claim))
    again = levels[:1] and levels[0].scope == "definite" and claim.base_named  # "the 86 were 12 per cent of the nurses"
    ahead = claim.base is not None and claim.base > claim.quantity
    if len(levels) == 1 and (ahead or again) and claim.base is not None and _IS.search(claim.before):
        yield Part(levels[0], True, "the number that it is said of")
    elif levels and claim.base is None and not claim.base_named and _GIVES_RATE.search(claim.before):
        yield Part(levels[0], True, "the number that makes the rate")


def _part_pointed_at(claim: Claim, scene: Scene) -> Iterator[Part]:
    """ "That is 0.5 per cent of the women we wrote to": the last number of the sentence before."""
    if claim.joint != "which" or scene.before(claim) or not _POINTS.match(claim.before) or _THEN.match(claim.after):
        return
    levels = [c for c in levels_of(list(scene.near(claim, back=1))) if not _is_whole_of_share(c, scene)]
    levels = [c for c in levels if c.quoted == claim.quoted] or levels  # a speaker goes on with his own numbers
    if levels:
        sure = levels[-1].paragraph == claim.paragraph
        yield Part(_not_the_whole(levels[-1], levels, claim), sure, "the number that the sentence points back to")


def _is_whole_of_share(level: Claim, scene: Scene) -> bool:
    """ "30 per cent of the 100 on nights": a whole with its own share is no part of another."""
    return any(c.role == "share" and c.base == level.quantity for c in scene.sentence(level))


def _part_beside(claim: Claim, scene: Scene) -> Iterator[Part]:
    """Another number of the same sentence that is said to be of the same whole, or to do the same."""
    whole = scene.base(claim)
    for other in levels_of(scene.sentence(claim)):
        if whole is None or same_number(other, whole) or not alike(other, whole):
            continue
        if (
            scene.base(other) is not None
            and same_number(scene.claims[other.base or 0], whole)
            and other.stems & claim.stems
        ) or (other.base is None and not other.base_named and other.quantity > claim.quantity):
            yield Part(other, False, "a number of the same sentence")


def _part_in_other_sentence(claim: Claim, scene: Scene) -> Iterator[Part]:
    """The share first, its counts sentences later, or the other way round."""
    whole = scene.base(claim)
    matches = []
    for other in levels_of(list(scene.near(claim, ahead=3))):
        if _is_whole_of_share(other, scene) or (other.rivals and other.base_certainty != "said"):
            continue
        if whole is not None and (same_number(other, whole) or _is_second_mention(other)):
            continue
        if other.sentence > claim.sentence and _SUCH.match(other.after):
            yield Part(other, False, "so many such things")
            return
        if _shared(claim, other, whole, scene):
            matches.append(other)
    for other in matches:
        told = bool(claim.stems & (other.stems - {other.key})) or (whole is not None and "evidence" in other.cues)
        told = told and not _RATE_OF.search(claim.before)
        told = told and all(c.role != "share" for c in scene.sentence(other))
        told = told and not goes_further(f"{claim.before} {claim.after}", other.after)
        told = told and other.scope not in ("further", "rest")
        sure = len(matches) == 1 and told and other.paragraph == claim.paragraph
        yield Part(other, sure, "a number of another sentence about the same thing")


def _shared(claim: Claim, other: Claim, whole: Claim | None, scene: Scene) -> bool:
    """Whether a count shares the deed, the rung or the whole of a share, and no other whole is said of it."""
    base = scene.base(other)
    if whole is None:
        of_it = base is not None and bool(claim.stems & base.own)
        told = base is not None or bool(scene.above(other))
        return told and (of_it or bool(claim.stems & other.stems or claim.rungs & other.rungs))
    if not alike(other, whole):
        return False
    nested = base is not None and (same_number(base, whole) or scene.is_within(base, whole) is not None)
    if base is not None and not nested and not scene.is_within(whole, base):
        return False
    return nested or bool((claim.stems - whole.stems) & other.stems or claim.rungs & other.rungs)


def _part_told_first(claim: Claim, scene: Scene) -> Iterator[Part]:
    """ "Fares brought in $6.3m and met just over a third of the $17.6m that it cost"."""
    whole = scene.base(claim)
    if whole is None or whole.sentence != claim.sentence or whole.quantity < claim.quantity:
        return
    for other in scene.before(claim):
        if other.role in ("level", "rate") and alike(other, whole) and not same_number(other, whole):
            yield Part(other, False, "a number of the same sentence")


def _is_second_mention(other: Claim) -> bool:
    """ "The 2,880 tickets": what the share and its base imply is held against it elsewhere."""
    return other.scope in ("definite", "all") and other.base is None
