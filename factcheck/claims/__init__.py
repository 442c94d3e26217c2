"""Quantities → claims: what is counted, of whom, when, and which whole each number is a part of.

What leaves this room are records (`Claim`, `Population`), never a parse; none of them holds a value.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.claims.cues import cues
from factcheck.claims.joints import joint
from factcheck.claims.ladders import rungs, steps
from factcheck.claims.moods import is_quoted, mood, scope
from factcheck.claims.periods import is_compared, open_span, period_for, periods_of, points_back
from factcheck.claims.registry import Registry
from factcheck.claims.roles import role
from factcheck.claims.stems import stem, stems_of
from factcheck.claims.syntax import Reading, SentenceSyntax
from factcheck.model.article import Sentence
from factcheck.model.claim import RETOLD, Claim, Population, Scope
from factcheck.model.quantity import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc


_UNREAD = Reading(0, 0, None, frozenset(), frozenset(), None)
_CORRECTED = re.compile(r"[\"”][^\"“”]*\b(?:in fact|in reality|in truth|actually|the true figure|corrected)\b")
_AGED = re.compile(
    r"\s*(?:[a-z]+ )?(?:of (?:them|whom) )?(?:who )?(?:were |are |was |is |had been )?(?:aged )?"
    r"(under|over|below|above|younger than|older than|less than|more than)(?: the age of)?\s*"
)
_YOUNGER = ("under", "below", "younger than", "less than")
_OTHERS = frozenset({"other", "others"})  # "the 399 others"


@dataclass(frozen=True, slots=True)
class Claims:
    """What an article claims: one claim for each quantity, in order, and the populations they speak of."""

    claims: tuple[Claim, ...]
    populations: tuple[Population, ...]


def read(
    sentences: Sequence[Sentence], quantities: Sequence[Quantity], parses: Mapping[int, "Doc"], texts: Mapping[str, str]
) -> Claims:
    """The claims of an article. `texts` has the text and the title by where they are."""
    registry = Registry()
    of_sentence: dict[int, list[int]] = {}
    for index, quantity in enumerate(quantities):
        of_sentence.setdefault(quantity.sentence, []).append(index)
    for sentence in sentences:
        numbers = of_sentence.get(sentence.index, [])
        if numbers:
            _read_sentence(sentence, numbers, quantities, parses.get(sentence.index), texts[sentence.where], registry)
    registry.look_ahead()
    populations = registry.populations()
    return Claims(
        tuple(_named(registry.claims[n], populations, quantities) for n in range(len(quantities))), populations
    )


def _named(claim: Claim, populations: Sequence[Population], quantities: Sequence[Quantity]) -> Claim:
    """The claim with its population in words: the noun of whichever mention has one."""
    if claim.node is None:
        return claim
    nouns = (quantities[m].noun for m in populations[claim.node].mentions)
    return replace(claim, population=next((noun for noun in nouns if noun), None))


def _read_sentence(
    sentence: Sentence,
    numbers: list[int],
    quantities: Sequence[Quantity],
    parse: "Doc | None",
    text: str,
    registry: Registry,
) -> None:
    mine = [quantities[n] for n in numbers]
    readings = [_UNREAD] * len(mine) if parse is None else SentenceSyntax(parse, mine, sentence.start).readings()
    context = frozenset() if parse is None else stems_of(parse)
    numbered = list(zip(numbers, mine, strict=True))
    named = periods_of(sentence, numbered)
    if points_back(sentence) and registry.last_period is not None:
        named = [(sentence.start, sentence.start, registry.last_period)]
    elif named or open_span(numbered):
        registry.last_period = open_span(numbered) or named[-1][2]
    drafts = []
    for place in range(len(mine)):
        reading, surroundings = readings[place], _Surroundings.of(place, mine, sentence, text)
        claim = _claim(numbers[place], mine[place], reading, sentence, surroundings)
        clause = (sentence.start + reading.start, sentence.start + max(reading.end, reading.start))
        own = named if claim.role == "change" else [p for p in named if not is_compared(sentence, p[0], claim.end)]
        period = period_for(mine[place], clause, own)
        quoted = is_quoted(text, claim.start)
        if quoted and _CORRECTED.search(surroundings.right):
            claim = replace(claim, mood="disowned")
        drafts.append(replace(claim, context=context, period=period, quoted=quoted))
    drafts = _with_ages(_sharing_deeds(drafts))
    for place in _bases_first(readings):
        draft = replace(drafts[place], rungs=rungs(drafts[place].stems))
        registry.enter(draft, readings[place].base, numbers)


def _sharing_deeds(drafts: list[Claim]) -> list[Claim]:
    """A count and the share that tells it again ("328 in all, 0.8 per cent") are of one deed."""
    shared = list(drafts)
    for n in range(1, len(drafts)):
        a, b = drafts[n - 1], drafts[n]
        if {a.role, b.role} == {"level", "share"} and b.joint in RETOLD and (a.closed or b.closed):
            both = shared[n - 1].stems | shared[n].stems
            shared[n - 1], shared[n] = replace(shared[n - 1], stems=both), replace(shared[n], stems=both)
    return shared


def _with_ages(drafts: list[Claim]) -> list[Claim]:
    """ "1,260 were under the age of 25": counts of one age group, however it is told again ("the under-25s")."""
    for n, (count, age) in enumerate(pairwise(drafts)):
        told = _AGED.fullmatch(count.after) if count.is_level and age.kind == "age" else None
        number = re.search(r"\d+", age.same)
        if told is not None and number is not None:
            way = "under" if told[1] in _YOUNGER else "over"
            drafts[n] = replace(count, stems=count.stems | {f"{way} {number[0]}"})
    return drafts


def _bases_first(readings: Sequence[Reading]) -> list[int]:
    """The places of a sentence's numbers in reading order, but the 959 of "147 of the 959" before its 147."""
    order: list[int] = []
    for place, reading in enumerate(readings):
        later = reading.base.quantity if reading.base else None
        for item in (later, place):
            if item is not None and item not in order:
                order.append(item)
    return order


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """The words of the sentence to the left and right of a quantity, and the gap since the number before."""

    left: str
    right: str
    gap: str
    hedged_gap: str
    after: str
    after_noun: str

    @classmethod
    def of(cls, place: int, mine: Sequence[Quantity], sentence: Sentence, text: str) -> "_Surroundings":
        quantity = mine[place]
        start = min(quantity.start, quantity.hedge_span[0]) if quantity.hedge_span else quantity.start
        previous = max((q.end for q in mine[:place]), default=sentence.start)
        following = min((q.start for q in mine[place + 1 :] if q.start >= quantity.end), default=sentence.end)
        return cls(
            text[sentence.start : start], text[quantity.end : sentence.end],
            text[previous:start], text[previous : quantity.start], text[quantity.end : following],
            text[_past_noun(quantity) : sentence.end],
        )  # fmt: skip


def _words_of(quantity: Quantity) -> tuple[int, int]:
    """The span of a quantity with its hedge, its noun and what it is per."""
    spans = [s for s in (quantity.span, quantity.hedge_span, quantity.noun_span, quantity.per_span) if s]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _past_noun(quantity: Quantity) -> int:
    """Where a quantity's own noun ends, if it stands right behind the number."""
    noun = quantity.noun_span
    return noun[1] if noun is not None and 0 <= noun[0] - quantity.end <= 1 else quantity.end


def _claim(index: int, quantity: Quantity, reading: Reading, sentence: Sentence, around: _Surroundings) -> Claim:
    return Claim(
        index, *_words_of(quantity),
        quantity.kind, role(quantity, around.left, around.right, reading.stems), sentence.index, sentence.paragraph,
        unit=quantity.unit, per=quantity.per, bound=quantity.bound, hedged=quantity.hedge is not None,
        direction=quantity.direction, head=reading.head, key=stem(reading.head) if reading.head else None,
        stems=reading.stems, own=reading.own,
        joint=joint(around.gap), closed=reading.closed, cues=cues(around.hedged_gap) | cues(sentence.text, "sentence"),
        measure=quantity.noun, mood=mood(around.left, around.right), scope=_scope(reading, around),
        same=_printed(quantity), before=around.gap.lower(), after=around.after.lower(),
        steps=steps(around.after),
        where=sentence.where,
    )  # fmt: skip


def _scope(reading: Reading, around: _Surroundings) -> Scope | None:
    return scope(around.left, around.after if reading.head in _OTHERS else around.after_noun)


def _printed(quantity: Quantity) -> str:
    """What is equal for two quantities that print the same number."""
    digits = re.sub(r"[\s,]", "", quantity.text.lower())
    return f"{quantity.kind}:{digits}"
