"""A length between a date told before and this day, or told before its two dates: while something lay still.

"The depot, shut in 1981, took in trams again on Monday after 42 years of rust"; "now, 21 years on"; "30 years after
it opened in 1995, the pool is to get a roof"; "for 18 months the bridge was shut: it closed in May 2021 …".
"""

import re

from factcheck.model.claim import Claim
from factcheck.relations.phrasing import between, says
from factcheck.relations.scene import Scene
from factcheck.relations.turns import Stretch, begins, ends, event, halts, revives
from factcheck.words import words

_AFTER = re.compile(r"\b(?:after|ending|ends|ended|following)\s+(?:(?:an?|its|their|his|her|the)\s+)?$")
_AFTER_A_GAP = re.compile(r"\bafter (?:an?|its|their|his|her) (?:[a-z]+ )?([a-z]+) of\s*$")
BARE = re.compile(r"\s*(?:$|[,.;:!?”\"–—])")
_OF = re.compile(r"\s+of (?:[a-z]+ )?([a-z]+(?: [a-z]+)?)")
_GAP_NOUN = re.compile(r"[\s-]+(?:[a-z]+ )?([a-z]+)\b")
_ON = re.compile(r"\s+(?:later|on)\b\s*[,.]?")
_SINCE_IT = re.compile(r"\s+(?:after|since)\b[^,;:–—(]*$")
_FOR = re.compile(r"(?:^|[.;:]\s)\W*(?:and |so |but )?for(?: all of| almost all of)?\s*$")
_WAS_FOR = re.compile(r"\b(?:was|were|lay|stood|sat|stayed|remained|went|spent)\b[^.;:]*\bfor\s*$")
_TOOK = re.compile(r"(?:^|[.;:]\s)\W*(?:it|this|that|all this) (?:took|lasted)\s*$")
_STATE = re.compile(r"\s*,?[^.;:]*\b(?:was|were|had|lay|stood|sat|stayed|remained|went|could|did)\b")
_PART = re.compile(
    r"\s+(?:of|in|at|from|to (?!\w+ (?:the|a|an|it|them|its)\b)|before|after|until|since|each|every|ago|or|more)\b"
)
_THOSE = re.compile(r"\b(?:those|these|all those)\s*$")
_HAS = re.compile(r"\b(?:has|have)\b|['’](?:ve|s) been\b")
_LONG = frozenset({"month", "year", "decade", "century"})
_BACK = 2


def lull(claim: Claim, scene: Scene) -> Stretch | None:
    """The dates of a length that runs from one told before to now, or that is told before both."""
    return _to_this_day(claim, scene) or _told_after(claim, scene)


def _to_this_day(claim: Claim, scene: Scene) -> Stretch | None:
    if scene.published is None or claim.unit not in _LONG:
        return None  # "on Sunday, two days later": a day of the week is not that of publication
    return _still_until(claim, scene) or _later(claim, scene) or _since_it(claim, scene) or _those(claim, scene)


def _only_date(claim: Claim, scene: Scene, back: int) -> Claim | None:
    """The one date of a claim's sentence and of those before it in its paragraph."""
    near = [c for c in scene.near(claim, back=back) if c.paragraph == claim.paragraph]
    dates = [c for c in (*near, *scene.sentence(claim)) if c.role == "date"]
    return dates[0] if len(dates) == 1 and dates[0].quantity < claim.quantity else None


def _words(claim: Claim, scene: Scene) -> str:
    """The words of a claim's sentence."""
    row = scene.sentence(claim)
    return " ".join([row[0].before, *(c.after for c in row)])


def _still_until(claim: Claim, scene: Scene) -> Stretch | None:
    """ "Shut in 1981 … took in trams again on Monday after 42 years of rust"."""
    date = _only_date(claim, scene, _BACK) if is_lull(claim) or _AFTER.search(claim.before) else None
    if date is None or not halts(event(date, scene)):
        return None
    same = date.sentence == claim.sentence
    said = between(date, claim, scene) if same else _words(claim, scene)
    table = words("lifetimes")
    if not says(said, table["revived"] if same else [*table["these_days"], *table["present"]]):
        return None  # "which shut in 2008 after 40 years, is open again"
    sure = is_lull(claim) or (same and BARE.match(claim.after) is not None)
    return Stretch((date.quantity,), sure, "when it stopped") if sure or revives(said) else None


def is_lull(claim: Claim) -> bool:
    """ "After 42 years of silence", "after an absence of 42 years", "after four years without one"."""
    table = words("lifetimes")
    gap = _AFTER_A_GAP.search(claim.before)
    if gap is not None:
        return gap[1] in table["gap"]
    if not _AFTER.search(claim.before):
        return False
    of, noun = _OF.match(claim.after), _GAP_NOUN.match(claim.after)
    if of is not None:
        return says(of[0], table["lull"])
    return claim.after.startswith(" without ") or (noun is not None and noun[1] in table["gap"])


def _later(claim: Claim, scene: Scene) -> Stretch | None:
    """ "Mining ended in 1992. Now, 31 years on, the shafts are to be flooded"."""
    date = _only_date(claim, scene, 1) if _ON.match(claim.after) else None
    lead = re.split(r"[;:]", claim.before)[-1]
    if date is None or date.sentence == claim.sentence or "," not in lead:
        return None
    now = says(lead, words("lifetimes")["these_days"]) and len(lead.split()) <= _BACK + 1
    return Stretch((date.quantity,), True, "the date before it") if now else None


def _since_it(claim: Claim, scene: Scene) -> Stretch | None:
    """ "Nearly 30 years after it opened in 1995, the pool is to get a roof"."""
    dates = [c for c in scene.sentence(claim) if c.role == "date"]
    if len(dates) != 1 or dates[0].quantity != claim.quantity + 1 or not _SINCE_IT.match(claim.after):
        return None
    fronted = not re.search(r"\w", claim.before) and dates[0].after.startswith(",")
    main = re.split(r"[;:.]", dates[0].after)[0] if fronted else claim.before.rstrip().removesuffix(",")
    closes = fronted or (claim.before.rstrip().endswith(",") and BARE.match(dates[0].after) is not None)
    sure = closes and says(main, words("lifetimes")["present"]) and "," not in main.lstrip(", ")
    return Stretch((dates[0].quantity,), sure, "the date beside it")


def _those(claim: Claim, scene: Scene) -> Stretch | None:
    """ "Has been in post since 2015. In those eight years"."""
    date = _only_date(claim, scene, 1) if _THOSE.search(claim.before) else None
    if date is None or not re.search(r"\bsince\s*$", date.before) or not _HAS.search(event(date, scene)):
        return None
    return Stretch((date.quantity,), BARE.match(claim.after) is None, "the date before it")


def _told_after(claim: Claim, scene: Scene) -> Stretch | None:
    """ "For 18 months the bridge was one-way. It was closed in March 2022 and handed back in August 2023"."""
    told = _FOR.search(claim.before) and _STATE.match(claim.after)
    ended = _WAS_FOR.search(claim.before) and BARE.match(claim.after)
    took = _TOOK.search(claim.before) is not None
    dates = [c for c in (*scene.sentence(claim), *scene.row(claim.sentence + 1)) if c.role == "date"]
    if not (told or ended or took) or _PART.match(claim.after) or len(dates) != 2:
        return None
    first, last = dates
    if first.quantity < claim.quantity or last.paragraph != claim.paragraph:
        return None
    if took and last.sentence != claim.sentence:
        return None
    told_first, told_last = event(first, scene), f"{event(last, scene)} {re.split(r'[.,;:]', last.after)[0]}"
    stops, goes_on = halts(told_first), revives(told_last)
    still = halts(f"{claim.before} {re.split(r'[.,;:]', claim.after)[0]}")
    sure = begins(told_first) and ends(told_last) if took else stops + goes_on + still > 1
    return Stretch((first.quantity, last.quantity), sure, "the two dates told after it") if sure else None
