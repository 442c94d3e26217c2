"""A length of time against the dates that it runs between, or against the day of publication."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import pairwise

from factcheck.model.claim import Claim
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Duration
from factcheck.relations.formula import Formula, Operands, Sum
from factcheck.relations.lengths import Days, days_of, elapsed, span_of
from factcheck.relations.lulls import BARE, lull
from factcheck.relations.phrasing import parted, says
from factcheck.relations.scene import Scene
from factcheck.relations.stretches import stretch
from factcheck.words import words

RELATION = Duration
_FROM = re.compile(r"\b(?:from|between)\b[a-z ]*$")
_TO = re.compile(r"(?:\b(?:to|until|till|through|and)\b[a-z ]*|[–—-]\s*)$")
_UNTIL = re.compile(r"^,?\s*(?:until|till|to|ending)\b[a-z ]*$")
_ASIDES = frozenset({"or", "bracket", "which", "noun", "dash"})
_OWNER = re.compile(r"(?:^|\s)(?:[\w.-]+['’]s?|[\w-]+s['’])\s*$")
_IN_ITS = re.compile(r"\b(?:in|over|through|throughout|during) (?:all )?its\s*$")
_HAS = re.compile(r"\s*,?\s*(?:of [a-z]+,? )?(?:[a-z]+ ){1,3}(?:has|have)\b")
_AFTER = re.compile(r"\bafter\s*$")
_IN_A_STATE = re.compile(
    r"\s+(?:behind bars|in (?:prison|jail|custody|captivity|business)|on (?:death row|air)|together)\b"
)  # not "as mayor", who was a councillor before
_HAS_BEEN = re.compile(r"^\W*(?:he|she|it|they|both|the [a-z]+) (?:has|have) [^,;:.]*\bfor\s*$")
_BELOW_DAYS = frozenset({"second", "minute", "hour"})
_MOST_WORDS = 6
_BACK = 8
_MOODS = frozenset({"plain", "forecast", "target", "capacity"})


def work_out(
    stated: Quantity, operands: Sequence[Quantity], *, published: Days | None = None, slack: int = 0
) -> Sum | None:
    """The time from the first date to the second, or to publication, inclusive or exclusive."""
    start = days_of(operands[0])
    span = span_of(*operands[:2]) if len(operands) > 1 else (start, published) if start and published else None
    length = None if span is None else elapsed(*span, stated.unit or "")
    if length is None or length.low is None or length.high is None:
        return None
    ends = operands[1].text if len(operands) > 1 else "publication"
    around = Interval.around(Fraction(0), Fraction(slack))
    return Sum((length.low + length.high) / 2, length + around, f"{ends} - {operands[0].text}")


def implied(scene: Scene) -> Iterator[Formula]:
    """Lengths beside their two dates, ending now, or of a life that the text tells the ends of."""
    for claim in scene.claims:
        if claim.role == "duration" and claim.unit not in _BELOW_DAYS:
            formula = (
                _beside_dates(claim, scene)
                or _lasted(claim, scene)
                or _until_now(claim, scene)
                or _lifetime(claim, scene)
                or _stretched(claim, scene)
            )
            if formula is not None:
                yield formula


def _formula(claim: Claim, operands: Operands, sure: bool, source: str, published: Days | None, slack: int) -> Formula:
    work = partial(work_out, published=published, slack=slack)
    grade = "strong" if sure else "fair"
    return Formula("duration", claim.quantity, (operands,), grade, work, Duration, source, moods=_MOODS)  # type: ignore[arg-type]


def _beside_dates(claim: Claim, scene: Scene) -> Formula | None:
    """ "The 14 and a half months from mid-August 2019 until the end of October 2020"."""
    dates = [c for c in scene.sentence(claim) if c.role == "date" and (c.before.strip() or c.quantity == 0)]
    pairs = [(a, b) for a, b in pairwise(dates) if _FROM.search(a.before) and _TO.search(b.before)]
    if len(pairs) != 1:
        return None
    first, last = pairs[0]
    if claim.quantity < first.quantity:
        sure = (
            claim.quantity == first.quantity - 1 and len(claim.after.split()) <= _MOST_WORDS and not parted(claim.after)
        )
        whole = claim.scope == "definite" or _is_whole(claim)
        sure = sure and ("between" not in first.before or whole)
    else:
        sure = claim.quantity == last.quantity + 1 and claim.joint in _ASIDES
    return _formula(claim, (first.quantity, last.quantity), sure, "the dates beside it", None, 0)


def _is_whole(claim: Claim) -> bool:
    """ "Lasted seven months": all the time between, not some of it."""
    return re.search(rf"\b(?:{'|'.join(words('lifetimes')['lasted'])})\s*$", claim.before) is not None


def _lasted(claim: Claim, scene: Scene) -> Formula | None:
    """ "Which began in October 2014 and broke in April 2016, lasted three years"; "in May 2024, 18 months later"."""
    dates = [c for c in scene.before(claim) if c.role == "date"]
    following = next((c for c in scene.after(claim)[:1] if c.role == "date"), None)
    table = words("lifetimes")
    if following is not None and _UNTIL.search(following.before):
        dates = dates or [c for c in scene.near(claim, back=1) if c.role == "date"]
        if len(dates) != 1:
            return None
        sure = _is_whole(claim) and says(dates[0].before, [*table["started"], "from"])
        return _formula(claim, (dates[0].quantity, following.quantity), sure, "when it began and ended", None, 0)
    later = re.match(r"\s+later\b", claim.after) is not None and not re.search(r"\w", claim.before)
    if len(dates) != 2 or not (_is_whole(claim) or later):
        return None
    last, first = dates
    sure = later or (says(first.before, table["started"]) and says(last.before, table["end"]))
    return _formula(claim, (first.quantity, last.quantity), sure, "when it began and ended", None, 0)


def _stretched(claim: Claim, scene: Scene) -> Formula | None:
    """Its two dates told before it or on both sides, or one that is still to come."""
    found = stretch(claim, scene) or lull(claim, scene)
    published = publication(scene)
    if found is None or (published is None and len(found.operands) == 1):
        return None
    if found.ahead:
        work, grade = partial(work_out_ahead, published=published), "strong" if found.sure else "fair"
        operands = (found.operands,)
        return Formula("duration", claim.quantity, operands, grade, work, Duration, found.source, moods=_MOODS)  # type: ignore[arg-type]
    return _formula(claim, found.operands, found.sure, found.source, published, int(len(found.operands) == 1))


def work_out_ahead(stated: Quantity, operands: Sequence[Quantity], *, published: Days | None = None) -> Sum | None:
    """The time from publication to a date to come."""
    end = days_of(operands[0])
    length = None if published is None or end is None else elapsed(published, end, stated.unit or "")
    if length is None or length.low is None or length.high is None:
        return None
    around = Interval.around(Fraction(0), Fraction(1))
    return Sum((length.low + length.high) / 2, length + around, f"{operands[0].text} - publication")


def publication(scene: Scene) -> Days | None:
    return None if scene.published is None else (scene.published, scene.published)


def _until_now(claim: Claim, scene: Scene) -> Formula | None:
    """ "In 1998, 25 years ago"; "has been its chairman for 12 years, since 2009"."""
    published = publication(scene)
    following = next((c for c in scene.after(claim) if c.role == "date"), None)
    before = next((c for c in scene.before(claim)[:1] if c.role == "date"), None)
    if published is None:
        return None
    if re.match(r"\s+ago\b", claim.after):
        if following is not None and re.fullmatch(r"\s+ago,? in\s*(?:[a-z]+ )?", claim.after):
            return _formula(claim, (following.quantity,), True, "the date beside it", published, 1)
        if before is not None and not re.search(r"\w", claim.before):
            return _formula(claim, (before.quantity,), True, "the date beside it", published, 1)
    if following is not None and re.fullmatch(r",?\s+(?:ever )?since(?: [a-z]+){0,3}\s*", claim.after):
        lead = _lead_in(claim, scene)
        if re.search(r"\b(?:has|have)\b|['’](?:ve|s) been\b", lead) or says(lead, words("lifetimes")["until_now"]):
            return _formula(claim, (following.quantity,), True, "the date beside it", published, 1)
    return None


def _lead_in(claim: Claim, scene: Scene) -> str:
    """The words of the sentence up to a claim."""
    return " ".join(c.before for c in scene.sentence(claim) if c.quantity <= claim.quantity)


def _lifetime(claim: Claim, scene: Scene) -> Formula | None:
    """ "Opened in June 2011 … shut on Friday, ending the chain's 22 years of trading"."""
    earlier = [c for c in scene.claims[: claim.quantity] if c.role == "date" and claim.sentence - c.sentence <= _BACK]
    begins = _begins(claim)
    in_its = _IN_ITS.search(claim.before) is not None and _HAS.match(claim.after) is not None
    begins = frozenset(words("lifetimes")["opened"]["words"]) if in_its else begins
    has_been = _HAS_BEEN.search(claim.before) is not None and not claim.after.startswith(" of ")
    to_now = in_its or (bool(begins) and has_been)
    starts = [c for c in earlier if says(_clause(c, scene), begins)] if begins else []
    ends = [c for c in earlier if c not in starts and says(_clause(c, scene), words("lifetimes")["end"])]
    if len({c.same for c in starts}) != 1 or len(ends) > 1:
        return None
    (first, *_), last = starts, ends[0] if ends else None
    if last is not None and last.quantity > first.quantity and last.sentence >= first.sentence:
        sure = _is_owned(claim) or last.sentence == claim.sentence
        return _formula(claim, (first.quantity, last.quantity), sure, "when it began and ended", None, 1)
    published = publication(scene)
    if _is_cut_short(claim) and first.sentence != claim.sentence:
        return None
    if to_now and published is not None and claim.sentence - first.sentence <= 1:
        return _formula(claim, (first.quantity,), True, "when it began", published, 1)
    owned = _is_owned(claim) or _is_cut_short(claim)
    if published is None or not owned or not _ends_now(claim, first, scene):
        return None
    return _formula(claim, (first.quantity,), True, "when it began", published, 1)


def _begins(claim: Claim) -> frozenset[str]:
    """What begins a length of such a kind: a sentence for "behind bars", an opening for "of trading"."""
    after = f"{claim.after.lstrip()} "
    if _HAS_BEEN.search(claim.before):
        after = re.sub(r"^.*\b(?:been|run|lived|spent) (.*)\bfor\s*$", r"\1", claim.before)
    if _AFTER.search(claim.before) and (_is_of_doing(claim) or _is_cut_short(claim)):
        return frozenset(words("lifetimes")["opened"]["words"])
    return frozenset(
        word
        for life in words("lifetimes")["life"]
        if any(after.startswith(f"{spell} ") or re.match(rf"{spell}\b", after) for spell in life["spell"])
        for word in life["begin"]
    )


def _is_cut_short(claim: Claim) -> bool:
    """ "Will close on Saturday after 40 years"."""
    return _AFTER.search(claim.before) is not None and BARE.match(claim.after) is not None


def _is_of_doing(claim: Claim) -> bool:
    """ "28 years of free swimming"."""
    match = re.match(r"\s+of (?:[a-z]+ )?([a-z]+)\b", claim.after)
    return match is not None and match[1] in words("lifetimes")["doing"]["words"]


def _is_owned(claim: Claim) -> bool:
    """A length that is somebody's: "her 32 years on the council", "the 12 years that he spent behind bars"."""
    last = claim.before.split()[-1:]
    if _AFTER.search(claim.before):
        return _is_of_doing(claim) or _IN_A_STATE.match(claim.after) is not None
    if last in (["the"], ["of"]):
        return re.match(r"\s+(?:that )?(?:he|she|it|they)\b", claim.after) is not None
    return (bool(last) and last[0] in words("lifetimes")["own"]) or _OWNER.search(claim.before) is not None


def _clause(date: Claim, scene: Scene) -> str:
    """The words of a date's sentence since the date before it."""
    earlier = [c for c in scene.before(date) if c.role == "date"]
    since = earlier[0].quantity if earlier else -1
    return " ".join(c.before for c in scene.sentence(date) if since < c.quantity <= date.quantity)


def _ends_now(claim: Claim, first: Claim, scene: Scene) -> bool:
    """Whether the sentence, the one before, or the one that tells the beginning says that it has just ended."""
    row = [*scene.sentence(claim), *scene.near(claim, back=1), *scene.sentence(first)]
    return says(" ".join(f"{c.before} {c.after}" for c in row), words("lifetimes")["end"])
