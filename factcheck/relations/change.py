"""A change and the two figures it lies between: per cent, points, or so many."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.movement import Change, Mixed
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Mention, Remainder
from factcheck.relations.across import is_ahead
from factcheck.relations.benefit import as_operand
from factcheck.relations.figures import Pairs, is_value, told_pairs
from factcheck.relations.formula import Formula, Sum, WorkOut
from factcheck.relations.pairs import pairs_of
from factcheck.relations.phrasing import between, way
from factcheck.relations.scene import Scene
from factcheck.relations.taken_up import is_named
from factcheck.relations.weigh import of_hundred
from factcheck.words import words

RELATION = Change
MOODS = frozenset({"plain", "forecast", "target", "capacity"})
_SUBJECT = re.compile(r"\b(?:the|a|an|its|their|this|that) ((?:\w+ ){1,3})[^,;:]*\b(?:is|was|be|at)\s*$")
_AMOUNTS = frozenset({"count", "money", "measure", "duration", "age", "rate"})
_MORE_THAN = re.compile(
    r"\s*(?:[a-z]+ )?(?:more|less|fewer|higher|lower|up|down|longer|shorter)\b(?: than| on|\s*[,.;:)–]|\s*$)"
    r"|\s*(?:short|shy|ahead) of (?:the|its|their)\b"
)
_SIGNED = ("up", "down")
_WITH_PAIR = re.compile(
    r"\s*(?:more|less|extra)\b[^;:]*\b(?:with|as|when|because|since) (?:the|its|their|his|her) [^;:]*\bfrom\s*$"
)
_THAN = re.compile(
    r"\s*(?:[a-z]+ ){0,2}(?:(?:more|less|fewer|higher|lower|longer|shorter) than|(?:short|shy|ahead) of)"
    r" (?:the|last|a year|in|its|their|that|it|then|before)\b|\s*(?:more|fewer)\s*[,(–—]\s*(?:or |at |making )?$"
)
_OF = re.compile(r"\b(\w+),? of\s*$")
_SHARES = frozenset({"percentage", "fraction"})
_MARGIN = re.compile(r"\bmargins? of\s*$")
_BY = re.compile(r"\bby(?: a| another| a further| only| just)?\s*$")
_TIED = frozenset({"or", "bracket", "which"})


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """The change from the first operand to the second, in the stated one's own terms, signed as it is stated."""
    old, new = operands
    if None in (old.value, new.value, old.stated, new.stated):
        return None
    if stated.kind == "points" and not old.is_share and mixed_up(stated, old, new) is None:
        return None
    way = -1 if _goes_down(stated, old, new) else 1
    relative = stated.is_share
    return _relative(stated, old, new, way) if relative else _absolute(old, new, way)


def _mixed_only(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """ "9 per cent ahead" of another share: points or per cent of it, else it is a lead in something else."""
    old, new = operands
    told = work_out(stated, operands)
    fits = told is not None and told.interval is not None and stated.stated is not None
    if fits and stated.stated.meets(told.interval.scaled(told.scale)):  # type: ignore[union-attr]
        return told
    return told if mixed_up(stated, old, new) is not None else None


def _goes_down(stated: Quantity, old: Quantity, new: Quantity) -> bool:
    """Whether the sum is old less new; a change without a direction goes the way its figures do."""
    if stated.direction is not None:
        return stated.direction == "down"
    return (new.value or 0) / of_hundred(new) < (old.value or 0) / of_hundred(old)


def _relative(stated: Quantity, old: Quantity, new: Quantity, way: int) -> Sum | None:
    start, end = as_operand(old), as_operand(new)
    if start is None or end is None or not old.value or new.value is None:
        return None
    start, end = start.scaled(1 / of_hundred(old)), end.scaled(1 / of_hundred(new))
    before, after = old.value / of_hundred(old), new.value / of_hundred(new)
    value = (after / before - 1) * way
    quotient = end.divided_by(start)
    if quotient is None:
        return None
    shown = (number(new.value), number(old.value))
    expression = f"({shown[0]} - {shown[1]}) / {shown[1]}" if way > 0 else f"({shown[1]} - {shown[0]}) / {shown[1]}"
    interval: Interval | None = (quotient - Interval.exactly(1)).scaled(way)
    if old.is_share and mixed_up(stated, old, new) is not None:
        interval = None  # FC107 compares nearest roundings only
    return Sum(value, interval, expression, of_hundred(stated))


def _absolute(old: Quantity, new: Quantity, way: int) -> Sum | None:
    if old.value is None or new.value is None or old.stated is None or new.stated is None:
        return None
    scales = (100 / of_hundred(old), 100 / of_hundred(new)) if old.is_share else (Fraction(1), Fraction(1))
    before, after = old.value * scales[0], new.value * scales[1]
    interval = (new.stated.scaled(scales[1]) - old.stated.scaled(scales[0])).scaled(way)
    pair = (number(after), number(before)) if way > 0 else (number(before), number(after))
    return Sum((after - before) * way, interval, f"{pair[0]} - {pair[1]}")


def mixed_up(stated: Quantity, old: Quantity, new: Quantity) -> Mixed | None:
    """Whether a change between two shares is right, to its last digit, in the other unit only."""
    if stated.value is None or not (old.is_share or stated.kind == "points") or not old.value or new.value is None:
        return None
    before, after = old.value * 100 / of_hundred(old), new.value * 100 / of_hundred(new)
    told = stated.value if stated.kind == "points" else stated.value * 100 / of_hundred(stated)
    half = (stated.step or Fraction(1)) / 2
    points = old.is_share and abs(abs(after - before) - told) <= half
    percent = abs(abs(after - before) / before * 100 - told) <= half
    if points == percent:
        return None
    if stated.kind == "points":
        return "points for percent" if percent else None
    return "percent for points" if points and stated.kind == "percentage" else None


def implied(scene: Scene) -> Iterator[Formula]:
    """A formula for each change, and for a share that tells a change again ("down by 480, or 10 per cent")."""
    found: dict[int, Pairs] = {}
    for claim in scene.claims:
        pairs = pairs_of(claim, scene) if _is_change(claim, scene) else _told_again(claim, found, scene)
        if pairs is not None:
            found[claim.quantity] = pairs
            plain = _is_plain_difference(claim)
            yield Formula(
                "difference" if plain else "change",
                claim.quantity,
                pairs.choices,
                pairs.grade,
                _work_out_for(claim, pairs),
                Remainder if plain else Change,
                pairs.source,
                -1,
                further=pairs.further,
                moods=MOODS,
            )


def _work_out_for(claim: Claim, pairs: Pairs) -> WorkOut:
    is_lead = is_ahead(claim) and claim.kind != "points"
    return _mixed_only if is_lead or pairs.only_mixed else work_out


def _is_change(claim: Claim, scene: Scene) -> bool:
    """Also "the fall since then is 23 per cent", whose noun of change stands at the head of its clause."""
    if (
        claim.kind in _SHARES
        and _MARGIN.search(claim.before)
        and not any(c.kind in _SHARES for c in scene.before(claim))
    ):
        return False  # "earned $5 million on sales of $50 million, a margin of 10 per cent"
    if claim.role == "change":
        return claim.kind not in _AMOUNTS or _is_moved(claim, scene)
    if is_ahead(claim):
        return True
    if claim.role == "share" and (is_named(claim) or ((of := _OF.search(claim.before)) and of[1] in _nouns())):
        return True
    if _BY.search(claim.before) and claim.role in ("share", "level", "duration") and way(claim.before) is not None:
        return True
    return (
        claim.role == "share"
        and (found := _SUBJECT.search(claim.before)) is not None
        and not _nouns().isdisjoint(found[1].split())
    )


def _is_plain_difference(claim: Claim) -> bool:
    """ "384 weddings, 46 fewer than the 410 of the year before": a difference, where nothing moves from and to."""
    return claim.kind in _AMOUNTS and _THAN.match(claim.after) is not None and not _BY.search(claim.before)


def _is_moved(claim: Claim, scene: Scene) -> bool:
    """Whether an amount is how far something moved: "214 larger shops" are not."""
    moved = _BY.search(claim.before) is not None or way(claim.before[-40:]) is not None
    figure = next((c for c in scene.after(claim) if c.role != "date"), None)
    rest = "" if figure is None else between(claim, figure, scene)  # "£45 more from June, with the rent rising from"
    with_pair = _WITH_PAIR.match(rest) is not None and claim.direction in _SIGNED and way(rest) == claim.direction
    return moved or with_pair or _MORE_THAN.match(claim.after) is not None


@cache
def _nouns() -> frozenset[str]:
    return frozenset(word for way in ("up", "down", "neutral") for word in words("movement")["nouns"][way])


def _told_again(claim: Claim, found: dict[int, Pairs], scene: Scene) -> Pairs | None:
    """ "Down by 480 from 4,590, or 10 per cent"; "rose from four to seven, or 75 per cent"."""
    if claim.role != "share" or claim.joint not in _TIED or claim.base is not None or claim.base_named:
        return None
    change = next((c for c in scene.before(claim) if c.quantity in found), None)
    if change is None:
        return _moved_before(claim, scene)
    if change.kind in ("percentage", "fraction"):
        return None
    pairs = found[change.quantity]
    return None if any(claim.quantity in pair for pair in pairs.choices) else pairs


def _moved_before(claim: Claim, scene: Scene) -> Pairs | None:
    before = [c for c in reversed(scene.before(claim)) if is_value(c)][-2:]
    told = list(told_pairs(before))
    if len(before) < 2 or not told or way(before[0].before) is None or before[1].quantity != claim.quantity - 1:
        return None
    return Pairs(tuple((old.quantity, new.quantity) for old, new in told), True, "the two figures told with it")


def complete(
    relation: Change, formula: Formula, mentions: Sequence[Mention], quantities: Sequence[Quantity], scene: Scene
) -> Change:
    """Say whether a misfit is points for per cent."""
    if relation.holds:
        return relation
    old, new = (o.quantity for o in relation.operands)
    return replace(relation, mixed=mixed_up(relation.stated.quantity, old, new))
