"""Which birth an age is counted from, and whether the words say that it is the same person's.

"Dolores Orme, born in 1938 … At 94 she still rows"; "Ada Quill, now 88, was born in 1945".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model.claim import Claim
from factcheck.relations.phrasing import between, says
from factcheck.relations.scene import Scene
from factcheck.words import words

BORN = re.compile(r"\b(?:born|birth)\b(?:\W+\w+){0,9}\W*$")
_PRONOUN = re.compile(
    r"\b(?:he|she|who|him|her)\b(?:\W+(?:is|was|were|turned|would be|at|aged))?(?:\W+(?:now|still|just|only))?\W*$"
)
_HIS = re.compile(r"\bhe\b")
_HERS = re.compile(r"\bshe\b")
_PREDICATE = re.compile(
    r"\W*(?:is|was|will be|turns|turned|would be|(?:has |have )?(?:died|passed away)"
    r"(?: peacefully| suddenly| at home| in hospital| yesterday| today| this week| (?:on|last) [a-z]+day"
    r"(?: (?:morning|night|evening|afternoon))?)*,?(?: aged| at| at the age of))\s*"
)
_WAS_BORN = re.compile(r"\W*(?:(?:who|and) )?(?:was|were|is) (?:himself |herself )?born\b[^,;:.]*")
_HAS_BEEN = re.compile(r"\W*(?:has|have) (?:lived|worked|been|stayed)\b[^.;:]* since (?:he|she) was born\b[^,;:.]*")
_AND_DID = re.compile(
    r"\W*and (?!(?:his|her|the|their|a|an|its|so|in|on|then)\b)[a-z]+[^,;:]*,?\s*(?:at the age of|at|aged)\s*$"
)
_THEN_HE = re.compile(r"\W*(?:he|she)\b")
_AT = re.compile(r"(?:^|[,;:–—(]|\b(?:now|and|but|still))\W*(?:at|aged|at the age of|at age)\s*$")
_HE_THEN = re.compile(r"\W*(?:he|she)(?:['’]s)?\W+(?:[a-z]+ly )?([a-z]+)\b")
_I_AM = re.compile(r"[“\"].*\bi(?: am|['’]m)(?: now| only| still)?\s*$", re.DOTALL)
_HE_SAID = re.compile(r"[^”\"]*[”\"]\W*(?:he|she) (?:said|says|told|added|joked|laughed|insisted)\b")
_NAME = re.compile(r"([a-z][a-z'’-]+)(?:,| is| was| turns| turned|,? who is|,? at)\s*(?:now |still )?$")
_ASIDE = re.compile(r"\b(?:when|while|after|before|until|as|by the time)\b[^,;:.]*$")
REACH = 3


@dataclass(frozen=True, slots=True)
class Birth:
    """A date of birth with how an age hangs on it: told in one breath (`fronted`), or at least of the same person."""

    date: Claim
    fronted: bool
    same_person: bool


def birth_of(claim: Claim, births: Sequence[Claim], scene: Scene) -> Birth | None:
    """The birth that an age goes back to, and how surely."""
    date = _nearest(claim, births, scene)
    if date is None or _of_other_sex(date, claim):
        return None
    if date.quantity > claim.quantity:
        tied = _tied_behind(claim, date, scene)
        return Birth(date, tied, tied) if tied else None
    fronted = date.sentence == claim.sentence and (
        date.before.lstrip().startswith("born") or _PREDICATE.fullmatch(between(date, claim, scene)) is not None
    )  # "Born in 1956, the painter is 73"; "Mr Pell, born in 1948, will be 64"
    return Birth(date, fronted, fronted or _is_hers(claim, date, scene))


def _nearest(claim: Claim, births: Sequence[Claim], scene: Scene) -> Claim | None:
    """The one birth in reach; of several, the one of its own sentence, else the one told with its name."""
    found = [b for b in births if 0 <= claim.sentence - b.sentence <= REACH]
    if len(found) < 2:
        return found[0] if found else None
    own = [b for b in found if b.sentence == claim.sentence] or [b for b in found if _same_name(claim, b, scene)]
    return own[0] if len(own) == 1 else None


def _of_other_sex(birth: Claim, claim: Claim) -> bool:
    """ "She was born in 1950. In 1998, when he was 12, her son drowned"."""
    return any(a.search(birth.before) and b.search(claim.before) for a, b in ((_HIS, _HERS), (_HERS, _HIS)))


def _tied_behind(claim: Claim, birth: Claim, scene: Scene) -> bool:
    """ "Nuala Devane, 71, who was born on the island in 1952"; "Ada Quill, now 88, was born in 1945"."""
    link = between(claim, birth, scene)
    alone = birth.sentence == claim.sentence and birth.quantity == claim.quantity + 1
    return alone and (_WAS_BORN.fullmatch(link) is not None or _HAS_BEEN.fullmatch(link) is not None)


def _is_hers(claim: Claim, birth: Claim, scene: Scene) -> bool:
    """Whether a pronoun, the name or the sentence's own subject makes the age that of the one born."""
    if birth.sentence == claim.sentence and _AND_DID.fullmatch(between(birth, claim, scene)):
        return True
    if _same_name(claim, birth, scene):
        return True
    if claim.quoted and _I_AM.search(claim.before):
        return _HE_SAID.match(claim.after) is not None
    if claim.quoted and not birth.quoted:
        return False  # whom a speaker means by "he" is another
    pronoun = _PRONOUN.search(claim.before) or (_AT.search(claim.before) and _THEN_HE.match(claim.after))
    return bool(pronoun) and not _of_kin(claim, birth, scene)


def _of_kin(claim: Claim, birth: Claim, scene: Scene) -> bool:
    """Whether the pronoun may stand for a wife, a son or somebody else told of since."""
    said = f"{claim.before} {claim.after}"
    kin = words("lifetimes")["kin"]
    others = kin["women"] if re.search(r"\b(?:she|her)\b", said) else kin["men"]
    return says(scene.told(birth, claim), others)


def _same_name(claim: Claim, birth: Claim, scene: Scene) -> bool:
    """ "Dolores Orme was born in 1938 … Orme, 94, rows"."""
    found = _NAME.search(claim.before)
    name = found[1].capitalize() if found else ""
    lead = " ".join(c.before for c in scene.sentence(birth) if c.quantity <= birth.quantity)
    called = re.search(rf"(?:\b([A-Z][\w.'’-]*) )?{re.escape(name)}\W", scene.printed_before(claim)) if name else None
    if called is None or not says(lead, [name.lower()]):
        return False
    return called[1] is None or says(lead, [called[1].lower()])  # not "Mr Orme" for Dolores


def is_now(claim: Claim) -> bool:
    """ "At 94 she still rows", not "at 22 she was the youngest"."""
    fronted = _AT.search(claim.before) is not None and _THEN_HE.match(claim.after) is not None
    if fronted:
        verb = _HE_THEN.match(claim.after)
        today = verb is not None and verb[1] in words("lifetimes")["today"]
        return today or re.search(r"\bnow\b[^.;:]*$", claim.before) is not None
    return _ASIDE.search(claim.before) is None
