"""Shares that are told as all the parts of one whole."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Partition
from factcheck.relations.formula import Formula, Implied, Operands, Sum
from factcheck.relations.phrasing import between, parted, says
from factcheck.relations.scene import Scene
from factcheck.relations.weigh import as_part, of_hundred
from factcheck.words import words

RELATION = Partition
_VOTES = frozenset({"vote", "ballot", "spoil", "abstai", "favour", "oppos"})
_NOT_LISTED = frozenset({"from", "against", "than", "to", "by"})
_OF = re.compile(r"\s*of\b")
_SHORT = 4
_FEWEST_BANDS = 3
_BACK = 2
_FIRST_WORDS = 6
_NO_OTHER_THING = (
    r"(?=\s*(?:$|[.,;:)”\"–—]|(?:it|them|this|that|so|one|such an? [a-z]+|doing so|any|either|with it|"
    r"the (?:idea|plan|proposal|motion|scheme|move|strike|change))\b))"
)
_ASKED = re.compile(
    r"\b(?:asked|question|answer to)\b[^.;]*\b(?:mainly|chiefly|primarily|usually|normally|mostly|"
    r"most often|most of all|above all|first and foremost|main|favou?rite|prefer|preferred|best|likeliest|biggest|"
    r"would vote)\b"
)
_OF_WHICH = re.compile(r"\b(?:of|from) (?:which|whom|that|those|these|this)\W*$")
_GOES = re.compile(
    r"[^,;:.]{0,60}?\b(?:goes|went|go|going|spent|(?:is|was|are|were) (?:sent|paid|used|exported|sold))\s+(?:out )?"
    r"(on|to|into|towards|for)\b"
)
_AGAIN = re.compile(r"[\s,(–—-]*(?:or|which is)?\s*")


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """100 per cent less the other parts: what is left for the stated one."""
    if any(q.value is None or q.stated is None for q in operands):
        return None
    value, interval = Fraction(1), Interval.exactly(1)
    for quantity in operands:
        value -= (quantity.value or 0) / of_hundred(quantity)
        interval -= as_part(quantity, quantity.stated or Interval(None, None))
    shown = " - ".join(number((q.value or Fraction(0)) / of_hundred(q) * 100) for q in operands)
    return Sum(value, interval, f"100 - {shown}", of_hundred(stated))


def implied(scene: Scene) -> Iterator[Formula]:
    """One formula for each list of shares."""
    for sentence in dict.fromkeys(c.sentence for c in scene.claims):
        shares = _listed(scene.row(sentence))
        rest = next((c for c in shares if c.scope == "rest"), None)
        if rest is not None:
            yield from _with_a_rest(rest, scene)
            continue
        alternatives = _by_alternative(shares, scene)
        if len(shares) < (2 if alternatives else 3):
            continue
        whole = _are_all(shares, scene.row(sentence))
        sure = (
            _by_age(shares, scene) or _by_size(shares, scene) or _by_vote(shares) or _by_source(shares) or alternatives
        )
        sure = sure or (whole and _by_answer(shares, scene))
        yield _formula(shares[0], (_others(shares, shares[0]),), sure)


def _with_a_rest(rest: Claim, scene: Scene) -> Iterator[Formula]:
    """ "47 per cent … and 31 per cent. A further 12 per cent …, the remaining 10 per cent": lists that end in it."""
    lists, row = [], list[Claim]()
    for sentence in range(rest.sentence, max(rest.sentence - _BACK, 0) - 1, -1):
        earlier = [c for c in scene.row(sentence) if c.paragraph == rest.paragraph or sentence >= rest.sentence - 1]
        row = [*earlier, *row]
        shares = _listed(row)
        if not _listed(earlier) or rest not in shares:
            break
        if len(shares) > 1:
            lists.append((shares, _are_all(shares, row)))
    goes_on = lists and lists[0][0][0].scope == "further" and len(lists) > 1
    lists = lists[1:] if goes_on else lists
    if lists:
        yield _formula(rest, tuple(_others(shares, rest) for shares, _ in lists), lists[0][1])


def _formula(stated: Claim, choices: tuple[Operands, ...], sure: bool) -> Formula:
    grade: Implied = "strong" if sure else "fair"
    return Formula("partition", stated.quantity, choices, grade, work_out, Partition, "shares of one whole", 1)


def _others(shares: Sequence[Claim], stated: Claim) -> Operands:
    return tuple(c.quantity for c in shares if c is not stated)


def _are_all(shares: Sequence[Claim], row: Sequence[Claim]) -> bool:
    return len(shares) == sum(c.role == "share" for c in row)


def _by_answer(shares: Sequence[Claim], scene: Scene) -> bool:
    """Whether each could give one answer only: it says so, or those who gave none are counted as well."""
    table = words("partitions")
    around = [*scene.near(shares[0], back=1, ahead=1), *scene.sentence(shares[0])]
    if any("several" in c.cues for c in around) or any(c.base is not None for c in shares[1:]):
        return False
    here = " ".join(c.before + c.after for c in scene.sentence(shares[0]))
    if any(says(c.before, table["summed"]) for c in shares[1:]):
        return False
    asked = _ASKED.search(shares[0].before) is not None
    return asked or says(here, table["undecided"]) or says(scene.prose(shares[0]), table["only_one"])


def _by_vote(shares: Sequence[Claim]) -> bool:
    """Whether the shares voted one way or another: nobody votes twice."""
    votes = all(c.stems & _VOTES for c in shares)
    return votes and any(re.match(r"[^,;]*\bagainst\b", c.after) for c in shares)


_UNDECIDED = ("rest", "remainder", "others", "undecided", "unsure", "not know", "no opinion", "no view")


def _by_alternative(shares: Sequence[Claim], scene: Scene) -> bool:
    """ "64 per cent want the library kept and 41 per cent want it sold": opposite answers of the same people."""
    if len(shares) != 2 or shares[1].base_named or shares[1].base is not None:
        return False
    first, second = between(shares[0], shares[1], scene), shares[1].after
    if parted(re.sub(r"\band\b", " ", first)) or says(second, _UNDECIDED):
        return False
    answers = re.findall(r"[a-z]+", second)
    same_thing = "it" in answers[1:4] and bool(set(answers[:1]) & set(re.findall(r"[a-z]+", first)))
    return same_thing or any(
        (_has(first, a) and _has(second, b, _NO_OTHER_THING)) or (_has(first, b) and _has(second, a, _NO_OTHER_THING))
        for a, b in words("partitions")["opposites"]
    )


def _has(text: str, start: str, behind: str = "") -> bool:
    """Whether one of the first words of a text begins so; a short word must be the whole."""
    ending = r"\w*" if len(start) > _SHORT else r"\b"
    return re.search(rf"^(?:\W*[\w'’-]+){{0,{_FIRST_WORDS}}}?\W*\b{start}{ending}{behind}", text) is not None


def _by_source(shares: Sequence[Claim]) -> bool:
    """Whether one thing is said to come from, or to be made up of, all of them."""
    if _are_destinations(shares):
        return True
    made_of = "made_of" in shares[0].cues or re.search(r"\bcomes? from\b|\bcame from\b", shares[0].before) is not None
    return made_of and all(c.joint in ("bracket", "comma", "and", None) for c in shares[1:])


def _are_destinations(shares: Sequence[Claim]) -> bool:
    """ "44 per cent went on performers, 27 per cent on staging and 29 per cent on the rest": money goes one way."""
    first = _GOES.match(shares[0].after)
    if first is None or len(shares) < _FEWEST_BANDS or any(_OF_WHICH.search(c.before) for c in shares):
        return False
    to = re.compile(rf"\s*(?:(?:goes|went|go|was|is|were|are) )?(?:[a-z]+ )?{first[1]}\b")
    return all(to.match(c.after) for c in shares[1:])


def _by_age(shares: Sequence[Claim], scene: Scene) -> bool:
    """Whether each share is of another age: then nobody can be in two of them."""
    following = [scene.after(c)[:1] for c in shares]
    return len(shares) > 2 and all(row and row[0].kind == "age" for row in following)


def _by_size(shares: Sequence[Claim], scene: Scene) -> bool:
    """ "Had fewer than 10 workers, … between 10 and 49, … had 250 or more": each with another band of one scale."""
    beside = [scene.after(c)[:1] for c in shares]
    bands = [row[0] for row in beside if row and row[0].role in ("level", "rate", "duration", "age")]
    if len(bands) != len(shares) or len(shares) < _FEWEST_BANDS or len({c.quantity for c in bands}) != len(bands):
        return False
    ends = {c.bound[:1] for c in (bands[0], bands[-1])}
    one_scale = len({(c.kind, c.unit) for c in bands}) == 1 and not any(_OF.match(c.after) for c in shares[1:])
    return ends == {"<", ">"} and one_scale and all(c.base is None for c in shares[1:])


def _listed(claims: Sequence[Claim]) -> list[Claim]:
    """The shares of a sentence that stand side by side, of one base."""
    shares = [c for c in claims if c.role == "share" and c.joint not in _NOT_LISTED]
    if any(c.joint != "of" for c in shares):  # "the answer of 38 per cent, health of 34 per cent"
        shares = [c for c in shares if c.joint != "of" or c.scope == "rest"]
    again = {b.quantity for a, b in pairwise(claims) if a.role == b.role == "share" and _AGAIN.fullmatch(b.before)}
    shares = [c for c in shares if c.quantity not in again]
    bases = {c.base for c in shares if c.base is not None}
    return shares if len(bases) <= 1 else []
