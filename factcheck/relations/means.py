"""Whether the words call a number an average, of what, and of all that have been counted.

"An average of 140 each", "370 on average", "the average cheque for its 480 staff comes to €1,500".
"""

import re

from factcheck.model.claim import Claim
from factcheck.relations.phrasing import says
from factcheck.relations.scene import Scene
from factcheck.words import words

_MEAN = re.compile(
    r"\b(?:average|mean)\b(?!\s+(?:day|week|month|year|night|weekday)\b)(?:(?!(?<!on average),|;|\band\b).)*$",
    re.DOTALL,
)
_AVERAGE_FOR = re.compile(r"\b(?:average|mean|typical) (?:[a-z]+ ){1,2}(?:for|of|to|among|paid to|given to)\b[^,;:.]*$")
_COMES_TO = re.compile(
    r"\b(?:is|was|comes to|came to|works out at|worked out at|would be|will be|stands at|stood at)\s*$"
)
_AVERAGED = re.compile(r"^\s*[a-z]+ (?:averaged|averages|average|averaging)\s*$")
_THING = re.compile(r"\baverage (\w+) (?:has|had|gets|got|is|was|costs?|takes|took)\b")
_A_THING = re.compile(r"(?:^|[.;:]\s|\baverage,\s)\W*(?:an?|each|every|the typical) ([a-z]+) [a-z]+\s*$")
_NARROWED = re.compile(
    r"\b(?:an?|each|every|the (?:average|typical)) [a-z]+ (?:in|at|on|near|from|of|with|that|who|which|for)\b[^,;]*$"
)
_ELSE = re.compile(r"\s*(?:[a-z]+ )?on average (?:in|on|at|during|last|this|when|if|for|among|between)\b")


def is_called_mean(claim: Claim, scene: Scene) -> bool:
    """Whether the words call it an average."""
    if _MEAN.search(claim.before) is not None or claim.after.startswith(" on average"):
        return True
    return averaged_over(claim, scene) is not None


def averaged_over(claim: Claim, scene: Scene) -> Claim | None:
    """The count told right before: "the average cheque for its 480 staff comes to", "its 72 grants averaged"."""
    count = next((c for c in scene.before(claim)[:1] if c.kind == "count" and c.is_level), None)
    if count is None:
        return None
    for_them = _AVERAGE_FOR.search(count.before) and _COMES_TO.search(claim.before)
    return count if for_them or _AVERAGED.match(claim.before) else None


def thing_of(claim: Claim) -> str:
    """What has so much on average: "the average school has", "a school managed … on average"."""
    found = _THING.search(claim.before)
    if found is None and (claim.after.startswith(" on average") or "on average," in claim.before):
        found = _A_THING.search(claim.before)
    return found[1] if found else ""


def of_some_only(claim: Claim) -> bool:
    """ "A beach in the north yielded 340 on average", "95 on average in June"."""
    narrowed = claim.after.startswith(" on average") and _NARROWED.search(claim.before) is not None
    return narrowed or _ELSE.match(claim.after) is not None


def shares_out(total: Claim, units: Claim, scene: Scene) -> bool:
    """Whether those who get the average are those who share the total: "workers will share €7.2m … its 480 staff"."""
    told = " ".join([*(c.before for c in scene.sentence(total)), scene.sentence(total)[-1].after])
    kin = {word for row in words("kin")["same"] if units.head in row for word in row}
    return units.head is not None and says(told, {units.head, f"{units.head}s", *kin})
