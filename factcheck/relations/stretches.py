"""A length of time whose two dates were told before it, stand on both sides of it, or of which one is still to come.

"Shut on 3 October 2016 … until 9 April 2018. For those 18 months"; "reopened in 1998, 19 years after it shut in 1979".
"""

import re

from factcheck.model.claim import Claim
from factcheck.relations.lulls import BARE, is_lull
from factcheck.relations.phrasing import says
from factcheck.relations.scene import Scene
from factcheck.relations.turns import Stretch, event, halts, in_turn
from factcheck.words import words

_THOSE = re.compile(r"\b(?:those|these|all those|that|the same)\s*$")
_THE = re.compile(r"\b(?:the|its|his|her|their)\s*$")
_OWN_TIME = re.compile(
    r"\s*(?:[a-z]+ )?(?:to|from|since|before|after|until|till|following|prior|leading|earlier|later|ago|between|that|"
    r"which|when)\b"
)
_OF = re.compile(r"\s+of (?:his|her|its|their|the) ([a-z]+)")
_FROM = re.compile(r"\b(?:from|between)\b[a-z ,]*$")
_TO = re.compile(r"(?:\b(?:to|until|till|through|and)\b[a-z ]*|[–—-]\s*)$")
_LASTED = re.compile(
    r"^\W*(?:it|they|this|that|all of which|which)\s+(?:had |has |have )?(?:lasted|took|went on for|ran for)\s*$"
)
_CUT_SHORT = re.compile(r",?\s*after\s*$")
_APART = re.compile(r"\s+(after|before)\b[^,;:–—(]*$")
_JOINED = re.compile(r"^,?\s*(?:and |just |some |only )?\s*$")
_AHEAD = re.compile(r"\s+(?:to go |left |remaining |away )?(?:before|until|till|to|from)\b[^,;:]*$|\s+away,? on\s*$")
_TO_COME = ("to go", "left", "remaining", "away")
_SINCE = re.compile(r"\bsince\s*$")  # "the 15-day stoppage was the longest since 1985"
_IN_HER = re.compile(r"\b(?:in|over|during|through|throughout) (?:all )?(?:his|her|its|their)\s*$")
_AS_A_WHOLE = re.compile(
    r"\s*(?:$|,|(?:he|she|it|they|there|together|at the|on the|in (?:charge|office|power|command))\b)"
)
_WITHOUT = re.compile(r"\s+without (?:it|him|her|them|one|any|a [a-z]+)\b")
_TOIL = re.compile(r"\s+of ([a-z]+(?: [a-z]+)?)\b(?! (?:on|at|in)\b)")
_ANOTHER = re.compile(r"\b(?:opened|unveiled|finished|completed|inaugurated) (?:a|an|another|its|his|her)\b")
_BACK = 3


def stretch(claim: Claim, scene: Scene) -> Stretch | None:
    """The dates that a length runs between, where they are told around it or before it."""
    return (
        _apart(claim, scene) or _begun_and_ended(claim, scene) or _told_before(claim, scene) or _to_come(claim, scene)
    )


def _dates(claim: Claim, scene: Scene) -> list[Claim]:
    return [c for c in scene.sentence(claim) if c.role == "date"]


def _apart(claim: Claim, scene: Scene) -> Stretch | None:
    """ "Reopened in 1998, 19 years after it shut in 1979"; "12 years after it shut in 1998, it reopened in 2010"."""
    dates, match = _dates(claim, scene), _APART.match(claim.after)
    if len(dates) != 2 or match is None:
        return None
    first, last = dates
    if first.quantity == claim.quantity - 1 and last.quantity == claim.quantity + 1 and _JOINED.match(claim.before):
        early, late = (last, first) if match[1] == "after" else (first, last)
    elif first.quantity == claim.quantity + 1 and not re.search(r"\w", claim.before) and first.after[:1] == ",":
        early, late = (first, last) if match[1] == "after" else (last, first)
    else:
        return None
    return Stretch((early.quantity, late.quantity), True, "the two dates that it lies between")


def _begun_and_ended(claim: Claim, scene: Scene) -> Stretch | None:
    """ "The 30-day siege began on 2 March and ended on 12 March"; "was called off on 12 March, after 30 days"."""
    dates = _dates(claim, scene)
    ends = in_turn(dates[0], dates[1], scene) if len(dates) == 2 else None
    if ends is None:
        return None
    before = claim.quantity < dates[0].quantity and _is_lasting(claim, event(ends[0], scene))
    after = claim.quantity == dates[1].quantity + 1 and _CUT_SHORT.fullmatch(claim.before) is not None
    after = after and (BARE.match(claim.after) is not None or is_lull(claim))
    sure = (before and _THE.search(claim.before) is not None) or after
    return Stretch((ends[0].quantity, ends[1].quantity), True, "when it began and ended") if sure else None


def _told_before(claim: Claim, scene: Scene) -> Stretch | None:
    """ "From 3 May to 9 June … those 37 days"; "walked out on 4 March … back on 29 March … the 25-day stoppage"."""
    if any(not _SINCE.search(c.before) for c in _dates(claim, scene)) or _OWN_TIME.match(claim.after):
        return None
    named = _OF.match(claim.after)
    those, lasted = _THOSE.search(claim.before), _LASTED.match(claim.before)
    whole = named is not None and named[1] in words("lifetimes")["whole_of"]
    filled = _TOIL.match(claim.after)
    toil = filled is not None and says(filled[1], words("lifetimes")["toil"])
    if not (those or lasted or _THE.search(claim.before)) or (claim.after.startswith(" of ") and not whole | toil):
        return None
    dates = sorted((c for c in scene.near(claim, back=_BACK) if c.role == "date"), key=lambda c: c.quantity)
    if len(dates) != 2 or (dates[0].paragraph != claim.paragraph and not those):
        return None
    first, last = dates
    ends = (first, last) if _is_span(first, last, scene) else in_turn(first, last, scene)
    toil = toil and _is_work(first, last, scene)
    ends = (first, last) if toil else ends
    if ends is None:
        return None
    without = _WITHOUT.match(claim.after) is not None and halts(event(ends[0], scene))
    in_her = _IN_HER.search(claim.before) and _AS_A_WHOLE.match(claim.after)
    sure = bool(those or lasted or whole or without or toil or in_her or _is_lasting(claim, event(ends[0], scene)))
    return Stretch((ends[0].quantity, ends[1].quantity), sure, "the two dates told before")


def _is_work(first: Claim, last: Claim, scene: Scene) -> bool:
    """ "Work on the tunnel began in 2012, and the first cars went through it in 2017 … the five years of work"."""
    table = words("lifetimes")
    begun, done = event(first, scene), f"{event(last, scene)} {re.split(r'[.,;:]', last.after)[0]}"
    begins_work = says(begun, table["works"]) and says(begun, table["started"])
    return begins_work and says(done, table["done"]) and not _ANOTHER.search(done)


def _to_come(claim: Claim, scene: Scene) -> Stretch | None:
    """ "With 13 months to go before the election of 16 October 2023"."""
    following = next((c for c in scene.after(claim) if c.role == "date"), None)
    if following is None or following.quantity != claim.quantity + 1 or not _AHEAD.match(claim.after):
        return None
    if not says(claim.after, _TO_COME):
        return None
    return Stretch((following.quantity,), True, "the date to come", ahead=True)


def _is_lasting(claim: Claim, begun: str) -> bool:
    """ "The 41-day stoppage", where work stopped; "the nine-day trial" is not the time that a shop was shut."""
    match = re.match(r"[\s-]*((?:[a-z]+ )?[a-z-]+)\b", claim.after)
    kinds = [kind for kind in words("lifetimes")["lasting"] if match and says(match[1], kind["nouns"])]
    started = words("lifetimes")["started"]
    return any(says(begun, [*kind["begin"], *kind["nouns"], *started]) for kind in kinds)


def _is_span(first: Claim, last: Claim, scene: Scene) -> bool:
    """ "From 3 May … to 9 June", perhaps with an aside after "from"."""
    return first.sentence == last.sentence and bool(_FROM.search(event(first, scene)) and _TO.search(last.before))
