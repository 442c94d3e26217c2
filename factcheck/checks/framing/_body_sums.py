"""What the body's own figures make, where a headline tells their change, multiple or share and the body does not.

"Bus trips up 40 per cent" over "2.6 million trips, up from 2 million"; "Half of flats empty" over "of the 340 flats, 68
are empty".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from factcheck.checks.framing._changes import direction, factor, way_of
from factcheck.checks.framing._prose import after, before, keys, said
from factcheck.checks.framing._sums import as_share, share_interval
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import Mention, Relation, Story
from factcheck.words.deeds import contrary, deeds

_LEAD = 3  # sentences
_ROOM = Fraction(1, 10)
_OLD = re.compile(
    r"\b(?:a|one|two|three|five|ten) (?:year|month|decade|week|season)s? (?:ago|earlier|before)\b"
    r"|\blast (?:year|season|month|spring|summer|autumn|winter)\b|\bthe (?:year|month|season) before\b|\bpreviously\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:another|a further|as many|others?|not counting|besides|apart from)\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|would|may|might|could|should|due|set|plans?|expected|proposes?|wants?|(?:is|are|was|were) to)\b"
    r"|^(?:\S+ ){1,5}to (?!\S*\d)[a-z]+",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.;:]|, (?:and|but|while|whereas)\b")


@dataclass(frozen=True, slots=True)
class Made:
    """What two figures of the body make, as the story tells it, and the sum if one was worked out."""

    told: str
    recalculation: Recalculation | None = None


def made_otherwise(headline: Mention, story: Story) -> Made | None:
    """What the body's figures make of the headline's own thing; None where anything fits what the headline says."""
    told = _told(headline)
    lead = _lead(story)
    if told is None or not lead:
        return None
    is_share = headline.claim.role == "share"
    accused = next((r for r in story.relations if r.stated is headline and _accuses(r)), None)
    found = list(_shares(headline, lead, story) if is_share else _growths(headline, lead))
    pairs = {(a.quantity.value, b.quantity.value) for a, b in found}
    if (
        len(pairs) != 1
        or _fits(told, story, found[0], is_share)
        or (_is_ahead(headline) and not _is_ahead(found[0][0]))
    ):
        return None
    top, bottom = found[0]
    made = _quotient(top, bottom)
    if made is None or (accused is None and made.meets(told)):
        return None
    return Made(_phrase(top, bottom, is_share=is_share), None if accused is None else accused.recalculation)


def _accuses(relation: Relation) -> bool:
    return relation.spans_headline and relation.accusable and not relation.holds


def _is_ahead(mention: Mention) -> bool:
    """Whether it is told of what is to come: "rents to rise 10 per cent" over what they rose by last year."""
    return _AHEAD.search(mention.sentence.text) is not None


def _told(headline: Mention) -> Interval | None:
    """A share, or what a change multiplies by, as roughly as a headline tells it."""
    value = as_share(headline)
    if headline.claim.role == "share" and headline.quantity.is_share and value is not None:
        return share_interval(headline) + Interval(-value * _ROOM, value * _ROOM)
    times = factor(headline) if headline.claim.role in ("change", "multiple") else None
    if times is None or value is None or (headline.quantity.kind != "multiple" and direction(headline) is None):
        return None
    return times + Interval(-value * _ROOM, value * _ROOM)


def _lead(story: Story) -> list[Mention]:
    """The figures of the body's first sentences."""
    first = min((s.index for s in story.sentences if s.where == "text"), default=0)
    return [m for m in story.mentions if m.quantity.where == "text" and m.sentence.index < first + _LEAD]


def _quotient(top: Mention, bottom: Mention) -> Interval | None:
    one, other = top.quantity.stated, bottom.quantity.stated
    return None if one is None or other is None else one.divided_by(other)


def _growths(headline: Mention, lead: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """(new, old) of the headline's subject: "2.6 million trips, up from 2 million"; "from 2 million to 2.6 million"."""
    subject = keys(" ".join(word for word in said(before(headline)) if way_of(word) is None))
    for a, b in combinations([m for m in lead if m.claim.role in ("level", "rate")], 2):
        if not _are_alike(a, b) or b.sentence.index - a.sentence.index > 1 or a.claim.base is not None:
            continue
        about = keys(a.sentence.text) | keys(b.sentence.text)
        if not subject or not subject <= about or _are_parted(a, b, lead):
            continue
        if (a.claim.joint, b.claim.joint) == ("from", "to"):
            yield b, a
        elif b.claim.joint in ("from", "against", "than") or (
            b.sentence is not a.sentence and _OLD.search(b.sentence.text)
        ):
            yield a, b


def _are_alike(a: Mention, b: Mention) -> bool:
    one, other = a.quantity, b.quantity
    heads = {a.claim.head, b.claim.head} - {None}
    kinds = {one.kind.replace("rate", "money") if one.unit else one.kind, other.kind}
    alike = len(kinds - {"rate"}) == 1 and one.unit == other.unit and len({one.per, other.per} - {None}) < 2
    return alike and len(heads) < 2 and not one.is_share


def _are_parted(a: Mention, b: Mention, lead: list[Mention]) -> bool:
    """Whether another figure of their kind stands between two."""
    return any(a.index < m.index < b.index and m.quantity.kind == a.quantity.kind for m in lead)


def _shares(headline: Mention, lead: list[Mention], story: Story) -> Iterator[tuple[Mention, Mention]]:
    """(part, whole) of the things and the deed that the headline tells of."""
    for part in lead:
        base = part.claim.base
        if base is None or part.claim.base_certainty != "said" or not part.claim.is_level or part.quantity.is_share:
            continue
        whole = story.mentions[base]
        others = [m for m in story.mentions if m.claim.base == base and not m.quantity.is_share]
        if whole.quantity.where == "text" and len(others) == 1 and _tells_of(part, headline):
            yield part, whole


def _tells_of(part: Mention, headline: Mention) -> bool:
    """Whether a part is told of the headline's thing and deed, in its own words."""
    text = part.sentence.text
    noun, about = keys(headline.quantity.noun or ""), keys(text)
    done, told = deeds(_ENDS.split(after(part))[0]), deeds(headline.sentence.text)
    if not noun or not noun & about or contrary(told, done) or _MORE.search(text):
        return False
    predicate = keys(after(headline)) - noun
    return bool(predicate) and (predicate <= about or bool(told & done))


def _fits(told: Interval, story: Story, made: tuple[Mention, Mention], is_share: bool) -> bool:
    """Whether any figure of the story, or any two of the same things close together, make what the headline says."""
    heads = {m.claim.head for m in made} - {None}
    body = [m for m in story.mentions if m.quantity.where == "text" and m.quantity.value]
    for mention in body:
        own = (
            share_interval(mention) if is_share and mention.quantity.is_share else None if is_share else factor(mention)
        )
        if own is not None and own.meets(told):
            return True
    alike = [m for m in body if m.quantity.kind == made[0].quantity.kind]
    pairs = ((a, b) for a, b in combinations(alike, 2) if _are_beside(a, b))
    pairs = ((a, b) for a, b in pairs if not heads or heads & {a.claim.head, b.claim.head})
    return any(_ratio(a, b) in told or (_ratio(b, a) in told) for a, b in pairs)


def _are_beside(a: Mention, b: Mention) -> bool:
    near = abs(a.sentence.index - b.sentence.index) <= 1
    return near and a.quantity.unit == b.quantity.unit and a.quantity.kind not in ("date", "identifier", "ordinal")


def _ratio(a: Mention, b: Mention) -> Fraction:
    return (a.quantity.value or Fraction(0)) / (b.quantity.value or Fraction(1))


def _phrase(top: Mention, bottom: Mention, *, is_share: bool) -> str:
    ratio = _ratio(top, bottom)
    if is_share:
        return f"{top.text} of {bottom.text}, or {number(ratio * 100, 3)} per cent"
    way = "rise" if ratio > 1 else "fall"
    return f"a {way} from {bottom.text} to {top.text}, or {number(abs(ratio - 1) * 100, 3)} per cent"
