"""The populations under construction, and the edges between them that nothing says but usage makes likely."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.claims.ladders import climbs
from factcheck.claims.stems import stem
from factcheck.model.claim import Certainty, Claim

FAR = 80  # numbers back in which a population is still remembered


@dataclass(slots=True)
class Node:
    """A population with its mentions; `within` are the nodes that it is a part of, `guessed` those by usage."""

    mentions: list[int]
    head: str | None
    stems: frozenset[str]
    claim: Claim
    inherited: bool = False
    within: dict[int, Certainty] = field(default_factory=dict)
    guessed: set[int] = field(default_factory=set)


def guess_edges(nodes: Sequence[Node]) -> None:
    """The edges that nothing says but usage makes likely."""
    for n, part in enumerate(nodes):
        for m in range(max(0, n - FAR), min(len(nodes), n + FAR)):
            whole = nodes[m]
            if n != m and m not in part.within and n not in whole.within and _likely_within(part, whole, nodes):
                part.within[m] = "likely"
                part.guessed.add(m)


def _root(node: Node, nodes: Sequence[Node]) -> int | None:
    """The population at the top of those that words, not guesses, put this one in."""
    root, seen = None, set[int]()
    while parents := [n for n in node.within if n not in node.guessed and n not in seen]:
        root = parents[0]
        seen.add(root)
        node = nodes[root]
    return root


def _likely_within(part: Node, whole: Node, nodes: Sequence[Node]) -> bool:
    a, b = part.claim, whole.claim
    if (a.kind, a.unit) != (b.kind, b.unit) or a.scope == "further" or b.scope == "further":
        return False
    if a.period and b.period and a.period.key != b.period.key:
        return False
    mine, its = _root(part, nodes), _root(whole, nodes)
    if mine is not None and mine != (nodes.index(whole) if its is None else its):
        return False
    same_things = part.head is not None and part.head == whole.head and not whole.inherited
    narrower = whole.stems - {stem(part.head or "")} < part.stems - {stem(part.head or "")}
    own = a.own - {stem(a.head or ""), stem("people")}
    described = bool(own) and own <= b.own and not part.stems <= whole.stems  # "pass holders" who claimed
    return climbs(whole.stems, part.stems) or (same_things and narrower) or described
