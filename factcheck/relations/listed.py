"""Numbers in a row that may make up the one before them, or the one that they end in: "870 soldiers, 540 in Kuwait and
330 in Poland", "12 in May and 15 in June, 27 in all". Only ever a tick: nothing says that the row is complete.
"""

from collections.abc import Iterator, Sequence

from factcheck.model.claim import Claim
from factcheck.model.relation import Total
from factcheck.relations.formula import Formula, Operands
from factcheck.relations.scene import Scene, alike, same_number
from factcheck.relations.sums import work_out

RELATION = Total
_AFTER = frozenset({"comma", "and", "colon", "dash", "bracket", "of", None})
_SUMS = frozenset({"comma", "or", "which", "dash", "colon", "noun"})
_FEWEST, _MOST = 2, 8
_PASSED = frozenset({"date", "ordinal", "identifier", "duration"})


def implied(scene: Scene) -> Iterator[Formula]:
    """A formula for each level with a row of its kind right behind it, or right before it."""
    for whole in scene.claims:
        if not whole.is_level or whole.kind not in ("count", "money", "measure") or whole.scope == "further":
            continue
        choices = (*_prefixes(_row(scene.after(whole), whole)), *_of_it(whole, scene))
        if whole.joint in _SUMS:
            choices += tuple(_suffixes(_row(scene.before(whole), whole)))
        if choices:
            yield Formula("total", whole.quantity, choices, "fair", work_out, Total, "the numbers listed with it")


def _row(claims: Sequence[Claim], whole: Claim) -> list[Claim]:
    """The numbers of a whole's kind that stand next to it, up to one of another kind."""
    row: list[Claim] = []
    for claim in claims:
        if claim.kind in _PASSED:
            continue
        own_things = claim.head is not None and whole.head is not None and claim.head != whole.head
        if not (claim.is_level and alike(claim, whole)) or own_things or claim.joint not in _AFTER:
            break
        row.append(claim)
    return [claim for claim in row[:_MOST] if not same_number(claim, whole)]


def _prefixes(row: Sequence[Claim]) -> Iterator[Operands]:
    """The row's beginnings, the longest first."""
    return (tuple(c.quantity for c in row[:stop]) for stop in range(len(row), _FEWEST - 1, -1))


def _suffixes(row: Sequence[Claim]) -> Iterator[Operands]:
    """The ends of a row that is told nearest first, in reading order."""
    return (tuple(c.quantity for c in reversed(row[:stop])) for stop in range(len(row), _FEWEST - 1, -1))


def _of_it(whole: Claim, scene: Scene) -> Iterator[Operands]:
    """ "Won 12 of its 20 games, drew five and lost three": the first part stands before the whole."""
    before = next(iter(scene.before(whole)), None)
    if before is not None and before.is_level and before.base == whole.quantity:
        row = [c.quantity for c in _row(scene.after(whole), whole)]
        yield from ((before.quantity, *row[:stop]) for stop in range(len(row), 0, -1))
