"""Quantities → claims: what is counted, of whom, when, and which whole each number is a part of.

What leaves this room are records (`Claim`, `Population`), never a parse; none of them holds a value.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.claims.cues import cues
from factcheck.claims.joints import joint
from factcheck.claims.moods import is_quoted, mood, scope
from factcheck.claims.periods import period_for, periods_of
from factcheck.claims.registry import Registry
from factcheck.claims.roles import role
from factcheck.claims.syntax import Reading, SentenceSyntax
from factcheck.model.article import Sentence
from factcheck.model.claim import Claim, Population
from factcheck.model.quantity import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc


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
    return Claims(tuple(registry.claims[index] for index in range(len(quantities))), registry.populations())


def _read_sentence(
    sentence: Sentence,
    numbers: list[int],
    quantities: Sequence[Quantity],
    parse: "Doc | None",
    text: str,
    registry: Registry,
) -> None:
    mine = [quantities[n] for n in numbers]
    readings = (
        SentenceSyntax(parse, mine, sentence.start).readings() if parse is not None else [_unread(q) for q in mine]
    )
    named = periods_of(sentence, list(zip(numbers, mine, strict=True)))
    claims = [_claim(sentence, mine, place, readings[place], numbers[place], text) for place in range(len(mine))]
    for place in _bases_first(readings):
        period = period_for(mine[place], (claims[place].start, claims[place].end), named)
        registry.enter(replace(claims[place], period=period), readings[place].base, numbers)


def _bases_first(readings: Sequence[Reading]) -> list[int]:
    """The places of a sentence's numbers in reading order, but the 959 of "147 of the 959" before its 147."""
    order: list[int] = []
    for place, reading in enumerate(readings):
        later = reading.base.quantity if reading.base else None
        for item in (later, place):
            if item is not None and item not in order:
                order.append(item)
    return order


def _unread(quantity: Quantity) -> Reading:
    return Reading(0, 0, quantity.noun, frozenset(), frozenset(), None)


def _claim(sentence: Sentence, mine: Sequence[Quantity], place: int, reading: Reading, index: int, text: str) -> Claim:
    quantity = mine[place]
    start = (
        quantity.hedge_span[0] if quantity.hedge_span and quantity.hedge_span[0] < quantity.start else quantity.start
    )
    previous = max(q.end for q in mine[:place]) if place else sentence.start
    left, right = text[sentence.start : start], text[quantity.end : sentence.end]
    return Claim(
        index, sentence.start + reading.start, sentence.start + max(reading.end, reading.start),
        quantity.kind, role(quantity, left, right, reading.stems), sentence.index, sentence.paragraph,
        unit=quantity.unit, per=quantity.per, bound=quantity.bound, hedged=quantity.hedge is not None,
        direction=quantity.direction, head=reading.head, stems=reading.stems, own=reading.own,
        joint=joint(text[previous:start]) if place else None, closed=reading.closed,
        cues=cues(text[previous:quantity.start]),
        measure=quantity.noun, mood=mood(left, right), scope=scope(left, right),
        quoted=is_quoted(text, quantity.start), same=_printed(quantity),
    )  # fmt: skip


def _printed(quantity: Quantity) -> str:
    """What is equal for two quantities that print the same number."""
    digits = re.sub(r"[\s,]", "", quantity.text.lower())
    return f"{quantity.kind}:{digits}"
