"""The names that a report's parts go by outside: q1, c1, r1, f1, in the order of the report."""

from collections.abc import Iterable

from factcheck.model.recalculation import Recalculation
from factcheck.model.report import Report


def quantity_id(index: int | None) -> str | None:
    """The name of a quantity; none for a claim about a phrase, which has no quantity."""
    return None if index is None or index < 0 else f"q{index + 1}"


def all_recalculations(report: Report) -> tuple[Recalculation, ...]:
    """Those of the report, then any that only a claim or a finding carries, each once."""
    by_claims = (r for judged in report.claims for r in judged.recalculations)
    by_findings = (r for finding in report.findings for r in finding.recalculations)
    return tuple(dict.fromkeys((*report.recalculations, *by_claims, *by_findings)))


def ids(prefix: str, things: Iterable[object]) -> dict[object, str]:
    """Each thing's name; of two equal ones the first counts."""
    named: dict[object, str] = {}
    for number, thing in enumerate(things, start=1):
        named.setdefault(thing, f"{prefix}{number}")
    return named
