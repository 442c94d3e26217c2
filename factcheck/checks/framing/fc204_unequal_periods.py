"""Counts over periods of different length, set against one another as if they were alike.

31 drownings in four months against 84 in a year are more, not fewer, a month. A count grows with the
time it is taken over, so only rates compare. Both are worked out. Silent where one count is a part of
the other, where the periods are of about one length, and where the text gives the rates itself.
Source: Office for Statistics Regulation, guidance on comparisons; Huff, How to Lie with Statistics.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.checks.framing._changes import way_of
from factcheck.checks.framing._prose import after, between, bracketed, capital, key, keys, mentions_any, said, text_of
from factcheck.checks.framing._spans import WEEK, brings, months_of
from factcheck.model.display import measured, number, significant
from factcheck.model.finding import Finding, Side
from factcheck.model.relation import Mention, Story

SEVERITY = "warning"
_ASIDES = ("winters", "summers", "seasons")
_ALIKE = Fraction(11, 10)
_FAR = 220  # letters
# Words of a clause that tells what was before: "and they had managed 1,510 in the previous year".
_FORMERLY = re.compile(
    r"^[\s,]*(?:and|where)\b[^;:]*?\b(?:had\s+(?:\w+\s+)?\w+(?:ed|t|d|n|k|g|w|m|ut|ade|old|ent|een)\b|(?:previous|preceding|earlier|before|prior|predecessors?|old|former)\b)",
    re.I,
)
_REPORTED = re.compile(
    r"\b(?:published|released|announced|reported|issued|revised|given|put out)\s+(?:in|last|on)\b"
    r"(?!\s+(?:(?:the|its|all)\s+)+(?:whole|entire|of|first|last|previous|preceding|\w+\s+(?:days|weeks|months|years))\b)"
    r"|\b(?:forecasts?|consensus|guided|guidance|expected|budgeted|targets?|projected|predicted)\b"
    r"|\b(?:cost|costed|costing|priced|quoted|valued|estimated?|reckoned|insured|worth)\s+(?:then\s+)?(?:(?:at|for)\s+)?[$£€¥₹]?\d",
    re.I,
)  # when a figure came out, what was hoped for and what a thing was worth are told over no period
_IN_A_ROW = re.compile(r"\b(?:quarter|month|year|week)s?\s+(?:in a row|running)\b", re.I)
_AHEAD = 20  # numbers
_FEW = 2  # words: "and 1,310", "up from 4,200"
_MARKS = (
    re.compile(
        r"[.;](?=\s)|(?<=, )where\b"
        r"|\b(?:against|compared|versus|whereas|while|but|up from|down from|(?:more|fewer|less) than)\b"
    ),
    re.compile(r"\bfrom\s+$"),
    re.compile(r",\s+and\b"),
    re.compile(r"\band\b"),
)
_OF_THEM = re.compile(r"\bof\s+(?:it|them|those|these|which|whom)\b", re.I)
# "October alone brought 118mm, a third of the total", "One flew 2,140km": a part of what was told, or one of many.
_SLICE = re.compile(
    r"\b[a-z]+ alone\b"
    r"|\d[^.;]*?,\s+(?:or\s+)?(?:[a-z]+\s+){0,3}[\w-]+(?:\s*%|\s+per\s?cent)?\s+of\s+(?:the|that|its|their|all)\b"
    r"|^\W*(?:only\s+)?(?:one|another|an?|the (?:[a-z]+est|most \w+))(?!\s+(?:year|month|week|quarter)\b)\s+[a-z]+",
    re.I,
)
_SEQUEL = re.compile(r"\b(?:next|following|further|another|since then|subsequent)\b", re.I)
_OF_DAYS = re.compile(r"\s+of\s+(?:(?:the|its|their|his|her)\s+)?(?:\S+\s+){0,3}?(?:days|weeks|months|years)\b", re.I)
_BARE_DEED = re.compile(
    r"\b(?:there (?:was|were|have been|had been|are)|did|so did|saw"
    r"|(?:it|that|they|the (?:figure|number|total|toll|count)) (?:was|were|had been|stood at|came to)(?= \w+[.,;]| \d)"
    r"|had(?! (?:[a-z]+(?:ed|en|wn|lt|nt)|come|gone|become|run|left|met)\b))\b",
    re.I,
)
_NEXT_CLAUSE = re.compile(r"[;:]|,\s+(?:and|but|so|because|although|though)\b", re.I)
_OWN_VERB = re.compile(r"\s+(?:had|have|has|were|was|are)\s+(?!in\b|during\b|over\b|the\b|a\b)[a-z]+", re.I)
_SAME_DOER = re.compile(r"\b(?:they|he|she|we|i|predecessors?|rivals?|(?:last|old|other|previous) one)\b", re.I)
_THAN_THE = re.compile(
    r"\b(?:(?:more|fewer|less|higher|lower)\s+than|up\s+(?:from|on)|down\s+(?:from|on)|against|compared\s+(?:with|to))\s+(?:(?:the|its|their|his|her|only|just|a|all)\s+)*$",
    re.I,
)
_PART = re.compile(r"\s*(?:of (?:them|those|these|which|whom)|were|including)\b", re.I)


def check(story: Story) -> Iterator[Finding]:
    """Flag two counts of one thing that are compared over unlike periods."""
    counts = [
        m
        for m in story.mentions
        if m.claim.is_level and m.quantity.kind in ("count", "money", "measure") and m.quantity.value
    ]
    bases = {m.claim.base for m in story.mentions if m.quantity.is_share}
    for first, second in pairwise(c for c in counts if c.index not in bases and not _is_aside(c)):
        if _same_thing(first, second) and _is_compared(first, second, story):
            lengths = _lengths(first, second, story)
            if lengths is not None and max(lengths) > min(lengths) * _ALIKE:
                yield _finding(story, first, second, *lengths)


def _is_aside(mention: Mention) -> bool:
    """Winters, 11 of the 14 days, and those whom a poll asked: none is what happened in a period.

    "It went out 118 times" is, where another figure is set against it.
    """
    behind = after(mention)
    noun = mention.quantity.noun or ""
    uncompared = noun == "times" and not mentions_any(behind, "framing", "strong_contrast")
    return (
        uncompared
        or noun in _ASIDES
        or _OF_DAYS.match(behind) is not None
        or mentions_any(behind[:40], "framing", "polls")
    )


def _same_thing(first: Mention, second: Mention) -> bool:
    a, b = first.claim, second.claim
    if (
        (a.kind, a.unit, first.quantity.where) != (b.kind, b.unit, second.quantity.where)
        or b.base == first.index
        or a.base == second.index
    ):
        return False
    nouns = {n.lower().split()[-1] for m in (first, second) if (n := m.quantity.noun)}
    return (
        len(nouns) < 2
        and a.mood in ("plain", "forecast")
        and b.mood == "plain"
        and not {a.scope, b.scope} & {"further", "rest"}
    )


def _is_compared(first: Mention, second: Mention, story: Story) -> bool:
    gap = between(story, first, second)
    apart = second.claim.sentence - first.claim.sentence
    part = _PART.match(text_of(story, "text")[second.quantity.end :]) or _OF_THEM.search(gap)
    shared = _sentences(story, first, second)
    if _has_rates(second, story):
        return False
    astray = len(gap) > _FAR or apart > 1 or first.claim.paragraph != second.claim.paragraph
    if astray or part or mentions_any(shared, "framing", "same_footing"):
        return False
    if mentions_any(gap, "framing", "strong_contrast"):
        return True
    joined = apart == 1 or mentions_any(gap, "framing", "contrast") or re.search(r"\b(?:and|from)\s+$|;", gap)
    joined = joined or _FORMERLY.search(text_of(story, "text")[first.quantity.end + _cut(gap) : second.sentence.end])
    if not joined or _SEQUEL.search(shared) or not _counts_again(first, second, story):
        return False
    verdict = _verdict(second, story)
    if apart and _SLICE.search(second.sentence.text):
        return False
    if apart and _is_set_already(first, story):
        return _compares(f"{second.sentence.text} {verdict}")
    moves = any(map(way_of, said(_sentences(story, first, second, back=1))))
    return moves or _compares(f"{_sentences(story, first, second, back=2)} {verdict}")


def _compares(text: str) -> bool:
    return mentions_any(text, "framing", "comparison") or any(map(way_of, said(text)))


def _is_set_already(mention: Mention, story: Story) -> bool:
    """Whether its own sentence sets a figure against a like one before it: the next sentence is of something else."""
    like = (m for m in story.row(mention) if m.index < mention.index and m.quantity.kind == mention.quantity.kind)
    return any(mentions_any(f"{between(story, m, mention)} ", "framing", "contrast") for m in like)


def _verdict(second: Mention, story: Story) -> str:
    """The sentence without a number that draws the lesson: "You tell me who is slacking"."""
    ahead = story.sentences[second.claim.sentence + 1 : second.claim.sentence + 2]
    following = story.mentions[story.row(second)[-1].index + 1 :][:1]
    numbered = following and following[0].claim.sentence == second.claim.sentence + 1
    return ahead[0].text if ahead and not numbered and ahead[0].paragraph == second.claim.paragraph else ""


def _has_rates(second: Mention, story: Story) -> bool:
    """ "That is 118 a month in each case": the text gives the rates itself."""
    following = story.mentions[second.index + 1 : second.index + 1 + _AHEAD]
    near = (m for m in following if m.claim.sentence - second.claim.sentence <= 1)
    return any(m.claim.role == "rate" and m.quantity.per in ("day", "week", "month") for m in near)


def _counts_again(first: Mention, second: Mention, story: Story) -> bool:
    """Whether the second counts what the first does: the deed comes again, or a word that stands for it."""
    noun = said(second.quantity.noun or "")[-1:]
    text = text_of(story, "text")
    cut = first.quantity.end + _cut(between(story, first, second))
    one, other = text[first.sentence.start : cut], text[cut : second.sentence.end]
    again = bool(keys(one) & keys(other) - frozenset(map(key, noun))) or _BARE_DEED.search(other) is not None
    again = again or brings(other)
    if noun:
        return again and key(noun[0]) in map(key, said(one))
    left_out = len(said(text[cut : second.quantity.start])) <= _FEW and not _OWN_VERB.match(after(second))
    left_out = left_out or _THAN_THE.search(text[cut : second.quantity.start]) is not None
    return again or left_out or _SAME_DOER.search(other) is not None


def _sentences(story: Story, first: Mention, second: Mention, back: int = 0) -> str:
    """The sentences of two figures, and some before, in their paragraph."""
    start, end = first.claim.sentence - back, second.claim.sentence
    around = story.sentences[max(0, start) : end + 1]
    return " ".join(s.text for s in around if s.paragraph == first.claim.paragraph)


def _lengths(first: Mention, second: Mention, story: Story) -> tuple[Fraction, Fraction] | None:
    """The periods, in months, that each count is told over: from the words on its side of the contrast."""
    text = text_of(story, "text")
    gap = between(story, first, second)
    cut = first.quantity.end + _cut(gap)
    tail = _NEXT_CLAUSE.search(text, second.quantity.end, second.sentence.end)
    start, end = first.sentence.start, tail.start() if tail else second.sentence.end
    end = min(end, _next_amount(story, second))
    if _REPORTED.search(text[cut:end]) or _IN_A_ROW.search(text[start:end]):
        return None
    one, other = months_of(story, text, start, cut), months_of(story, text, cut, end)
    return (one, other) if one and other else None


def _next_amount(story: Story, mention: Mention) -> int:
    """Where the next amount of the sentence begins, which has a period of its own."""
    following = (m for m in story.row(mention) if m.index > mention.index)
    own = (m.quantity.start for m in following if m.claim.role not in ("duration", "date") and m.claim.role != "other")
    return min(own, default=mention.sentence.end)


def _cut(gap: str) -> int:
    """Where the words of the second figure begin: at the contrast, else at the last "and"."""
    for pattern in _MARKS:
        if marks := list(pattern.finditer(gap)):
            return marks[0 if pattern is _MARKS[0] else -1].start()
    return len(gap)


def _finding(story: Story, first: Mention, second: Mention, one: Fraction, other: Fraction) -> Finding:
    start, end = first.quantity.start, second.quantity.end
    sides = (_side(first, first.label, one), _side(second, second.text, other))
    return Finding(
        start, end, text_of(story, "text")[start:end],
        f"The periods differ: {_told(sides[0])}, against {_told(sides[1])}.",
        stated=first.index,
        sides=sides,
        plainly=capital("; ".join(f"in the {_bare(side.whole_label)} {side.rate_label}" for side in sides)) + ".",
        suggestion=bracketed(
            story, *((m, side.rate_label) for m, side in zip((first, second), sides, strict=True) if side.whole != 1)
        ),
    )  # fmt: skip


def _side(mention: Mention, label: str, months: Fraction) -> Side:
    count, money = mention.quantity.value or Fraction(0), mention.quantity.kind == "money"
    rate = significant(count / months)
    shown = measured(rate, mention.quantity) if money else number(rate)
    return Side(count, months, label, _length(months), f"{shown} a month", timed=True)


def _told(side: Side) -> str:
    """ "640 break-ins in 18 months, or 35.6 a month"."""
    return f"{side.count_label} in {side.whole_label}" + ("" if side.whole == 1 else f", or {side.rate_label}")


def _bare(length: str) -> str:
    return length.removeprefix("a ").removeprefix("one ")


def _length(months: Fraction) -> str:
    if months == 12:
        return "a year"
    weeks = months / WEEK
    if months.denominator != 1 and weeks.denominator == 1:
        return "one week" if weeks == 1 else f"{weeks} weeks"
    return "one month" if months == 1 else f"{number(months, 2)} months"
