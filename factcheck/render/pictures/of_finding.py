"""Which pictures a finding's numbers make, by name: funnel, icons, line, rates, periods.

Framing findings say which numbers they compare in their message alone, so two pictures read it; what
can be had exactly is taken from the report's quantities. A message in another form makes no picture.
"""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from factcheck.model.finding import Finding
from factcheck.model.quantity import Quantity
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import NO_QUANTITY
from factcheck.model.report import Report
from factcheck.render._sums import step_name
from factcheck.render.pictures import funnel, icons, line, periods, rates

_SIZES = re.compile(r"differ in size: (.+?) of (.+) is ([^,]+), (.+?) of (.+) is ([^,]+)\. By rate")
_SHARES = re.compile(r"count behind it .+?: (.+?) of (.+) is ([\d,]+), (.+?) of (.+) is ([\d,]+)\.$")
_PERIODS = re.compile(r"periods differ: (.+?) in (.+?) is (\S+) a month, (.+?) in (.+?) is (\S+) a month\.$")
_MONTHS = re.compile(r"([\d.,]+) months?")


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
    """What brings a sum to the unit of the number that it is held against: 0.125 is shown as 12.5 %."""
    if stated.unit not in ("percent", "points"):
        return 1
    value, shown = abs(recalculation.value or Fraction(0)), _number(recalculation.display)
    return 100 if abs(shown - 100 * value) < abs(shown - value) else 1


def _rates(report: Report, finding: Finding) -> str | None:
    """Two groups by count and by rate, or two shares with the counts behind them."""
    return _of_groups(report, finding) or _of_shares(report, finding)


def _of_groups(report: Report, finding: Finding) -> str | None:
    found = _SIZES.search(finding.message)
    rows = []
    for part, size, shown in _halves(found):
        count, whole = _value(report, part), _value(report, size)
        if count is None or not whole:
            return None
        rows.append(rates.Row(count, f"{part} of {size}", count / whole, f"{shown} of {size}"))
    return rates.draw(rows) if rows else None


def _of_shares(report: Report, finding: Finding) -> str | None:
    found = _SHARES.search(finding.message)
    rows = []
    for share, whole, count in _halves(found):
        rate = _value(report, share)
        if rate is None:
            return None
        rows.append(rates.Row(_number(count), f"{count} of {whole}", rate, f"{share} of {whole}"))
    return rates.draw(rows) if rows else None


def _periods(_: Report, finding: Finding) -> str | None:
    """Two counts over unlike times."""
    found = _PERIODS.search(finding.message)
    blocks = [
        periods.Block(f"{count} in {length}", _months(length), _number(rate), f"{rate} a month")
        for count, length, rate in _halves(found)
    ]
    return periods.draw(blocks) if blocks else None


def _halves(found: re.Match[str] | None) -> Iterator[tuple[str, str, str]]:
    """Three words for the one, three for the other."""
    if found is not None:
        a, b, c, d, e, f = found.groups()
        yield from ((a, b, c), (d, e, f))


def _value(report: Report, label: str) -> Fraction | None:
    """The value of the printed number that a label begins with; of several the longest."""
    fits = [q for q in report.quantities if q.value is not None and label.startswith(q.text)]
    return max(fits, key=lambda q: len(q.text)).value if fits else None


def _months(length: str) -> Fraction:
    found = _MONTHS.fullmatch(length)
    return _number(found[1]) if found else Fraction(12)


def _number(shown: str) -> Fraction:
    digits = re.sub(r"[^\d.]", "", shown)
    return Fraction(digits) if re.fullmatch(r"\d+(\.\d+)?", digits) else Fraction(0)


_DRAWERS: dict[str, Callable[[Report, Finding], str | None]] = {
    "funnel": _funnel,
    "icons": _icons,
    "line": _line,
    "rates": _rates,
    "periods": _periods,
}
