"""What is left of a whole when its other parts are taken away: "the remaining", "the other eight"."""

import re
from collections.abc import Iterator, Sequence

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Remainder
from factcheck.relations.balance import has_sibling, signs_of
from factcheck.relations.formula import PLANNED, Formula, Implied, Operands, Sum
from factcheck.relations.phrasing import is_exception
from factcheck.relations.scene import Scene, alike, same_number

RELATION = Remainder
_GROUP = re.compile(
    r"\b(?:among|of|for|in) (?:the |its |their )?(?:other|remaining)\s*$"
)  # "among the other 132 it was 96"
_FOR = re.compile(r"\bfor (?:about |some |just |only |nearly )?$")
_WHO = re.compile(r"\W*others? (?:who|that|which)\b")  # "the 399 others who were offered a place"
_OF_EACH = re.compile(r"\b(?:each|every)\b")  # "each bus has 42 seats; … and the other three had 20"
_LEAVING = re.compile(r"\W*leaving\b")  # "lost eight, leaving it two points short"
_REMAINING = re.compile(r"\b(?:remaining|other|others|rest|remainder)\b[^,;]*$")
_BACK = 2
_MOST_PARTS = 5


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """whole - parts."""
    whole, *parts = operands
    if any(q.value is None or q.stated is None for q in operands) or whole.value is None or whole.stated is None:
        return None
    value, interval = whole.value, whole.stated
    for part in parts:
        value -= part.value or 0
        interval -= part.stated or Interval(None, None)
    return Sum(value, interval, " - ".join(number(q.value) for q in operands if q.value is not None))


def implied(scene: Scene) -> Iterator[Formula]:
    """One formula for each number that is told as the rest."""
    for claim in scene.claims:
        if not claim.is_level or claim.scope != "rest" or _LEAVING.match(claim.after):
            continue
        parts = _parts(claim, scene)
        if 1 in (signs_of(parts) or ()) and not _are_parts(parts, claim):
            continue  # an account of gains and losses
        parts = [p for p in parts if not _is_other_thing(p, claim)] or parts
        parts, whole = _climbed(parts, _whole(claim, parts, scene), claim, scene)
        further = tuple(_far_off(claim, scene))
        if parts and whole is not None and whole not in parts:
            choices = tuple(dict.fromkeys(_choices(claim, parts, whole, scene)))
            plain = _is_plain(claim, parts, whole, scene) and not _above(whole, parts, scene)
            grade: Implied = "strong" if plain else "fair"
            yield _formula(claim, choices, grade, further)
        elif further:
            yield _formula(claim, further, "fair", ())


def _are_parts(parts: Sequence[Claim], rest: Claim) -> bool:
    """ "Of the 76 registered, 41 …", "260 came by train and the remaining 140 on foot": parts, whatever their verbs."""
    told = all(c.base is not None and c.base_named for c in parts)
    return told or (_REMAINING.search(rest.before) is not None and -1 not in (signs_of(parts) or ()))


def _is_other_thing(part: Claim, rest: Claim) -> bool:
    """ "48 that ran over the limit of 3,000 words": a size in passing, no part."""
    return part.joint == "of" and part.base is None and part.head not in (None, rest.head) and part.kind == "count"


def _climbed(parts: list[Claim], whole: Claim | None, rest: Claim, scene: Scene) -> tuple[list[Claim], Claim | None]:
    """ "611 of the 826 were knives. Screwdrivers made up 124 and the remaining 91 …": the 611 are a part too."""
    base = None if whole is None else scene.base(whole)
    if whole is None or base is None or whole in parts or base in parts or not alike(base, rest):
        return parts, whole
    return ([whole, *parts], base) if whole.sentence < rest.sentence else (parts, whole)


def _choices(rest: Claim, parts: Sequence[Claim], whole: Claim, scene: Scene) -> Iterator[Operands]:
    """The parts that are said to be of the whole, and those that stand beside them without a word."""
    yield (whole.quantity, *(p.quantity for p in parts))
    for above in _above(whole, parts, scene):
        yield (above.quantity, whole.quantity, *(p.quantity for p in parts))
    for back in (1, 2):
        row = [c for n in range(back, -1, -1) for c in scene.row(rest.sentence - n) if c.quantity < rest.quantity]
        beside = [c for c in row if c.is_level and alike(c, rest) and not same_number(c, whole)]
        if len(beside) >= len(parts):
            yield (whole.quantity, *(c.quantity for c in beside))


def _above(whole: Claim, parts: Sequence[Claim], scene: Scene) -> list[Claim]:
    """ "611 of them were knives. Tools made up 124, and the remaining 91 …": the 611 are a part, too."""
    base = scene.base(whole)
    if base is None or any(p.base == whole.quantity for p in parts):
        return []
    return [base, *(scene.claims[r] for r in whole.rivals)]


def _formula(claim: Claim, choices: tuple[Operands, ...], grade: Implied, further: tuple[Operands, ...]) -> Formula:
    source = "the rest of a whole"
    return Formula(
        "difference", claim.quantity, choices, grade, work_out, Remainder, source, further=further, moods=PLANNED
    )


def _far_off(rest: Claim, scene: Scene) -> Iterator[Operands]:
    """Every earlier whole, less the one to five amounts that stand just before the rest."""
    earlier = [c for c in scene.earlier(rest) if c.is_level and alike(c, rest) and c.node != rest.node]
    earlier = list({c.node: c for c in reversed(earlier)}.values())[::-1]
    for whole in earlier:
        latest = next((c for c in reversed(earlier) if c is not whole), None)
        if latest is not None and scene.is_within(latest, whole):
            yield (whole.quantity, latest.quantity)
    for n in range(min(_MOST_PARTS, len(earlier) - 1), 0, -1):
        parts = earlier[-n:]
        for whole in earlier[:-n]:
            yield (whole.quantity, *(p.quantity for p in parts))


def _is_plain(rest: Claim, parts: Sequence[Claim], whole: Claim, scene: Scene) -> bool:
    """Whether the words leave no doubt about the whole: said, in the same sentence, or the only amount before."""
    if (
        has_sibling(rest, scene)
        or _OF_EACH.search(whole.before)
        or whole.paragraph != rest.paragraph
        or parts[0].paragraph != rest.paragraph
        or _WHO.match(rest.after)
    ):
        return False
    in_turn = _FOR.search(parts[-1].before)  # "fencing for £1.1m and lawyers for the other £900,000"
    if _GROUP.search(rest.before) and not in_turn:
        return False
    of_it = [c for c in parts if c.base == whole.quantity and c.base_certainty == "said"]
    said = bool(of_it) and all(c in of_it or (c.base is None and not c.base_lost) for c in parts)
    if said and rest.sentence - parts[-1].sentence <= 1:
        return True
    if parts[0].sentence != rest.sentence or any(c.base_lost for c in (rest, *parts)):
        return False
    if whole.sentence == rest.sentence or any(c.base == whole.quantity for c in (rest, *parts)):
        return True
    row = [c for c in scene.row(whole.sentence) if c.is_level and alike(c, rest)]
    return len(row) == 1 and (parts[0].head is None or parts[0].head == whole.head)


def _parts(rest: Claim, scene: Scene) -> list[Claim]:
    """The parts named before the rest: those of its sentence, else of the sentence before."""
    base = scene.base(rest)
    for back in range(_BACK):
        row = [c for c in scene.row(rest.sentence - back) if c.quantity < rest.quantity]
        row = [c for c in row if not is_exception(c)]
        levels = [c for c in row if c.is_level and alike(c, rest) and not (base and same_number(c, base))]
        wholes = [c for c in levels if any(o.base == c.quantity for o in levels)]
        parts = [c for c in levels if c not in wholes]
        said = [c for c in parts if c.base is not None]
        parts = said if back and said else parts
        if not wholes and not back and base is None and len(levels) > 1 and not _whole_before(rest, scene):
            parts = levels[1:]
        if parts:
            return parts
    return []


def _whole_before(rest: Claim, scene: Scene) -> Claim | None:
    """The amount of the sentences before that the parts of this one divide."""
    for earlier in scene.near(rest, back=_BACK):
        if earlier.is_level and alike(earlier, rest):
            return earlier
    return None


def _whole(rest: Claim, parts: Sequence[Claim], scene: Scene) -> Claim | None:
    for claim in (rest, *parts):
        base = scene.base(claim)
        if base is not None and alike(base, rest) and base not in parts:
            return base
    first = next(
        (
            c
            for c in scene.sentence(rest)
            if c.is_level
            and alike(c, rest)
            and c not in parts
            and c is not rest
            and not is_exception(c)
            and not _is_other_thing(c, rest)
        ),
        None,
    )
    return first or _whole_before(rest, scene)
