"""The whole working for `--why`: every sum with its grade and sources, every number left alone, what was parsed."""

from collections.abc import Iterator
from textwrap import shorten

from factcheck.model.article import Where
from factcheck.model.recalculation import Recalculation
from factcheck.model.report import Report
from factcheck.render._ids import all_recalculations
from factcheck.render._layout import Line, one_line, wrapped
from factcheck.render._places import Places
from factcheck.render._sums import evidence, sum_line
from factcheck.render._values import fixed

_GRADES = {
    "strong": "the wording names the formula",
    "fair": "the wording suggests the formula",
    "arithmetic": "found by the arithmetic alone",
}


def working(report: Report, width: int) -> Iterator[Line]:
    """Three lists: the sums, in the order of the text, what was not checked, and the sentences that were parsed."""
    places = Places(report)
    yield from _sums(report, places, width)
    yield from _unchecked(report, places, width)
    yield from _parsed(report, places, width)


def _sums(report: Report, places: Places, width: int) -> Iterator[Line]:
    sums = sorted(all_recalculations(report), key=lambda r: _order(*places.stated(r)))
    if sums:
        yield (("Every sum", "heading"),)
        for recalculation in sums:
            yield from _sum(report, recalculation, places, width)
        yield ()


def _unchecked(report: Report, places: Places, width: int) -> Iterator[Line]:
    if report.coverage.unchecked:
        yield (("Not checked", "heading"),)
        quantities = [(report.quantities[u.quantity], u.reason) for u in report.coverage.unchecked]
        for quantity, reason in sorted(quantities, key=lambda item: _order(item[0].start, item[0].end, item[0].where)):
            words = f"“{one_line(quantity.text)}” ({places.name(quantity.start, quantity.where)})"
            yield from wrapped(f"{words}: {reason}", width, indent=" ", bullet="· ")
        yield ()


def _parsed(report: Report, places: Places, width: int) -> Iterator[Line]:
    if report.sentences:
        parsed = [sentence for sentence in report.sentences if sentence.index in report.parsed]
        yield ((f"Parsed: {len(parsed)} of {len(report.sentences)} sentences; the rules read the rest", "heading"),)
        for sentence in parsed:
            words = f"{places.name(sentence.start, sentence.where)}: {one_line(sentence.text)}"
            yield from wrapped(shorten(words, width - 3, placeholder=" …"), width, indent=" ", bullet="· ")
        yield ()


def _order(start: int, end: int, where: Where) -> tuple[bool, int, int]:
    return where != "title", start, end


def _sum(report: Report, recalculation: Recalculation, places: Places, width: int) -> Iterator[Line]:
    start, end, where = places.stated(recalculation)
    sign, role = ("✓", "tick") if recalculation.holds else ("✗", "cross")
    words = one_line(places.words(start, end, where))
    yield ((f" {sign} ", role), (words, "mark"), (f"  {places.name(start, where)}", "quiet"))
    yield from wrapped(recalculation.working or sum_line(report, recalculation), width, indent="      ")
    yield from wrapped("; ".join(_grounds(recalculation)), width, indent="      ", role="quiet")


def _grounds(recalculation: Recalculation) -> Iterator[str]:
    yield f"{recalculation.kind}: {_GRADES[recalculation.grade]}"
    if recalculation.sources:
        yield f"operands from {', '.join(recalculation.sources)}"
    if recalculation.chance is not None:
        yield f"chance of so good a fit by accident {fixed(recalculation.chance * 100, 2)} %"
    if recalculation.reference:
        yield evidence(recalculation.reference)
