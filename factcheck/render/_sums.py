"""A sum in words, shared by the formats that people read."""

from collections.abc import Iterator

from factcheck.model.display import compared, equation
from factcheck.model.finding import Alternative, Finding, Step
from factcheck.model.recalculation import Evidence, Recalculation
from factcheck.model.relation import NO_QUANTITY
from factcheck.model.report import Report
from factcheck.render._values import fixed, grouped

_HOW_IT_HOLDS = {
    "exact": "as the text says",
    "nearest": "which the text rounds to",
    "cut": "which the text cuts off, not rounds, to",
    "hedge": "which fits",
    "word": "which fits",
}


def sum_line(report: Report, recalculation: Recalculation) -> str:
    """The sum, and whether it agrees with what is printed: "147 / 8586 = 1.712 %, not “2.7 per cent”"."""
    if recalculation.stated == NO_QUANTITY:
        return recalculation.working or f"{recalculation.expression}: {recalculation.display}"
    stated = report.quantities[recalculation.stated]
    words = f"{stated.hedge} {stated.text}" if stated.hedge else stated.text
    said = compared(recalculation.expression, f"“{words}”", recalculation.holds)
    if said:
        return said
    agrees = f"{_HOW_IT_HOLDS[recalculation.rounding]} “{words}”" if recalculation.holds else f"not “{words}”"
    found = recalculation.working if recalculation.reference else ""
    return f"{found or equation(recalculation.expression, recalculation.display)}, {agrees}"


def base_line(other: Alternative) -> str:
    """The same part of another base, and how much larger that is, if it is."""
    times = f" ({fixed(other.factor, 1)} times the figure given)" if other.factor > 1 else ""
    return f"of {other.text}: {other.display}{times}"


def suggestions(finding: Finding) -> Iterator[str]:
    """What would be right in words, unless the edits say it all."""
    plain = {f"Write “{edit.replacement}”." for edit in finding.edits}
    if finding.suggestion and finding.suggestion not in plain:
        yield finding.suggestion


def funnel_rows(finding: Finding) -> Iterator[str]:
    """One line a step: "959 people: 11.17 % of the step before"."""
    for step in finding.funnel:
        shares = ", ".join(step_shares(step))
        yield step_name(step) + (f": {shares}" if shares else "")


def step_name(step: Step) -> str:
    """How many of what: the label with its count, which it often has already."""
    count = grouped(step.count)
    return step.label if count.replace(",", "") in step.label.replace(",", "") else f"{count} {step.label}"


def step_shares(step: Step) -> Iterator[str]:
    if step.of_previous is not None:
        yield f"{step.of_previous} of the step before"
    if step.of_first is not None and step.of_first != step.of_previous:
        yield f"{step.of_first} of the first"


def evidence(reference: Evidence) -> str:
    """Where a table says so: data set, column, rows, period and formula."""
    rows = f"row{'s' if len(reference.rows) > 1 else ''} {', '.join(map(str, reference.rows))}"
    parts = [f"{reference.dataset}/{reference.resource}", reference.column, rows, reference.period, reference.formula]
    retrieved = f"retrieved {reference.retrieved}" if reference.retrieved else None
    return ", ".join(part for part in (*parts, reference.source, retrieved, reference.note) if part)
