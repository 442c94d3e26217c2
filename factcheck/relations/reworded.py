"""A share in words and the percentage that tells it again: "nearly half of them, 38 per cent"; "a majority are against
it. In the poll 47 per cent were opposed".
"""

import re
from collections.abc import Iterator, Sequence

from factcheck.model.claim import Claim
from factcheck.model.relation import Reworded
from factcheck.relations.categories import same_category
from factcheck.relations.formula import Formula
from factcheck.relations.parts import has_part_beside
from factcheck.relations.phrasing import says
from factcheck.relations.retold import goes_further
from factcheck.relations.scene import Scene
from factcheck.relations.told_twice import work_out
from factcheck.words import word_set, words
from factcheck.words.deeds import contrary, deeds, is_negated

RELATION = Reworded
_WORDED = frozenset({"fraction", "percentage"})
_ENDS = re.compile(r"\s*(?:[,;.)–—]|$)")
_CLAUSE = re.compile(r"[,;:.–—(]|\b(?:and|but|while|because|although)\b")
_OF_NOUN = re.compile(
    r"\b(?:among|amongst|of|by|for|from|in)\s+(?:the |all |its |their |these |those |a |an )?([a-z]+)"
)
_OF = re.compile(r"\s*of\s+(?:the |all |its |their )?([a-z]+)")
_OF_THOSE = re.compile(r"\b(?:of|among) (?:those|these|them|whom|which)\W*$")
_YEAR = re.compile(r"date:.*\d{4}$")
_ALSO = re.compile(r"^[^,;.]*\b(?:also|too|as well|even|more|less)\b")
_PUTS = re.compile(
    r"\b(?:puts?|gives?|gave|shows?|showed|found|estimates?|estimated|counted) (?:the|that|its|this|their|it) ?"
    r"(?:true |real |actual |right )?(?:share|proportion|figure|rate|percentage|number)? ?(?:at|to be|as)"
    r"(?: just| only)?\s*$"
    r"|\b(?:the|that|this|its) (?:true |real |actual |right )?(?:share|proportion|figure|percentage)"
    r" (?:is|was|stands at|stood at|came to|comes to)(?: just| only)?\s*$"
)
_REACH = 2
_KEY = 5


def implied(scene: Scene) -> Iterator[Formula]:
    """One formula for each share in words that a percentage beside it, or in the next sentence, tells again."""
    for claim in scene.claims:
        if claim.role != "share" or claim.kind not in _WORDED or not (claim.kind == "fraction" or claim.hedged):
            continue
        again = _beside(claim, scene) or _after(claim, scene)
        if again is not None:
            yield Formula(
                "conversion", claim.quantity, ((again.quantity,),), "strong", work_out, Reworded, "told in figures", 5
            )


def _beside(claim: Claim, scene: Scene) -> Claim | None:
    """ "A majority of voters (47 per cent)", "nearly half, 38 per cent, want it"."""
    following = next(iter(scene.after(claim)), None)
    if following is None or following.role != "share" or following.kind != "percentage" or following.hedged:
        return None
    if claim.kind == "percentage" or following.base_named or not _ENDS.match(following.after):
        return None
    last = scene.after(following)[:1]
    listed = last and last[0].role == "share" and last[0].joint in ("and", "comma", "to")
    apart = says(claim.after, words("reworded")["verbs"]) and following.joint != "bracket"
    return following if following.joint in ("bracket", "comma", "dash") and not listed and not apart else None


def _after(claim: Claim, scene: Scene) -> Claim | None:
    """The one percentage of the next sentence that is said of the same deed or view, and of no other group or time."""
    row = _next_row(claim, scene)
    shares = [c for c in row if c.role == "share" and c.kind == "percentage"]
    if not shares or claim.base is not None or has_part_beside(claim, scene) or _is_of_others(claim, row, shares[0]):
        return None
    found = [c for c in shares if _says_the_same(claim, c)]
    plain = len(found) == 1 and not found[0].hedged and found[0].base is None and found[0].mood == claim.mood
    return found[0] if plain and not _is_of_part(claim, found[0]) and not _ALSO.search(found[0].after) else None


def _next_row(claim: Claim, scene: Scene) -> Sequence[Claim]:
    if any(c.role == "share" and c is not claim for c in scene.sentence(claim)):
        return ()
    rows = (scene.row(claim.sentence + n) for n in range(1, _REACH + 1))
    row = next((row for row in rows if row), ())
    beside = row and (row[0].where, row[0].paragraph) == (claim.where, claim.paragraph)
    return row if beside else ()


def _is_of_others(claim: Claim, row: Sequence[Claim], first: Claim) -> bool:
    """ "In the north", "among the young", "last year": whether the sentence is not one that bears the words out."""
    lead = " ".join(c.before for c in row if c.quantity <= first.quantity)
    if not says(lead, words("reworded")["evidence"]):
        return True
    if says(lead, words("reworded")["others"]) or any(_YEAR.match(c.same) for c in row if c.role == "date"):
        return True
    known = {
        word[:_KEY] for word in re.findall(r"[a-z]{3,}", f"{claim.before} {claim.after} {claim.measure or ''}".lower())
    }
    named = {m[1] for m in _OF_NOUN.finditer(lead)} - _words_of_evidence()
    return any(noun[:_KEY] not in known for noun in named)


def _words_of_evidence() -> frozenset[str]:
    return word_set("reworded", "evidence") | word_set("reworded", "neutral")


def _is_of_part(claim: Claim, again: Claim) -> bool:
    """ "Of those 40 per cent", "41 per cent of voters" where the share was of members."""
    if _OF_THOSE.search(again.before):
        return True
    of = _OF.match(again.after)
    return of is not None and of[1] not in [*claim.after.lower().split(), "them", "those", "these"]


def _says_the_same(claim: Claim, again: Claim) -> bool:
    said, told = _clause(claim.after), _clause(again.after)
    if same_category(claim.after, again) or (_PUTS.search(again.before) and _ENDS.match(again.after)):
        return True
    mine, its = deeds(said), deeds(told)
    if contrary(mine, its) or is_negated(told) != is_negated(said) or _denied(said) != _denied(told):
        return False
    if goes_further(f"{claim.before} {said}".lower(), told):
        return False
    return bool(mine & its) or bool((claim.stems - claim.own) & (again.stems - again.own))


def _clause(text: str) -> str:
    return _CLAUSE.split(text)[0]


def _denied(text: str) -> bool:
    return says(text, words("reworded")["denials"])
