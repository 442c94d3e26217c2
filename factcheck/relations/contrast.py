"""A figure and the other that it is set against with a word that says which is the larger."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Contrast, Mention
from factcheck.relations.change import MOODS
from factcheck.relations.figures import comparable, continues, is_value
from factcheck.relations.formula import Formula, Sum
from factcheck.relations.heralded import heralded
from factcheck.relations.phrasing import between, last_said, parted, says, way
from factcheck.relations.scene import Scene
from factcheck.relations.standing import good_side, is_judgement, paces, places
from factcheck.relations.weigh import of_hundred
from factcheck.words import words

RELATION = Contrast
_COUNTER = re.compile(
    r"^(?:(?:\s+[a-z-]+){0,2},)?\s*(?:at|with|on|drawing|attracting|taking|reaching|making|selling|raising|earning|"
    r"scoring|recording|posting|totall?ing|numbering|hitting)\s*$"
)
_SIZED = re.compile(r"(?:^|[\s,])(?:at|with)\s*$|\(\s*$")
_EACH_SIZED = re.compile(
    r"\b(?:is|was|are|were|has been|have been)\b([^;:–—]*?\bthan\b)[^;:–—]*(?:,\s*(?:at|with)|\()\s*$"
)
_DENIED = re.compile(r"\b(?:not|no|never|hardly|nor)\b|n['’]t\b")
_AT = re.compile(
    r"\b(more|fewer|less|higher|lower|larger|smaller|longer|shorter|greater) "
    r"(?:[\w-]+ ){0,3}than\b[^;:]*[,:–]\s*(?:at|with)?\s*$"
)
_STATED = re.compile(r"(.*),\s*(?:at|with)\s*$")
_SPLIT = re.compile(
    r"\b(more|fewer|less|higher|lower|larger|smaller|longer|shorter|greater)(?: [\w-]+){1,3} (?=than\b)"
)
_ASIDE = re.compile(r"\b(?:since|when|after|because|as|while|until|once|before)\b[^,]*,")
_BY_NUMBERS = re.compile(r"\b(?:outnumber(?:s|ed)?) [^,;]*\bby\s*$")
_NEW_CLAUSE = re.compile(r"[:;]|\bthan\b[^,]*,")
_OF_RIVALS = re.compile(
    r"\s*(?:any|each|either|all|both|most|many|some|none|half|twice)\b"
)  # "than any of the 31 others"
_NO_FIGURE = re.compile(r"[,;:–—(]|\b(?:any|each|all|most|every|half) of\b")
_NO_TABLE = re.compile(
    r"\b(?:waiting|wait|guest|mailing|passenger|reserve|donor|client|sick|transplant|housing)[ -]lists?\b"
    r"|\b(?:takes?|took|taken|taking|in) place\b|\bplaces (?:for|at)\b"
)
_PLACED = re.compile(r"\b(?:in|at|across|among|from|on) (?:(?:all|the|its|their|his|her|these|those|some) )*$")
_LINKS = frozenset({"", "from", "to", "at"})
_MOST_WORDS = 6


def _higher(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    return _beyond(stated, operands[0], upward=True)


def _lower(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    return _beyond(stated, operands[0], upward=False)


def _beyond(stated: Quantity, other: Quantity, *, upward: bool) -> Sum | None:
    """Everything above, or below, the other value: the stated one must be among it."""
    if other.value is None or other.stated is None or stated.value is None:
        return None
    scale = of_hundred(stated)
    value = other.value / of_hundred(other)
    ends = other.stated.scaled(1 / of_hundred(other))
    interval = Interval(ends.low, None, True) if upward else Interval(None, ends.high, False, True)
    return Sum(value, interval, f"{number(stated.value)} {'>' if upward else '<'} {number(other.value)}", scale)


def implied(scene: Scene) -> Iterator[Formula]:
    """ "28 per cent charged – down from 37 per cent"; "rose from 28 to 37"; "52, fewer than last year's 60"."""
    for claim in scene.claims:
        row = scene.sentence(claim)
        if claim is row[0]:
            values = [c for c in row if is_value(c) and c.kind != "age"]
            values = [c for n, c in enumerate(values) if not _is_in_passing(values, n)]
            for first, second in pairwise(values):
                yield from _of_pair(first, second, scene)
            yield from _outnumbered(values, scene)
            for found in (places(row, scene), paces(values, scene)):
                if found is not None:
                    yield _formula(*found)


def _is_in_passing(values: Sequence[Claim], n: int) -> bool:
    """ "1,460 children in its six schools, fewer than the 1,310": the schools are set against nothing."""
    if not 0 < n < len(values) - 1 or values[n + 1].joint not in ("than", "against"):
        return False
    here, before, after = values[n], values[n - 1], values[n + 1]
    placed = here.kind == "count" and here.head is not None and _PLACED.search(here.before) is not None
    again = after.head == before.head or bool(set(after.after.split()[:1]) & set(before.after.split()))
    return placed and again and comparable(before, after) and before.head != here.head


def _of_pair(first: Claim, second: Claim, scene: Scene) -> Iterator[Formula]:
    if _is_place(first, second):
        return
    if _is_exchange(first, scene):
        return
    own = None
    if comparable(first, second) or continues(first, second):
        own = _moved(first, second, scene) or _compared(first, second, scene) or _each_at(first, second, scene)
    for pair in (own, heralded(first, second, scene)):
        if pair is not None:
            yield _formula(*pair)


def _formula(old: Claim, new: Claim, word_way: str) -> Formula:
    work = _higher if word_way == "up" else _lower
    return Formula(
        "direction", new.quantity, ((old.quantity,),), "strong", work, Contrast, f"the word: {word_way}", 2, moods=MOODS
    )


def _is_place(first: Claim, second: Claim) -> bool:
    """A smaller number is a rise up a table, unless it counts things: "its waiting list shrank from 940 names"."""
    around = f"{first.before} {first.after} {second.before} {second.after}"
    ranking = words("pairs")["ranking"]
    counts = first.head is not None and first.head not in ranking
    return first.kind == "count" and not counts and says(_NO_TABLE.sub(" ", around), ranking)


def _is_exchange(first: Claim, scene: Scene) -> bool:
    """ "The rupee strengthened to 82.4 to the dollar": fewer of them buy a dollar."""
    table = words("contrasts")["exchange"]
    row = scene.sentence(first)
    said = " ".join(f"{c.before} {c.per or ''}" for c in row) + row[-1].after
    bare = first.head is None and first.unit is None
    return says(said, table["words"]) or (first.kind in ("count", "rate") and bare and says(said, table["currencies"]))


def _moved(first: Claim, second: Claim, scene: Scene) -> tuple[Claim, Claim, str] | None:
    """ "Rose from 28 to 37", "fell to 45,600 from 64,000": the verb stands before both."""
    joints = (first.joint, second.joint)
    if joints not in (("from", "to"), ("to", "from")) or parted(between(first, second, scene)):
        return None
    old, new = (first, second) if joints[0] == "from" else (second, first)
    word_way = _verb_before(first, scene)
    return None if word_way is None else (old, new, word_way)


def _verb_before(claim: Claim, scene: Scene) -> str | None:
    """Which way the verb points that governs a figure, over a change that may stand between them."""
    before, thought = scene.before(claim), _main_thought(claim.before)
    if is_judgement(_last_thought(thought)):
        return good_side(_last_thought(thought))
    if before and before[0].role == "change" and before[0].direction is not None:
        if _NEW_CLAUSE.search(thought):  # "4,100 more tickets than …: takings fell from"
            return way(_last_thought(thought))
        return None if parted(thought) else before[0].direction
    return way(_last_thought(thought))


def _main_thought(text: str) -> str:
    """The words without an aside: "dropped by a third since the fees went up, from"."""
    return _ASIDE.sub(",", text)


def _last_thought(text: str) -> str:
    """The words since a new thought began: "profits fell and sales rose from" speaks of sales."""
    thoughts = re.split(r"[;:]|\b(?:and|but|while|as|when|whereas|after|although)\b", text)
    said = [thought for thought in thoughts if thought.strip() not in _LINKS]  # "has improved: from 14 weeks to 19"
    return said[-1] if said else ""


def _compared(first: Claim, second: Claim, scene: Scene) -> tuple[Claim, Claim, str] | None:
    """ "74 times, down on the 61", "290, more than the 350"; "fewer than last year's 40, at 52"."""
    opens = not any(is_value(c) and comparable(c, first) for c in scene.before(first))
    if opens and _COUNTER.match(second.before) and (word_way := _comparison(first.before)):
        return first, second, word_way
    if second.joint == "against" and (told := _AT.search(_lead_in(first, scene))) and not parted(second.before):
        return second, first, _comparisons()[told[1] + " than"]
    if second.joint == "against" and (stated := _STATED.search(first.before)) and (points := _comparison(stated[1])):
        return second, first, points
    word_way = _comparison(second.before)
    if word_way is not None and is_judgement(second.before):  # "41 days, an improvement on the 58"
        word_way = good_side(f"{_last_thought(first.before)} {second.before}")
    following = next(iter(scene.after(second)), None)
    if second.joint == "from" and following is not None and following.joint == "to":
        return None  # "as 1,702 soldiers left, the Guard grew by 144, from 11,096 to 11,240"
    if word_way is None and second.joint == "from":
        change = next((c for c in scene.before(second) if c.quantity > first.quantity), None)
        word_way = change.direction if change is not None and change.role == "change" else None
    if word_way is None or parted(between(first, second, scene)):
        return None
    return second, first, word_way


def _each_at(first: Claim, second: Claim, scene: Scene) -> tuple[Claim, Claim, str] | None:
    """ "At €1.89, a loaf here is cheaper than one over the border, at €1.64"; "the tower (62m) is taller than …"."""
    link = between(first, second, scene)
    match = _EACH_SIZED.search(link)
    if first.per != second.per or not _SIZED.search(first.before) or match is None:
        return None
    if _DENIED.search(link) or parted(link):
        return None
    phrase = last_said(match[1], _comparisons())
    return None if phrase is None else (second, first, _comparisons()[phrase])


def _lead_in(claim: Claim, scene: Scene) -> str:
    """The words of the sentence up to a figure, dates left out."""
    row = [c for c in scene.sentence(claim) if c.quantity <= claim.quantity]
    others = any(is_value(c) for c in row[:-1])
    return "" if others else " ".join(" ".join(c.before for c in row).split()) + " "


@cache
def _comparisons() -> dict[str, str]:
    table = words("contrasts")
    return dict.fromkeys(table["over"], "up") | dict.fromkeys(table["under"], "down")


def _comparison(text: str) -> str | None:
    """Which way the comparison points that ends some words, if what follows it is a figure to compare with."""
    text = _SPLIT.sub(r"\1 ", text)  # "fewer pupils than last year's 410"
    phrase = last_said(text, _comparisons())
    if phrase is None:
        return None
    rest = text[text.rindex(phrase) + len(phrase) :]
    if len(rest.split()) > _MOST_WORDS or _OF_RIVALS.match(rest) or _NO_FIGURE.search(rest):
        return None
    table = words("contrasts")
    is_reference = phrase in table["plain"]["words"] or says(rest, table["reference"]["words"])
    return _comparisons()[phrase] if is_reference else None


def _outnumbered(values: Sequence[Claim], scene: Scene) -> Iterator[Formula]:
    """ "Women outnumber men … 1,380 of them against 1,520 men": the first must be the larger."""
    for first, second in pairwise(values):
        if second.joint == "to" and comparable(first, second) and _BY_NUMBERS.search(first.before):
            yield _formula(second, first, "up")
        elif second.joint in ("against", "to") and comparable(first, second) and second.head is not None:
            said = [c.before + c.after for c in (*scene.sentence(first), *scene.near(first, back=1))]
            if any(_object_of_outnumber(text, second.head) for text in said):
                yield _formula(second, first, "up")


def _object_of_outnumber(text: str, noun: str) -> bool:
    verbs = "|".join(words("contrasts")["outnumber"]["words"])
    match = re.search(rf"\b(?:{verbs})\s+(?:the\s+)?(\w+)", text)
    return match is not None and match[1] in (noun, f"{noun}s", _PLURALS.get(noun))


_PLURALS = {"man": "men", "woman": "women", "child": "children", "person": "people"}


def complete(
    relation: Contrast, formula: Formula, mentions: Sequence[Mention], quantities: Sequence[Quantity], scene: Scene
) -> Contrast:
    """Keep which way the words point."""
    return replace(relation, upward=formula.work_out is _higher)
