"""Which pictures a finding's numbers make, by name: funnel, icons, line, rates, periods; all from exact values."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from factcheck.model.finding import Finding, Side
from factcheck.model.quantity import Quantity
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import NO_QUANTITY
from factcheck.model.report import Report
from factcheck.render._sums import step_name
from factcheck.render.pictures import funnel, icons, line, periods, rates


def pictures(report: Report, finding: Finding) -> Iterator[tuple[str, str]]:
    """Each picture's name and its SVG, already safe to put on a page."""
    for name, draw in _DRAWERS.items():
        picture = draw(report, finding)
        if picture is not None:
            yield name, picture


def _funnel(_: Report, finding: Finding) -> str | None:
    return funnel.draw(finding.funnel) if finding.funnel else None


def _icons(_: Report, finding: Finding) -> str | None:
    """The part of the first step and of the step before it, one over the other."""
    if len(finding.funnel) < 3 or not finding.funnel[0].count or not finding.funnel[-2].count:
        return None
    first, previous, part = finding.funnel[0], finding.funnel[-2], finding.funnel[-1]
    return icons.draw([(f"of {step_name(base)}", part.count / base.count) for base in (first, previous)])


def _line(report: Report, finding: Finding) -> str | None:
    """Stated against computed, where the sum does not come out and both are in one unit."""
    if finding.severity != "error" or len(finding.recalculations) != 1:
        return None
    recalculation = finding.recalculations[0]
    if recalculation.stated == NO_QUANTITY or recalculation.kind == "partition":  # which sums the others
        return None
    stated = report.quantities[recalculation.stated]
    if recalculation.holds or recalculation.value is None or stated.stated is None:
        return None
    computed = recalculation.value * _scale(recalculation, stated)
    if computed in stated.stated:
        return None
    return line.draw(stated.stated, stated.text, computed, recalculation.display)


def _scale(recalculation: Recalculation, stated: Quantity) -> int:
    """What brings a sum to the unit of the number that it is held against: 0.125 is set against 12.5 per cent."""
    value, computed = recalculation.value or Fraction(0), recalculation.computed
    if computed is None:
        return 100 if stated.unit == "percent" else 1
    shares = stated.unit in ("percent", "points") and (value * 100 in computed or -value * 100 in computed)
    return 100 if shares else 1


def _rates(_: Report, finding: Finding) -> str | None:
    """Two groups by count and by rate, or two shares with the counts behind them."""
    return rates.draw(list(map(_row, finding.sides))) if finding.sides and not _is_timed(finding) else None


def _row(side: Side) -> rates.Row:
    count_words, rate_words = (f"{label} of {side.whole_label}" for label in (side.count_label, side.rate_label))
    return rates.Row(side.count, count_words, side.rate, rate_words)


def _periods(_: Report, finding: Finding) -> str | None:
    """Two counts over unlike times."""
    return periods.draw(list(map(_block, finding.sides))) if _is_timed(finding) else None


def _block(side: Side) -> periods.Block:
    return periods.Block(f"{side.count_label} in {side.whole_label}", side.whole, side.rate, side.rate_label)


def _is_timed(finding: Finding) -> bool:
    return any(side.timed for side in finding.sides)


_DRAWERS: dict[str, Callable[[Report, Finding], str | None]] = {
    "funnel": _funnel,
    "icons": _icons,
    "line": _line,
    "rates": _rates,
    "periods": _periods,
}
