"""Two figures that the words date against each other: "it was 14 weeks … and is now nine"."""

import re
from collections.abc import Sequence

from factcheck.model.claim import Claim
from factcheck.relations.earlier import is_before
from factcheck.relations.figures import can_move, comparable, is_value
from factcheck.relations.phrasing import says
from factcheck.relations.scene import Scene
from factcheck.words import words

_AS = re.compile(r"\bas (?:the|last [a-z]+['’]s|its|their)\s*$")
_CLAUSE_ENDS = re.compile(r"[,;:.–—(]|\b(?:and|but|while)\b")


def then_and_now(change: Claim, values: Sequence[Claim]) -> tuple[int, int] | None:
    """The two figures of one kind where the words tell the earlier from the present one."""
    for old in values:
        later = [v for v in values if v is not old and (comparable(v, old) or _goes_without_unit(v, old))]
        found = _other(old, later)
        if found is None or not _is_of_one_thing(old, found, change):
            continue
        if _is_compared_with(old) != _is_compared_with(found):
            return (old.quantity, found.quantity) if _is_compared_with(old) else (found.quantity, old.quantity)
        return old.quantity, found.quantity
    return None


def _is_compared_with(claim: Claim) -> bool:
    """The 21,400 of "43,320 parcels, twice as many as the 21,400 of three years ago" is never the later one."""
    return claim.joint in ("than", "against", "from") or _AS.search(claim.before) is not None


def _is_of_one_thing(old: Claim, new: Claim, change: Claim) -> bool:
    """The hall "built that year for 300" is not "now let to 12 clubs", unless the change is one of clubs."""
    if old.head is None and new.head is not None:
        return new.key in change.context
    return new.head in (None, old.head)


def _other(old: Claim, others: Sequence[Claim]) -> Claim | None:
    """The present figure for an earlier one: the only other, or of several the one that "now" dates."""
    if len(others) == 1:
        return others[0] if _in_order(old, others[0]) else None
    if not _is_past(old):
        return None
    following = next((c for c in others if c.quantity > old.quantity), None)
    if following is not None and _is_present(following):
        return following
    later = [c for c in others if c.quantity > old.quantity and c.base is None and c.joint != "of"]
    parallel = [c for c in later if c.stems & old.stems]
    return parallel[0] if len(parallel) == 1 and says(old.before, words("pairs")["that_time"]) else None


def _in_order(old: Claim, new: Claim) -> bool:
    table = words("pairs")
    now = says(new.before, table["now"]) or _is_present(new)
    return (old.quantity < new.quantity and _is_past(old) and now) or is_before(old, new)


def _is_past(claim: Claim) -> bool:
    dated = claim.period is not None and claim.period.key.startswith("date ")
    return dated or says(claim.before, words("pairs")["then"])


def _is_present(claim: Claim) -> bool:
    """ "Now costs $48", "holds 3,500 million litres today": dated in its own clause."""
    clause = f"{_CLAUSE_ENDS.split(claim.before)[-1]} # {_CLAUSE_ENDS.split(claim.after)[0]}"
    return says(clause, words("pairs")["at_present"])


def _goes_without_unit(new: Claim, old: Claim) -> bool:
    """ "It was 14 weeks when she came, and patients are now told to expect nine"."""
    is_bare = new.kind == "count" and new.head is None and new.unit is None and new.per is None
    return is_bare and old.kind in ("duration", "measure", "money") and _is_present(new) and new.closed


def then_now(change: Claim, scene: Scene) -> list[Claim]:
    """ "A year ago it cost $4.80. Now it costs $6. That is a rise of 25 per cent": the figures of the two before."""
    lead = change.before.lstrip(" “\"'")
    if not re.match(r"(?:that|this|it|which)\b(?:['’]s| is| was| makes| means| amounts to| represents)", lead):
        return []
    nouns = words("movement")["nouns"]
    if not says(lead, [*nouns["up"], *nouns["down"]]):
        return []
    near = [c for c in scene.near(change, back=2) if is_value(c) and can_move(change, c)]
    return sorted(near, key=lambda c: c.quantity)
