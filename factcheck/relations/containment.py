"""A part that is said to be of a whole and is larger than it."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Containment
from factcheck.relations.formula import Formula, Sum
from factcheck.relations.phrasing import says
from factcheck.relations.scene import Scene, alike, same_number
from factcheck.words import word_set, words

RELATION = Containment
_ALL = Fraction(100)
_OPENING = re.compile(r"\bof (?:those|these|them|whom|which)\b")
_OWNED = r"(?:['’]| (?:that |which )?(?:he|she|it|they|we)\b)"
_OF_THEM = re.compile(r"\s+of (?:them|those|these|whom|which)\b")
_TURNS_NEGATIVE = frozenset({"profit", "earn", "incom", "surplu", "balanc", "margin", "return", "cash", "result"})
_REACH = 4
_FEW = 70
_OF = re.compile(r"\s+of\b")
_OF_THE = re.compile(
    r"\s+of (?:the|its|those|these) ([a-z]+s)\b(?! (?:in|at|on|from|that|which|who|of|for|across|with)\b)"
)


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """Everything up to the whole."""
    (whole,) = operands
    if whole.stated is None or whole.value is None or stated.value is None:
        return None
    if stated.kind == "count" and (stated.value.denominator != 1 or whole.value.denominator != 1):
        return None  # 6.4 and 4.5 are magnitudes or scores, not so many things
    expression = f"{number(stated.value)} <= {number(whole.value)}"
    return Sum(whole.value, Interval(None, whole.stated.high, False, whole.stated.high_open), expression)


def work_out_hundred(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """All of the whole, and no more."""
    if stated.value is None:
        return None
    return Sum(_ALL, Interval(None, _ALL), f"{number(stated.value)} <= 100")


def implied(scene: Scene) -> Iterator[Formula]:
    """ "Of the 300 applicants, 340 were accepted"."""
    for claim in scene.claims:
        base = scene.base(claim)
        if _cannot_pass_hundred(claim):
            source = "nobody can be counted twice"
            yield Formula(
                "containment", claim.quantity, ((),), "strong", work_out_hundred, Containment, source, only_misfits=True
            )
        of_compound = _of_compound(claim, scene)
        if of_compound is not None:
            choice, source = (of_compound.quantity,), "a part of it"
            yield Formula(
                "containment", claim.quantity, (choice,), "strong", work_out, Containment, source, 3, only_misfits=True
            )
        if base is not None and _is_part(claim, base) and _is_plain(claim, base, scene):
            source = "a part of it"
            yield Formula(
                "containment", claim.quantity, ((base.quantity,),), "strong", work_out, Containment, source, 3,
                only_misfits=True,
            )  # fmt: skip


def _is_part(claim: Claim, base: Claim) -> bool:
    """Whether the words say that one amount is of another, close by."""
    if not (claim.is_level and base.is_level and alike(claim, base)) or same_number(claim, base):
        return False
    if claim.base_certainty != "said" or claim.rivals or claim.scope == "all" or _counts_another(claim, base):
        return False
    return claim.paragraph == base.paragraph and 0 <= claim.sentence - base.sentence <= _REACH


def _counts_another(claim: Claim, base: Claim) -> bool:
    """ "864 performances of 212 plays", "64 of the 18 clubs' players": the one is no part of the other."""
    own_noun = re.match(r"\s+(?:[a-z-]+ )?[a-z-]+ of\s*$", claim.after) is not None and base.quantity > claim.quantity
    owner = re.match(r"\s+[\w-]+(?:s['’]|['’]s)\s+[a-z]", base.after) is not None
    both_people = {claim.head, base.head} <= word_set("nouns", "people")
    return owner or (own_noun and claim.head != base.head and not both_people)


def _of_compound(claim: Claim, scene: Scene) -> Claim | None:
    """ "An 86-unit block … 94 of the units": the number in the name of the thing."""
    match = _OF_THE.match(claim.after)
    if match is None or not claim.is_level or claim.kind != "count" or claim.base is not None:
        return None
    noun = match[1]
    near = [*scene.near(claim, back=_REACH - 1), *scene.before(claim)]
    named = [c for c in near if re.match(rf"-{noun.removesuffix('s')}\b", c.after) and c.paragraph == claim.paragraph]
    counted = any(c.is_level and c.head == noun.removesuffix("s") and c.base is None for c in near)
    return named[0] if len({c.same for c in named}) == 1 and not counted else None


def _cannot_pass_hundred(claim: Claim) -> bool:
    """A percentage of people, or a fall that leaves less than nothing; never profits, which can turn to losses."""
    if claim.kind != "percentage" or claim.stems & _TURNS_NEGATIVE:
        return False
    if claim.role == "change":
        return claim.direction == "down"
    return claim.role == "share" and _OF.match(claim.after) is not None and _is_of_things(claim)


def _is_of_things(claim: Claim) -> bool:
    """ "Of voters", "of the homes on the island"; never of "the homes it had planned"."""
    noun = (claim.measure or "").lower().split()[-1:]
    countable = word_set("nouns", "people") | word_set("containment", "things")
    singular = {noun[0].removesuffix("s"), noun[0].removesuffix("es"), noun[0].replace("ies", "y")} if noun else set()
    owned = noun and re.search(
        rf"\b{re.escape(noun[0])}(?:['’]| (?:that |which )?(?:he|she|it|they|we)\b)", claim.after
    )
    return bool(singular & countable) and not owned and not says(claim.after[:_FEW], words("containment")["yardsticks"])


def _is_plain(claim: Claim, base: Claim, scene: Scene) -> bool:
    """Whether the words can mean no other whole: one by number, after "of those", or the only such noun."""
    if not claim.base_named:
        return _OPENING.search(claim.before) is not None or _OF_THEM.match(claim.after) is not None
    if base.quantity > claim.quantity or base.sentence == claim.sentence:
        return True
    others = (c for c in scene.earlier(claim) if c.is_level and alike(c, base) and c.paragraph == claim.paragraph)
    others = (c for c in others if not same_number(c, base) and c.base != base.quantity and c.scope != "all")
    return all(c.head not in (None, base.head) for c in others)
