"""What a frame may look at: the claims and populations of an article, and not a single value."""

import datetime
from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from factcheck.model.article import Sentence
from factcheck.model.claim import Claim, Population
from factcheck.model.coins import of_one_money

FAR = 80  # numbers back in which a base is still remembered
REACH = 3  # sentences back (or ahead) in which a number belongs to the one at hand


class Scene:
    """The claims of an article with the ways to walk among them."""

    def __init__(
        self,
        claims: Sequence[Claim],
        populations: Sequence[Population],
        published: datetime.date | None = None,
        sentences: Sequence[Sentence] = (),
    ) -> None:
        self.claims = claims
        self._texts = {s.index: s for s in sentences}
        self.published = published
        self.populations = populations
        self._sentences: dict[int, list[Claim]] = {}
        self._bases = {c.base for c in claims if c.base is not None}
        for claim in claims:
            self._sentences.setdefault(claim.sentence, []).append(claim)

    def sentence(self, claim: Claim) -> list[Claim]:
        """All claims of a claim's sentence, in order."""
        return self._sentences[claim.sentence]

    @property
    def headline(self) -> Sequence[Claim]:
        """The claims of the headline: they come first."""
        return tuple(takewhile(lambda c: c.where == "title", self.claims))

    def lead(self, sentences: int) -> Sequence[Claim]:
        """The claims of the first sentences of the body that have any number."""
        body = dropwhile(lambda c: c.where == "title", self.claims)
        first = next(body, None)
        if first is None:
            return ()
        return (first, *takewhile(lambda c: c.sentence < first.sentence + sentences, body))

    def row(self, sentence: int) -> Sequence[Claim]:
        """The claims of a sentence by its index."""
        return self._sentences.get(sentence, ())

    def earlier(self, claim: Claim) -> Sequence[Claim]:
        """The claims before this one, as far back as a reader remembers."""
        return self.claims[max(0, claim.quantity - FAR) : claim.quantity]

    def near(self, claim: Claim, back: int = REACH, ahead: int = 0) -> Iterator[Claim]:
        """The claims of the sentences around a claim, nearest sentence first, in order within each."""
        for distance in range(1, max(back, ahead) + 1):
            if distance <= back:
                yield from self._sentences.get(claim.sentence - distance, ())
            if distance <= ahead:
                yield from self._sentences.get(claim.sentence + distance, ())

    def before(self, claim: Claim) -> list[Claim]:
        """The claims of the same sentence before this one, nearest first."""
        return [c for c in reversed(self.sentence(claim)) if c.quantity < claim.quantity]

    def after(self, claim: Claim) -> list[Claim]:
        """The claims of the same sentence after this one, nearest first."""
        return [c for c in self.sentence(claim) if c.quantity > claim.quantity]

    def text_before(self, claim: Claim) -> str:
        """The sentence before a claim's in its paragraph, with numbers or without, in lower case."""
        found = self._texts.get(claim.sentence - 1)
        return found.text.lower() if found is not None and found.paragraph == claim.paragraph else ""

    def prose(self, claim: Claim, reach: int = 1) -> str:
        """The sentences around a claim in its paragraph, with numbers or without, in lower case."""
        found = (self._texts.get(claim.sentence + n) for n in range(-reach, reach + 1))
        return " ".join(s.text.lower() for s in found if s is not None and s.paragraph == claim.paragraph)

    def printed_before(self, claim: Claim) -> str:
        """The words of a claim's sentence before it, as they are printed."""
        found = self._texts.get(claim.sentence)
        return "" if found is None else found.text[: claim.start - found.start]

    def printed(self, first: Claim, last: Claim) -> str:
        """The sentences from one claim's to another's, with numbers or without."""
        found = (self._texts.get(n) for n in range(first.sentence, last.sentence + 1))
        return " ".join(s.text for s in found if s is not None)

    def told(self, first: Claim, last: Claim) -> str:
        """The same in lower case."""
        return self.printed(first, last).lower()

    def is_base(self, claim: Claim) -> bool:
        """Whether something is said to be a part of this number."""
        return claim.quantity in self._bases

    def base(self, claim: Claim) -> Claim | None:
        """The whole that the words name for a claim."""
        return None if claim.base is None else self.claims[claim.base]

    def population(self, claim: Claim) -> Population | None:
        return None if claim.node is None else self.populations[claim.node]

    def above(self, claim: Claim) -> list[Claim]:
        """The populations that a level is within, said or likely, as the nearest mention of each."""
        population = self.population(claim)
        if population is None:
            return []
        found, frontier = dict.fromkeys(node for node, _ in population.within), list(population.within)
        while frontier:
            node, _ = frontier.pop(0)
            new = [edge for edge in self.populations[node].within if edge[0] not in found]
            found.update(dict.fromkeys(n for n, _ in new))
            frontier += new
        return [self.mention(node, claim) for node in found if node != claim.node]

    def mention(self, node: int, near: Claim) -> Claim:
        """The mention of a population that is nearest to a claim."""
        return min(
            (self.claims[m] for m in self.populations[node].mentions),
            key=lambda c: (abs(c.sentence - near.sentence), abs(c.quantity - near.quantity)),
        )

    def is_within(self, part: Claim, whole: Claim) -> str | None:
        """How surely one population is a part of another, through any that lie between; None if not."""
        if part.node is None or whole.node is None:
            return None
        seen, frontier, certainty = {part.node}, [part.node], {part.node: "said"}
        while frontier:
            node = frontier.pop(0)
            for parent, how in self.populations[node].within:
                sure = "said" if certainty[node] == how == "said" else "likely"
                if parent == whole.node:
                    return sure
                if parent not in seen:
                    seen.add(parent)
                    certainty[parent] = sure
                    frontier.append(parent)
        return None


def alike(a: Claim, b: Claim) -> bool:
    """Whether two levels are of one kind and unit, so that one can be a part of the other."""
    return a.kind == b.kind and (a.unit == b.unit or (a.kind == "money" and of_one_money(a.unit, b.unit)))


def same_number(a: Claim, b: Claim) -> bool:
    """Whether two claims print the same number for the same population."""
    return a.quantity == b.quantity or (a.node is not None and a.node == b.node)


def periods_clash(a: Claim, b: Claim) -> bool:
    """Whether two claims are known to speak of different periods."""
    return a.period is not None and b.period is not None and a.period.key != b.period.key
