"""What quantities say together. One class a kind; a check names in its parameter the kind that it reads."""

from dataclasses import dataclass

from factcheck.model.article import Article, Sentence
from factcheck.model.claim import Claim
from factcheck.model.quantity import Quantity
from factcheck.model.recalculation import Recalculation


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity with what it claims; `index` is its place in the report."""

    index: int
    quantity: Quantity
    claim: Claim
    sentence: Sentence

    @property
    def text(self) -> str:
        return self.quantity.text


@dataclass(frozen=True, slots=True)
class Relation:
    """A stated quantity, the quantities it was made from, and the sum.

    `accusable` says whether the language implies the formula strongly enough for an error: a misfit
    of anything less is silence.
    """

    stated: Mention
    operands: tuple[Mention, ...]
    recalculation: Recalculation
    accusable: bool = False

    @property
    def holds(self) -> bool:
        return self.recalculation.holds


@dataclass(frozen=True, slots=True)
class Story:
    """The whole article, for checks that must see all of it."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...]
