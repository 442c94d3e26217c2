"""An average whose total was told a sentence before, or that stands bare in an aside.

"The fund has paid out £84m. The money went to 120 farms, an average of £700,000 each"; "drew 31,200 visitors on its 26
open days (average: 1,200)"; "sixty claims were settled for $3m. The average was $50,000".
"""

import re
from collections.abc import Iterator
from functools import cache

from factcheck.model.claim import Claim
from factcheck.model.coins import of_one_money
from factcheck.model.relation import Average
from factcheck.relations.average import work_out
from factcheck.relations.formula import PLANNED, Formula
from factcheck.relations.scene import Scene
from factcheck.words import words

_EACH = re.compile(r"\s*(?:each|apiece|per head|a head|on average each|each on average)\b")
_MEAN = re.compile(r"\b(?:an |the )?(?:average|mean)(?:,|:| of| is| was)?\s*$")
_BARE = re.compile(r"(?:[(\[–—,]|\bor)\s*(?:an |the |on )?(?:average|mean)(?:[,:]| of| is| was)?\s*$")
_WAS = re.compile(
    r"\W*the (?:average|mean)(?: (?:amount|sum|figure|number|payment))?"
    r" (?:was|is|came to|comes to|works out at|worked out at)\s*$"
)
_ENDS = re.compile(r"\s*(?:$|[.,;:!?)\]–—”\"])")
_OVER = re.compile(
    r"\b(?:in|on|over|from|across|during|after|for|to|at|by|of)"
    r"(?: (?:the|its|their|his|her|all|just|only|some|about))*\s*$"
)
_THEY = re.compile(r"\W*(?:they|these|those|together they|between them they|all told they)\b")
_UNITS = frozenset({"count", "duration"})


def implied(scene: Scene) -> Iterator[Formula]:
    """One formula for each such average."""
    for claim in scene.claims:
        if claim.role not in ("level", "rate", "duration") or claim.where != "text" or claim.hedged:
            continue
        pair = _given_out(claim, scene) or _in_an_aside(claim, scene) or _of_those(claim, scene)
        if pair is not None:
            choice = (pair[0].quantity, pair[1].quantity)
            source = "the total and its units"
            yield Formula("average", claim.quantity, (choice,), "strong", work_out, Average, source, moods=PLANNED)


def _given_out(claim: Claim, scene: Scene) -> tuple[Claim, Claim] | None:
    """ "The money went to 120 farms, an average of £700,000 each"."""
    before = [c for c in scene.before(claim) if c.role != "date"]
    each = claim.per in ("each", "apiece") or _EACH.match(claim.after) or _MEAN.search(claim.before)
    if claim.kind not in ("money", "rate") or not each or len(before) != 1:
        return None
    (units,) = before
    if units.kind != "count" or not units.is_level or units.base is not None or not _goes_to().match(units.before):
        return None
    sums = [c for c in scene.row(claim.sentence - 1) if c.kind == "money" and c.paragraph == claim.paragraph]
    alone = len(sums) == 1 and sums[0].is_level and of_one_money(sums[0].unit, claim.unit)
    return (sums[0], units) if alone else None


@cache
def _goes_to() -> re.Pattern[str]:
    table = words("averages")
    money, verbs = "|".join(table["money"]), "|".join(table["given"])
    return re.compile(
        rf"\W*(?:(?:all|every penny|every cent) (?:of )?)?"
        rf"(?:(?:the|this|that|its|their) (?:{money})|it|this|that|which)"
        rf"(?: (?:has|have|had|was|were|is|are|will|would|be|been|to|all|then|now|being))* (?:{verbs})"
        r"(?: (?:among|between|by|to|with|on|the|its|their|some|about|all|equally|evenly|out))*\s*"
    )


def _in_an_aside(claim: Claim, scene: Scene) -> tuple[Claim, Claim] | None:
    """ "Drew 31,200 visitors on its 26 open days (average: 1,200)"."""
    if not _BARE.search(claim.before) or claim.head is not None or not _ENDS.match(claim.after):
        return None
    return _pair([c for c in scene.before(claim) if c.role != "date"][:3], claim)


def _pair(values: list[Claim], claim: Claim) -> tuple[Claim, Claim] | None:
    """The total and what it is over, of the two figures before, nearest first."""
    if len(values) != 2 or any(c.role not in ("level", "duration") or c.base is not None for c in values):
        return None
    units, total = values
    if not _OVER.search(units.before):
        units, total = total, units
    nameless = units.kind == "count" and units.head in (None, total.head)
    if units.kind not in _UNITS or nameless:
        return None
    alike = (total.kind, total.unit) == (claim.kind, claim.unit) or of_one_money(total.unit, claim.unit)
    return (total, units) if alike and total.role == "level" else None


def _of_those(claim: Claim, scene: Scene) -> tuple[Claim, Claim] | None:
    """ "They came to £1.5m, an average of £25,000" of the loans just told; "the average was £25,000"."""
    row = [c for c in scene.row(claim.sentence - 1) if c.role != "date" and c.paragraph == claim.paragraph]
    before = [c for c in scene.before(claim) if c.role != "date"]
    if claim.kind != "money" or not _ENDS.match(claim.after):
        return None
    if not before and len(row) == 2 and _WAS.fullmatch(claim.before):
        units = next((c for c in row if c.kind == "count" and c.is_level and c.head is not None), None)
        total = next((c for c in row if c.kind == "money" and c.is_level and c.unit == claim.unit), None)
        return (total, units) if total is not None and units is not None and total.base is None else None
    if len(before) == len(row) == 1 and _MEAN.search(claim.before) and _THEY.match(before[0].before):
        alike = before[0].kind == "money" and before[0].unit == claim.unit
        return (before[0], row[0]) if alike and row[0].kind == "count" and row[0].is_level else None
    return None
