"""One figure told twice: in the headline and the body, or again with "the" or "all"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.movement import Restatement
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Mention
from factcheck.relations.figures import comparable
from factcheck.relations.formula import Formula, Sum
from factcheck.relations.phrasing import last_said, says
from factcheck.relations.same_again import all_of_them, is_of_another_time, same_compound, same_person, same_price
from factcheck.relations.scene import Scene, periods_clash
from factcheck.relations.slips import far_apart, look_alike
from factcheck.relations.things import brought_in
from factcheck.words import word_set, words
from factcheck.words.deeds import deeds

RELATION = Restatement
_LEAD = 2  # sentences of the body that a headline is made from
_NARROWED = re.compile(
    r"\W*(?:[\w'’]+[\s-]+){1,2}?(?:who|that|which|from|in|with|of|at|on|near|for)\b"
    r"(?! (?:turn|all|total|question|person|full|detail|public|private|tears|silence|once|last|least|short)\b)"
)
_IN_TURN = re.compile(
    r"^\s*(?:in (?:turn|all|total|question|person|full|detail|public|private|short)|at (?:last|once|least))\b"
)
_CLOSED = re.compile(
    r"\s*(?:$|[,.;:!?)]|(?:will|would|is|are|was|were|has|have|had|did|do|can|may|might|must|could)\b)"
)
_ROOT = 4
_SCOPES = frozenset({"further", "rest"})
_ROLES = ("level", "change", "share", "rate", "duration", "age")
_ENTITIES = (brought_in, same_person, same_compound)
_SHARED = 2  # words and deeds that headline and lead have in common where they tell one story
_AHEAD = re.compile(r"\b(?:to (?!(?:the|a|an|its|their|his|her)\b)[a-z]+|will|would|is due|faces?|set to)\b")
_MOODS = frozenset({"plain", "forecast", "target", "capacity"})


def work_out(stated: Quantity, operands: Sequence[Quantity], *, same_thing: bool = False) -> Sum | None:
    """The figure as it was told before; two figures that do not look alike are two facts."""
    (earlier,) = operands
    if None in (stated.value, earlier.value, stated.stated, earlier.stated) or stated.stated.meets(earlier.stated):  # type: ignore[union-attr,arg-type]
        return None
    if not (far_apart(stated, earlier) if same_thing else look_alike(stated, earlier)):
        return None
    return Sum(earlier.value, earlier.stated, f"{number(earlier.value or Fraction(0))}")


def implied(scene: Scene) -> Iterator[Formula]:
    """The later telling is stated, the earlier one its operand."""
    for claim in scene.claims:
        if claim.where == "title" or claim.scope in _SCOPES or claim.bound not in ("=", "~"):
            continue
        told = _in_headline(claim, scene)
        headline = told is not None
        told = told or _told_before(claim, scene) or same_price(claim, scene)
        entity = None if told is not None else next((e for find in _ENTITIES if (e := find(claim, scene))), None)
        told = told or entity
        if told is not None and told.same != claim.same:
            one_thing = entity is not None or _is_one_thing(told, claim, scene)
            work, choice = partial(work_out, same_thing=one_thing), (told.quantity,)
            source = "the headline" if headline else "the same figure before"
            yield Formula(
                "restatement", claim.quantity, (choice,), "strong", work, Restatement, source, 9, moods=_MOODS
            )


def _is_one_thing(told: Claim, claim: Claim, scene: Scene) -> bool:
    """Whether no second figure can be meant, so that the two need not look alike to be one."""
    if told.where == "title":
        alike = claim.kind != "age" and told.role == claim.role and _same_subject(told, claim)
        return claim.kind == "duration" or alike or _same_price_rise(told, claim)
    return claim.head is not None and claim.head == told.head and all_of_them(told, claim, scene)


def _same_price_rise(title: Claim, claim: Claim) -> bool:
    """ "To raise water bills by 8 per cent": "will pay 12 per cent more for water": both to come, both of a price."""
    if (
        {title.role, claim.role} != {"change"}
        or title.direction != claim.direction
        or not title.context & claim.context
    ):
        return False
    texts = [f"{c.before} {c.after}" for c in (title, claim)]
    return all(says(text, words("framing")["prices"]) and _AHEAD.search(text) for text in texts)


def _comparable(a: Claim, b: Claim) -> bool:
    same = comparable(a, b) or {a.kind, b.kind} == {"count", "measure"}
    return same and a.role == b.role and a.per == b.per and a.bound in ("=", "~")


def _is_done_to(title: Claim, claim: Claim) -> bool:
    """ "To cut 260 jobs" and "620 jobs will be lost": how many things something is done to, told as a change or not."""
    counted = title.kind == claim.kind == "count" and title.head is not None and title.head == claim.head
    both = counted and {title.role, claim.role} == {"change", "level"} and title.bound == claim.bound
    return both and bool(deeds(f"{title.before} {title.after}") & deeds(f"{claim.before} {claim.after}"))


def _in_headline(claim: Claim, scene: Scene) -> Claim | None:
    """The one figure of the headline that the lead tells again."""
    titles = [c for c in scene.headline if comparable(c, claim) and (_comparable(c, claim) or _is_done_to(c, claim))]
    lead = [c for c in scene.lead(_LEAD) if comparable(c, claim)]
    rivals = [c for c in lead if c.role == claim.role and c.head in (claim.head, None)]
    if claim not in lead or len(titles) != 1 or len(rivals) != 1 or claim.role not in _ROLES:
        return None
    title = titles[0]
    is_change = title.role == claim.role == "change" and title.direction is not None and title.head == claim.head
    if (
        is_change and title.direction == claim.direction
    ):  # "Fares to rise 12 per cent": "Tickets will cost 21 per cent more"
        return title
    same_way = None in (title.direction, claim.direction) or title.direction == claim.direction
    plain = claim.kind not in ("duration", "age")
    of_it = [c for c in lead if c.role == claim.role and (title.head is None or c.head in (title.head, None))]
    same = (plain and _same_subject(title, claim)) or _same_story(title, claim, of_it, scene)
    return title if same_way and same else None


def _same_story(title: Claim, claim: Claim, lead: Sequence[Claim], scene: Scene) -> bool:
    """ "Fire in factory kills 27": "a fire at a garment factory killed 72"; "Pier to shut for 18 months": "for 16"."""
    if len(lead) != 1 or is_of_another_time(claim, scene) or title.head not in (None, claim.head):
        return False
    texts = [f"{c.before} {c.after}" for c in (title, claim)]
    shared = len(title.context & claim.context) + bool(deeds(texts[0]) & deeds(texts[1]))
    if claim.kind != "duration":
        return shared >= _SHARED
    ahead = [_AHEAD.search(text) is not None for text in texts]
    return shared > 0 and ahead[1] >= ahead[0] and all(c.before.rstrip().endswith("for") for c in (title, claim))


def _same_subject(title: Claim, claim: Claim) -> bool:
    shared = title.stems & claim.stems
    return title.head == claim.head and len(shared) > (claim.head is not None)


def _told_before(claim: Claim, scene: Scene) -> Claim | None:
    """The earlier figure that a definite second mention takes up."""
    earlier = [
        c
        for c in scene.earlier(claim)
        if c.sentence < claim.sentence and c.where == "text" and _comparable(c, claim) and c.scope not in _SCOPES
    ]  # fmt: skip
    if found := [c for c in earlier if _same_state(c, claim)]:
        return found[0] if len({c.same for c in found}) == 1 else None
    told_already = any(c.same == claim.same for c in scene.earlier(claim))
    if claim.role != "level" or claim.base is not None or told_already:
        return None
    earlier = [c for c in earlier if not periods_clash(c, claim) and comparable(c, claim)]
    if is_of_another_time(claim, scene):
        return None
    for is_told in (_same_noun, _same_deed, _same_phrase):
        found = [c for c in earlier if is_told(c, claim)]
        if found:
            return found[0] if len({c.same for c in found}) == 1 else None
    return None


def _is_definite(claim: Claim) -> bool:
    return claim.scope in ("all", "definite") or claim.before.split()[-1:] in (["those"], ["these"])


def _same_noun(earlier: Claim, claim: Claim) -> bool:
    """ "His 43 accusers … all 34 accusers"; "thieves took sixteen beehives … the 60 stolen hives"."""
    those = claim.before.split()[-1:] in (["those"], ["these"])
    if not _is_definite(claim) or earlier.base is not None or (_narrowed(claim) and not those):
        return False
    if claim.head is None or claim.head in word_set("restatements", "common") or not _same_head(earlier, claim):
        return False
    same_words = earlier.head == claim.head and claim.own <= earlier.own
    return same_words or (_CLOSED.match(_behind(claim)) is not None and _is_described(earlier, claim))


def _same_head(earlier: Claim, claim: Claim) -> bool:
    """ "Hives" for "beehives"; "parcels for children came to 15,588 … the 15,855 parcels"."""
    if earlier.head is None:
        return says(earlier.before, (claim.measure or "").lower().split()[-1:]) and len(claim.own) > 1
    longer, shorter = sorted((earlier.head, claim.head or ""), key=len, reverse=True)
    return longer == shorter or (len(shorter) >= _ROOT and longer.endswith(shorter))


def _behind(claim: Claim) -> str:
    """The words behind a claim's noun, "in turn" left out."""
    return _IN_TURN.sub("", claim.after.partition((claim.measure or "").lower())[2])


def _is_described(earlier: Claim, claim: Claim) -> bool:
    """Whether each word before the noun was told of the earlier number too: "thieves took": "stolen"."""
    told = f"{earlier.before} {earlier.after}"
    found = [re.sub(r"['’]s?$", "", word) for word in (claim.measure or "").lower().split()[:-1]]
    return all(says(told, [word, f"{word}s"]) or deeds(word) & deeds(told) for word in found)


def _same_deed(earlier: Claim, claim: Claim) -> bool:
    """ "Was signed by 13 groups … the 31 groups that signed it"."""
    done = re.search(r"\b([a-z]{3,}) by(?: the| its| all)?\s*$", earlier.before)
    doing = re.match(r"\W*[a-z]+ (?:who|that|which) (?:had |have |has )?([a-z]{3,})\b", claim.after)
    both = done is not None and doing is not None and done[1] == doing[1]
    same_noun = claim.head is not None and claim.head == earlier.head and earlier.base is None
    return both and same_noun and _is_definite(claim) and claim.where == "text"


def _narrowed(claim: Claim) -> bool:
    """ "The 34 accusers who live abroad" are others."""
    return _NARROWED.match(claim.after) is not None


def _same_phrase(earlier: Claim, claim: Claim) -> bool:
    """ "The bridge loan … was for $2.4 billion … the $2.4 million bridge loan"."""
    phrase = re.match(r"[\s-]*([a-z]{4,}\b(?! of\b)|(?:for|on|in|of) (?:the|its|a) [a-z]+)", claim.after)
    if claim.kind == "count" or phrase is None or not _is_definite(claim):
        return False
    told = earlier.before + earlier.after[:40]
    return says(told, [phrase[1], f"{phrase[1].removesuffix('e')}ed"])  # "was fined": "the fine"


def _same_state(earlier: Claim, claim: Claim) -> bool:
    """ "When full it has 64 million … when it is full, at 46 million"."""
    states = [_state(c) for c in (earlier, claim)]
    return states[0] is not None and states[0] == states[1]


def _state(claim: Claim) -> str | None:
    """The state that "when", "once" or "at" puts a thing in."""
    match = re.search(r"\b(?:when|once|at)\b([^.;:]*)$", claim.before[-40:])
    return None if match is None else last_said(match[1], words("restatements")["states"])


def complete(
    relation: Restatement, formula: Formula, mentions: Sequence[Mention], quantities: Sequence[Quantity], scene: Scene
) -> Restatement:
    """A headline that another figure of the body bears out, or the sum of two, contradicts nobody."""
    (told,) = relation.operands
    value = told.quantity.value
    if told.claim.where != "title" or value is None or told.quantity.stated is None:
        return relation
    body = [q for q in quantities if q.where == "text" and q.kind == told.quantity.kind and q.value is not None]
    pairs = [(a.value or Fraction(0), b.value or Fraction(0)) for n, a in enumerate(body) for b in body[n + 1 :]]
    sums = [made for a, b in pairs for made in (a + b, abs(a - b))]
    borne_out = any(q.stated is not None and q.stated.meets(told.quantity.stated) for q in body) or value in sums
    return replace(relation, accusable=False) if borne_out else relation
