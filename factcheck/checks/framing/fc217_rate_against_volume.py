"""A share that falls while the count behind it rises, or the other way round.

Late calls fell from 20 to 15 per cent, but there were 1,000 calls a day then and 1,600 now: 200 late
ones became 240. Notes it only where the text's own figures say so for certain, over all their rounding,
and the two wholes are of the thing that the shares are of. Source: Blastland and Dilnot, The Tiger That
Isn't (2007), on rates and volumes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from factcheck.checks.framing._prose import after, before, between, bracketed, key, mentions_any, said, text_of
from factcheck.checks.framing._sums import as_share, share_interval
from factcheck.model.display import number
from factcheck.model.finding import Finding, Side
from factcheck.model.interval import Interval
from factcheck.model.relation import Mention, Story
from factcheck.words import word_set, words

SEVERITY = "note"
_FAR = 140
_BESIDE, _BEHIND = 6, 3  # words
_REACH = 3  # sentences between shares and wholes
_EARLIER = re.compile(
    r"\b(?:last|previous|prior|(?:year|month)\s+before|earlier|ago|then|at\s+(?:that|the)\s+time|that\s+year|used\s+to|had|was|were|took|before|once)\b",
    re.I,
)
_NOW = re.compile(
    r"\b(?:now|this\s+year|this\s+month|today|has|have|currently|takes|is|are|present|the\s+(?:later|latter|latest|second))\b",
    re.I,
)
# Words that point back to the time of the earlier share: "in that year", "sales in the earlier year".
_FORMER = re.compile(
    r"\b(?:in|by|during)\s+(?:that|the\s+(?:earlier|first|former|previous))\s+(?:\w+\s+)?(?:year|month|season|survey|census|period|quarter|decade|one)\b"
    r"|\bthe\s+(?:earlier|former)\b|\b(?:back\s+)?then\b|\bat\s+(?:the|that)\s+time\b|\bin\s+those\s+days\b|\b(?:19|20)\d\d\b",
    re.I,
)
_RECENT = re.compile(r"\b(?:last|this)\s+(?:year|month|season)|\b(?:now|today)\b", re.I)
_LATER = re.compile(
    r"[^.]*\.\s+(?:since|now|today|by\s+now|(?:this|last)\s+year|(?:that|it)\s+has|the\s+number\s+(?:has|is))", re.I
)
_DOWN_TO = re.compile(r"\b(?:since\s+then|down\s+to|up\s+to|now)\b", re.I)
_OF_WHAT = re.compile(r"\b(?:numbers?|total|count)\s+of\s+(\w+(?:\s+\w+)?)", re.I)
_OF_IT = re.compile(r"\s*of\s+(?:it|them|these|those)\b", re.I)
_OF_MARKET = re.compile(
    r"\s*(?:market\s+share|share\s+of\s+the\s+market|of\s+(?:the|its|that|this)\s+(?:\w+\s+)?(?:market|trade|sales))\b",
    re.I,
)
_SHARE_OF = re.compile(r"\b(?:share|proportion|percentage|part|fraction|per cent|percent)\s+of\s+((?:\w+\s+){1,4})")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class _Moved:
    """Two figures of one thing, the earlier and the later."""

    old: Mention
    new: Mention


def check(story: Story) -> Iterator[Finding]:
    """Note each share whose count goes the other way."""
    shares = [
        m
        for m in story.mentions
        if m.quantity.kind == "percentage" and m.claim.role in ("share", "change") and m.quantity.where == "text"
    ]
    counts = [
        m
        for m in story.mentions
        if m.claim.role in ("level", "rate")
        and m.quantity.kind in ("count", "rate", "measure", "money")
        and m.quantity.value
        and m.quantity.value >= 10
    ]
    for first, second in pairwise(shares):
        moved = _in_time(first, second, story) if second.claim.sentence == first.claim.sentence else None
        if moved is None:
            continue
        wholes = [w for a, b in pairwise(counts) if (w := _wholes(a, b, moved, story)) is not None]
        turned = [w for w in wholes if _turns(moved, w)]
        if len(wholes) == 1 and turned:
            yield _finding(story, first, second, moved, turned[0])


def _in_time(first: Mention, second: Mention, story: Story) -> _Moved | None:
    """Which of two figures is the earlier, by the words around them."""
    gap = between(story, first, second)
    if len(gap) > _FAR:
        return None
    if re.search(r"\b(?:up|down)\s+from\b", gap, re.I):
        return _Moved(second, first)
    if (
        second.claim.joint == "to"
        and first.claim.joint in ("from", None)
        and re.search(r"\bfrom\W+(?:\w+\W+){0,3}$", before(first), re.I)
    ):
        return _Moved(first, second)
    if first.claim.joint == "to" and second.claim.joint == "from":
        return _Moved(second, first)
    return _by_tense(first, second, gap)


def _by_tense(first: Mention, second: Mention, gap: str) -> _Moved | None:
    """ "9 per cent now, compared with 6 per cent in 2017"; "1,000 in 2019 and 1,600 now"."""
    cut = re.search(r"[,;.]|\b(?:and|but|compared|against|while|whereas)\b", gap)
    one = f"{' '.join(before(first).split()[-8:])} {gap[: cut.start()] if cut else gap}"
    other = f"{gap[cut.start() :] if cut else ''} {' '.join(after(second).split()[:6])}"
    years = _YEAR.findall(one), _YEAR.findall(other)
    if years[0] and years[1] and years[0][-1] != years[1][0]:
        return _Moved(first, second) if years[0][-1] < years[1][0] else _Moved(second, first)
    if bool(years[0]) != bool(years[1]) and _RECENT.search(other if years[0] else one):
        return _Moved(first, second) if years[0] else _Moved(second, first)
    now = bool(_NOW.search(one)), bool(_NOW.search(other))
    past = bool(_EARLIER.search(one) or years[0]), bool(_EARLIER.search(other) or years[1])
    if now[1] and past[0] and not (past[1] and now[0]):
        return _Moved(first, second)
    return _Moved(second, first) if past[1] and not past[0] else None


def _wholes(first: Mention, second: Mention, shares: _Moved, story: Story) -> _Moved | None:
    """Two counts of what the shares are of, then and now."""
    near = abs(first.claim.sentence - shares.old.claim.sentence) <= _REACH
    apart = second.claim.sentence - first.claim.sentence
    if not near or apart > 1 or not _count_the_base(first, second, shares):
        return None
    if apart == 0:
        return _in_time(first, second, story)
    gap = between(story, first, second)
    if _LATER.match(gap) or _DOWN_TO.search(gap):
        return _Moved(first, second)
    return _by_tense(first, second, gap) if _FORMER.search(f"{before(first)} {gap} {after(second)}") else None


def _count_the_base(first: Mention, second: Mention, shares: _Moved) -> bool:
    """Whether two counts are of one thing, and the shares are of it."""
    if first.quantity.unit != second.quantity.unit:
        return False
    if abs(first.claim.sentence - shares.old.claim.sentence) == 1 and any(
        _OF_IT.match(after(m)) for m in _both(shares)
    ):
        return True
    if any(_OF_MARKET.match(after(m)) for m in _both(shares)) and mentions_any(before(first), "framing", "markets"):
        return True
    nouns = {key(n.lower().split()[-1]) for m in (first, second) if (n := m.quantity.noun)}
    if len(nouns) == 1:
        nouns |= {key(w[1].lower()) for m in (first, second) if (w := re.match(r"\s*\w+\s+of\s+(\w+)", after(m)))}
    if _are_of_body(nouns, first, shares) or _are_people_both(nouns, first, shares):
        return True
    if nouns:
        return len({n for n in nouns if _is_base(n, shares)} or nouns) == 1 and any(_is_base(n, shares) for n in nouns)
    counted = _OF_WHAT.search(first.sentence.text)
    named = said(counted[1] if counted else "") or [*said(before(first))[-_BESIDE:], *said(after(first))[:_BEHIND]]
    return any(_is_base(key(word), shares) for word in named)


def _are_of_body(nouns: set[str], first: Mention, shares: _Moved) -> bool:
    """Whether people are counted who make up the body that the shares are of: a workforce, a population."""
    persons = {key(word) for word in word_set("framing", "persons")}
    bodies = _base_words(shares) & word_set("framing", "bodies")
    belong = mentions_any(first.sentence.text, "framing", "belonging") or bodies & set(said(before(first))[-_BEHIND:])
    return bool(belong and bodies and nouns) and nouns <= persons


def _are_people_both(nouns: set[str], first: Mention, shares: _Moved) -> bool:
    """ "Fewer children are poor: the share has come down … Its schools had 8,040 pupils then": people, by two names."""
    lead = {key(word) for word in said(before(min(_both(shares), key=lambda m: m.index)))}
    rows = ({key(w) for w in row} for row in words("framing")["same_people"])
    named = nouns <= lead & set(map(key, word_set("framing", "persons"))) or any(lead & r and nouns <= r for r in rows)
    next_to = first.claim.sentence - shares.old.claim.sentence == 1
    return bool(nouns) and next_to and named and not _base_words(shares)


def _both(moved: _Moved) -> tuple[Mention, Mention]:
    return moved.old, moved.new


def _is_base(noun: str, shares: _Moved) -> bool:
    """Whether the shares are of what the noun counts, in this word or one that means the same."""
    of = {key(w) for w in _base_words(shares)}
    of |= {key(w) for m in (shares.old, shares.new) if m.quantity.noun for w in said(m.quantity.noun)}
    kin = next((set(group) for group in words("kin")["same"] if noun in {key(w) for w in group}), set())
    return noun in of - {key(w) for w in word_set("framing", "empty")} or bool({key(w) for w in kin} & of)


def _base_words(shares: _Moved) -> set[str]:
    """The words behind "share of", "per cent of"."""
    prose = " ".join(said(shares.old.sentence.text)) + " "
    return {word for match in _SHARE_OF.finditer(prose) for word in match[1].split()}


def _turns(shares: _Moved, wholes: _Moved) -> bool:
    """Whether the counts behind the shares go the other way, whatever the rounding."""
    old, new = _volume(shares.old, wholes.old), _volume(shares.new, wholes.new)
    was, is_ = as_share(shares.old), as_share(shares.new)
    if was is None or is_ is None or old.high is None or old.low is None or new.high is None or new.low is None:
        return False
    return (is_ < was and new.low > old.high) or (is_ > was and new.high < old.low)


def _volume(share: Mention, whole: Mention) -> Interval:
    return share_interval(share) * (whole.quantity.stated or Interval(None, None))


def _finding(story: Story, first: Mention, second: Mention, shares: _Moved, wholes: _Moved) -> Finding:
    start, end = first.quantity.start, second.quantity.end
    old, new = _side(shares.old, wholes.old), _side(shares.new, wholes.new)
    way, other = ("fell", "rose") if new.rate < old.rate else ("rose", "fell")
    counts = {shares.old.index: old.count_label, shares.new.index: new.count_label}
    return Finding(
        start, end, text_of(story, "text")[start:end],
        f"The share {way}, but the count behind it {other}: {_told(old)}, {_told(new)}.",
        stated=shares.new.index,
        sides=(old, new),
        plainly=f"Before, {old.count_label} of {old.whole_label}; after, {new.count_label} of {new.whole_label}: "
        f"{'more, not fewer' if new.count > old.count else 'fewer, not more'}.",
        suggestion=bracketed(story, (first, counts[first.index]), (second, counts[second.index])),
    )  # fmt: skip


def _side(share: Mention, whole: Mention) -> Side:
    size, part = whole.quantity.value or Fraction(1), as_share(share) or Fraction(0)
    return Side(size * part, size, number(Fraction(round(size * part))), whole.label, share.text)


def _told(side: Side) -> str:
    return f"{side.rate_label} of {side.whole_label} is {side.count_label}"
