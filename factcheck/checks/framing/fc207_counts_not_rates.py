"""Groups compared by counts, where the text's own group sizes turn the comparison round.

410 cyclists hurt against 130 motorcyclists, but 52,000 people cycle and 4,100 ride a motorbike: one
motorcyclist in 32 was hurt, one cyclist in 127. Silent where the text gives rates itself or says why it
counts, and where the order is the same either way. Source: the Royal Statistical Society's guides for
journalists; Spiegelhalter, The Art of Statistics (2019).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from factcheck.checks.framing._prose import (
    after,
    before,
    between,
    bracketed,
    in_style,
    key,
    mentions_any,
    said,
    sentences_around,
    text_of,
)
from factcheck.model.finding import Finding, Side, span_over
from factcheck.model.frequencies import in_every, natural_base, of_every
from factcheck.model.relation import Mention, Story
from factcheck.words import word_set

SEVERITY = "warning"
_FEWEST, _GROUP = 3, 30
_SHORT, _FEW = 16, 4  # words
_SURE = Fraction(11, 10)
_BEHIND = 40  # letters
_REACH = 80  # pairs of counts before and after, in which the sizes of groups are told
_OF_A_TURN = re.compile(r"^\W*(?:\w+ )?(?:in|for) the (?:first|second|third|fourth|last|previous|next|final)\b")
_JOINED = re.compile(r"\band\b|[,;]|\bto\s+(?:\S+\s+){0,3}\S+(?:['’]s|s['’])\s*$")  # "64 to the South Hospital's 22"
_ONLY = re.compile(r"\b(?:but|while|whereas|though|yet)\s+(?:only|just|merely|a\s+mere|no\s+more\s+than)\b", re.I)
# "Its patrols there pulled out 96", not "there were 48".
_POINTS_BACK = re.compile(r"\b(?:there|here)\b(?!\s+(?:is|are|was|were|has|have|had|will)\b)", re.I)
_ANY = frozenset({None, "one", "other", "more"})  # "1,480 petrol cars and only 96 electric ones"
_COMPASS = ("north", "south", "east", "west")
_SPLITS = ("whereas", "while", "and", "but", ";", ",", "against", "compared")


@dataclass(frozen=True, slots=True)
class _Pair:
    first: Mention
    second: Mention


def check(story: Story) -> Iterator[Finding]:
    """Flag each comparison of counts that the groups' sizes turn round."""
    pairs = [_Pair(a, b) for a, b in pairwise(_counts(story)) if b.claim.sentence - a.claim.sentence <= 1]
    for number, compared in enumerate(pairs):
        is_compared = _of_one_thing(compared) and _is_compared(compared, story)
        near = pairs[max(0, number - _REACH) : number + _REACH] if is_compared else ()
        sizes = next((s for p in near if (s := _sizes(p, compared, story)) is not None), None)
        if sizes is not None:
            yield _finding(story, compared, sizes)


def _of_one_thing(pair: _Pair) -> bool:
    """ "14 shops and 160 staff" are not set against one another."""
    a, b = pair.first.claim.head, pair.second.claim.head
    people = word_set("nouns", "people") | word_set("nouns", "staff") | word_set("nouns", "inhabitants")
    return a == b or not _ANY.isdisjoint((a, b)) or {a, b} <= people


def _sizes(told: _Pair, compared: _Pair, story: Story) -> _Pair | None:
    """A pair of counts, in the order of the groups compared, where it gives their sizes and turns the order round."""
    if {compared.first.index, compared.second.index} & {told.first.index, told.second.index}:
        return None
    names = _group_words(told, story)
    if _turns(compared, told) and not _weighed(compared, told, story) and _belong(compared, *names, story):
        return told
    other = _Pair(told.second, told.first)
    if _turns(compared, other) and not _weighed(compared, other, story) and _stand_apart(compared, *names[::-1], story):
        return other
    return None


def _counts(story: Story) -> Iterator[Mention]:
    for mention in story.mentions:
        quantity = mention.quantity
        if (
            quantity.kind == "count"
            and quantity.where == "text"
            and mention.claim.is_level
            and mention.claim.scope != "rest"
            and (quantity.value or 0) >= _FEWEST
        ):
            yield mention


def _is_compared(pair: _Pair, story: Story) -> bool:
    gap = between(story, pair.first, pair.second)
    if _OF_A_TURN.search(after(pair.second)[:_BEHIND]):  # one thing, quarter by quarter
        return False
    if mentions_any(gap, "framing", "strong_contrast") or _ONLY.search(gap):
        return True
    if _is_list(pair, story):
        return False
    first, last = pair.first.sentence.index, pair.second.sentence.index + 1
    around = " ".join([_claim_before(pair, story), *(s.text for s in story.sentences[first : last + 1])])
    joined = mentions_any(gap, "framing", "contrast") or "than" in said(around) or _JOINED.search(gap)
    return bool(joined) and mentions_any(around, "framing", "comparison")


def _is_list(pair: _Pair, story: Story) -> bool:
    """ "Nightingale Court with 420, Harbour Reach with 366 and the Ropeworks with 280": three things, not two."""
    before_it = [m for m in story.row(pair.first) if m.index < pair.first.index and m.quantity.kind == "count"]
    gap = between(story, before_it[-1], pair.first) if before_it else ""
    return gap.startswith(",") and len(said(gap)) <= _FEW and pair.second.claim.sentence == pair.first.claim.sentence


def _claim_before(pair: _Pair, story: Story) -> str:
    """The short sentence without a number that the counts are told to bear out: "Which burns more often?"."""
    own = pair.first.sentence
    before = story.row(pair.first)[0].index - 1
    numbered = before >= 0 and story.mentions[before].sentence.index == own.index - 1
    if own.index == 0 or numbered:
        return ""
    last = story.sentences[own.index - 1]
    return last.text if last.paragraph == own.paragraph and len(said(last.text)) <= _SHORT else ""


def _turns(compared: _Pair, sizes: _Pair) -> bool:
    """Whether the group with more of the counts has the lower rate, for certain."""
    a, b, s, t = (m.quantity.value or Fraction(0) for m in (compared.first, compared.second, sizes.first, sizes.second))
    if not (a < s and b < t) or a == b or min(s, t) < _GROUP:
        return False
    one, other = a / s, b / t
    return other > one * _SURE if a > b else one > other * _SURE


def _weighed(compared: _Pair, sizes: _Pair, story: Story) -> bool:
    """Whether the text gives rates, or says why the counts differ."""
    told = (compared.first, compared.second, sizes.first, sizes.second)
    prose = " ".join(dict.fromkeys(m.sentence.text for m in told))
    rates = any(m.quantity.is_share or m.claim.role == "rate" for one in told for m in story.row(one))
    return rates or mentions_any(prose, "framing", "sizes_weighed")


def _belong(compared: _Pair, first: frozenset[str], second: frozenset[str], story: Story) -> bool:
    """Whether the groups that sizes are told of are those counted, in the same order."""
    prose = compared.first.sentence.text
    if compared.second.claim.sentence != compared.first.claim.sentence:
        prose += " " + compared.second.sentence.text
    if _POINTS_BACK.search(before(compared.first)):
        prose = sentences_around(story, compared.first, back=1) + prose.removeprefix(compared.first.sentence.text)
    places = [_first_place(words, prose) for words in (first - second, second - first)]
    if None in places or places[0] >= places[1]:  # type: ignore[operator]
        return False
    nouns = [_names(m.quantity.noun or "") for m in (compared.first, compared.second)]
    apart = all(nouns) and nouns[0] != nouns[1]
    return not apart or _overlap(nouns[0], first - second) or _overlap(nouns[1], second - first)


def _stand_apart(compared: _Pair, first: frozenset[str], second: frozenset[str], story: Story) -> bool:
    """Whether each group, whose sizes come in the other order, is named beside its own count, and only there."""
    sides = _group_words(compared, story)
    one, other = first - second, second - first
    return bool(one & sides[0] and other & sides[1]) and not (one & sides[1] or other & sides[0])


def _overlap(names: frozenset[str], others: frozenset[str]) -> bool:
    return bool(names & others) or any(_are_kin(a, b) for a in names for b in others)


def _group_words(sizes: _Pair, story: Story) -> tuple[frozenset[str], frozenset[str]]:
    """The words that name each of two groups: those on its number's side of the joint between them."""
    gap = between(story, sizes.first, sizes.second)
    cut = min((n for s in _SPLITS if (n := gap.lower().find(s)) >= 0), default=len(gap) // 2)
    left = text_of(story, "text")[sizes.first.sentence.start : sizes.first.quantity.start]
    left = " ".join(left.split()[-8:])
    right = text_of(story, "text")[sizes.second.quantity.end : sizes.second.sentence.end]
    right = right[: min((n for s in (",", ";", " and ") if (n := right.find(s)) >= 0), default=len(right))]
    right = " ".join(right.split()[:8])
    return _names(f"{left} {gap[:cut]}"), _names(f"{gap[cut:]} {right}")


def _names(text: str) -> frozenset[str]:
    return frozenset(key(w) for w in said(text) if w not in word_set("framing", "empty") and len(w) >= 3)


def _first_place(names: Sequence[str] | frozenset[str], prose: str) -> int | None:
    """Where the first of some names stands among the words of the prose: the same word, else a kindred one."""
    found = [key(w) for w in said(prose)]
    exact = [n for n, word in enumerate(found) if word in names]
    kindred = [n for n, word in enumerate(found) if any(_are_kin(word, name) for name in names)]
    return next(iter(exact or kindred), None)


def _are_kin(a: str, b: str) -> bool:
    """Cyclist and bicycle, motorcyclist and motorbike: more than half of the shorter word in common."""
    if a.startswith(_COMPASS) or b.startswith(_COMPASS):
        return a[:4] == b[:4]  # "southern" has more letters of "northern" than of "south"
    shorter, longer = sorted((a, b), key=len)
    length = max(4, len(shorter) * 3 // 5 + 1)
    return len(shorter) >= 4 and any(shorter[n : n + length] in longer for n in range(len(shorter) - length + 1))


def _finding(story: Story, compared: _Pair, sizes: _Pair) -> Finding:
    start, end = span_over(compared.first.quantity, compared.second.quantity)
    one, other = _side(compared.first, sizes.first, sizes), _side(compared.second, sizes.second, sizes)
    base = natural_base(one.rate, other.rate) or 10_000
    return Finding(
        start, end, text_of(story, "text")[start:end],
        f"The groups differ in size: {_told(one)}, {_told(other)}. By rate the order turns round.",
        stated=compared.first.index,
        sides=(one, other),
        plainly=f"Of every {base:,} of the {one.whole_label}, {of_every(one.rate, base)}; "
        f"of every {base:,} of the {other.whole_label}, {of_every(other.rate, base)}.",
        suggestion=bracketed(
            story, (compared.first, in_every(one.rate, base)), (compared.second, in_every(other.rate, base))
        ),
    )  # fmt: skip


def _side(part: Mention, size: Mention, sizes: _Pair) -> Side:
    """A count and the size of its group; a size without a noun has that of the other."""
    noun = size.quantity.noun or sizes.first.quantity.noun or sizes.second.quantity.noun
    count, whole = part.quantity.value or Fraction(0), size.quantity.value or Fraction(1)
    label = f"{size.text} {noun}" if noun else size.label
    return Side(count, whole, part.text, label, in_style(count / whole, "per cent"))


def _told(side: Side) -> str:
    return f"{side.count_label} of {side.whole_label} is {side.rate_label}"
