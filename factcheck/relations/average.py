"""A total over its number of units against a stated average, and the product that goes the other way."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Average, Total
from factcheck.relations.benefit import as_operand
from factcheck.relations.formula import PLANNED, Formula, Implied, Operands, Sum
from factcheck.relations.means import averaged_over, is_called_mean, of_some_only, shares_out, thing_of
from factcheck.relations.scene import Scene, alike
from factcheck.words import word_set, words

RELATION = Average
_PER = re.compile(
    r"\s*(?:(?:to|for|on) (?:a|an|each|every) (?!of\b)([a-z]+)\b|an? ([a-z]+) on average\b"
    r"|(?:for|to) each\s*[,.;:)–—])"
)
_SEATED = re.compile(r"\s*(?:to|for|on) an? ")  # "120 guests, four to a room at Christmas" divides nothing
_RETOLD = frozenset({"or", "which", "noun", "dash", "bracket"})
_OF_THOSE = re.compile(r"(?:\s+[a-z]+){0,2}\s+(?:in|of|among|for) those\b")  # of others than have been counted
_HAS = re.compile(r"\b(?:has|have)\s*$")
_ROLES = frozenset({"rate", "level", "duration"})
_EACH = frozenset({"each", "apiece", "unit"})
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "fortnight", "month", "quarter", "year", "decade"})
_TIED = frozenset({"or", "bracket", "which", "noun", "comma", "dash", "colon", "of"})


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """total / number of units."""
    total, units = operands
    top, bottom = as_operand(total), as_operand(units)
    if total.value is None or units.value is None or top is None or bottom is None:
        return None
    value = total.value / units.value if units.value else None
    return Sum(value, top.divided_by(bottom), f"{number(total.value)} / {number(units.value)}")


def multiply(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """number of units * average."""
    units, each = operands
    a, b = as_operand(units), as_operand(each)
    if units.value is None or each.value is None or a is None or b is None:
        return None
    return Sum(units.value * each.value, a * b, f"{number(units.value)} * {number(each.value)}")


def implied(scene: Scene) -> Iterator[Formula]:
    """One formula for each average, and for each total that is told after it."""
    for claim in scene.claims:
        if (
            claim.role not in ("rate", "level", "duration")
            or not (_per_thing(claim) or _is_mean(claim, scene))
            or _is_intensive(claim)
            or _is_moved(claim, scene)
        ):
            continue
        totals, units = _totals(claim, scene), _units(claim, scene)
        before_it = [
            t for t in totals if t.quantity < claim.quantity or (_is_mean(claim, scene) and not _per_of(claim))
        ]
        yield from _average(before_it, units, claim, scene)
        if _per_of(claim):
            yield from _product([t for t in totals if t.quantity > claim.quantity], units, claim)


def _is_moved(claim: Claim, scene: Scene) -> bool:
    """ "Average class size fell from 27 to 24 as 90 teachers were hired": one average and then another."""
    opposite = {"from": "to", "to": "from"}.get(claim.joint or "")
    beside = [c for c in scene.sentence(claim) if abs(c.quantity - claim.quantity) == 1]
    return opposite is not None and any(c.joint == opposite and alike(c, claim) for c in beside)


def _per_of(claim: Claim) -> str:
    """What it is for each of: also "4,350 to a van", "$7,000 for each", "£16 a ticket on average"."""
    told = _PER.match(claim.after) if claim.joint in _RETOLD or not _SEATED.match(claim.after) else None
    return (claim.per or ((told[1] or told[2] or "each") if told else "")).lower()


def _per_thing(claim: Claim) -> bool:
    """Whether it is so much for each of some things, not for a time or for a thousand people."""
    per = _per_of(claim)
    return bool(per) and per.split()[-1] not in _TIMES and not any(ch.isdigit() for ch in per)


def _is_intensive(claim: Claim) -> bool:
    """Whether such amounts cannot be added up: temperatures and speeds."""
    return claim.unit is not None and ("degree" in claim.unit or " per " in claim.unit)


def _is_mean(claim: Claim, scene: Scene) -> bool:
    """Whether the words call it an average, and not one over time."""
    return is_called_mean(claim, scene) and (not _per_of(claim) or _per_thing(claim))


def _average(totals: list[Claim], units: list[Claim], claim: Claim, scene: Scene) -> Iterator[Formula]:
    pairs = [
        (t, u)
        for t in totals
        for u in units
        if u.node != t.node and (t.sentence <= claim.sentence or u.sentence == t.sentence)
    ]
    kind = "count" if claim.kind == "rate" else claim.kind
    earlier = [c for c in scene.earlier(claim) if c.is_level and (c.kind, c.unit) == (kind, claim.unit)]
    further = tuple((t.quantity, u.quantity) for t in earlier for u in units if u.node != t.node)
    source = "the total and its units"
    beside = [(t, u) for t, u in pairs if t.paragraph == u.paragraph == claim.paragraph and _is_shared(t, u, claim)]
    beside = [(t, u) for t, u in beside if not any(c.base == u.quantity for c in scene.before(claim)[:1])]
    over = averaged_over(claim, scene)
    shared = over is None or all(shares_out(t, over, scene) for t, _ in beside)
    if shared and _is_plain(beside, claim):
        either_way = [*beside, *((u, t) for t, u in beside if t.kind == u.kind and not _per_of(claim))]
        choices = tuple(dict.fromkeys((t.quantity, u.quantity) for t, u in either_way))
        yield Formula(
            "average", claim.quantity, choices, "strong", work_out, Average, source, 1, further, moods=PLANNED
        )
    elif pairs or further:
        choices = tuple((t.quantity, u.quantity) for t, u in pairs) or further
        yield Formula("average", claim.quantity, choices, "fair", work_out, Average, source, 1, further)


def _is_shared(total: Claim, units: Claim, claim: Claim) -> bool:
    """ "They raised £9,000. Two gave £500 each" shares nothing out: "each" goes with a total of its own sentence."""
    if units.base is not None and total.quantity < units.quantity < claim.quantity:
        return False  # "they raised £9,000; two of them gave £500 each"
    return _per_of(claim) not in _EACH or total.sentence == claim.sentence or claim.joint == "which"


def _is_plain(pairs: list[tuple[Claim, Claim]], claim: Claim) -> bool:
    """Whether one total and one number of units stand close by, or two counts that can only be each other's."""
    if _OF_THOSE.match(claim.after) or of_some_only(claim):
        return False
    if _HAS.search(claim.before) and any(
        t.head == claim.head is not None and _is_described(t, claim) for t, _ in pairs
    ):
        return False  # "took in 462 new pupils. The average school has 430 pupils"
    by_name = bool(thing_of(claim))
    one_pair = len({frozenset((t.node, u.node)) for t, u in pairs}) == 1
    one_total = by_name or len({t.node for t, _ in pairs}) == 1
    one_unit = one_pair or (one_total and len({u.node for _, u in pairs}) == 1)
    return one_unit and len(pairs) <= 2 and all(abs(claim.sentence - t.sentence) <= 1 for t, _ in pairs)


def _is_described(total: Claim, claim: Claim) -> bool:
    """ "462 new pupils", and not "430 pupils": some others."""
    return bool({*(total.measure or "").split()} - {*(claim.measure or "").split()})


def _product(totals: list[Claim], units: list[Claim], claim: Claim) -> Iterator[Formula]:
    """ "26 people fined $250 each, a total of $6,500"."""
    for total in totals:
        priced = re.search(r"\bat\s*$", claim.before) is not None and len(totals) == 1
        if total.sentence != claim.sentence or not (total.joint in _TIED or priced):
            continue
        earlier = [u for u in units if u.quantity < claim.quantity and u.sentence == claim.sentence]
        choices: tuple[Operands, ...] = tuple((u.quantity, claim.quantity) for u in earlier)
        if choices:
            sure = len(choices) == 1 and ("sums" in total.cues or total.scope == "total" or priced)
            grade: Implied = "strong" if sure else "fair"
            yield Formula(
                "product", total.quantity, choices, grade, multiply, Total, "so many at so much each", 1, moods=PLANNED
            )


def _totals(claim: Claim, scene: Scene) -> list[Claim]:
    """Amounts of the average's own kind and unit, in its sentence or the two before."""
    kind = "count" if claim.kind == "rate" else claim.kind
    tied = _tied_total(claim, scene)
    if tied is not None and _per_of(claim) in _EACH:
        return [tied]
    found = [c for c in _around(claim, scene) if not _per_thing(c) and (c.kind, c.unit) == (kind, claim.unit)]
    return [c for c in found if claim.head is not None and c.head == claim.head] or found


def _around(claim: Claim, scene: Scene) -> list[Claim]:
    """The levels of the sentence and of those around it, each population once."""
    claims = [*scene.before(claim), *scene.after(claim), *scene.near(claim, back=2)]
    if _is_mean(claim, scene) and not _per_of(claim):
        following = scene.row(claim.sentence + 1)
        claims += following if any(c.head is not None and c.head == claim.head for c in following) else ()
    claims = [c for c in claims if c.head not in _TIMES]
    usable = [c for c in claims if (c.is_level or _is_yearly(c) or _is_time(c, claim)) and c.scope != "rest"]
    return list({(c.node, c.node is None and c.same): c for c in reversed(usable)}.values())[::-1]


def _is_time(total: Claim, claim: Claim) -> bool:
    """ "11 paramedics worked 4,807 hours of overtime, an average of 437 hours each"."""
    return total.role == claim.role == "duration" and total is not claim


def _is_yearly(claim: Claim) -> bool:
    """ "$18.2 million a year": a total of each year's."""
    return claim.role == "rate" and claim.kind == "money" and claim.per == "year"


def _units(claim: Claim, scene: Scene) -> list[Claim]:
    """The counts of the things that each get the average; of "17 of the 23 estates" the 17."""
    found = _things(claim, scene)
    return [next((p for p in scene.sentence(u) if u.joint == "of" and p.base == u.quantity), u) for u in found]


def _things(claim: Claim, scene: Scene) -> list[Claim]:
    counts = [c for c in _around(claim, scene) if c.kind == "count"]
    unit = _measured_in(claim.per)
    measures = [c for c in _around(claim, scene) if c.kind == "measure" and c.unit == unit and c.role == "level"]
    if measures or unit is not None:
        return measures  # never the 19 stations of a line that cost so much a kilometre
    over = averaged_over(claim, scene)
    if over is not None:
        return [over]
    per = _per_of(claim) or thing_of(claim)
    if per in _EACH:
        return _each_of_whom(counts, claim, scene)
    named = [c for c in counts if _counts_what(per, c, scene)]
    named = [c for c in named if c.sentence == claim.sentence] or named
    if not named and per and per not in _EACH:
        earlier = [c for c in scene.earlier(claim) if c.is_level and c.kind == "count"]
        named = [
            c for c in earlier if (claim.own | claim.stems) & c.stems or (c.head is not None and _names(per, c.head))
        ]
    if not named and not per:
        named = [c for c in counts if c.head is not None and c.head != claim.head and c.own & claim.context]
    return named or [c for c in counts if c.sentence == claim.sentence]


@cache
def _measured_in(per: str | None) -> str | None:
    """The unit of measure that an average is per: the kilometre of "Rs 350 crore a km"."""
    table = words("units")
    spelled = (str(unit) for unit, spellings in table["words"].items() if per in spellings)
    short: str | None = table["abbreviations"].get(per)
    return next(spelled, short)


def _each_of_whom(counts: list[Claim], claim: Claim, scene: Scene) -> list[Claim]:
    """ "Apiece": the other count of its sentence, else those whom "they" stands for."""
    here = [c for c in counts if c.sentence == claim.sentence and c.quantity < claim.quantity]
    if here and here[-1].base is not None:
        return here[-1:]  # "paid £4m to 16 winners, five of whom got £500,000 each"
    others = [c for c in here if c is not _tied_total(claim, scene) and (c.head is None or c.head != claim.head)]
    before = [c for c in counts if c.sentence == claim.sentence - 1 and c.base is None]
    return others or before or here or counts


def _tied_total(claim: Claim, scene: Scene) -> Claim | None:
    """The amount that a "– about 18 apiece" hangs on, where it is the only one of its sentence."""
    before = [c for c in scene.before(claim) if c.is_level]
    kind = "count" if claim.kind == "rate" else claim.kind
    if len(before) != 1 or (before[0].kind, before[0].unit) != (kind, claim.unit) or claim.joint not in _TIED:
        return None
    return before[0] if claim.head in (None, before[0].head) else None


def _counts_what(per: str, count: Claim, scene: Scene) -> bool:
    """Whether a count is of what the average is per, by its own noun or by that of its population."""
    population = scene.population(count)
    heads = {count.head, population.head if population is not None else None} - {None}
    return any(_names(per, head) for head in heads if head is not None)


def _names(per: str, head: str) -> bool:
    """ "per school", "for every place offered": whether the words name the counted noun."""
    people = word_set("nouns", "people")
    last = per.split()[-1].rstrip("s") if per.split() else ""
    return any(word.rstrip("s") == head.rstrip("s") for word in per.split()) or (last in people and head in people)
