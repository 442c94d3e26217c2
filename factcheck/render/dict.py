"""Report → plain dicts and lists, in the shape of `factcheck/report.schema.json`.

Every number that was read or computed is a string of an exact decimal or fraction: nothing is lost
to floats, and no NaN can appear. Infinite ends are None.
"""

from dataclasses import asdict
from typing import Any

from factcheck.model.article import Where
from factcheck.model.claim import Period
from factcheck.model.finding import Alternative, Edit, Finding, Side, Step
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.recalculation import Evidence, Recalculation
from factcheck.model.report import Judged, Report
from factcheck.render._ids import all_recalculations, ids, quantity_id
from factcheck.render._places import Places
from factcheck.render._values import as_worked, exact, fixed
from factcheck.version import SCHEMA, VERSION

Json = dict[str, Any]
Names = dict[object, str]


def render(report: Report) -> Json:
    """The whole report as data."""
    recalculations = all_recalculations(report)
    names = ids("r", recalculations) | ids("f", report.findings)
    article = report.article
    origin = _Origin(report)
    return {
        "factcheck": VERSION,
        "schema": SCHEMA,
        "text": article.text,
        "title": article.title,
        "published": article.published and article.published.isoformat(),
        "source": article.source,
        "quantities": [_quantity(i, q) | origin(q.start, q.end, q.where) for i, q in enumerate(report.quantities)],
        "claims": [_claim(i, judged, report, names, origin) for i, judged in enumerate(report.claims)],
        "recalculations": [_recalculation(i, r) for i, r in enumerate(recalculations)],
        "findings": [_finding(i, f, names, origin) for i, f in enumerate(report.findings)],
        "coverage": _coverage(report),
    }


class _Origin:
    """The keys that say where a span stands in the file, or in the text itself where that is all there is."""

    def __init__(self, report: Report) -> None:
        self._origin = report.article.origin
        self._places = Places(report)

    def __call__(self, start: int, end: int, where: Where) -> Json:
        keys: Json = {"position": self._places.position(start, end, where)}
        span = self._places.span(start, end, where)
        if self._origin and span:
            keys |= {"source_start": span[0], "source_end": span[1]}
        return keys


def _quantity(index: int, quantity: Quantity) -> Json:
    return {
        "id": quantity_id(index),
        "start": quantity.start,
        "end": quantity.end,
        "text": quantity.text,
        "kind": quantity.kind,
        "in": quantity.where,
        **_interval(quantity.stated),
        "value": exact(quantity.value),
        "ends": quantity.ends and [exact(end) for end in quantity.ends],
        "terms": quantity.terms and [exact(term) for term in quantity.terms],
        "unit": quantity.unit,
        "per": quantity.per,
        "hedge": quantity.hedge,
        "bound": quantity.bound,
        "direction": quantity.direction,
        "noun": quantity.noun,
        "hedge_span": quantity.hedge_span and list(quantity.hedge_span),
        "per_span": quantity.per_span and list(quantity.per_span),
        "noun_span": quantity.noun_span and list(quantity.noun_span),
        "start_date": quantity.start_date and quantity.start_date.isoformat(),
        "end_date": quantity.end_date and quantity.end_date.isoformat(),
        "granularity": quantity.granularity,
    }


def _interval(stated: Interval | None) -> Json:
    interval = stated or Interval(None, None)
    return {
        "low": exact(interval.low),
        "high": exact(interval.high),
        "low_open": interval.low_open,
        "high_open": interval.high_open,
    }


def _claim(index: int, judged: Judged, report: Report, names: Names, origin: "_Origin") -> Json:
    claim = judged.claim
    where = claim.where
    return {
        "id": f"c{index + 1}",
        "quantity": quantity_id(claim.quantity),
        "start": claim.start,
        "end": claim.end,
        "in": where,
        **origin(claim.start, claim.end, where),
        "measure": claim.measure,
        "population": claim.population,
        "base": quantity_id(claim.base),
        "period": _period(claim.period),
        "speaker": claim.speaker,
        "verdict": judged.verdict,
        "reason": judged.reason,
        "recalculations": [names[r] for r in judged.recalculations],
        "findings": [names[f] for f in judged.findings if f in names],
    }


def _period(period: Period | None) -> Json | None:
    if period is None:
        return None
    return {
        "start": period.start and period.start.isoformat(),
        "end": period.end and period.end.isoformat(),
        "text": period.text,
        "quantity": quantity_id(period.quantity),
    }


def _recalculation(index: int, recalculation: Recalculation) -> Json:
    chance = recalculation.chance
    return {
        "id": f"r{index + 1}",
        "kind": recalculation.kind,
        "stated": quantity_id(recalculation.stated),
        "operands": [quantity_id(operand) for operand in recalculation.operands],
        "expression": recalculation.expression,
        "value": as_worked(recalculation.value, recalculation.expression),
        "computed": recalculation.computed and _interval(recalculation.computed),
        "display": recalculation.display,
        "holds": recalculation.holds,
        "rounding": recalculation.rounding,
        "working": recalculation.working,
        "grade": recalculation.grade,
        "sources": list(recalculation.sources),
        "chance": None if chance is None else fixed(chance, 4),
        "reference": _evidence(recalculation.reference),
    }


def _evidence(evidence: Evidence | None) -> Json | None:
    if evidence is None:
        return None
    return asdict(evidence) | {"rows": list(evidence.rows)}


def _finding(index: int, finding: Finding, names: Names, origin: "_Origin") -> Json:
    return {
        "id": f"f{index + 1}",
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "start": finding.start,
        "end": finding.end,
        "in": finding.where,
        **origin(finding.start, finding.end, finding.where),
        "text": finding.text,
        "message": finding.message,
        "plainly": finding.plainly,
        "stated": quantity_id(finding.stated),
        "recalculations": [names[r] for r in finding.recalculations],
        "alternatives": [_alternative(alternative) for alternative in finding.alternatives],
        "funnel": [_step(step) for step in finding.funnel],
        "sides": [_side(side) for side in finding.sides],
        "suggestion": finding.suggestion,
        "edits": [_edit(edit) | origin(edit.start, edit.end, finding.where) for edit in finding.edits],
        "cause": finding.cause,
        "fingerprint": finding.fingerprint,
        "reference": _evidence(finding.reference),
    }


def _alternative(alternative: Alternative) -> Json:
    return {
        "base": quantity_id(alternative.base),
        "text": alternative.text,
        "display": alternative.display,
        "factor": fixed(alternative.factor, 2),
    }


def _step(step: Step) -> Json:
    return {
        "quantity": quantity_id(step.quantity),
        "label": step.label,
        "count": exact(step.count),
        "of_previous": step.of_previous,
        "of_first": step.of_first,
    }


def _side(side: Side) -> Json:
    return {
        "count": exact(side.count),
        "whole": exact(side.whole),
        "rate": exact(side.rate),
        "count_label": side.count_label,
        "whole_label": side.whole_label,
        "rate_label": side.rate_label,
        "timed": side.timed,
    }


def _edit(edit: Edit) -> Json:
    return {"start": edit.start, "end": edit.end, "replacement": edit.replacement}


def _coverage(report: Report) -> Json:
    coverage = report.coverage
    return {
        "quantities": coverage.quantities,
        "checkable": coverage.checkable,
        "checked": coverage.checked,
        "held": coverage.held,
        "unchecked": [{"quantity": quantity_id(u.quantity), "reason": u.reason} for u in coverage.unchecked],
    }
