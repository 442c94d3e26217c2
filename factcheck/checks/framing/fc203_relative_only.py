"""A relative change in a risk or a harm, with no level anywhere to say of how much.

"Cut the risk by 34 per cent" may be from 50 to 33 in a hundred or from 3 to 2 in a million. One level
beside the change is enough. A warning for risks and for what a treatment or programme did, a note for
counts of harm. Where a reference table has the level, the finding stands, for the reader is still not told,
and turns the change into numbers: from how many, to how many. Silent for inflation, pay, prices and the like,
whose level nobody needs. Source: Gigerenzer et al., Helping Doctors and Patients Make Sense of Health
Statistics (2007).
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from factcheck.checks.framing._changes import direction, plain_factor, way_of
from factcheck.checks.framing._prose import after, before, mentions_any, noted, options, said
from factcheck.checks.framing._tables import Told, start_told
from factcheck.model.finding import Finding, Severity
from factcheck.model.frequencies import natural_base, of_every
from factcheck.model.relation import Mention, Story
from factcheck.words import word_set, words
from factcheck.words.phrasal import is_done_by

SEVERITY = "warning"
_REACH = 3  # sentences
_CLOSE = 2
_TIED = 50  # letters
_LOWS = (20, 10, 5, 2, 1)  # made-up levels
_LEVELS = frozenset({"level", "rate", "share"})
_SAID = re.compile(
    r",\s+(?:according\s+to|[^,]*\b(?:said|says|say|told|claims?|claimed|reports?|reported|announced|found|wrote|argues?)\b)",
    re.I,
)
_TIMES = re.compile(
    r"^\s*(?:(?:times?|as|more|less)\s+)*(?:as\s+)?(?:likely|likelier|the\s+(?:risk|odds|chances?|likelihood|probability|danger)|at\s+risk|prone)\b",
    re.I,
)

# "30 per cent more likely": what follows says of what, whoever they are.
_LIKELY = re.compile(
    r"\s*(?:times\s+)?(?:as|more|less)\s+(?:likely|prone|at\s+risk)\b|\s*(?:times\s+)?likelier\b", re.I
)
# Where or for whom something changed: "premiums for houses in the suburbs most at risk".
_AT_RISK = re.compile(
    r"\b(?:for|to|in|by|with|from|on|among|at)\s+(?:\S+\s+){1,6}?at\s+(?:[a-z]+\s+)?risk\b(?:\s+(?:of|from)\s+\S+)?",
    re.I,
)
_PREPOSITION = re.compile(r"\b(?:for|of|in|on|at|from|to|by|with|among|that|which|who)\b", re.I)
_NO_NOUN = re.compile(
    r"\s*(?:[.,;:)–—]|$|(?:such|in|last|this|that|over|during|between|since|from|on|the|a|against|compared|and|up|down|so)\b)"
)
_COUNTABLE = frozenset({"rates", "share", "shares", "cost", "costs"})  # "rates of infection", "the share who died"
_COMPARED = re.compile(r"^\s*(?:times?\s+)?(?:as|more|less|higher|lower|greater|larger|the)\b", re.I)
_CLAUSE_END = re.compile(r"[,;:.!?](?=\s|$|[”\"])|\s(?:and|but|while|than)\s")


def check(story: Story) -> Iterator[Finding]:
    """Flag each bare relative change in a risk or a harm."""
    for mention in story.mentions:
        told = start_told(mention, story)
        severity = _severity(mention)
        if severity is not None and not _is_worked_out(mention, story, told) and not _has_level(mention, story):
            yield _finding(mention, severity, told)


def _finding(mention: Mention, severity: Severity, told: Told | None) -> Finding:
    message = f"The text gives no number before or after: “{mention.text}” may be a large effect or a tiny one."
    return Finding.on(
        mention.quantity,
        f"{message} {told.sentence}" if told else message,
        severity=severity,
        stated=mention.index,
        plainly=told.plainly if told else _plainly(mention),
        suggestion=_suggestion(mention, told),
        recalculations=told.sums if told else (),
        reference=told.evidence if told else None,
    )


def _is_worked_out(mention: Mention, story: Story, told: Told | None) -> bool:
    """Whether the text has the sum that makes the change, or a table one that does not give its levels."""
    sums = [
        r.recalculation
        for r in story.relations
        if r.stated.index == mention.index and r.holds and _are_levels(r.operands)
    ]
    return any(s.reference is None or told is None for s in sums)


def _suggestion(mention: Mention, told: Told | None) -> str:
    if told is not None:
        return noted(mention, told.bracket, _change_to(mention))
    compared = mention.quantity.kind == "multiple" and _COMPARED.match(after(mention))
    missing = "[so many] in every 1,000, against [so many]" if compared else "from [so many] to [so many]"
    return noted(mention, missing, _change_to(mention))


def _change_to(mention: Mention) -> int:
    """Where the change has been told: behind "60 per cent jump", "10 per cent lower risk", or a multiple's clause."""
    behind = after(mention)
    if mention.quantity.kind == "multiple":
        end = _CLAUSE_END.search(behind)
        return mention.quantity.end + (end.start() if end else len(behind))
    word = re.match(r"\s+([a-z]+)(?:\s+[a-z]+)?", behind)
    if word is None or not (way_of(word[1]) or _compares(word[1])):
        return mention.quantity.end
    return mention.quantity.end + (word.end(1) if way_of(word[1]) else word.end())


def _compares(word: str) -> bool:
    return any(word in way for way in words("movement")["comparatives"].values())


def _are_levels(operands: Sequence[Mention]) -> bool:
    """Not hours or dates: those are no levels of a harm."""
    return all(m.quantity.kind not in ("duration", "date", "age") for m in operands)


def _severity(mention: Mention) -> Severity | None:
    """How misleading the bare change is, or None where it is not one."""
    if (
        mention.quantity.where != "text"
        or mention.claim.mood not in ("plain", "forecast")
        or not _is_relative_change(mention)
    ):
        return None
    near = set(said(_dealing().sub(" ", _AT_RISK.sub(" ", _around(mention)))))
    if _is_of_money(mention, near):
        return None
    harm = near & _harm_words()
    treated = set(said(mention.sentence.text)) & word_set("risks", "treatments")
    if near & word_set("risks", "risks") or (near & word_set("risks", "chances") and (harm or treated)):
        return "warning"
    if harm:
        return "warning" if treated else "note"
    return None


def _is_of_money(mention: Mention, near: set[str]) -> bool:
    """Whether prices and the like changed: "premiums for homes at risk", not "those who pay … more likely to die"."""
    economy = word_set("risks", "economy")
    if _LIKELY.match(after(mention)):
        return bool(set(said(_CLAUSE_END.split(after(mention))[0])) & economy)
    clause = re.split(r"[,;:]", before(mention))[-1]
    subject = _PREPOSITION.split(clause)[0]
    return bool(near & economy) or bool(set(said(subject)) & economy - _COUNTABLE)


def _is_relative_change(mention: Mention) -> bool:
    quantity = mention.quantity
    if quantity.value is None or is_done_by(before(mention)):
        return False
    if quantity.kind == "multiple":
        return (
            bool(_TIMES.match(after(mention)))
            or quantity.text.lower().endswith(("ed", "es", "le"))
            or bool(re.match(r"\s+(?:more|less|higher|lower)\b", after(mention)))
        )
    share = quantity.kind == "fraction" or quantity.unit == "percent"
    way, by = direction(mention), mention.claim.role == "share" and mention.claim.joint == "by"
    if by or quantity.kind == "fraction":
        return share and way is not None and (by or mention.claim.role == "change")
    return share and mention.claim.role == "change"


@cache
def _dealing() -> re.Pattern[str]:
    """ "The fire station", "a cancer charity": called after a harm, and none."""
    return re.compile(rf"\b[\w’'-]+\s+(?:{options('risks', 'dealing')})\b", re.I)


@cache
def _harm_words() -> frozenset[str]:
    return frozenset(form for concept in words("risks")["harms"].values() for form in _with_singulars(concept))


def _with_singulars(concept: Sequence[str]) -> frozenset[str]:
    singulars = {word.removesuffix("s") for word in concept if not word.endswith(("ss", "us", "is"))}
    return frozenset(concept) | {word for word in singulars if not way_of(word)}  # "a fall of 5 per cent" hurts nobody


def _around(mention: Mention) -> str:
    """The words of its clause beside the change: what it is a change of."""
    left = re.split(r"[;:]|,\s+(?:and|but|while)\b", before(mention))[-1].split()[-11:]
    right = _SAID.split(re.split(r"[;:]|\b(?:and|but|while)\b", after(mention))[0])[0].split()[:12]
    return " ".join([*left, *right])


def _has_level(change: Mention, story: Story) -> bool:
    """Whether some number says how many there are of the same thing, or what the risk is."""
    about = set(said(_around(change)))
    concepts = [_with_singulars(concept) for concept in words("risks")["harms"].values()]
    same = {word for concept in concepts if about & concept for word in concept}
    return any(_is_level(other, change, same) for other in story.mentions if other.index != change.index)


def _is_level(other: Mention, change: Mention, same: set[str]) -> bool:
    """Whether a number is a level: tied to the change by "from" or "to", a chance, or a count of the same harm."""
    quantity, claim = other.quantity, other.claim
    apart = abs(claim.sentence - change.claim.sentence)
    levels = quantity.kind in ("count", "rate", "ratio", "percentage") and claim.role in _LEVELS
    if not levels or apart > _REACH or _is_aside(other):
        return False
    tied = claim.joint in ("from", "to", "bracket") and 0 <= quantity.start - change.quantity.end < _TIED
    told_here = claim.paragraph == change.claim.paragraph
    if tied or (claim.role == "share" and told_here and (quantity.kind == "ratio" or claim.joint in ("from", "to"))):
        return True
    if quantity.per in word_set("asides", "per"):
        return False
    if told_here and apart <= _CLOSE and _is_bare(other):
        return True  # "Falls are down 40 per cent. Nurses logged 90 in the last quarter"
    near = _beside(other) if apart else f"{quantity.noun or ''} {' '.join(after(other).split()[:5])}"
    return quantity.kind == "rate" or bool(set(said(near)) & same)


def _is_bare(other: Mention) -> bool:
    """Whether a count has no noun but that of the sentences before: "Nurses logged 90 in the last quarter"."""
    quantity = other.quantity
    counted = quantity.kind == "count" and quantity.noun is None and other.claim.scope is None and quantity.value != 1
    recorded = mentions_any(" ".join(before(other).split()[-4:]), "risks", "recorded")
    return counted and recorded and _NO_NOUN.match(after(other)) is not None


def _beside(other: Mention) -> str:
    """The words close to a number: what it counts, and what befell them."""
    return " ".join([*before(other).split()[-4:], other.quantity.noun or "", *after(other).split()[:9]])


def _is_aside(other: Mention) -> bool:
    """Winters, hospitals, universities: counted, but not what the change is of."""
    noun = (other.quantity.noun or "").lower().split()[-1:]
    return bool(noun) and noun[0] in word_set("asides", "nouns")


def _plainly(mention: Mention) -> str | None:
    """What the change would be on two made-up levels, to show what is missing."""
    times = plain_factor(mention)
    if times is None or times < 0:
        return None
    low = next((few for few in _LOWS if few * times < 100), _LOWS[-1])
    after = [f"from {low} to {_people(low * times, base)} in every {base:,}" for base in (100, 10_000)]
    return f"It could be {after[0]} or {after[1]}." if low * times <= 100 else None


def _people(count: Fraction, base: int) -> str:
    return of_every(count / base, base) if natural_base(count / base) else f"{round(count)}"
