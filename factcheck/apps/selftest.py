"""Breaks one number at a time in articles whose sums hold, and counts how many of the breaks are flagged.

Every recalculation that holds is broken in its stated value: two digits swapped, ten times as large, a fifth
more or less, two more for lengths and ages, points for per cent. A break that still holds
(a hedge is wide) does not count.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import factcheck
from factcheck.model.article import Article
from factcheck.model.quantity import Quantity
from factcheck.model.recalculation import Recalculation
from factcheck.report import Report

_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many breaks there were, by kind of sum and of break, and how many were flagged."""

    broken: Counter[tuple[str, str]]
    flagged: Counter[tuple[str, str]]

    def lines(self) -> Iterator[str]:
        """One line a kind of sum and break, then the total."""
        for key in sorted(self.broken):
            yield f"{key[0]:14}{key[1]:18}{self.flagged[key]:5} of {self.broken[key]}"
        total, found = sum(self.broken.values()), sum(self.flagged.values())
        yield f"{'all':32}{found:5} of {total}" + (f", {round(Fraction(100 * found, total))} %" if total else "")


def run(articles: Iterator[Article], *, strong_only: bool = False) -> Tally:
    """Break every holding sum of some articles."""
    tally = Tally(Counter(), Counter())
    for article in articles:
        report = factcheck.verify(article, reference=False)
        before = len(_errors(report))
        for total in report.recalculations:
            if total.holds and (total.grade == "strong" or not strong_only):
                _break(article, report, total, before, tally)
    return tally


def _break(article: Article, report: Report, total: Recalculation, before: int, tally: Tally) -> None:
    stated = report.quantities[total.stated]
    if stated.where != "text":
        return
    for how, wrong in _wrong_ways(stated):
        text = article.text[: stated.start] + wrong + article.text[stated.end :]
        broken = factcheck.verify(text, title=article.title, published=article.published, reference=False)
        if not _still_holds(broken, stated):
            tally.broken[total.kind, how] += 1
            tally.flagged[total.kind, how] += len(_errors(broken)) > before


def _errors(report: Report) -> list[str]:
    return [f.code for f in report.findings if f.severity == "error"]


def _still_holds(report: Report, stated: Quantity) -> bool:
    """Whether some sum bears out the broken number."""
    places = {n for n, q in enumerate(report.quantities) if q.where == "text" and q.start == stated.start}
    return any(r.holds and r.stated in places for r in report.recalculations)


def _wrong_ways(quantity: Quantity) -> Iterator[tuple[str, str]]:
    """The printed quantity broken in each way that changes it."""
    match = _NUMERAL.search(quantity.text)
    if match is None:
        return
    numeral = match.group()
    value, places = Fraction(numeral.replace(",", "")), len(numeral.partition(".")[2])
    ways = {
        "digits swapped": _swapped(numeral),
        "ten times": _like(value * 10, places),
        "a fifth more": _like(value * Fraction(6, 5), places),
        "a fifth less": _like(value * Fraction(4, 5), places),
    }
    if quantity.kind in ("duration", "age"):
        ways["two more"] = _like(value + 2, places)
    for how, other in ways.items():
        if other is not None and Fraction(other.replace(",", "")) != value:
            yield how, quantity.text.replace(numeral, other, 1)
    if quantity.kind == "points":
        yield "points as per cent", f"{numeral} per cent"


def _swapped(numeral: str) -> str | None:
    """The first two neighbouring digits that differ, changed over."""
    for n in range(len(numeral) - 1):
        a, b = numeral[n], numeral[n + 1]
        if a.isdigit() and b.isdigit() and a != b and not (n == 0 and b == "0"):
            return numeral[:n] + b + a + numeral[n + 2 :]
    return None


def _like(value: Fraction, places: int) -> str:
    whole, rest = divmod(round(value * 10**places), 10**places)
    return f"{whole:,}" + (f".{rest:0{places}d}" if places else "")
