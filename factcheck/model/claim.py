"""What one quantity claims: of what, of whom, when, and how surely; everything but its value."""

import datetime
from dataclasses import dataclass
from typing import Literal

Mood = Literal["plain", "negated", "target", "forecast", "capacity", "adjusted", "disowned"]
Scope = Literal["further", "total", "rest", "all", "definite"]


@dataclass(frozen=True, slots=True)
class Period:
    """When. Two dates, or a length that nothing ties down (`start` and `end` None), as the text says it.

    `quantity` is the duration or date that gives it, where one does; `key` is equal for two mentions
    of one period.
    """

    text: str
    key: str
    start: datetime.date | None = None
    end: datetime.date | None = None
    quantity: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One quantity in its clause, `text[start:end]`. No field holds its value: the formula that the
    language implies must not be able to look at it.

    `quantity` and `base` index the report's quantities; `base` is the whole that the words name.
    `head` is the counted noun's lemma, `stems` the content words around it that tell one population
    from another. `same` is equal for two quantities that print the same number.
    """

    quantity: int
    start: int
    end: int
    head: str | None = None
    stems: frozenset[str] = frozenset()
    measure: str | None = None
    population: str | None = None
    base: int | None = None
    period: Period | None = None
    mood: Mood = "plain"
    scope: Scope | None = None
    speaker: str | None = None
    quoted: bool = False
    same: str = ""
