"""The populations of an article: what was counted, every mention of how many, and what is a part of what.

One pass, left to right. A count restates a population, or opens one; edges are said ("of whom",
"of the 959") or likely (a later rung of a usual ladder, the same noun with one more modifier). The
registry sees which printed numbers are equal, never how large they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.claims.bases import BaseWords
from factcheck.claims.edges import FAR, Node, guess_edges
from factcheck.claims.stems import is_person, stem
from factcheck.model.claim import RETOLD, Certainty, Claim, Period, Population

_LEAD = 10  # the populations of the first paragraphs, which an article goes back to
_REACH = 3  # sentences back in which a bare pronoun finds what it stands for


@dataclass(frozen=True, slots=True)
class Resolution:
    """What some words refer to: a claim, how surely, and what else they could mean."""

    claim: int
    certainty: Certainty
    rivals: tuple[int, ...] = ()


def _tells_again(claim: Claim) -> bool:
    """Whether a share tells the number before it again: ", or 5 per cent of them", not ": 60 per cent of them sing"."""
    return claim.role == "share" and claim.joint in RETOLD and (claim.closed or claim.joint in ("or", "which", "noun"))


class Registry:
    """Populations under construction; `claims` grows as the article is read."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.claims: dict[int, Claim] = {}
        self.waiting: dict[int, BaseWords] = {}
        self.printed: dict[str, list[int]] = {}
        self.last_period: Period | None = None

    def enter(self, claim: Claim, base_words: BaseWords | None, numbers: Sequence[int]) -> Claim:
        """Read the next claim: find its base, give it its population. `numbers` are its sentence's quantities."""
        resolution = self.resolve(base_words, claim, numbers) if base_words else None
        if (
            resolution is not None
            and base_words
            and (base_words.fronted or base_words.quantity is not None)
            and self._counts_other_things(claim, base_words, resolution)
        ):
            resolution, base_words = None, None
        if base_words and resolution is None and claim.head is None and claim.is_level:
            claim = replace(claim, head=base_words.head)  # "3,600 of its clerks" are clerks
        if base_words and resolution is None:
            self.waiting[claim.quantity] = base_words
        if resolution is not None:
            whole = self.claims.get(resolution.claim)
            inherited = whole.period if whole is not None and claim.is_level else None
            claim = replace(claim, base=resolution.claim, base_certainty=resolution.certainty, rivals=resolution.rivals)
            claim = replace(claim, period=claim.period or inherited)
        claim = replace(claim, base_named=base_words is not None and base_words.names_something)
        claim = replace(claim, base_lost=base_words is not None and resolution is None)
        if claim.is_level:
            claim = replace(claim, node=self._place(claim))
        self.claims[claim.quantity] = claim
        return claim

    def _counts_other_things(self, claim: Claim, words_: BaseWords, base: Resolution) -> bool:
        """ "Of the nine schools, four will share 26 classrooms", "864 performances of 212 plays"."""
        whole = self.claims.get(base.claim)
        if not words_.fronted and (whole is None or whole.scope in ("definite", "all")):
            return False
        if not claim.is_level or claim.head is None or whole is None or whole.head is None:
            return False
        return claim.head != whole.head and not (is_person(claim.head) and is_person(whole.head))

    def look_ahead(self) -> None:
        """Shares told before their counts: "a third of the houses …", and two sentences later the 3,000 houses."""
        for index, words_ in self.waiting.items():
            claim = self.claims[index]
            if (
                claim.role == "share"
                and not self._has_counts_beside(claim)
                and (words_.head or words_.stems)
                and (found := self._best_match(words_, claim)) is not None
            ):
                base = self.claims[found.claim]
                if base.base is not None and (base.sentence == claim.sentence or base.base == base.quantity + 1):
                    # "a majority of them, 431 out of 905"; "a quarter of the lamps. The 988 lamps, of the 3,800, …"
                    found = Resolution(base.base, "said")
                    base = self.claims[found.claim]
                is_part = (
                    base.quantity == index + 1 and base.joint in RETOLD
                )  # "more than half of the refusals, 160, …"
                if 0 <= base.sentence - claim.sentence <= _REACH and not is_part:
                    self.claims[index] = replace(
                        claim, base=found.claim, base_certainty=found.certainty, rivals=found.rivals
                    )

    def _has_counts_beside(self, claim: Claim) -> bool:
        """ "45 per cent of those stolen in the city: 540 of 1,200": its base is there, not further on."""
        told = self.claims.get(claim.quantity + 1)
        if told is None or told.sentence != claim.sentence or not told.is_level or told.joint not in RETOLD:
            return False
        return told.closed and told.base == told.quantity + 1 and told.base_certainty == "said"

    def resolve(self, words_: BaseWords, claim: Claim, numbers: Sequence[int]) -> Resolution | None:
        """What the base words of a claim refer to, if anything before it."""
        if words_.quantity is not None:
            return Resolution(numbers[words_.quantity], "said")
        if words_.turn is not None:
            return self._in_turn(claim, words_.turn)
        if words_.pronoun:
            named = self._best_match(words_, claim) if words_.head else None
            return named or self._nearest(claim, words_)
        return self._best_match(words_, claim) if words_.head or words_.stems else None

    def _in_turn(self, claim: Claim, turn: int) -> Resolution | None:
        """ "The former" or "the latter" of two numbers told side by side in the sentence, or in the one before."""
        earlier = [c for c in self._levels_before(claim) if claim.sentence - c.sentence <= 1 and c.base is None]
        last = [c for c in earlier if c.sentence == earlier[-1].sentence]
        two = [c for c in last if (c.kind, c.unit) == (last[-1].kind, last[-1].unit)][-2:]
        if len(two) < 2 or (two[1].joint not in ("and", "comma") and "and" not in two[1].before.split()):
            return None
        return Resolution(two[turn].quantity, "said" if len(last) == 2 else "likely")

    def _nearest(self, claim: Claim, words_: BaseWords) -> Resolution | None:
        """What "those" or "them" stands for: the counts of the nearest sentence that has any."""
        limit = claim.sentence if words_.fronted else claim.sentence + 1
        beside = claim.is_level and claim.closed and claim.joint == "comma"  # "students, 15,800 of them by one count,"
        told = self._told_again(claim)
        earlier = [
            c
            for c in self._levels_before(claim)
            if c.sentence < limit and claim.sentence - c.sentence <= (0 if beside else _REACH) and self._fits(claim, c)
            if not (words_.singular and c.kind == "count")  # "four valleys: Arden, which sends in 31.5 per cent of it"
            and c.quantity != told
        ]
        if not earlier:
            return None
        alike = [c for c in earlier if c.sentence == earlier[-1].sentence and c.head == claim.head is not None]
        nearest = (alike or earlier)[-1]
        same_sentence = [c for c in earlier if c.sentence == nearest.sentence]
        rivals = tuple(c.quantity for c in reversed(same_sentence) if c.node != nearest.node)
        unrelated = [r for r in rivals if not self._related(r, nearest.quantity)]
        unsure = bool(unrelated) or nearest.paragraph != claim.paragraph  # paragraphs may be moved
        return Resolution(nearest.quantity, "likely" if unsure else "said", rivals)

    def _told_again(self, claim: Claim) -> int | None:
        """The number that a share tells again: the one before it, dates and ages between left out."""
        n = claim.quantity - 1
        while (c := self.claims.get(n)) is not None and c.role in ("date", "age") and c.sentence == claim.sentence:
            n -= 1
        return n if _tells_again(claim) else None

    def _fits(self, claim: Claim, other: Claim) -> bool:
        return claim.kind in ("percentage", "fraction", "ratio") or (claim.kind, claim.unit) == (other.kind, other.unit)

    def _best_match(self, words_: BaseWords, claim: Claim) -> Resolution | None:
        """What a definite phrase names: the population with its noun and most of its words, the nearest first."""
        scored = [(self._score(words_, n), n) for n in self._remembered() if self._may_be_base(n, words_, claim)]
        best = max((score for score, _ in scored), default=0)
        if best < 2:
            return None
        winners = [n for score, n in scored if score == best]
        winner = max(winners, key=lambda n: self.nodes[n].mentions[-1])
        rivals = tuple(self.nodes[n].mentions[-1] for n in reversed(winners) if n != winner)
        another_noun = words_.head is not None and words_.head != self.nodes[winner].head
        certainty: Certainty = "likely" if rivals or another_noun else "said"
        return Resolution(self.nodes[winner].mentions[-1], certainty, rivals)

    def _remembered(self) -> Iterator[int]:
        """The populations that a phrase may name: those of the lead, and the latest."""
        yield from range(min(_LEAD, len(self.nodes)))
        yield from range(max(_LEAD, len(self.nodes) - FAR), len(self.nodes))

    def _may_be_base(self, n: int, words_: BaseWords, claim: Claim) -> bool:
        """Not the number itself, nor the one that it tells again, nor a number of the same opening "Of the …"."""
        beside = [m for m in self.nodes[n].mentions if self.claims[m].sentence == claim.sentence]
        if claim.quantity in self.nodes[n].mentions or (words_.fronted and beside):
            return False
        came_to = claim.role == "share" and claim.joint == "to"  # "the 86 came to 12 per cent of"
        again = came_to or claim.joint in RETOLD
        return not (again and claim.quantity - 1 in beside)

    def _score(self, words_: BaseWords, n: int) -> int:
        node = self.nodes[n]
        shared = len(words_.stems & node.stems)
        if words_.head is None:
            return 2 * shared
        if words_.head == node.head:
            return (1 if node.inherited else 2) + 2 * shared
        if stem(words_.head) in node.stems:  # "of whom 800 were women … 200 of the women"
            return 2 + shared
        if is_person(words_.head) and is_person(node.head):
            return 1 + 2 * shared
        return 2 * shared - 1 if node.head is None else 0

    def _levels_before(self, claim: Claim) -> list[Claim]:
        indices = range(max(0, claim.quantity - FAR), claim.quantity)
        return [c for i in indices if (c := self.claims.get(i)) is not None and c.is_level]

    def _related(self, a: int, b: int) -> bool:
        first, second = self.claims[a].node, self.claims[b].node
        return (
            first is not None
            and second is not None
            and (first == second or second in self.nodes[first].within or first in self.nodes[second].within)
        )

    def _place(self, claim: Claim) -> int:
        """The node of a level: one that it restates, or a new one with its edges."""
        for n in reversed(self.printed.get(claim.same, [])):
            if self._restates(claim, self.nodes[n]):
                self.nodes[n].mentions.append(claim.quantity)
                self.nodes[n].stems |= claim.stems
                self._link(n, claim)
                return n
        head = claim.head or self._inherited_head(claim)
        self.printed.setdefault(claim.same, []).append(len(self.nodes))
        self.nodes.append(Node([claim.quantity], head, claim.stems, claim, inherited=claim.head is None))
        self._link(len(self.nodes) - 1, claim)
        return len(self.nodes) - 1

    def _restates(self, claim: Claim, node: Node) -> bool:
        other = node.claim
        return (
            claim.same == other.same
            and (claim.kind, claim.unit) == (other.kind, other.unit)
            and claim.scope != "further"
            and other.scope != "further"
            and (claim.scope == "definite" or claim.head == node.head or claim.head is None or node.head is None
                 or bool(claim.stems & node.stems) or (is_person(claim.head) and is_person(node.head)))
        )  # fmt: skip

    def _inherited_head(self, claim: Claim) -> str | None:
        """The noun of a bare number: that of its base, else of the number before it."""
        base = self.claims.get(claim.base) if claim.base is not None else None
        if base is not None and base.node is not None:
            return self.nodes[base.node].head
        earlier = [c for c in self._levels_before(claim) if c.kind == claim.kind and claim.sentence - c.sentence <= 1]
        return self.nodes[earlier[-1].node].head if earlier and earlier[-1].node is not None else None

    def _link(self, n: int, claim: Claim) -> None:
        """The edge from node `n` to the base that is said."""
        base = self.claims.get(claim.base) if claim.base is not None else None
        alike = base is not None and (base.kind, base.unit) == (claim.kind, claim.unit)
        if base is not None and alike and base.node is not None and base.node != n:
            self.nodes[n].within[base.node] = claim.base_certainty

    def populations(self) -> tuple[Population, ...]:
        """The finished records."""
        guess_edges(self.nodes)
        return tuple(
            Population(tuple(n.mentions), n.head, n.stems, n.claim.period, tuple(n.within.items())) for n in self.nodes
        )
