"""Of what a share is, where a count elsewhere may be that share of it: as its words say, or by its sentence."""

import re
from functools import cache

from factcheck.model.claim import Claim
from factcheck.relations.scene import Scene
from factcheck.words import words

_PRONOUN = re.compile(r"^\s*of (?:them|these|those|it|this|that)\b")
_SUBJECT = re.compile(
    r"(?:^|[,;:–—(]|\b(?:and|but|that|which|while|whereas|found|finds|showed|shows|reported))"
    r"\s*(?:only|just|about|some|roughly|fully)?\s*$"
)
_NAME = re.compile(
    r"^\s*of (?:the|its|this|that|their|his|her) (?:\w+['’]s? )?(?:(?:total|whole|entire|annual) )?([a-z]{5,})\b"
)
_KEY = 5
_BESIDE = 40


@cache
def _verb() -> re.Pattern[str]:
    verbs = "|".join([*words("noun_phrases")["verbs"], "are", "were", "was", "is", "have", "had", "has", "do", "does"])
    return re.compile(rf"\s+(?:{verbs}|will|would|[a-z]{{3,}}(?:ed|ing))\b")


def whole_of(share: Claim, scene: Scene) -> Claim | None:
    """The count or rate that a share is surely of, or None."""
    base = scene.base(share)
    if base is not None:
        by_deed = (
            base.kind == "money" and share.base_named and not share.rivals
        )  # "the year's spending": "will spend $90m"
        return base if base.role in ("level", "rate") and (share.base_certainty == "said" or by_deed) else None
    if share.base_lost and (money := _named_money(share, scene)) is not None:
        return money
    if share.base_lost and _PRONOUN.match(share.after):
        return _only([*reversed(scene.before(share))]) or _only([*scene.near(share, back=1)])
    unnamed = not share.base_named and not share.base_lost and share.measure is None
    if unnamed and _SUBJECT.search(share.before) and _verb().match(share.after):
        here = [*reversed(scene.before(share))]
        return _only(here) if here else _only([*scene.near(share, back=1)])
    return None


def _named_money(share: Claim, scene: Scene) -> Claim | None:
    """ "Of the year's spending": the one sum that is so called, "the $90m the council means to spend"."""
    match = _NAME.match(share.after)
    if match is None:
        return None
    name = re.compile(rf"\b{match[1][:_KEY]}[a-z]*\b")
    sums = [c for c in scene.earlier(share) if c.kind == "money" and c.is_level and c.base is None]
    named = [c for c in sums if name.search(c.before[-_BESIDE:]) or name.search(c.after[:_BESIDE])]
    return named[0] if len({c.same for c in named}) == 1 else None


def _only(claims: list[Claim]) -> Claim | None:
    """The one number of things among some."""
    things = [c for c in claims if c.role in ("level", "rate") and (c.head is not None or c.kind == "money")]
    alone = len(things) == 1 and things[0].mood == "plain" and things[0].bound in ("=", "~")
    return things[0] if alone and not any(c.role == "share" for c in claims) else None
