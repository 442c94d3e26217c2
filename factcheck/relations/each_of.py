"""So much for each of some things that the words count: "about 6,600 for each of its 23 days"."""

from collections.abc import Iterator, Sequence

from factcheck.model.claim import COMPARED, Claim
from factcheck.model.relation import Average
from factcheck.relations.average import work_out
from factcheck.relations.formula import PLANNED, Formula, Implied
from factcheck.relations.phrasing import is_each_of
from factcheck.relations.scene import Scene


def implied(scene: Scene) -> Iterator[Formula]:
    """One formula for each amount that is told for each of so many days, or of things that its own "per" leaves out."""
    for claim in scene.claims:
        units = next(iter(scene.after(claim)), None)
        if units is None or not is_each_of(claim) or units.joint != "of":
            continue
        if units.kind != "duration" and (claim.per is not None or units.kind != "count"):
            continue
        totals = _totals(claim, scene)
        if totals:
            grade: Implied = "strong" if len(totals) == 1 else "fair"
            choices = tuple((t.quantity, units.quantity) for t in totals)
            source = "the total and what it is shared among"
            yield Formula("average", claim.quantity, choices, grade, work_out, Average, source, moods=PLANNED)


def _totals(claim: Claim, scene: Scene) -> Sequence[Claim]:
    """The amounts of its kind before it: in its sentence, else in the one before."""
    here = [c for c in scene.before(claim) if _is_total(c, claim)]
    return here or [c for c in scene.row(claim.sentence - 1) if _is_total(c, claim)]


def _is_total(total: Claim, claim: Claim) -> bool:
    kind = "count" if claim.kind == "rate" else claim.kind
    return total.is_level and (total.kind, total.unit) == (kind, claim.unit) and total.joint not in COMPARED
