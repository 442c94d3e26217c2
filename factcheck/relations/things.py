"""One thing with one size, brought in with "a", taken up with "the": "a levy of 2.5 per cent … the 4 per cent levy"."""

import re

from factcheck.model.claim import Claim
from factcheck.relations.figures import comparable
from factcheck.relations.phrasing import says
from factcheck.relations.scene import Scene
from factcheck.words import words

_NOUN = re.compile(r"[\s-]*([a-z]{3,})\b")
_GOES_ON = re.compile(
    r"\s*(?:$|[.,;:!?)”\"–—]|(?:will|would|is|was|has|had|must|may|might|can|could|should|also|and|or|but|on top|as|"
    r"because|when|if|before|after|until|does|did|goes|comes|takes|makes)\b)"
)
_ELSEWHERE = re.compile(
    r"(?:^|[.;:,]\s)\W*(?:in|at|under|elsewhere|unlike|like|across|for|of|on|with|by)\b[^,]*$|\b(?:in|at) \w+ the$"
)
_REACH = 4


def brought_in(claim: Claim, scene: Scene) -> Claim | None:
    """The figure with which the thing was brought in that this one speaks of with "the"."""
    noun = _NOUN.match(claim.after)
    if noun is None or claim.kind == "count" or claim.role not in ("level", "share", "rate"):
        return None
    if claim.before.split()[-1:] != ["the"] or not _GOES_ON.match(claim.after[noun.end() :]):
        return None
    if _ELSEWHERE.search(claim.before.strip()) or noun[1] in words("restatements")["kinds"]:
        return None
    told = [c for c in scene.near(claim, back=_REACH) if comparable(c, claim) and c.where == "text"]
    first = [c for c in told if re.search(rf"\ban? (?:[\w-]+ ){{0,3}}{noun[1]} of\s*$", c.before)]
    named = [c for c in told if says(f"{c.before[-40:]} {c.after[:20]}", [noun[1], f"{noun[1]}s"])]
    moved = any(c.joint in ("from", "to") for c in scene.sentence(claim))
    moved = moved or any(c.same == claim.same for c in scene.earlier(claim))
    return first[0] if len(first) == 1 and len(named) == 1 and not moved else None
