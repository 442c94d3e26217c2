"""Parts against a stated total: "a further", "in all", a list that is offered as the whole."""

import re
from collections.abc import Iterator, Sequence

from factcheck.model.claim import Claim
from factcheck.model.relation import Total
from factcheck.relations.categories import exclude_one_another
from factcheck.relations.formula import PLANNED, Formula, Implied, Operands
from factcheck.relations.phrasing import is_exception
from factcheck.relations.scene import Scene, alike, same_number
from factcheck.relations.sums import at_least, parts_set_apart, says_no_others, work_out

RELATION = Total
_EACH = re.compile(r"\b(?:each|apiece|every|times)\b")
_SUMMED_BEFORE = re.compile(  # "31 books in all, the last at 86", "three left, which brought it to 130"
    r"\b(?:in all|in total|altogether|together)\s*,(?=\s*\w+\s+\w)"
    r"|\b(?:brought|brings|bringing|took|taking|lifting)\s+(?:it|them|its|their)\b"
)
_BESIDES = re.compile(r"\b(?:in addition to|besides|apart from|as well as|on top of|not counting|other than)\b")
_ONE_WORD = re.compile(r"\s*[a-z-]+\s*(?:$|[.;]|,\s*$|,? and\s*$)")
_MOST_PARTS = 8


def implied(scene: Scene) -> Iterator[Formula]:
    """Totals of a number and a further one, and of lists."""
    for claim in scene.claims:
        if claim.scope == "further" or is_exception(claim):
            continue
        if claim.is_level or claim.role == "duration":
            yield from _with_a_further(claim, scene)
        if claim.is_level:
            yield from _of_a_list(claim, scene)
            yield from _of_its_parts(claim, scene)


def _with_a_further(total: Claim, scene: Scene) -> Iterator[Formula]:
    """ "959 … a further 291 …, which makes 1250": earlier number + further number."""
    for further in (c for back in range(3) for c in scene.row(total.sentence - back)):
        if further.scope != "further" or not alike(further, total) or not 0 <= total.sentence - further.sentence <= 2:
            continue
        if further.quantity > total.quantity or not _akin(further, total):
            continue
        earlier = [
            c
            for c in scene.earlier(further)
            if alike(c, further) and c.role == further.role and not same_number(c, total)
        ]
        beside = [c for c in earlier[-1:] if _just_before(c, further) or _stands_alone(c, further, scene)]
        sure = bool(beside) and "sums" in total.cues
        choices = tuple((c.quantity, further.quantity) for c in (beside if sure else reversed(earlier)))
        if choices:
            grade: Implied = "strong" if sure else "fair"
            yield Formula(
                "total", total.quantity, choices, grade, work_out, Total, "a number and a further one", moods=PLANNED
            )


def _just_before(first: Claim, further: Claim) -> bool:
    return first.quantity == further.quantity - 1 and first.sentence == further.sentence


def _stands_alone(first: Claim, further: Claim, scene: Scene) -> bool:
    """Whether a number is the only one of its kind in the sentence before."""
    if first.sentence != further.sentence - 1 or first.paragraph != further.paragraph:
        return False
    return sum(alike(c, further) and c.is_level for c in scene.row(first.sentence)) == 1


def _akin(further: Claim, total: Claim) -> bool:
    return further.role == "duration" or "sums" in total.cues or bool(further.stems & total.stems)


def _of_a_list(total: Claim, scene: Scene) -> Iterator[Formula]:
    """Numbers of one kind that are listed and then, or before, summed."""
    summed = ("sums" in total.cues and not _SUMMED_BEFORE.search(total.before)) or total.scope in ("total", "all")
    parts = _parts_before(total, scene) if summed else _parts_after(total, scene)
    if total.joint == "of" and scene.is_base(total):
        return  # "the three had 4,101, 37 per cent of the total of 11,062"
    if any(_EACH.search(c.after) for c in parts):
        return  # "twelve were sworn each time in 252 trials, making 3,024"
    if any(c.quantity == total.base for c in parts) or (parts and _BESIDES.search(parts[0].before)):
        return  # "of 348 houses 117 are gone altogether and 231 damaged", "in addition to the novels there were six …"
    if 2 <= len(parts) <= _MOST_PARTS:
        choice: Operands = tuple(c.quantity for c in parts)
        grade: Implied = "fair" if total.scope == "all" else "strong"
        yield Formula(
            "total", total.quantity, (choice,), grade, work_out, Total, "the parts listed with it", moods=PLANNED
        )


def _of_its_parts(total: Claim, scene: Scene) -> Iterator[Formula]:
    """ "Of the 355 who asked, 318 had been paid and 37 were waiting": parts that may be all there are."""
    ahead = (*scene.after(total), *scene.row(total.sentence + 1))
    levels = [c for c in ahead if c.is_level and alike(c, total)]
    said = [c for c in levels if c.base == total.quantity]
    parts = [c for c in levels if c in said or (said and _goes_on(c, said[0]))] or _after_a_colon(total, scene)
    if 2 <= len(parts) <= _MOST_PARTS:
        choice: Operands = tuple(c.quantity for c in parts)
        source = "the parts said to be of it"
        grade: Implied = "strong" if says_no_others(parts[-1].after) else "fair"
        yield Formula("total", total.quantity, (choice,), grade, work_out, Total, source, 1)
        yield from parts_set_apart(total, parts)
        listed = all(p.base is not None or p.joint in ("and", "comma") for p in parts)  # not "and so comes to $12m"
        bodily = total.kind in ("money", "measure") and listed and all(p.base_certainty == "said" for p in parts)
        if bodily or exclude_one_another(parts) or _are_kinds(parts) or _are_shared_out(parts):
            yield Formula(
                "total",
                total.quantity,
                (choice,),
                "strong",
                at_least,
                Total,
                source,
                2,
                only_misfits=True,
                moods=PLANNED,
            )


def _after_a_colon(total: Claim, scene: Scene) -> list[Claim]:
    """ "The 120 who sat it did badly: 80 failed and 50 passed"."""
    following = [c for c in scene.after(total) if c.is_level and alike(c, total)]
    colon = following[:1] and re.search(r"(?::|[–—])\s*(?:\w+ )?$", following[0].before)
    if following and not colon and _is_apposed(total, following):
        return following
    plain = exclude_one_another(following) or _are_placed(following) or _are_kinds(following)
    return following if colon and plain else []


def _is_apposed(total: Claim, parts: Sequence[Claim]) -> bool:
    """ "The choir has 62 singers, 25 men and 41 women.": nothing but the parts behind a comma, to the end."""
    beside = parts[0].joint == "comma" and parts[-1].joint == "and" and total.joint != "of"
    in_row = all(p.quantity == parts[0].quantity + n for n, p in enumerate(parts))
    return beside and in_row and parts[-1].closed and exclude_one_another(parts)


def _are_shared_out(parts: Sequence[Claim]) -> bool:
    """ "£90,000: £40,000 for the hall, £35,000 for the path and £15,000 for the pond"; a boat is from one port."""
    whence = all(re.match(r"\s*from\b", c.after) for c in parts)
    return _are_placed(parts) and (parts[0].kind == "money" or whence)


def _are_kinds(parts: Sequence[Claim]) -> bool:
    """ "48 buses: 22 diesel, 15 hybrid and 14 electric": one word each, and an "and" before the last."""
    if len(parts) < 3 or parts[-1].joint != "and":
        return False
    return all(c.base is None and _ONE_WORD.match(c.after) for c in parts)


def _are_placed(parts: Sequence[Claim]) -> bool:
    """ "56 boats lined up: 23 from Galway, 17 from Mayo and 14 from Kerry": a list with an "and" before its last."""
    places = {match[1] for c in parts if (match := re.match(r"\s*(from|in|at|by|for|on) [a-z]", c.after))}
    bare = all(c.head is None and c.base is None for c in parts)
    return len(parts) > 2 and len(places) == 1 and bare and parts[-1].joint == "and"


def _goes_on(part: Claim, said: Claim) -> bool:
    """ "412 of them were in Ferris and 506 in Lower Ferris": a bare number that continues the list."""
    return part.sentence == said.sentence and part.quantity > said.quantity and part.base is None and part.head is None


def _parts_before(total: Claim, scene: Scene) -> list[Claim]:
    rows = [c for c in scene.sentence(total) if c.quantity < total.quantity]
    return [c for c in rows if alike(c, total) and c.is_level and c.scope not in ("total", "all")]


def _parts_after(total: Claim, scene: Scene) -> list[Claim]:
    """The list that follows "made up of", in the same sentence or the next."""
    following = scene.after(total)
    ahead = scene.row(total.sentence + 1)
    for row in (following, ahead):
        levels = [c for c in row if alike(c, total) and c.is_level]
        if levels and "made_of" in levels[0].cues and not any(c.scope == "rest" for c in levels):
            return [c for c in levels if not same_number(c, total)]
    return []
