"""A share of one group, told again as the same share of the other: "80 per cent of A are B", so of B are A.

Of the ill, 80 per cent carry the gene; that says nothing about how many carriers fall ill, which may be
one in a thousand. Speaks where one figure comes twice and what the first told of its group is the group
of the second. Source: Gigerenzer, Calculated Risks (2002); "the prosecutor's fallacy", Thompson and
Schumann (1987).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from factcheck.checks.framing._groups import base_words
from factcheck.checks.framing._prose import after, before, between, capital, is_denied, keys, reworded
from factcheck.checks.framing._sums import as_share, counts_behind, worked_out
from factcheck.checks.framing._turned import turned
from factcheck.model.display import number
from factcheck.model.finding import Finding
from factcheck.model.frequencies import in_every
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import Mention, Story
from factcheck.words import words

SEVERITY = "warning"
_REACH = 4  # sentences
_DEED = 3  # words before a number: "the court jailed 400 men"
_PRONOUN = re.compile(r"\s*of\s+(?:them|those|these)\b(?!\s+(?:who|with|without|on|in|at|from|\w+ed|\w+en)\b)", re.I)
_MODIFIER = re.compile(
    r"\s*(?:(?:who|that|which|whose|whom)\s+(?P<clause>(?:\S+\s+){0,5}?\S+)"
    r"(?=\s+(?:will|are|is|were|was|have|had|would|can|could|has|did|do|end|get)\b|[,.;]|$)"
    r"|(?:who|that|which|whose|whom)\s+(?P<long>(?:[^\s,;]+\s+){5,11}?[^\s,;]+)(?=\s+(?:will|are|were|have|had|would)\b)"
    r"|(?:who|that|which)\s+(?P<open>\S+\s+\S+\s+\S+)"
    r"|(?P<part>[a-z]+(?:ed|en|wn|ught))(?=\s+(?:were|was|are|is|had|have|did|in|on|by|at|with|last|this|since|during|between|from|each|every|or)\b|,)"
    r"|(?:with|in|at|from|on)\s+(?:(?:the|a|an|his|her|their)\s+)?(?P<thing>[\w-]+))",
    re.I,
)
_CHANCE = re.compile(r"\s*(?:chance|likelihood|probability|risk|likely|certain|sure)\b", re.I)
_CHANCE_OF = re.compile(r"\b(?:chance|likelihood|probability|risk)\s+(?:of\s+|is\s+|at\s+)?$", re.I)
_VERB = re.compile(r"\b(?:is|are|has|have|had|faces?|runs?|must|therefore)\b", re.I)
_POINTING = re.compile(
    r"\b(?:with|without|in|for|on|at|to|do|does|wear|use|take|skip|carry)\s+(?:it|one|them|so|any|that|this)\b|\bthere\b",
    re.I,
)
_TOLD_AGAIN = re.compile(
    r",?\s+or\s+(?:\S+\s+){0,2}?(?:\d[\d.]*\s*(?:%|per\s?cent)|(?:\w+[\s-]){0,2}(?:half|thirds?|quarters?|fifths?)),?",
    re.I,
)
_THOSE = re.compile(r"\s*of\s+(?:all\s+)?(?:those|people|ones)(?=\s+(?:who|that|with|in|on|at|from)\b)", re.I)
_END = re.compile(
    r"[;]|\.(?=\W*$)|,[”\"’']?\s+(?:and|but|while|so|according|said|the|a|an|\w+\s+(?:said|reported|found))\b"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A share in words: the head of its group, what marks the group, and what is said of it.

    `points` says that a pronoun stands for one of them: "ride without one", "60 per cent of them sing in it".
    `around` are all the words of the group: "the volunteers at the soup kitchen".
    """

    head: frozenset[str]
    marks: frozenset[str]
    deed: frozenset[str]
    is_chance: bool
    points: bool = False
    around: frozenset[str] = frozenset()


def check(story: Story) -> Iterator[Finding]:
    """Flag each share that comes again with its two groups changed over."""
    shares = [
        m for m in story.mentions if m.quantity.is_share and as_share(m) is not None and m.quantity.where == "text"
    ]
    for n, second in enumerate(shares):
        for first in shares[:n]:
            near = second.claim.sentence - first.claim.sentence <= _REACH
            alike = near and as_share(first) == as_share(second) and not is_denied(second)
            if alike and (
                _is_flipped(_read(first, story), _read(second, story))
                or turned(first, second, lambda text: _END.split(_TOLD_AGAIN.sub(" ", text))[0])
            ):
                counted = _counted(first, second, story)
                if counted is None or not counted.holds:  # the text's own counts may make both shares
                    yield _finding(first, second, counted)
                break


def _counted(first: Mention, second: Mention, story: Story) -> Recalculation | None:
    """What the second share would be by the text's counts: the part of the first over the second's own base."""
    part = next((c.part for c in counts_behind(story) if c.share.index == first.index), None)
    whole = story.mentions[second.claim.base] if second.claim.base is not None else None
    if part is None or whole is None or not part.quantity.value or not whole.quantity.value:
        return None
    if whole.quantity.kind != "count" or whole.quantity.value < part.quantity.value:
        return None
    shown = f"{number(part.quantity.value)} / {number(whole.quantity.value)}"
    return worked_out("share", second, (part, whole), shown, part.quantity.value / whole.quantity.value)


def _is_flipped(first: _Said, second: _Said) -> bool:
    """Whether the second's group is what the first says of its own, more than it is that group again."""
    same = first.head & second.head
    group, of_first, of_second = second.marks - same, first.marks | first.head - same, second.deed - same
    crossed = len(group & first.deed - first.head), len(of_second & of_first)
    by_name = bool(
        (second.head - same) & (first.deed - first.head) and (crossed[1] or second.deed & first.around or second.points)
    )
    if second.is_chance and second.points and crossed[1]:
        return True
    straight = len((group | second.head - same) & of_first) + len(of_second & first.deed - of_first)
    if by_name:
        return True
    if not crossed[0] or sum(crossed) <= straight:
        return False
    return bool(crossed[1]) or (bool(first.head) and not straight and (second.is_chance or second.points))


def _read(mention: Mention, story: Story) -> _Said:
    head, marks, rest = _group(mention, story)
    following = next(
        (m for m in story.mentions if m.index > mention.index and m.quantity.is_share and not _is_again(m, mention)),
        None,
    )
    around = after(mention)
    if following is not None and following.claim.sentence == mention.claim.sentence:
        behind = mention.sentence.end - following.quantity.start
        rest, around = rest[: max(0, len(rest) - behind)], around[: max(0, len(around) - behind)]
    told = any(m.quantity.is_share and m.index < mention.index for m in story.row(mention))
    lead = keys(re.split(r"[;:,]", before(mention))[-1]) if not told | bool(marks & keys(before(mention))) else keys("")
    is_chance = bool(_CHANCE.match(after(mention)) or _CHANCE_OF.search(before(mention)))
    rest = _TOLD_AGAIN.sub(" ", rest)
    deed = _alike(keys(_END.split(rest)[0]) | (lead - marks - head))
    points = _POINTING.search(before(mention) if is_chance else _END.split(rest)[0]) is not None
    return _Said(head, _alike(marks), deed, is_chance, points, keys(_END.split(around)[0]))


def _is_again(other: Mention, mention: Mention) -> bool:
    """ "Three-quarters …, or 75 per cent"."""
    return other.claim.joint in ("or", "bracket", "comma") and as_share(other) == as_share(mention)


@cache
def _concepts() -> dict[str, str]:
    """The keys of words for one harm: killed, died."""
    return {word: name for name, told in words("risks")["harms"].items() for form in told for word in keys(form)}


def _alike(found: frozenset[str]) -> frozenset[str]:
    return frozenset(_concepts().get(word, word) for word in found)


def _first(subject: str) -> frozenset[str]:
    """The key of the first word of a subject that has one."""
    return next((found for word in subject.split() if (found := keys(word))), frozenset())


def _group(mention: Mention, story: Story) -> tuple[frozenset[str], frozenset[str], str]:
    """Head and marks of the group, and the words after it."""
    left, right = before(mention), after(mention)
    if _CHANCE_OF.search(left):
        subject, _, rest = _VERB.sub("|", left, count=1).partition("|")
        return _first(subject), keys(subject), rest
    base = story.mentions[mention.claim.base].quantity.noun if mention.claim.base is not None else None
    if base and _PRONOUN.match(right) and mention.claim.base_certainty == "said":
        return keys(base), keys(base), right
    if _PRONOUN.match(right) or _CHANCE.match(right):
        subject = re.split(r"\b(?:has|have|had|faces?|runs?|know|therefore)\b", re.split(r"[;:]", left)[-1])[0]
        return _first(subject), keys(subject), right
    fronted = re.match(r"\W*(?:of|among)\s+(?P<who>(?:[^,]|,(?=\d))*)", left, re.I)
    if fronted:
        return keys(" ".join(fronted["who"].split()[:3])), keys(fronted["who"]), right
    named = base_words(mention)
    counted = None if named else _counted_whole(mention, story)
    if counted is not None:
        return counted
    those = _THOSE.match(right)
    at = right.lower().find(named[-1]) + len(named[-1]) if named and named[-1] in right.lower() else 0
    at = those.end() if those and not named else at
    modifier = _MODIFIER.match(right[at:])
    marks = keys(" ".join(named[:-1]))
    if modifier:
        marks |= keys(next(found for found in modifier.groups() if found))
        at += modifier.end()
    return keys(" ".join(named[-1:])), marks, right[at:]


def _counted_whole(mention: Mention, story: Story) -> tuple[frozenset[str], frozenset[str], str] | None:
    """ "There were 240 crashes in which somebody died, and 144 of them, or 60 per cent, …": those that were counted."""
    counts = next((c for c in counts_behind(story) if c.share.index == mention.index), None)
    if counts is None or not counts.whole.index < counts.part.index < mention.index:
        return None
    deed = re.split(r"[,;:]", before(counts.whole))[-1].split()[-_DEED:]
    told = f"{' '.join(deed)} {between(story, counts.whole, counts.part)}"
    return frozenset(), keys(told) | keys(counts.whole.quantity.noun or ""), after(mention)


def _finding(first: Mention, second: Mention, counted: Recalculation | None) -> Finding:
    wrong = counted is not None
    told = capital(in_every(as_share(first) or Fraction(1)))
    keep = f"Keep the first statement, or find the second group's own figure: {reworded(second, '[their own figure]')}"
    return Finding.on(
        second.quantity,
        f"“{first.text}” was told of another group; turned round it is another number, which the text does not give.",
        severity="error" if wrong else None,
        stated=second.index,
        recalculations=(counted,) if counted is not None else (),
        plainly=f"{told} of the first group belong to the second. "
        "How many of the second belong to the first is not said.",
        suggestion="Check with the speaker which share is meant." if second.claim.quoted else keep,
    )
