"""A value that is said to lie in a range, and ranges whose ends are the wrong way round."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.model.claim import COMPARED, Claim
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.movement import Within
from factcheck.model.quantity import Quantity
from factcheck.relations.change import MOODS as CHANGING
from factcheck.relations.figures import comparable, is_value
from factcheck.relations.formula import Formula, Implied, Operands, Sum
from factcheck.relations.members import is_member
from factcheck.relations.phrasing import between, last_said, says, way
from factcheck.relations.scene import Scene
from factcheck.words import words

RELATION = Within
_BETWEEN = re.compile(r"\bbetween\s*$")
_BACKWARD = re.compile(r"\s*(?:ago|before|earlier|prior|ahead|from|to go|to|away|left|bc|bce|bp|out|short|old)\b")
_DASHED = re.compile(r":[^\d]*(?!\d{4}[–-])[\d.]+[–-][^\d]?\d")
_AT_ONCE = re.compile(r"\bthe (?:[a-z]{3,}est|best|worst)\s*,\s*(?:at |of |a |an )?$")
_WHOSE = r"\bwhose (?:[a-z]+ )?(?:{nouns})\b[^.;:]*(?:,\s*(?:an?|at|of)|weigh(?:ed|s)|measure[ds]|costs?)\s*$"
_IT_WAS = r"(?:^|[:;]\s*)(?:the|its|it) ?(?:{names})? ?(?:for (?P<month>[a-z]+) )?(?:was|is|stood at)\s*$"
_AGED = re.compile(r"\baged(?: from| between)?\s*$")
_STANDING = re.compile(
    r"(?<!the )(?<!its )(?<!their )(?<!a )\b(?:costs?|costing|priced|sells? for|selling for|rents? for|retails?)"
    r"(?: anywhere| anything)? from\s*$"
)
_EXTREME = re.compile(
    r"\b(?:the|its|their) (?:[a-z]{3,}est|best|worst|most [a-z]+|least [a-z]+) (?:of (?:them|these|those|all)|one)\b"
)
_IS_SO_BIG = re.compile(
    r"(?:[,–—(] ?(?:at|of|with)|\b(?:was|is|weighed|weighs|measured|measures|cost|costs|took|takes|lasted))\s*$"
)
MOODS = CHANGING | {"target"}


def inside(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """Everything from the lower to the upper end; the operands are the range, or its two ends."""
    ends = operands[0].ends if len(operands) == 1 else tuple(q.value for q in operands)
    spans = [q.stated for q in operands]
    if stated.value is None or ends is None or None in (*ends, *spans):
        return None
    low, high = ends
    lowest, highest = spans[0], spans[-1]
    if low is None or high is None or lowest is None or highest is None or low > high:
        return None
    nearest = low if stated.value < low else high if stated.value > high else stated.value
    return Sum(nearest, Interval(lowest.low, highest.high), f"{number(low)} to {number(high)}")


def _upside_down(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """A range that begins with its larger end; one in order needs no telling."""
    ends = stated.ends if not operands else (stated.value, operands[0].value)
    if ends is None or ends[0] is None or ends[1] is None or ends[0] <= ends[1]:
        return None
    return Sum(None, None, f"{number(ends[0])} < {number(ends[1])}")


def implied(scene: Scene) -> Iterator[Formula]:
    """Ranges, and the figures said to lie in them."""
    for claim in scene.claims:
        if not is_value(claim):
            continue
        yield from _ordered(claim, scene)
        for operands, sure in (
            *_beside(claim, scene),
            *_told_before(claim, scene),
            *_average(claim, scene),
            *_every(claim, scene),
            *_extreme(claim, scene),
            *_reading(claim, scene),
            *_member(claim, scene),
        ):
            grade: Implied = "strong" if sure else "fair"
            yield Formula("range", claim.quantity, (operands,), grade, inside, Within, "the range", -3, moods=MOODS)


def _ordered(claim: Claim, scene: Scene) -> Iterator[Formula]:
    operands = _other_end(claim, scene)
    is_aged = claim.kind == "age" and re.search(r"\d{4}", claim.same) is not None
    if is_aged or (claim.kind == "duration" and _BACKWARD.match(claim.after)):  # "12,000 and 10,000 years ago"
        return
    if operands is not None:
        yield Formula("range", claim.quantity, (operands,), "strong", _upside_down, Within, "its ends", 3, moods=MOODS)


def _other_end(claim: Claim, scene: Scene) -> Operands | None:
    """The figure that ends a range, none where one quantity has both ends; None if there is no range."""
    following = scene.after(claim)[:1]
    if following and (_is_offered(claim, following[0]) or _is_of_ages(claim, following[0])):
        return (following[0].quantity,)
    is_of_things = _BETWEEN.search(claim.before) and (claim.kind != "count" or claim.head is not None)
    if _is_dashed(claim):
        return ()
    is_of_ages = claim.kind == "age" and _AGED.search(claim.before)
    return () if is_of_things or is_of_ages else None


def _is_dashed(claim: Claim) -> bool:
    """ "450–320 pairs"; never "won by 52-48", "in the 1950–49 season"."""
    if not _DASHED.search(claim.same) or (
        claim.kind == "count" and not (claim.measure or "").endswith(("s", "people"))
    ):
        return False
    around = f"{claim.before} {claim.after}"
    return claim.kind in ("count", "measure", "money") and not says(around, words("ranges")["contests"])


def _is_offered(first: Claim, last: Claim) -> bool:
    """ "Ranging from £31,000 to £39,000", "plots cost from £95,000 to £120,000"."""
    if not _is_spread(first, last) or re.search(r"\bfor\b", last.before):  # "£40 for a child to £20 for a dog"
        return False
    if _STANDING.search(first.before) and not says(first.before, words("ranges")["brought"]):
        return True
    return first.kind != "duration" and says(first.before[-40:], words("ranges")["spread"])


def _is_of_ages(first: Claim, last: Claim) -> bool:
    """ "Patients aged 18 to 65"."""
    both = first.kind == last.kind == "age" and last.quantity == first.quantity + 1
    return both and _AGED.search(first.before) is not None and last.before.strip() in ("to", "and")


def _is_spread(first: Claim, last: Claim) -> bool:
    """ "From £31,000 to £39,000", where nothing moves."""
    joined = first.joint == "from" and last.joint == "to" and comparable(first, last)
    return joined and way(first.before) is None and last.quantity == first.quantity + 1


def ends_of(claim: Claim, scene: Scene) -> Operands | None:
    """The operands of the range that a figure begins or is: two ends, or one quantity that may have both."""
    following = next(iter(scene.after(claim)), None)
    if following is not None and _is_spread(claim, following):
        return (claim.quantity, following.quantity)
    return None if claim.joint == "to" else (claim.quantity,)


def _ranges(claims: Sequence[Claim], claim: Claim) -> list[Operands]:
    """The ranges among some claims that a figure may lie in: one quantity with two ends, or two."""
    values = [c for c in claims if c is not claim and is_value(c) and _alike(claim, c)]
    pairs: list[Operands] = [(a.quantity, b.quantity) for a, b in pairwise(values) if _is_spread(a, b)]
    in_pairs = {q for pair in pairs for q in pair}
    return [*pairs, *((c.quantity,) for c in values if c.quantity not in in_pairs and c.joint != "dash")]


def _alike(claim: Claim, other: Claim) -> bool:
    bare = claim.kind == "count" and claim.head is None and other.kind == "measure"
    return comparable(claim, other) or bare


def _beside(claim: Claim, scene: Scene) -> Iterator[tuple[Operands, bool]]:
    """ "Inflation, at 6.8 per cent, was within its target band of 1 to 3 per cent"."""
    following = next((c for c in scene.after(claim) if is_value(c) and comparable(c, claim)), None)
    if following is None or claim.joint in COMPARED:  # "£61.3m, down from £74.6m, though within the £58m to £64m"
        return
    said = between(claim, following, scene)
    if says(said, words("ranges")["inside"]) and not says(said, words("ranges")["outside"]):
        yield (following.quantity,), True


def _told_before(claim: Claim, scene: Scene) -> Iterator[tuple[Operands, bool]]:
    """ "Her pay of £44,500, inside that range"."""
    phrase = last_said(claim.after[:40], words("ranges")["that_range"])
    if phrase is None or says(claim.before[-40:] + claim.after.partition(phrase)[0], words("ranges")["outside"]):
        return
    for sentence in range(claim.sentence, -1, -1):
        row = [c for c in scene.claims if c.sentence == sentence and c.quantity < claim.quantity]
        found = _ranges(row, claim)
        if found:
            yield found[-1], len(found) == 1
            return


def _average(claim: Claim, scene: Scene) -> Iterator[tuple[Operands, bool]]:
    """ "Ranged from 118,000 to 131,000 and averaged 136,000"."""
    if not says(claim.before[-30:], words("ranges")["average"]):
        return
    spread = [c for c in scene.before(claim) if says(c.before[-40:], words("ranges")["spread"])]
    row = [c for c in scene.sentence(claim) if spread and spread[-1].quantity <= c.quantity < claim.quantity]
    found = _ranges(row, claim)
    if len(found) == 1:
        yield found[0], True


def _every(claim: Claim, scene: Scene) -> Iterator[tuple[Operands, bool]]:
    """ "Every seat costs between €25 and €120 … The best seats, at €140"; "whose pumpkin, a 7.5kg monster"."""
    for other in scene.near(claim):
        match = re.search(r"\b(?:every|each|all(?: the)?|all of the)\s+([a-z]+)", other.before)
        found = _ranges([c for c in scene.sentence(other) if c.quantity >= other.quantity], claim)
        if match is None or not found or found[0][0] != other.quantity or not comparable(claim, other):
            continue
        if len(found[0]) == 1 and not _BETWEEN.search(other.before):
            continue
        nouns = match[1].removesuffix("s") + ("|entry|entrant" if "enter" in other.before else "")
        lead, last = claim.before[-80:], scene.claims[found[0][-1]]
        named = re.search(rf"\bthe [a-z]+ (?:{nouns})s?\b", lead) or re.search(_WHOSE.format(nouns=nouns), lead)
        then = says(re.split(r"[,;.]", last.after)[0], words("ranges")["once"])
        if claim.quantity > other.quantity and named and not then:
            yield found[0], True


def _extreme(claim: Claim, scene: Scene) -> Iterator[tuple[Operands, bool]]:
    """ "Weighed between 4kg and 11kg. The heaviest of them, at 13kg"; "fines range from $2 to $9. The highest, $12"."""
    last = re.split(r"[.;]", claim.before)[-1]
    if not (_EXTREME.search(last) and _IS_SO_BIG.search(last)) and not _AT_ONCE.search(last):
        return
    here = [c for c in scene.sentence(claim) if c.quantity < claim.quantity]
    row = here or [*scene.near(claim, back=1)]
    if any(c.role == "date" for c in scene.sentence(claim)):
        return
    found = _ranges([c for c in row if c.per == claim.per], claim)
    values = [scene.claims[q] for operands in found for q in operands]
    if any(says(c.after[:40], words("pairs")["at_present"] + words("ranges")["once"]) for c in (*values, claim)):
        return
    if len(found) == 1 and not values[0].hedged and (len(values) == 2 or _BETWEEN.search(values[0].before)):
        yield found[0], True


def _member(claim: Claim, scene: Scene) -> Iterator[tuple[Operands, bool]]:
    """ "Eight apprentices, aged between 17 and 23 … the tallest of the eight, Kim Orr, 26"."""
    for operands in (
        _ranges([*scene.near(claim)], claim) if claim.kind in ("age", "money", "measure", "duration") else ()
    ):
        told = [scene.claims[q] for q in operands]
        if (len(told) == 2 or _BETWEEN.search(told[0].before)) and is_member(claim, told, scene):
            yield operands, True


def _reading(claim: Claim, scene: Scene) -> Iterator[tuple[Operands, bool]]:
    """ "Sat comfortably inside the recommended 7.2 to 7.8, he said: the reading was 8.4"."""
    table, names = words("ranges"), "|".join(words("ranges")["readings"])
    told = re.search(_IT_WAS.format(names=names), claim.before)
    if told is None or (told["month"] is not None and told["month"] not in words("spans")["months"]):
        return
    row = [c for c in scene.sentence(claim) if c.quantity < claim.quantity] or [*scene.near(claim, back=1)]
    leads = {operands: scene.claims[operands[0]].before[-60:] for operands in _ranges(row, claim)}
    found = [o for o, lead in leads.items() if says(lead, table["inside"]) and not says(lead, table["outside"])]
    if len(found) == 1:
        yield found[0], True
