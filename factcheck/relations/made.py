"""When the thing was made that an age is told of, and whether the words leave no doubt of it.

"Passed in 1975, the 46-year-old law"; "the silo was finished in 1938 … The 66-year-old tower"; "the tunnel opened
in 1987 … At 35 years old it needs new lamps".
"""

import re
from functools import cache

from factcheck.model.claim import Claim
from factcheck.relations.phrasing import between, parted, says
from factcheck.relations.scene import Scene
from factcheck.words import word_set, words

_BY_NAME = re.compile(r"\W*(?:the|this|that|its|their|a|an)\s+(?:[\w-]+\s+){0,2}")
_AND_IS = re.compile(r"\s*,?\s*and (?:is|was) (?:now |thus |therefore )?")
_PEOPLE = ("who", "he", "she", "whose", "born")
_OLD = re.compile(r"\b(?:is|are|was|were|turned|turns)(?: (?:now|only|just|already|still|about|almost|nearly))*\W*$")
_IT_IS = re.compile(
    r"\W*(?:(?:it|she)(?: is|['’]s| turns)|(?:the|this) ([a-z]+)(?:,| is| turns))"
    r"(?: (?:now|already|only|just|still))*\s*"
)
_AT = re.compile(r"\W*(?:(?:now|today),? )?(?:at|aged)?(?: (?:just|only|nearly|almost|about|some))?\s*")
_IT_DOES = re.compile(r",? (?:it|the ([a-z]+))(?:['’]s| ([a-z]+))\b")
_NOUN = re.compile(r"\s*((?:[a-z]+ ?){1,3})")
_BESIDE = re.compile(
    r"\s*(?:beside|next|near|behind|opposite|that|which|in|at|on|across|of|for|belonging|owned|by)\b"
    r"(?! (?:is|was|the end|risk|need|danger|poor|good|fire|flames|[a-z]+day|[a-z]+ \d|\d)\b)"
)
_YEAR = re.compile(r"\d{4}")
_THIS_YEAR = "date:thisyear"
_MOST_WORDS = 8
_BACK = 2


def made(claim: Claim, scene: Scene) -> tuple[Claim, bool] | None:
    """The date of the making with whether it is surely that of what is so old."""
    if claim.head in word_set("nouns", "people"):
        return None
    return _told_beside(claim, scene) or _told_before(claim, scene)


def _told_beside(claim: Claim, scene: Scene) -> tuple[Claim, bool] | None:
    """ "Passed in 1975, the 46-year-old law"; "the bridge, which opened in 1936, is 95 years old"."""
    table = words("lifetimes")
    dates = [c for c in scene.sentence(claim) if c.role == "date" and c.same != _THIS_YEAR]
    if len(dates) != 1:
        return None
    (date,) = dates
    first, last = sorted((date, claim), key=lambda c: c.quantity)
    link = between(first, last, scene)
    around = f"{first.before} {link}"
    fronted = re.match(rf"\s*(?:{'|'.join(table['made'])})\b", date.before) is not None
    taken_up = first.before.lstrip().startswith("it ") and re.match(r"\s*it\b", claim.after) is not None
    if not says(date.before, table["made"]) or says(around, table["persons"]):
        return None
    again = _AND_IS.fullmatch(link) is not None or (fronted and _OLD.search(claim.before) is not None)
    if again and claim is last:
        return date, not says(around, _PEOPLE)
    if not taken_up and (parted(link) or len(link.split()) > _MOST_WORDS):
        return None
    predicate = _OLD.search(claim.before) is not None
    attributed = claim.head is not None and (claim is first or _BY_NAME.fullmatch(link) is not None)
    return date, _is_thing(claim, date, around) and (predicate or taken_up or attributed)


def _is_thing(claim: Claim, date: Claim, around: str) -> bool:
    """Whether what is so old was made, not born: "the mill, built in 1924"."""
    table = words("lifetimes")
    verbs = "|".join(table["made"])
    is_aside = re.search(rf",\s*(?:first )?(?:{verbs}) (?:in|on)\s*$", date.before) is not None
    return claim.head is not None or is_aside or says(around, table["things"])


def _told_before(claim: Claim, scene: Scene) -> tuple[Claim, bool] | None:
    """The thing whose making was just told: by name or by another word for it, or as "it"."""
    near = [*scene.near(claim, back=_BACK), *scene.before(claim)]
    dates = [c for c in near if c.role == "date" and (_YEAR.search(c.same) or c.sentence < claim.sentence)]
    dates = [c for c in dates if c.paragraph == claim.paragraph or claim.sentence - c.sentence == 1]
    years = [c for c in dates if _YEAR.search(c.same)]
    if len(years) != 1 or years[0].sentence >= claim.sentence:
        return None
    (date,) = years
    found = _made_in().search(date.before)
    if found is None or says(f"{claim.before} {claim.after[:40]}", words("lifetimes")["of_another"]):
        return None
    if _is_it(claim, date, scene):
        return date, True
    named = _is_named(claim, date, found[1], scene)
    return (date, not _may_be_older(claim, date, found[1], scene)) if named else None


@cache
def _made_in() -> re.Pattern[str]:
    verbs = "|".join(sorted(words("lifetimes")["made"], key=len, reverse=True))
    return re.compile(
        rf"\b({verbs})(?:(?: [a-z]+){{0,3}} (?:in|on))?(?: the)?(?: (?:early|late|mid|spring|summer|autumn|fall|"
        r"winter|end)(?: of)?)?\s*$"
    )


def _is_named(claim: Claim, date: Claim, verb: str, scene: Scene) -> bool:
    """ "The Footpaths Act was passed in 1949 … the 52-year-old law"."""
    noun, rest = _noun_of(claim)
    is_the = claim.scope == "definite" or claim.before.split()[-1:] in (["the"], ["this"], ["that"])
    if noun is None or not is_the or noun in word_set("nouns", "people") or _BESIDE.match(rest):
        return False
    table, told = words("lifetimes"), _subject(date, scene)
    if says(told, [noun]):
        return True
    if len(re.findall(rf"\b{noun}\b", scene.told(date, claim))) > 1:
        return False  # "the tower was finished in 1938. The block across the road … The block"
    named = any(noun in row["things"] and says(told, row["named"]) for row in table["sort_of"])
    return named or any(verb in sort["made"] and noun in sort["things"] for sort in table["sort"])


def _may_be_older(claim: Claim, date: Claim, verb: str, scene: Scene) -> bool:
    """ "The museum opened in 1990. The 120-year-old building was a brewery": who moves in does not build."""
    tenants, noun = words("lifetimes")["tenants"], _noun_of(claim)[0] or ""
    built = says(_subject(date, scene), [noun, *tenants["never"]])
    return verb in tenants["moved_in"] and noun in tenants["shells"] and not built


def _noun_of(claim: Claim) -> tuple[str | None, str]:
    """The noun behind an age with the words after it: its head, or the first word for a thing that was made."""
    found = _NOUN.match(claim.after)
    said = found[1].split() if found else []
    known = _things()
    at = next((i for i, word in enumerate(said) if word in known or word == claim.head), None)
    if at is None:
        return claim.head, claim.after
    while at + 1 < len(said) and said[at + 1] in known:
        at += 1
    return said[at], claim.after.split(said[at], 1)[1]


@cache
def _things() -> frozenset[str]:
    table = words("lifetimes")
    rows = [row["things"] for row in table["sort"]]
    rows += [row[part] for row in table["sort_of"] for part in ("things", "named")]
    return frozenset(word for row in rows for word in row)


def _subject(date: Claim, scene: Scene) -> str:
    """The words that name what was made: those before the date, and behind it where the making is told first."""
    fronted = len(date.before.split()) <= _MOST_WORDS and re.match(rf"\s*(?:first )?{_made_in().pattern}", date.before)
    return f"{date.before} {re.split('[.;:]', date.after)[0]}" if fronted else date.before


def _is_it(claim: Claim, date: Claim, scene: Scene) -> bool:
    """ "It is 25 years old"; "now 25 years old, it is showing its age"; "the bridge is now 25 years old"."""
    if (
        date.sentence != claim.sentence - 1
        or date.paragraph != claim.paragraph
        or "old" not in claim.same + claim.after[:5]
    ):
        return False
    names = f" {_subject(date, scene)} "
    if any(c.role != "date" for c in scene.before(claim)) or says(names, words("lifetimes")["persons"]):
        return False
    is_so = _IT_IS.fullmatch(claim.before)
    if is_so is not None:
        return is_so[1] is None or f" {is_so[1]} " in names
    does = _IT_DOES.match(claim.after) if _AT.fullmatch(claim.before) else None
    if does is None:
        return False
    today = does[2] is None or does[2] in words("lifetimes")["today"]
    return today and (does[1] is None or f" {does[1]} " in names)
