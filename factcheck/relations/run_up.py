"""A rate kept up for some time against the total it makes: "$2m a day. It lasted 11 days, so the bill came to $22m".

Only ever a tick: the rate may not have held all the time, nor been all there was.
"""

from collections.abc import Iterator, Sequence

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Total
from factcheck.relations.benefit import as_operand
from factcheck.relations.formula import Formula, Sum
from factcheck.relations.lengths import length_in
from factcheck.relations.scene import Scene
from factcheck.words import words

RELATION = Total
_BACK = 1  # sentences in which rate and length are told


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """The rate, times the length in the rate's own unit of time."""
    rate, length = operands
    amount, many = as_operand(rate), length_in(length, rate.per or "")
    if rate.value is None or amount is None or many is None or many.low is None or many.high is None:
        return None
    middle = (many.low + many.high) / 2
    return Sum(rate.value * middle, amount * many, f"{number(rate.value)} * {number(middle)}")


def implied(scene: Scene) -> Iterator[Formula]:
    """A formula for each total that follows a rate and a length of time."""
    for total in scene.claims:
        if not total.is_level or total.kind not in ("count", "money", "measure"):
            continue
        if any(c.same == total.same for c in scene.earlier(total)):
            continue  # told before: the rate was made from it
        told = [*scene.near(total, back=_BACK), *reversed(scene.before(total))]
        rates = [c for c in told if c.per in words("per")["times"] and _is_of_kind(c, total)]
        lengths = [c for c in told if c.kind == "duration" and c.role == "duration"]
        choices = tuple((r.quantity, d.quantity) for r in rates for d in lengths)
        if choices:
            yield Formula("product", total.quantity, choices, "fair", work_out, Total, "so much for so long")


def _is_of_kind(rate: Claim, total: Claim) -> bool:
    kind = "count" if rate.kind == "rate" else rate.kind
    same_things = rate.head == total.head or None in (rate.head, total.head)
    return (kind, rate.unit) == (total.kind, total.unit) and same_things
