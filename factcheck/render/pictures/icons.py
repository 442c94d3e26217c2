"""Icon arrays: "17 in 1,000" as 17 filled squares of 1,000, all panels on one common denominator.

Filled from the bottom row and grouped, never scattered: that is how people read them best
(Galesic, Garcia-Retamero and Gigerenzer 2009).
"""

from collections.abc import Sequence
from fractions import Fraction

from factcheck.render._values import grouped
from factcheck.render.pictures import fitted, svg, words

Panel = tuple[str, Fraction]
_DENOMINATORS = (100, 1_000)
_ERROR = Fraction(1, 20)
_COLUMNS = {100: 20, 1_000: 50}
_CELL = {100: 21, 1_000: 8}
_GAP = 16
_HEAD = 42


def denominator(shares: Sequence[Fraction]) -> int | None:
    """The smallest of 100 and 1,000 that tells every share to within 5 per cent of itself."""
    return next((d for d in _DENOMINATORS if all(_tells(share, d) for share in shares)), None)


def sentence(share: Fraction, of: int | None) -> str:
    """ "17 in 1,000", or "1 in 5,841" where no picture can tell it."""
    if of is None:
        return f"1 in {grouped(Fraction(round(1 / share)))}" if share else "none"
    return f"{round(share * of):,} in {of:,}"


def draw(panels: Sequence[Panel]) -> str | None:
    """Panels one under the other; None where the shares are too small, or no shares at all."""
    shares = [share for _, share in panels]
    of = denominator(shares)
    if of is None or not all(0 <= share <= 1 for share in shares):
        return None
    height = of // _COLUMNS[of] * _CELL[of]
    step = _HEAD + height + _GAP
    inside = "".join(_panel(panel, of, i * step, height) for i, panel in enumerate(panels))
    told = "; ".join(f"{label}: {sentence(share, of)}" for label, share in panels)
    return svg(len(panels) * step - _GAP, f"Squares, {of:,} a panel", told, inside)


def _tells(share: Fraction, of: int) -> bool:
    return abs(Fraction(round(share * of), of) - share) <= _ERROR * share


def _panel(panel: Panel, of: int, top: int, height: int) -> str:
    label, share = panel
    filled, bottom = round(share * of), top + _HEAD + height
    head = words(0, top + 15, sentence(share, of), role="strong") + words(0, top + 34, fitted(label), role="quiet")
    return head + _squares(filled, of, of, bottom, "bar") + _squares(0, filled, of, bottom, "accent")


def _squares(first: int, last: int, of: int, bottom: int, role: str) -> str:
    """Squares `first` to `last`, row by row from the bottom: a dashed line a row, each dash a square."""
    cell, columns = _CELL[of], _COLUMNS[of]
    gap = 1 if cell < 10 else 3
    runs = (
        (row, max(first, row * columns) - row * columns, min(last, (row + 1) * columns) - row * columns)
        for row in range(first // columns, -(-last // columns))
    )
    path = "".join(
        f"M{begin * cell} {bottom - row * cell - cell // 2}h{(end - begin) * cell - gap}" for row, begin, end in runs
    )
    dashes = f'stroke-width="{cell - gap}" stroke-dasharray="{cell - gap} {gap}"'
    return f'<path class="{role} squares" {dashes} d="{path}"/>' if path else ""
