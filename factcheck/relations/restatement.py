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
from factcheck.relations.scene import Scene, periods_clash
from factcheck.words import word_set, words

RELATION = Restatement
_LEAD = 2  # sentences of the body that a headline is made from
_NEAR = Fraction(1, 10)
_SCOPES = frozenset({"further", "rest"})
_MOODS = frozenset({"plain", "forecast", "target", "capacity"})


def work_out(stated: Quantity, operands: Sequence[Quantity], *, headline: bool) -> Sum | None:
    """The figure as it was told before; two figures that do not look alike are two facts."""
    (earlier,) = operands
    if None in (stated.value, earlier.value, stated.stated, earlier.stated) or stated.stated.meets(earlier.stated):  # type: ignore[union-attr,arg-type]
        return None
    if not (_far_apart(stated, earlier) if headline else look_alike(stated, earlier)):
        return None
    return Sum(earlier.value, earlier.stated, f"{number(earlier.value or Fraction(0))}")


def _far_apart(stated: Quantity, earlier: Quantity) -> bool:
    """A headline may round: a tenth either way is no conflict, unless digits were swapped."""
    a, b = stated.value or Fraction(0), earlier.value or Fraction(0)
    return look_alike(stated, earlier) or abs(a - b) > max(abs(a), abs(b)) * _NEAR


def look_alike(a: Quantity, b: Quantity) -> bool:
    """Whether one of two numbers may be a slip for the other: digits swapped, one digit off, another scale."""
    first, second = (re.sub(r"\D", "", q.text).strip("0") for q in (a, b))
    if not first or not second or not a.value or not b.value:
        return False
    if first == second:
        return a.value != b.value
    if len(first) != len(second):
        return False
    if sorted(first) == sorted(second):
        return len(first) > 1
    return len(first) > 2 and sum(x != y for x, y in zip(first, second, strict=True)) == 1


def implied(scene: Scene) -> Iterator[Formula]:
    """The later telling is stated, the earlier one its operand."""
    for claim in scene.claims:
        if claim.where == "title" or claim.scope in _SCOPES or claim.bound not in ("=", "~"):
            continue
        told = _in_headline(claim, scene)
        headline = told is not None
        told = told or _told_before(claim, scene)
        if told is not None and told.same != claim.same:
            may_round = headline and _same_subject(told, claim)
            work, choice = partial(work_out, headline=may_round), (told.quantity,)
            source = "the headline" if headline else "the same figure before"
            yield Formula(
                "restatement", claim.quantity, (choice,), "strong", work, Restatement, source, 9, moods=_MOODS
            )


def _comparable(a: Claim, b: Claim) -> bool:
    same = comparable(a, b) or {a.kind, b.kind} == {"count", "measure"}
    return same and a.role == b.role and a.per == b.per and a.bound in ("=", "~")


def _in_headline(claim: Claim, scene: Scene) -> Claim | None:
    """The one figure of the headline that the lead tells again."""
    titles = [c for c in scene.headline if comparable(c, claim) and _comparable(c, claim)]
    lead = [c for c in scene.lead(_LEAD) if comparable(c, claim)]
    rivals = [c for c in lead if c.role == claim.role and c.head == claim.head]
    if (
        claim not in lead
        or len(titles) != 1
        or len(rivals) != 1
        or claim.role not in ("level", "change", "share", "rate")
    ):
        return None
    title = titles[0]
    is_change = title.role == claim.role == "change" and title.direction is not None and title.head == claim.head
    if (
        is_change and title.direction == claim.direction
    ):  # "Fares to rise 12 per cent": "Tickets will cost 21 per cent more"
        return title
    same_way = None in (title.direction, claim.direction) or title.direction == claim.direction
    return title if same_way and _same_subject(title, claim) else None


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
    for is_told in (_same_noun, _same_deed, _same_phrase):
        found = [c for c in earlier if is_told(c, claim)]
        if found:
            return found[0] if len({c.same for c in found}) == 1 else None
    return None


def _is_definite(claim: Claim) -> bool:
    return claim.scope in ("all", "definite") or claim.before.split()[-1:] in (["those"], ["these"])


def _same_noun(earlier: Claim, claim: Claim) -> bool:
    """ "His 43 accusers … all 34 accusers"."""
    return (
        _is_definite(claim) and claim.head is not None and claim.head == earlier.head
        and claim.head not in word_set("restatements", "common")
        and claim.own <= earlier.own and earlier.base is None and not _narrowed(claim)
    )  # fmt: skip


def _same_deed(earlier: Claim, claim: Claim) -> bool:
    """ "Was signed by 13 groups … the 31 groups that signed it"."""
    done = re.search(r"\b([a-z]{3,}) by(?: the| its| all)?\s*$", earlier.before)
    doing = re.match(r"\W*[a-z]+ (?:who|that|which) (?:had |have |has )?([a-z]{3,})\b", claim.after)
    both = done is not None and doing is not None and done[1] == doing[1]
    same_noun = claim.head is not None and claim.head == earlier.head and earlier.base is None
    return both and same_noun and _is_definite(claim) and claim.where == "text"


def _narrowed(claim: Claim) -> bool:
    """ "The 34 accusers who live abroad" are others."""
    return re.match(r"\W*\w+\W+(?:who|that|which|from|in|with|of)\b", claim.after) is not None


def _same_phrase(earlier: Claim, claim: Claim) -> bool:
    """ "The bridge loan … was for $2.4 billion … the $2.4 million bridge loan"."""
    phrase = re.match(r"[\s-]*([a-z]{4,}\b(?! of\b)|(?:for|on|in|of) (?:the|its|a) [a-z]+)", claim.after)
    return (
        claim.kind != "count"
        and _is_definite(claim)
        and phrase is not None
        and says(earlier.before + earlier.after[:40], [phrase[1]])
    )


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
    sums = [(a.value or 0) + (b.value or 0) for n, a in enumerate(body) for b in body[n + 1 :]]
    borne_out = any(q.stated is not None and q.stated.meets(told.quantity.stated) for q in body) or value in sums
    return replace(relation, accusable=False) if borne_out else relation
