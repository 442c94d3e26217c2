"""The whole working for `--why`: every sum with its grade and sources, every number left alone and why."""

from collections.abc import Iterator

from factcheck.model.recalculation import Recalculation
from factcheck.model.report import Report, Unchecked
from factcheck.render._ids import all_recalculations
from factcheck.render._layout import Line, one_line, wrapped
from factcheck.render._places import Places
from factcheck.render._sums import disagreement, evidence
from factcheck.render._values import fixed

_GRADES = {
    "strong": "the wording names the formula",
    "fair": "the wording suggests the formula",
    "arithmetic": "found by the arithmetic alone",
}


def working(report: Report, width: int) -> Iterator[Line]:
    """Two lists: the sums, in the order of the text, then what was not checked."""
    place = _Where(report)
    sums = sorted(all_recalculations(report), key=lambda r: place.key(r.stated))
    if sums:
        yield (("Every sum", "heading"),)
        for recalculation in sums:
            yield from _sum(report, recalculation, place, width)
        yield ()
    if report.coverage.unchecked:
        yield (("Not checked", "heading"),)
        for unchecked in sorted(report.coverage.unchecked, key=lambda u: place.key(u.quantity)):
            yield from _left_alone(report, unchecked, place, width)
        yield ()


class _Where:
    """Where the report's quantities stand, for people and for sorting."""

    def __init__(self, report: Report) -> None:
        self._quantities = report.quantities
        self._places = Places(report)

    def key(self, index: int) -> tuple[bool, int]:
        quantity = self._quantities[index]
        return quantity.where != "title", quantity.start

    def name(self, index: int) -> str:
        quantity = self._quantities[index]
        return self._places.name(quantity.start, quantity.where)


def _sum(report: Report, recalculation: Recalculation, place: _Where, width: int) -> Iterator[Line]:
    stated = report.quantities[recalculation.stated]
    sign, role = ("✓", "tick") if recalculation.holds else ("✗", "cross")
    yield ((f" {sign} ", role), (one_line(stated.text), "mark"), (f"  {place.name(recalculation.stated)}", "quiet"))
    result = f"{recalculation.expression} = {recalculation.display}, {disagreement(report, recalculation)}"
    yield from wrapped(recalculation.working or result, width, indent="      ")
    yield from wrapped("; ".join(_grounds(recalculation)), width, indent="      ", role="quiet")


def _grounds(recalculation: Recalculation) -> Iterator[str]:
    yield f"{recalculation.kind}: {_GRADES[recalculation.grade]}"
    if recalculation.sources:
        yield f"operands from {', '.join(recalculation.sources)}"
    if recalculation.chance is not None:
        yield f"chance of so good a fit by accident {fixed(recalculation.chance * 100, 2)} %"
    if recalculation.reference:
        yield evidence(recalculation.reference)


def _left_alone(report: Report, unchecked: Unchecked, place: _Where, width: int) -> Iterator[Line]:
    words = one_line(report.quantities[unchecked.quantity].text)
    yield from wrapped(
        f"“{words}” ({place.name(unchecked.quantity)}): {unchecked.reason}", width, indent=" ", bullet="· "
    )
