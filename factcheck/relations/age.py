"""An age against the year of birth, or of the making of a thing."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from math import floor

from factcheck.model.claim import Claim
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Duration
from factcheck.relations.duration import publication
from factcheck.relations.formula import Formula, Operands, Sum
from factcheck.relations.lengths import Days, days_of, elapsed
from factcheck.relations.life import BORN, birth_of, is_now
from factcheck.relations.phrasing import between, parted, says
from factcheck.relations.scene import Scene
from factcheck.words import word_set, words

_BY_NAME = re.compile(r"\W*(?:the|this|that|its|their|a|an)\s+(?:[\w-]+\s+){0,2}")
_AND_IS = re.compile(r"\s*,?\s*and (?:is|was) (?:now |thus |therefore )?")
_PEOPLE = ("who", "he", "she", "whose", "born")
_IN = r"in (?:(?:the|early|late|mid) |(?:spring|summer|autumn|winter|fall|start|end) of )*\s*"
_OLD = re.compile(r"\b(?:is|are|was|were|turned|turns)\W*$")
_WAS = re.compile(r"\bwas\W*$")
_CLOSED = re.compile(r"\s*(?:$|[.,;:!?”\"]|and (?:leaves|left|had|is survived|was survived)\b)")
_IS_NOW = re.compile(r"\b(?:he|she|who)(?: is|['’]s| turns)\W+(?:now|still)?\W*$")
_THIS_YEAR = "date:thisyear"
_MOST_WORDS = 8


def work_out(stated: Quantity, operands: Sequence[Quantity], *, published: Days | None = None) -> Sum | None:
    """The whole years from the first date to the second, or to publication: the difference of years, or one less."""
    start, end = days_of(operands[0]), days_of(operands[1]) if len(operands) > 1 else published
    length = None if start is None or end is None or stated.unit != "year" else elapsed(start, end, "year")
    if length is None or length.low is None or start is None or end is None:
        return None
    years = Fraction(min(end[1].year - start[1].year, floor(length.high or 0)))
    shown = operands[1].text if len(operands) > 1 else str(end[1].year)
    return Sum(years, Interval(Fraction(floor(length.low)), length.high), f"{shown} - {operands[0].text}")


def implied(scene: Scene) -> Iterator[Formula]:
    """Ages of people whose birth is told, and of things whose making is told in the same sentence."""
    births = [c for c in scene.claims if c.role == "date" and BORN.search(c.before)]
    for claim in scene.claims:
        if claim.role == "age":
            formula = _of_person(claim, births, scene) or _of_thing(claim, scene) or _of_thing_before(claim, scene)
            if formula is not None:
                yield formula


def _formula(claim: Claim, operands: Operands, sure: bool, source: str, published: Days | None = None) -> Formula:
    grade = "strong" if sure else "fair"
    work = partial(work_out, published=published)
    return Formula("duration", claim.quantity, (operands,), grade, work, Duration, source)  # type: ignore[arg-type]


def _of_person(claim: Claim, births: Sequence[Claim], scene: Scene) -> Formula | None:
    """ "Was born in 1950 … She was 71"; "in 1974, when she was 24"."""
    born = birth_of(claim, births, scene)
    if born is None:
        return None
    birth, fronted, is_hers = born.date, born.fronted, born.same_person
    then = _when(claim, scene)
    if then is not None and then is not birth:
        return _formula(claim, (birth.quantity, then.quantity), is_hers, "the year of birth")
    dates = [c for c in scene.sentence(claim) if c.role == "date" and c is not birth and c.same != _THIS_YEAR]
    dates = [] if fronted else dates
    if len(dates) == 1 and says(claim.before, words("lifetimes")["at_the_time"]):
        return _formula(claim, (birth.quantity, dates[0].quantity), is_hers, "the year of birth")
    published = publication(scene)
    if dates or re.match(r"\s*(?:when|at the time|as)\b", claim.after):
        return None
    of_then = _WAS.search(claim.before) is not None and _CLOSED.match(claim.after) is None
    is_hers = is_hers and (fronted or (is_now(claim) and not of_then))
    return _at_death_or_now(claim, birth, scene, published, is_hers=is_hers)


def _when(claim: Claim, scene: Scene) -> Claim | None:
    """ "She was 59, she liked to recall, when the museum bought its first bowl, in 2004": the year of it."""
    following = [c for c in scene.after(claim) if c.role in ("date", "age")][:1]
    if not following or following[0].role != "date":
        return None
    link = between(claim, following[0], scene)
    told = re.match(rf"(?:,[^,;:]*,)?\s*when\b[^;:]*\b{_IN}$", link) is not None and not re.search(r"\band\b", link)
    return following[0] if told else None


def _at_death_or_now(
    claim: Claim, birth: Claim, scene: Scene, published: Days | None, *, is_hers: bool
) -> Formula | None:
    """An age with no date of its own: at the death that is dated since the birth, else today."""
    since = [c for c in scene.claims[birth.quantity + 1 : claim.quantity] if c.role == "date"]
    deaths = [c for c in since if says(c.before, words("lifetimes")["death"])]
    if deaths:
        return _formula(claim, (birth.quantity, deaths[-1].quantity), is_hers, "birth and death")
    if published is None:
        return None
    is_hers = is_hers and (not since or _IS_NOW.search(claim.before) is not None)
    return _formula(claim, (birth.quantity,), is_hers, "the year of birth", published)


def _of_thing(claim: Claim, scene: Scene) -> Formula | None:
    """ "Passed in 1975, the 46-year-old law"; "the bridge, which opened in 1936, is 95 years old"."""
    published, table = publication(scene), words("lifetimes")
    dates = [c for c in scene.sentence(claim) if c.role == "date" and c.same != _THIS_YEAR]
    if published is None or len(dates) != 1 or claim.head in word_set("nouns", "people"):
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
        return _formula(claim, (date.quantity,), not says(around, _PEOPLE), "when it was made", published)
    if not taken_up and (parted(link) or len(link.split()) > _MOST_WORDS):
        return None
    predicate = _OLD.search(claim.before) is not None
    attributed = claim.head is not None and (claim is first or _BY_NAME.fullmatch(link) is not None)
    sure = _is_thing(claim, date, around) and (predicate or taken_up or attributed)
    return _formula(claim, (date.quantity,), sure, "when it was made", published)


def _is_thing(claim: Claim, date: Claim, around: str) -> bool:
    """Whether what is so old was made, not born: "the mill, built in 1924"."""
    table = words("lifetimes")
    made = "|".join(table["made"])
    is_aside = re.search(rf",\s*(?:first )?(?:{made}) (?:in|on)\s*$", date.before) is not None
    return claim.head is not None or is_aside or says(around, table["things"])


def _of_thing_before(claim: Claim, scene: Scene) -> Formula | None:
    """ "The act was passed in 1968. Lawyers say that the 65-year-old law": the thing whose making was just told."""
    published, table = publication(scene), words("lifetimes")
    is_the = claim.scope == "definite" or claim.before.split()[-1:] in (["the"], ["this"], ["that"])
    if published is None or claim.head is None or not is_the or claim.head in word_set("nouns", "people"):
        return None
    dates = [c for c in (*scene.near(claim, back=2), *scene.sentence(claim)) if c.role == "date"]
    made = rf"\b({'|'.join(table['made'])})(?: [a-z]+)? (?:in|on)\s*$"
    found = re.search(made, dates[0].before) if len(dates) == 1 and dates[0].sentence < claim.sentence else None
    if found is None:
        return None
    named = re.search(rf"\b{claim.head}\b", dates[0].before) is not None
    named = named or any(
        claim.head in row["things"] and says(dates[0].before, row["named"]) for row in table["sort_of"]
    )
    akin = any(found[1] in sort["made"] and claim.head in sort["things"] for sort in table["sort"])
    beside = re.match(
        rf"\s*{claim.head} (?:beside|next|near|behind|opposite|that|which|in|at|on|across|of)\b", claim.after
    )
    alone = not beside and not says(f"{claim.before} {claim.after[:40]}", table["of_another"])
    return _formula(claim, (dates[0].quantity,), (named or akin) and alone, "when it was made", published)
