"""One of a group whose figures lie in a range: "eight cadets, aged between 17 and 23 … one of the eight, Kim Orr, 26".

"Their quotes ran from $180,000 to $240,000. It went to one of the five, whose quote of $265,000".
"""

import re
from collections.abc import Sequence

from factcheck.model.claim import Claim
from factcheck.relations.figures import comparable
from factcheck.relations.phrasing import says
from factcheck.relations.scene import Scene
from factcheck.words import words

_ONE_OF = r"(?:one|two|either|any|each|the (?:first|last|eldest|youngest|oldest|[a-z]{3,}est|captain|leader|winner)) of"
_ONE_OF_SO_MANY = re.compile(rf"\b{_ONE_OF} the ([\w,]+)\b")
_ONE_OF_THEM = re.compile(rf"\b{_ONE_OF} (?:them|those|the [a-z]+s)\b")
_NAMED = re.compile(r"(?:^|,)\s*(?:[a-z][\w.'’-]* ){0,3}[a-z][\w'’-]+, (?:who is )?$|\b(?:is|was|aged)\s*$")
_OF_THINGS = re.compile(r"\b(?:their|the|whose) (?:[a-z]+ )?([a-z]+)s (?:[a-z]+ )?(?:from|between)?\s*$")
_OWN = r"\b(?:whose|its|his|her|their) (?:own )?{thing}(?:,? at| of| was| is| came to| stood at)?\s*$"
_REACH = 3


def is_member(claim: Claim, told: Sequence[Claim], scene: Scene) -> bool:
    """Whether a figure is that of one of the group whose figures some earlier ones give the range of."""
    first, last = told[0], told[-1]
    if not 0 < claim.sentence - first.sentence <= _REACH or not comparable(claim, first):
        return False
    if says(f"{first.before} {last.after} {claim.before[-40:]}", words("ranges")["once"]):
        return False
    if not _is_one_of_them(claim, first, scene):
        return False
    if claim.kind == "age":
        return _NAMED.search(claim.before) is not None
    things = _OF_THINGS.search(first.before)
    return things is not None and re.search(_OWN.format(thing=things[1]), claim.before) is not None


def _is_one_of_them(claim: Claim, first: Claim, scene: Scene) -> bool:
    """ "The tallest of the eight", where eight were told of beside the range; "one of them"."""
    group = {
        c.same.partition(":")[2] for c in scene.sentence(first) if c.kind == "count" and c.quantity < first.quantity
    }
    lead = scene.printed_before(claim).lower()
    return bool(group) and (bool(group & {*_ONE_OF_SO_MANY.findall(lead)}) or _ONE_OF_THEM.search(lead) is not None)
