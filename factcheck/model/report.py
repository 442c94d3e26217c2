"""All that was found, as data."""

from dataclasses import dataclass
from typing import Literal

from factcheck.model.article import Article, Sentence
from factcheck.model.claim import Claim
from factcheck.model.finding import Finding
from factcheck.model.quantity import Quantity
from factcheck.model.recalculation import Recalculation

Verdict = Literal["contradicted", "misleading", "supported", "unchecked"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with its verdict; `reason` says why in words."""

    claim: Claim
    verdict: Verdict
    reason: str
    recalculations: tuple[Recalculation, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A quantity that nothing could be set against, and why."""

    quantity: int
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was looked at and what was not. A checker that hides this claims more than it knows."""

    quantities: int
    checkable: int
    checked: int
    held: int
    unchecked: tuple[Unchecked, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What `factcheck.verify` found in one article. Quantities are named by their place in `quantities`.

    `parsed` has the index of each sentence whose grammar was read; in the others the rules alone were enough.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    quantities: tuple[Quantity, ...]
    claims: tuple[Judged, ...]
    recalculations: tuple[Recalculation, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage
    parsed: frozenset[int] = frozenset()

    @property
    def ok(self) -> bool:
        """Whether there is no error (warnings and notes are allowed)."""
        return not any(finding.severity == "error" for finding in self.findings)
