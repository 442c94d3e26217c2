"""The least or the most that a rule or a price list allows, told of one case: "a fine of $150 to $1,000 … got the
heaviest fine allowed, $1,400".
"""

import re
from collections.abc import Iterator
from functools import cache

from factcheck.model.claim import Claim
from factcheck.model.movement import Within
from factcheck.relations.figures import comparable, is_value
from factcheck.relations.formula import Formula, Operands
from factcheck.relations.phrasing import says
from factcheck.relations.range import MOODS, ends_of, inside
from factcheck.relations.same_again import is_of_another_time
from factcheck.relations.scene import Scene
from factcheck.words import words

_NOUN = re.compile(r"[a-z]{3,}")
_BACK = 2
_LEAD = 8  # words before a range that may name what it is of
_CLAUSE = re.compile(r"[.;:]|\b(?:and|but|while)\b")


def implied(scene: Scene) -> Iterator[Formula]:
    """One formula for each figure that is called the largest or the smallest of a range told before."""
    for claim in scene.claims:
        extreme = _extreme().search(claim.before) if is_value(claim) and claim.where == "text" else None
        if extreme is None or _is_apart(claim, scene):
            continue
        found = list(_ranges(extreme["noun"], claim, scene))
        if len(found) == 1:
            yield Formula("range", claim.quantity, (found[0],), "strong", inside, Within, "the range", -3, moods=MOODS)


@cache
def _extreme() -> re.Pattern[str]:
    """ "The heaviest fine allowed, "; "the maximum, "; "the top grant of "."""
    table = words("ranges")
    most, allowed = "|".join(table["extremes"]), "|".join(table["allowed"])
    return re.compile(
        rf"\bthe (?:very )?(?:{most}|[a-z]{{3,}}est|(?:most|least) [a-z]+) ?(?P<noun>[a-z]{{3,}})?"
        rf"(?: (?P<allowed>{allowed}))?(?:\s*[,:–—(]\s*(?:at |of |an? |or )?| of )$"
    )


def _is_apart(claim: Claim, scene: Scene) -> bool:
    """Whether it is told of another time, place or rule: "under the old law", "in the next county"."""
    years = any(c.role == "date" and re.search(r"\d{4}", c.same) for c in scene.sentence(claim))
    return (
        years or is_of_another_time(claim, scene) or says(scene.printed(claim, claim).lower(), words("ranges")["apart"])
    )


def _ranges(noun: str | None, claim: Claim, scene: Scene) -> Iterator[Operands]:
    """The ranges of the sentences before that are of what the extreme is of."""
    allowed = words("ranges")["allowed"]
    noun = None if noun in allowed else noun
    for other in (*scene.near(claim, back=_BACK), *reversed(scene.before(claim))):
        if other.paragraph != claim.paragraph or not comparable(claim, other) or other.hedged:
            continue
        if says(other.after[:40], words("ranges")["once"]):
            continue
        operands = ends_of(other, scene)
        if operands is not None and _is_of(noun, other):
            yield operands


def _is_of(noun: str | None, first: Claim) -> bool:
    """Whether a range is of what the noun names, or of what has a maximum: a fine, a fee, a term."""
    lead = [
        word.removesuffix("s") for word in _NOUN.findall(" ".join(_CLAUSE.split(first.before)[-1].split()[-_LEAD:]))
    ]
    if noun is None:
        return any(word in words("ranges")["limited"] for word in lead)
    named = {word for row in words("ranges")["same"] if noun in row for word in row} | {noun.removesuffix("s")}
    return not named.isdisjoint(lead)
