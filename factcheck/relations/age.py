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
from factcheck.relations.made import made
from factcheck.relations.phrasing import between, says
from factcheck.relations.scene import Scene
from factcheck.words import words

_IN = r"in (?:(?:the|early|late|mid) |(?:spring|summer|autumn|winter|fall|start|end) of )*\s*"
_WAS = re.compile(r"\bwas\W*$")
_CLOSED = re.compile(r"\s*(?:$|[.,;:!?”\"]|and (?:leaves|left|had|is survived|was survived)\b)")
_AT_AN_EVENT = re.compile(
    r"\b(?:when|while|after|before|until|till|once|since|if|as soon as|by the time)\b[^,;:.]*$"
    r"|\b(?!now\b|still\b|and\b|but\b)[a-z]+ (?:at|aged|at age|at the age of)\s*$"
)
_HAD_BEEN = re.compile(r"\b(?:was|had been|had (?:just |already )?turned)\W*$")
_AS_IT_WAS = re.compile(r"[^.;:]*\b(?:when|before|by the time|at the time|as)\b")
_IS_NOW = re.compile(r"\b(?:he|she|who)(?: is|['’]s| turns)\W+(?:now|still)?\W*$")
_THIS_YEAR = "date:thisyear"


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
    """Ages of people whose birth is told, and of things whose making is told."""
    births = [c for c in scene.claims if c.role == "date" and BORN.search(c.before)]
    for claim in scene.claims:
        if claim.role == "age":
            formula = _of_person(claim, births, scene) or _of_thing(claim, scene)
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
    is_hers = is_hers and not _at_an_event(claim) and (fronted or (is_now(claim) and not of_then))
    return _at_death_or_now(claim, birth, scene, published, is_hers=is_hers)


def _at_an_event(claim: Claim) -> bool:
    """ "Born in 1941, he took up running when he was 60"; "learned to swim aged 60": an age of then."""
    if says(claim.before, words("lifetimes")["death"]):
        return False
    of_then = _HAD_BEEN.search(claim.before) is not None and _AS_IT_WAS.search(claim.after) is not None
    return of_then or _AT_AN_EVENT.search(claim.before) is not None


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
    published = publication(scene)
    told = None if published is None else made(claim, scene)
    return None if told is None else _formula(claim, (told[0].quantity,), told[1], "when it was made", published)
