"""The new figure that a change leads to, and the old one told before it: in its sentence or in one before."""

import re

from factcheck.model.claim import Claim
from factcheck.relations.figures import MOST, Pairs, comparable, is_value, values_beside
from factcheck.relations.phrasing import between, last_said, parted, says
from factcheck.relations.scene import Scene, same_number
from factcheck.words import words

_COMPARED = ("more than", "less than", "higher than", "lower than", "above", "below", "up on", "down on")
_REACH = 4
_STANDS = re.compile(
    r"^[^:;–—]*[:;–—,][^:;–—]*\b(?:it|they|there)(?: (?:now|had|has|have|only|then))*(?:['’]s|['’]re)?"
    r" (?:stood|stands|standing|is|was|are|were|been|numbers|numbered|totals|totalled|"
    r"came|comes|come|ran|runs|fallen|fell|risen|rose)"
    r"(?: (?:now|down|up|only|just|about|some|at|to|by then|in all))*\s*$"
)
_TALLY_OF = re.compile(r"\s*of (?:the |its |their )?(?:[a-z]+ )?([a-z]+)")


def told_before(change: Claim, scene: Scene) -> Pairs | None:
    """ "201 pairs, an increase of 67 per cent"; "fell by half, to £1,900"."""
    new = _new_figure(change, scene)
    if new is None:
        return None
    here = [c for c in values_beside(change, scene) if comparable(c, new) and not same_number(c, new)]
    here = [c for c in here if c.quantity < new.quantity or _is_past(c)]
    if here:
        sure = len(here) == 1 and _at_another_time(here[0], new, scene) and _is_of(change, new)
        sure = sure and not _is_set_apart(change, here[0], scene)
        return Pairs(tuple((c.quantity, new.quantity) for c in here[:MOST]), sure, "the other figure of its sentence")
    usable = [c for c in scene.near(new, back=_REACH) if is_value(c) and comparable(c, new) and not same_number(c, new)]
    earlier = [c for c in usable if c.per == new.per] or usable or _long_before(change, new, scene)
    if not earlier:
        return None
    akin = [c for c in earlier if _same_thing(c, change, new, scene, alone=len(usable) == 1)]
    nearest = tuple((c.quantity, new.quantity) for c in (akin or earlier)[:MOST])
    rest = tuple((c.quantity, new.quantity) for c in usable[:MOST])
    sure = len({c.same for c in akin}) == 1 and akin[0].per == new.per and _is_of(change, new)
    return Pairs(nearest, sure, "the figure told before", rest)


def _is_set_apart(change: Claim, old: Claim, scene: Scene) -> bool:
    """ "Ridership was a third below forecast, whereas capacity was put at 410,000"."""
    first, last = sorted((change, old), key=lambda c: c.quantity)
    return says(between(first, last, scene), ("whereas", "while", "although", "though"))


def _is_past(claim: Claim) -> bool:
    """ "To £1,900 a week; the week before it they had been £3,800"."""
    return says(claim.before, ("had been", "was", "were", "the week before", "the year before", "a year earlier"))


def _at_another_time(old: Claim, new: Claim, scene: Scene) -> bool:
    """ "1,200 burns in 2015 and 900 in 2016"; "had 250 pupils; it now has 400"."""
    if old.head != new.head and None not in (old.head, new.head):
        return False
    table = words("pairs")
    if old.quantity > new.quantity:
        return _is_past(old)
    first = any(c.same == "ordinal:first" and c.quantity == old.quantity - 1 for c in scene.before(old))
    if (first or says(old.before, table["then"])) and says(new.before, table["at_present"]):
        return True
    return is_before(old, new)


def is_before(old: Claim, new: Claim) -> bool:
    """Whether the words date one figure before the other."""
    if old.period is None or new.period is None or old.period.key == new.period.key:
        return False
    return old.period.start is None or new.period.start is None or old.period.start < new.period.start


def _is_of(change: Claim, new: Claim) -> bool:
    """ "300 more officers" is no change in the number of offences."""
    return change.role in ("change", "multiple") and (change.kind != "count" or change.head in (None, new.head))


def _long_before(change: Claim, new: Claim, scene: Scene) -> list[Claim]:
    """ "11 per cent more than it has just carried": a level of the same unit, however far back."""
    if new.unit is None or not change.after.lstrip().startswith(_COMPARED):
        return []
    found = [c for c in scene.claims[: new.quantity] if c.is_level and comparable(c, new) and not same_number(c, new)]
    return found[-MOST:]


def _new_figure(change: Claim, scene: Scene) -> Claim | None:
    """The figure that the change leads to: the one it is an aside to, or the "to" that follows it."""
    values = values_beside(change, scene)
    following = next((c for c in values if c.quantity > change.quantity), None)
    if following is not None and following.joint == "to" and not parted(between(change, following, scene)):
        return following
    if following is not None and following.head is None and _STANDS.search(between(change, following, scene)):
        return following
    before = [c for c in values if c.quantity < change.quantity]
    if before and not parted(between(before[-1], change, scene)):
        return before[-1]
    return None


def _same_thing(old: Claim, change: Claim, new: Claim, scene: Scene, *, alone: bool) -> bool:
    """Whether an earlier figure is surely of the same thing at another time; `alone` if no other figure is like it."""
    if old.period is not None and new.period is not None and old.period.key == new.period.key:
        return False
    if old.head is not None and old.head == new.head:
        return old.period is not None and bool((old.own & new.own) or (old.stems & new.stems))
    if old.head is not None and new.head is not None:
        return False
    tallied = _is_tallied(old, change) if change.kind == "multiple" else None
    if tallied is not None and new.head is None:
        return tallied and alone and new.sentence - old.sentence == 1 and old.paragraph == new.paragraph
    near = new.sentence - old.sentence == 1 or alone
    table = words("pairs")
    lead = new.before if new.quantity < change.quantity else f"{change.before} {new.before}"
    follows = says(lead[-60:], table["same_thing"]) or _in_turn(old, new, scene)
    follows = follows or lead.strip(" ,") in table["at_present"]
    follows = follows or (
        bool(old.stems & new.stems) and is_before(old, new)
    )  # "took £88 at the gate … this year's gate"
    return near and follows and old.period is not None


def _is_tallied(old: Claim, change: Claim) -> bool | None:
    """Whether a tally is of the things just told: "1,290 appeals were waiting … the backlog had been halved"."""
    tally = last_said(change.before, words("pairs")["tallies"])
    if tally is None or old.head is None or old.kind != "count":
        return None
    named = _TALLY_OF.match(change.before[change.before.rfind(tally) + len(tally) :])
    return named is None or named[1].startswith(old.head.removesuffix("y"))


def _in_turn(old: Claim, new: Claim, scene: Scene) -> bool:
    """ "£180,000 for the first year … For the second …"."""
    places = [{c.same for c in scene.sentence(claim) if c.kind == "ordinal"} for claim in (old, new)]
    return "ordinal:first" in places[0] and "ordinal:second" in places[1]
