"""A total over its number of units against a stated average, and the product that goes the other way."""

from collections.abc import Iterator, Sequence

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Average, Total
from factcheck.relations.benefit import as_operand
from factcheck.relations.formula import Formula, Operands, Sum
from factcheck.relations.scene import Scene

RELATION = Average
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
        if claim.per is None or claim.per.split()[-1] in _TIMES or claim.role not in ("rate", "level"):
            continue
        if any(ch.isdigit() for ch in claim.per):
            continue
        totals, units = _totals(claim, scene), _units(claim, scene)
        yield from _average([t for t in totals if t.quantity < claim.quantity], units, claim)
        yield from _product([t for t in totals if t.quantity > claim.quantity], units, claim)


def _average(totals: list[Claim], units: list[Claim], claim: Claim) -> Iterator[Formula]:
    choices: tuple[Operands, ...] = tuple((t.quantity, u.quantity) for t in totals for u in units if u is not t)
    if choices:
        grade = "strong" if len(choices) == 1 and _near(claim, totals[0]) else "fair"
        yield Formula("average", claim.quantity, choices, grade, work_out, Average, "the total and its units", 1)  # type: ignore[arg-type]


def _product(totals: list[Claim], units: list[Claim], claim: Claim) -> Iterator[Formula]:
    """ "26 people fined $250 each, a total of $6,500"."""
    for total in totals:
        if total.sentence != claim.sentence or total.joint not in _TIED:
            continue
        earlier = [u for u in units if u.quantity < claim.quantity and u.sentence == claim.sentence]
        choices: tuple[Operands, ...] = tuple((u.quantity, claim.quantity) for u in earlier)
        if choices:
            sure = len(choices) == 1 and ("sums" in total.cues or total.scope == "total")
            grade = "strong" if sure else "fair"
            yield Formula("product", total.quantity, choices, grade, multiply, Total, "so many at so much each", 1)  # type: ignore[arg-type]


def _near(claim: Claim, total: Claim) -> bool:
    return claim.sentence - total.sentence <= 1


def _totals(claim: Claim, scene: Scene) -> list[Claim]:
    """Amounts of the average's own kind and unit, in its sentence or the two before."""
    around = [*scene.before(claim), *scene.after(claim), *scene.near(claim, back=2)]
    kind = "count" if claim.kind == "rate" else claim.kind
    return [
        c for c in around if c.is_level and c.per is None and (c.kind, c.unit) == (kind, claim.unit) and c is not claim
    ]


def _units(claim: Claim, scene: Scene) -> list[Claim]:
    """The counts of the things that each get the average."""
    around = [*scene.before(claim), *scene.after(claim), *scene.near(claim, back=2)]
    counts = list({c.node: c for c in reversed(around) if c.is_level and c.kind == "count"}.values())[::-1]
    per = (claim.per or "").lower()
    if per in _EACH:
        here = [c for c in counts if c.sentence == claim.sentence]
        return here or counts
    named = [c for c in counts if c.head is not None and _names(per, c.head)]
    return named or [c for c in counts if c.sentence == claim.sentence]


def _names(per: str, head: str) -> bool:
    """ "per school", "for every place offered": whether the words name the counted noun."""
    return any(word.rstrip("s") == head.rstrip("s") for word in per.split())
