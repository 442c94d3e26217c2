"""What else a share's values fit: other populations of a misfit, nearer populations of a fit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.model.claim import Claim
from factcheck.model.quantity import Quantity
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import Mention, Share
from factcheck.relations.formula import Formula
from factcheck.relations.scene import FAR, REACH, Scene, alike, periods_clash, same_number
from factcheck.relations.share import can_hold
from factcheck.relations.weigh import of_hundred, weigh
from factcheck.words import word_set

RELATION = Share
_WIDE = Fraction(1, 4)
_NOBODY = r"(?:nobody|no one|no-one|none|cannot|can't)"
_NEEDED = re.compile(
    rf"\b(?:{_NOBODY}\b[^.;]*\bwithout|without\b[^.;]*\b{_NOBODY}|only (?:those|people|the ones) (?:who|that))\b.*"
)
# "1,550 opened it, and the thieves could reach nobody else"; "240 were told that they could".
_OPEN_TO = (
    r"\b(?:could|can|able|possible|allowed|eligible|entitled|at risk|exposed"
    r"|affect(?:s|ed)?|reach(?:es|ed)?|touch(?:es|ed)?)\b"
)
_ELSE = r"\b(?:nobody|no one|no-one|none|nothing) else\b"
_NOBODY_ELSE = re.compile(rf"{_OPEN_TO}[^.;]*{_ELSE}|{_ELSE}[^.;]*{_OPEN_TO}")
_COULD = re.compile(
    r"[\w ]*?\b(?:told|informed|advised|aware|knew|realised|realized|reminded|notified|learnt|learned)\b(?: that)? "
    r"(?:they|he|she|it) (?:could|might|may|can|(?:was|were|are|is) (?:entitled|able|allowed|eligible|free))"
    r"(?: (?:to|do so|so|be))?(?=[\s”\"]*(?:[.,;:]|$))"
)
# "410 opened it; every donor was one of those": the words put the part among them.
_ALL_OF_THEM = re.compile(
    r"\b(?:every|each|all)(?: of)?(?: the| those| these)? (?:[a-z]+ )?(?:who [a-z]+ )?(?:was|were|is|are|came|had been)"
    r" (?:one )?(?:of|among|from|amongst) (?:those|them|these|that number)(?=[\s”\"]*(?:[.,;:!?]|$))"
    r"|\bit (?:is|was) (?:from|among|amongst) (?:those|them|these)(?: [a-z]+)? that\b"
)


def complete(
    relation: Share, formula: Formula, mentions: Sequence[Mention], quantities: Sequence[Quantity], scene: Scene
) -> Share:
    """Add what else the values fit: other populations of a misfit, nearer populations of a fit."""
    if relation.holds:
        return replace(relation, between=_between(relation, formula, mentions, quantities, scene))
    part, value = relation.part.claim, relation.recalculation.value or Fraction(0)
    others = _others(relation, formula, mentions, quantities, scene)
    possible = value <= 1 or scene.base(part) is not None
    return replace(relation, others=others, tentative=formula.tentative, accusable=relation.accusable and possible)


def _others(
    relation: Share, formula: Formula, mentions: Sequence[Mention], quantities: Sequence[Quantity], scene: Scene
) -> tuple[tuple[Mention, Recalculation], ...]:
    """Other populations of the same period of which the part would make the stated share."""
    part, whole = relation.part.claim, relation.whole.claim
    found: dict[int | None, tuple[Mention, Recalculation]] = {}
    if _is_wide(quantities[formula.stated]):
        return ()
    for other in scene.claims[max(0, part.quantity - FAR) : part.quantity + FAR]:
        if not can_hold(other, part) or same_number(other, whole) or periods_clash(other, part):
            continue
        if formula.tentative and (part.hedged or other.hedged):
            continue
        weighed = weigh(formula, (part.quantity, other.quantity), quantities)
        if weighed is not None and weighed.holds:
            found.setdefault(other.node, (mentions[other.quantity], weighed))
    return tuple(found.values())


def _is_wide(stated: Quantity) -> bool:
    """ "A majority" is right of any whole up to twice the part: that it fits another says nothing."""
    low, high = (stated.stated.low, stated.stated.high) if stated.stated is not None else (None, None)
    return low is None or high is None or (high - low) / of_hundred(stated) > _WIDE


def _between(
    relation: Share, formula: Formula, mentions: Sequence[Mention], quantities: Sequence[Quantity], scene: Scene
) -> tuple[tuple[Mention, Recalculation], ...]:
    """Populations that lie within the whole and hold the part, widest first."""
    part, whole = relation.part.claim, relation.whole.claim
    low, high = quantities[part.quantity].value, quantities[whole.quantity].value
    found: dict[int | None, tuple[Fraction, Mention, Recalculation]] = {}
    nested = [m for m in scene.above(part) if scene.is_within(m, whole) is not None]
    for middle in [*nested, *_on_the_way(relation, scene)]:
        size = quantities[middle.quantity].value
        if middle.node == whole.node or size is None or low is None or high is None or not low < size < high:
            continue
        if middle.scope in ("rest", "further") or not alike(middle, part):
            continue
        weighed = weigh(formula, (part.quantity, middle.quantity), quantities)
        if weighed is not None:
            found.setdefault(middle.node, (-size, mentions[middle.quantity], weighed))
    return tuple((mention, weighed) for _, mention, weighed in sorted(found.values(), key=lambda item: item[:1]))


def _on_the_way(relation: Share, scene: Scene) -> Iterator[Claim]:
    """Members of the whole who took a step that those of the part must have taken: "3,600 of them opened it"."""
    part, whole, stated = relation.part.claim, relation.whole.claim, relation.stated.claim
    if part.scope in ("rest", "further"):  # "another 12,662": beside those before it, not among them
        return
    for middle in (*scene.sentence(stated), *scene.near(stated, ahead=REACH)):
        usable = middle.is_level and alike(middle, part) and not periods_clash(middle, part)
        taken = usable and (
            _is_needed(middle, scene) or _comes_before(middle, part, stated) or _is_put_to(middle, part, stated)
        )
        told = usable and middle.sentence >= part.sentence and _ALL_OF_THEM.search(middle.after) is not None
        if told or (taken and _is_of(middle, part, whole, scene)):
            yield middle


def _is_needed(middle: Claim, scene: Scene) -> bool:
    """Whether the words say that nobody could do without the step: "only those who replied could be paid"."""
    told = " ".join(c.after for c in (middle, *scene.after(middle)))
    if _COULD.match(told) or _NOBODY_ELSE.search(told):
        return True
    said = _NEEDED.search(told)
    return said is not None and any(stem in said.group() for stem in middle.stems)


def _is_put_to(middle: Claim, part: Claim, stated: Claim) -> bool:
    """Whether the part came out of a test that the others of the whole never sat: "tests were given to 900"."""
    told, put = part.rungs | stated.rungs | part.steps | stated.steps, middle.rungs | middle.steps
    same = (part.stems | stated.stems) & middle.stems
    return bool(same) and "test 1" in told and "test 0" in put and "test 1" not in put


def _is_of(middle: Claim, part: Claim, whole: Claim, scene: Scene) -> bool:
    """Whether a count is of the whole; "them", "those households" after two may be of either, and their sizes tell.

    "1,550 of the customers" are of "the 62,000 who use its app", if nothing else in the text is called customers.
    """
    if scene.is_within(middle, whole) is not None:
        return True
    if middle.base == part.quantity:
        return True
    people = word_set("nouns", "people")
    by_another_name = whole.head is None or (whole.head in people and middle.head in people)
    return middle.base_lost and middle.base_named and by_another_name


def _comes_before(middle: Claim, part: Claim, stated: Claim) -> bool:
    """Whether the deed of the part stands later on a usual ladder."""
    low, high = _heights(middle.rungs | middle.steps), _heights(part.steps | stated.steps)
    high = high or _heights(part.rungs | stated.rungs)
    shared = low.keys() & high.keys()
    return any(low[name] < high[name] for name in shared) and all(low[name] <= high[name] for name in shared)


def _heights(steps: frozenset[str]) -> dict[str, int]:
    """The lowest rung on each ladder."""
    places: dict[str, int] = {}
    for name, height in (step.rsplit(" ", 1) for step in steps):
        places[name] = min(int(height), places.get(name, int(height)))
    return places
