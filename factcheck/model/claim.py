"""What one quantity claims: of what, of whom, when, and how surely; everything but its value."""

import datetime
from dataclasses import dataclass
from typing import Literal

from factcheck.model.article import Where
from factcheck.model.quantity import Bound, Direction, Kind

Mood = Literal["plain", "negated", "target", "forecast", "capacity", "adjusted", "disowned"]
Scope = Literal["further", "total", "rest", "all", "definite"]
Role = Literal["level", "share", "change", "rate", "multiple", "duration", "age", "date", "other"]
Joint = Literal[
    "or", "bracket", "which", "noun", "from", "to", "against", "than", "by", "of", "dash", "colon", "comma", "and",
]  # fmt: skip
Certainty = Literal["said", "likely"]

TIED = frozenset({"or", "bracket", "which", "noun"})  # joints of a number that tells the one before it again
ASIDE = frozenset({"comma", "dash", "colon"})  # so may these, where the aside has no verb of its own
RETOLD = TIED | ASIDE
COMPARED = frozenset({"from", "against", "than"})  # joints of an older or another figure


@dataclass(frozen=True, slots=True)
class Period:
    """When. Two dates, or a length that nothing ties down (`start` and `end` None), as the text says it.

    `quantity` is the duration or date that gives it, `ends` the two dates where it runs from one to the
    other; `key` is equal for two mentions
    of one period; `further` marks one that follows another ("the next eight months").
    """

    text: str
    key: str
    start: datetime.date | None = None
    end: datetime.date | None = None
    quantity: int | None = None
    further: bool = False
    ends: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One quantity with its words, `text[start:end]`. No field holds its value: the formula that the
    language implies must not be able to look at it.

    `quantity` and `base` index the report's quantities, `node` the populations.

    What is counted: `head` is the noun's lemma and `key` its key; `stems` are keys of the content words that tell one
    population from another, `own` those of the noun phrase alone, `context` those of the whole sentence;
    `rungs` are the places of the deed on the usual ladders (invited, replied, finished), `steps` those of the
    words that follow.

    Of what: `base` is the whole that the words name, as surely as `base_certainty` says; `base_named`
    says that they name it by number or noun, `base_lost` that nothing answers to them; `rivals` are
    further wholes that they could mean.

    How it stands: `joint` says how it hangs on the number before it, `closed` that no verb follows before
    the next comma or stop, as in an aside; `cues` are the names of phrases in the gap before it
    ("total", "made of"), `before` and `after` the words since the number before and up to the next one,
    in lower case. `same` is equal for two quantities that print the same number.
    """

    quantity: int
    start: int
    end: int
    kind: Kind
    role: Role
    sentence: int
    paragraph: int
    unit: str | None = None
    per: str | None = None
    bound: Bound = "="
    hedged: bool = False
    direction: Direction | None = None
    head: str | None = None
    key: str | None = None
    stems: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    rungs: frozenset[str] = frozenset()
    steps: frozenset[str] = frozenset()
    joint: Joint | None = None
    closed: bool = False
    cues: frozenset[str] = frozenset()
    measure: str | None = None
    population: str | None = None
    base: int | None = None
    base_named: bool = False
    base_lost: bool = False
    base_certainty: Certainty = "said"
    rivals: tuple[int, ...] = ()
    node: int | None = None
    period: Period | None = None
    mood: Mood = "plain"
    scope: Scope | None = None
    speaker: str | None = None
    quoted: bool = False
    same: str = ""
    where: Where = "text"
    before: str = ""
    after: str = ""

    @property
    def is_level(self) -> bool:
        """Whether it says how many or how much there is: something that others are made from."""
        return self.role == "level"


@dataclass(frozen=True, slots=True)
class Population:
    """Some counted things, with every mention of how many there are (indices of quantities).

    `within` are the populations that it is a part of, each with how surely.
    """

    mentions: tuple[int, ...]
    head: str | None
    stems: frozenset[str]
    period: Period | None
    within: tuple[tuple[int, Certainty], ...] = ()
