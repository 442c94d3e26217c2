"""What quantities say together. One class a kind; a check names in its parameter the kind that it reads."""

from dataclasses import dataclass

from factcheck.model.article import Article, Sentence, Where
from factcheck.model.claim import Claim
from factcheck.model.level import TableLevel
from factcheck.model.quantity import Quantity
from factcheck.model.recalculation import Recalculation

NO_QUANTITY = -1  # the `stated` of a recalculation about a phrase that has no number


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

    @property
    def label(self) -> str:
        """The number with what it counts: "959 people"."""
        noun = self.quantity.noun or self.claim.population
        return f"{self.text} {noun}" if noun and self.claim.is_level else self.text


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

    @property
    def spans_headline(self) -> bool:
        """Whether a headline's figure is held against the body's: "trips up 40 per cent" over "from 2m to 2.6m"."""
        return self.stated.quantity.where == "title" and any(o.quantity.where == "text" for o in self.operands)


@dataclass(frozen=True, slots=True)
class Phrase:
    """`text[start:end]`, a claim about a whole series, with or without a number in it.

    The recalculation's `stated` is `NO_QUANTITY`.
    """

    start: int
    end: int
    text: str
    where: Where
    recalculation: Recalculation
    label: str
    builtin: bool = False

    @property
    def holds(self) -> bool:
        return self.recalculation.holds


@dataclass(frozen=True, slots=True)
class Story:
    """The whole article, for checks that must see all of it.

    `phrases` are claims about a series ("the highest since 2008") that a table was held against, `levels` the
    table's figures behind shares and changes whose own the text leaves out.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...]
    phrases: tuple[Phrase, ...] = ()
    levels: tuple[TableLevel, ...] = ()

    def row(self, mention: Mention) -> tuple[Mention, ...]:
        """The numbers of a number's sentence, in order."""
        first, last = mention.index, mention.index + 1
        while first > 0 and self.mentions[first - 1].claim.sentence == mention.claim.sentence:
            first -= 1
        while last < len(self.mentions) and self.mentions[last].claim.sentence == mention.claim.sentence:
            last += 1
        return self.mentions[first:last]


@dataclass(frozen=True, slots=True)
class Share(Relation):
    """A part of a whole. `operands` are part and whole, or (whole, rest) where the part is what is left.

    `others` are further populations of which the part makes the stated share; `between` are populations
    within the whole that hold the part, widest first. `tentative` says that the part is only likely.
    """

    tentative: bool = False
    others: tuple[tuple[Mention, Recalculation], ...] = ()
    between: tuple[tuple[Mention, Recalculation], ...] = ()

    @property
    def part(self) -> Mention:
        return self.operands[0]

    @property
    def whole(self) -> Mention:
        return self.operands[1]


@dataclass(frozen=True, slots=True)
class Rate(Relation):
    """A count over a length of time, or over a population."""


@dataclass(frozen=True, slots=True)
class Total(Relation):
    """Parts that make a stated total."""


@dataclass(frozen=True, slots=True)
class Reworded(Relation):
    """A share in words ("a majority") and the percentage that tells it again."""


@dataclass(frozen=True, slots=True)
class Remainder(Relation):
    """What is left of a whole (the first operand) when its other parts are taken away."""


@dataclass(frozen=True, slots=True)
class Partition(Relation):
    """Shares that are offered as all the parts of one whole, the stated one among them."""


@dataclass(frozen=True, slots=True)
class Duration(Relation):
    """A length of time, or an age, between dates."""


@dataclass(frozen=True, slots=True)
class Contrast(Relation):
    """A value set against an earlier or other one with a word that says which is larger: `upward`, the stated one."""

    upward: bool = True


@dataclass(frozen=True, slots=True)
class Attainable(Relation):
    """A percentage of so many whole things, and the whole number that comes nearest to it."""


@dataclass(frozen=True, slots=True)
class Containment(Relation):
    """A part and the whole that it is said to be of."""


@dataclass(frozen=True, slots=True)
class Average(Relation):
    """A total over the number of units that share it."""


@dataclass(frozen=True, slots=True)
class ImpliedCount(Relation):
    """A count, and the share and base that imply it."""
