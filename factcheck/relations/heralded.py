"""A comparison told in words before its two figures: in the sentence before, or before a colon.

"Fewer people died on the roads. There were 312 deaths, up from 280"; "Ambulances are sooner than they were.
Their average response was 19 minutes, against 14". Only where both speak of the same thing by noun, deed or pronoun.
"""

import re

from factcheck.model.claim import Claim
from factcheck.relations.figures import comparable
from factcheck.relations.phrasing import between, parted, says, way
from factcheck.relations.scene import Scene
from factcheck.words import words
from factcheck.words.deeds import deeds

_TOLD = re.compile(r"^(.*?[a-z])\s*[:–—]\s*(?=[^:–—]*$)", re.S)
_PLACE = re.compile(
    r"^\W*(?:in|at|near|among|for) (?!(?:the |its |their )?(?:year|month|week|season|quarter)\b)[a-z]{3,}"
)
_IN = re.compile(r"^\W*(?:[a-z]+ )?(?:in|for|during) *$")  # and then a date
_THAN = re.compile(r"\bthan\b")
_TO_DO = re.compile(r"\s*(?:on average |or so )?to ([a-z]+)\b")
_JOINTS = ("against", "from", "than")
_MOST_WORDS = 10


def heralded(first: Claim, second: Claim, scene: Scene) -> tuple[Claim, Claim, str] | None:
    """The (other, stated, which way) of two figures whose comparison was told before them."""
    bare = first.kind == "duration" and second.kind == "count" and second.head is None  # "takes 84 minutes, not 78"
    link = between(first, second, scene)
    if (
        not (comparable(first, second) or bare)
        or parted(link)
        or not _is_earlier(second, link)
        or any(c.role != "date" for c in scene.before(first))
    ):
        return None
    told, lead = _told(first, scene)
    if not told or says(told, _table()["not_so"]) or _PLACE.match(lead) or len(lead.split()) > _MOST_WORDS:
        return None
    word_way = _of_length(told, lead, first) if first.kind == "duration" else _of_number(told, lead, first)
    return None if word_way is None else (second, first, word_way)


def _is_earlier(second: Claim, link: str) -> bool:
    """Whether the second figure is that of another time, not of another place or thing."""
    table = _table()
    if says(link, table["formerly"]):
        return True
    return second.joint in _JOINTS and (
        not re.search(r"\w", second.after)
        or says(second.after, table["times"])
        or says(link, table["times"])
        or _IN.search(second.after) is not None
    )


def _table() -> dict[str, list[str]]:
    return words("contrasts")["heralds"]  # type: ignore[no-any-return]


def _told(first: Claim, scene: Scene) -> tuple[str, str]:
    """The words of the comparison, and those between it and the first figure."""
    lead = " ".join(c.before for c in (*reversed(scene.before(first)), first))
    here = _TOLD.match(lead)
    if here is not None:
        return here[1], lead[here.end() :]
    row = scene.row(first.sentence - 1)
    plain = all(c.role in ("date", "duration", "other") for c in row)
    return (scene.text_before(first) if plain else ""), lead


def _is_of_itself(told: str) -> bool:
    """Whether what is compared is the thing itself at another time, not another thing."""
    return not _THAN.search(told) or says(told, _table()["itself"])


def _of_length(told: str, lead: str, first: Claim) -> str | None:
    table = _table()
    sooner, later = says(told, table["sooner"]), says(told, table["later"])
    named = says(lead, table["lengths"]) or lead.strip().startswith(tuple(table["pronouns"]))
    named = named or (says(lead, table["takes"]) and _is_task(first))
    if sooner == later or not _is_of_itself(told) or not named:
        return None
    return "down" if sooner else "up"


def _is_task(first: Claim) -> bool:
    """ "Took 14 minutes to reach the caller", not "14 months to build"."""
    task = _TO_DO.match(first.after)
    return task is None or task[1] in _table()["tasks"]


def _of_number(told: str, lead: str, first: Claim) -> str | None:
    """ "Fewer people died", "attendance was higher than last year", "crime dropped"."""
    if first.per is not None:
        return None
    table = _table()
    more, fewer = says(told, table["up"]), says(told, table["down"])
    moved = way(told)
    ways = {w for w, said in (("up", more), ("down", fewer)) if said} | ({moved} if moved else set())
    if len(ways) != 1 or not _is_of_itself(told) or not _same_topic(told, lead, first):
        return None
    return ways.pop()


def _same_topic(told: str, lead: str, first: Claim) -> bool:
    """Whether the figure is of what was compared: its noun, its deed, or a pronoun."""
    around = f"{lead} {first.measure or ''} {first.after[: _MOST_WORDS * 4]}"
    if deeds(told) & deeds(around):
        return True
    if lead.strip().startswith(tuple(_table()["pronouns"])):
        return True
    nouns = {first.head or "", *(first.measure or "").lower().split()[-1:]} - {""}
    kin = {word for row in words("kin")["same"] if nouns & set(row) for word in row}
    return first.head is not None and says(told, {*kin, *nouns, f"{first.head}s"})
