"""Rate against count: two counts as bars, and under them the rates that they are, each pair on a scale of its own.

Where the longer bar changes place between the two pairs, the eye sees that the comparison turns round.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from factcheck.render.pictures import WIDTH, bar, fitted, svg, words

_HEAD, _ROW, _GAP = 26, 42, 10


@dataclass(frozen=True, slots=True)
class Row:
    """One of the things compared: how many, and at what rate, each with its words."""

    count: Fraction
    count_words: str
    rate: Fraction
    rate_words: str


def draw(rows: Sequence[Row]) -> str:
    """The counts above, the rates below."""
    half = _HEAD + _ROW * len(rows) + _GAP
    counts = _bars("The counts", [(row.count, row.count_words) for row in rows], 0, "bar")
    rates = _bars("The rates", [(row.rate, row.rate_words) for row in rows], half, "accent")
    told = "; ".join(f"{row.count_words}: {row.rate_words}" for row in rows)
    return svg(2 * half - _GAP, "Rate against count", told, counts + rates)


def _bars(head: str, values: Sequence[tuple[Fraction, str]], top: int, role: str) -> str:
    longest = max((value for value, _ in values), default=Fraction(0)) or Fraction(1)
    rows = "".join(
        words(0, top + _HEAD + i * _ROW + 14, fitted(label))
        + bar(top + _HEAD + i * _ROW + 20, max(2, round(value / longest * WIDTH)), 14, role)
        for i, (value, label) in enumerate(values)
    )
    return words(0, top + 14, head, role="strong") + rows
