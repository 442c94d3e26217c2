"""One figure told again with its thing: a price with what it buys, an age with its name, all of those just counted.

"A day pass will cost €48 … €84 for a day pass"; "Ada Quill, 43, … said Quill, 34"; "the 16 hikers … all 13 of them".
"""

import re
from functools import cache

from factcheck.model.claim import Claim
from factcheck.relations.figures import comparable
from factcheck.relations.phrasing import says
from factcheck.relations.scene import Scene
from factcheck.words import word_set, words

_COSTS = re.compile(
    r"\b(?:an?|the|each|every) ((?:[a-z-]+ ){0,2}[a-z-]+)(?: (?:for|to|at|in|on|of|with) (?:[a-z-]+ ){1,4})?\s*"
    r"\b(?:will |would |is to |now |to )?(?:cost|costs|be|is|set you back|sell for|sells for|go for|goes for)\s*$"
)
_FOR_A = re.compile(
    r"\W*(?:an? (?:month|week|year|day|night) )?(?:for|per) (?:an? |the |each |every )?((?:[a-z-]+ ){0,2}[a-z-]+)"
)
_ELSEWHERE = re.compile(r"^\W*(?:in|at|under|elsewhere|unlike|across|on)\b(?! (?:all|last|fact)\b)[^,]*,")
_COMPOUND = re.compile(r"-[a-z]+ [a-z]+\b")
_NEXT_TO = re.compile(r"\s+(?:who|that|which|in|at|on|near|from|opposite|next|beside|behind|across)\b")
_NEAR = 60
_BESIDE = 4
_NAMED_AGE = re.compile(r"([A-Z][\w'’-]+) ([A-Z][\w'’-]+)(?:,| is| who is|, who is)(?: now)?\s*$")
_BARE_AGE = re.compile(r"(?:^|[a-z,.;:“”\"—–-])\s*(?:[A-Z][a-z]+ )?\b([A-Z][\w'’-]+)(?:,|,? who is)(?: now)?\s*$")
_ENDS = re.compile(r"\W*(?:$|[,.;:!?”\"]|(?:is|was|would|will|seemed|seems|sounds|may|might|could|and|but|as|to)\b)")


def is_of_another_time(claim: Claim, scene: Scene) -> bool:
    """Whether words beside a figure set it apart: "last year", "once", "another", "the neighbouring"."""
    near = f"{re.split(r'[.;:]', claim.before)[-1][-_NEAR:]} {re.split(r'[.;:]', claim.after)[0][: _NEAR // 2]}"
    if says(near, words("restatements")["other"]) or _ELSEWHERE.match(claim.before):
        return True
    beside = [c for c in scene.sentence(claim) if c.role == "date" and abs(c.quantity - claim.quantity) == 1]
    dates = [c for c in beside if c.before.split()[-1:] not in (["by"], ["until"], ["before"], ["from"])]
    return any(len((c.before if c.quantity < claim.quantity else claim.after).split()) <= _BESIDE for c in dates)


def same_price(claim: Claim, scene: Scene) -> Claim | None:
    """ "A day pass will cost €48 … €84 for a day pass"."""
    bought = _FOR_A.match(claim.after) if claim.kind == "money" else None
    if bought is None or is_of_another_time(claim, scene):
        return None
    told = [
        c for c in scene.earlier(claim) if c.sentence < claim.sentence and comparable(c, claim) and c.where == "text"
    ]
    named = [(c, match[1]) for c in told if (match := _COSTS.search(c.before)) is not None]
    found = [c for c, noun in named if _is_same_thing(noun, bought[1], claim)]
    return found[0] if len(found) == 1 and not _is_split(found[0]) else None


def _is_same_thing(noun: str, again: str, claim: Claim) -> bool:
    rest = claim.after.partition(noun)[2] if noun in again else None
    return rest is not None and again.startswith(noun) and _ENDS.match(rest) is not None


def _is_split(earlier: Claim) -> bool:
    """ "£275 for adults": one price of many."""
    return re.match(r"\W*(?:for|per|at weekends|on)\b", earlier.after) is not None


def same_person(claim: Claim, scene: Scene) -> Claim | None:
    """ "Ada Quill, 43, … said Quill, 34": the age told with the full name before."""
    again = _BARE_AGE.search(scene.printed_before(claim)) if claim.kind == "age" else None
    if again is None or is_of_another_time(claim, scene):
        return None
    ages = [c for c in scene.earlier(claim) if c.kind == "age" and c.where == "text" and c.sentence < claim.sentence]
    named = [(c, match) for c in ages if (match := _NAMED_AGE.search(scene.printed_before(c))) is not None]
    found = [c for c, match in named if match[2] == again[1]]
    text = scene.printed(found[0], claim) if len(found) == 1 else ""
    firsts = set(re.findall(rf"([A-Z][\w'’-]+) {re.escape(again[1])}\b", text)) - _titles()
    return found[0] if len(firsts) == 1 else None


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.capitalize() for title in words("restatements")["titles"])


def same_compound(claim: Claim, scene: Scene) -> Claim | None:
    """ "The 35-storey tower … the 53-storey tower"."""
    thing = _COMPOUND.match(claim.after) if claim.kind == "count" and claim.role == "other" else None
    is_the = claim.before.split()[-1:] in (["the"], ["this"], ["that"])
    if thing is None or not is_the or is_of_another_time(claim, scene):
        return None
    row = [c for c in scene.claims if c.role == "other" and c.kind == "count" and c.after.startswith(thing[0])]
    told = [c for c in row if c.sentence < claim.sentence and c.where == "text"]
    return told[0] if len(told) == 1 and len(row) == 2 and not _NEXT_TO.match(claim.after[thing.end() :]) else None


def all_of_them(earlier: Claim, claim: Claim, scene: Scene) -> bool:
    """ "The 16 hikers stranded on the hill … all 13 stranded hikers", and none told of that left or joined them."""
    counted_all = claim.scope == "all" or earlier.scope == "definite"
    described = len((claim.measure or "").split()) > 1 and claim.scope in ("all", "definite")
    if not (counted_all and described) or is_of_another_time(claim, scene):
        return False
    between = scene.claims[earlier.quantity + 1 : claim.quantity]
    return not any(_may_be_of(c, claim) for c in (*between, *scene.after(claim), *scene.before(earlier))) and not says(
        scene.told(earlier, claim), words("restatements")["changing"]
    )


def _may_be_of(other: Claim, claim: Claim) -> bool:
    """Whether another count may tell of some of the same things."""
    people = word_set("nouns", "people")
    return other.kind == "count" and (other.head in (None, claim.head) or {other.head, claim.head} <= people)
