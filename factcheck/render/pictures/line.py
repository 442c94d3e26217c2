"""A number line: what the text can honestly mean, as a band, and what the sum makes, as a point."""

from fractions import Fraction

from factcheck.model.interval import Interval
from factcheck.render.pictures import LETTER, WIDTH, fitted, svg, words

_MARGIN = 12
_AXIS = 32


def draw(stated: Interval, stated_words: str, computed: Fraction, computed_words: str) -> str | None:
    """The stated interval against the computed value, in one unit; None where an end is infinite."""
    if stated.low is None or stated.high is None:
        return None
    low, high = min(stated.low, computed), max(stated.high, computed)
    room = (high - low) / 8 or Fraction(1)
    scale = (WIDTH - 2 * _MARGIN) / (high - low + 2 * room)

    def at(value: Fraction) -> int:
        return _MARGIN + round((value - low + room) * scale)

    left, right, point = at(stated.low), at(stated.high), at(computed)
    inside = (
        f'<path class="axis" d="M{_MARGIN} {_AXIS}H{WIDTH - _MARGIN}"/>'
        f'<rect class="bar" x="{left}" y="{_AXIS - 7}" width="{max(4, right - left)}" height="14" rx="2"/>'
        f'<circle class="accent" cx="{point}" cy="{_AXIS}" r="6"/>'
        + _label((left + right) // 2, 16, f"The text: {stated_words}")
        + _label(point, 58, f"The sum: {computed_words}")
    )
    return svg(62, "Number line", f"The text says {stated_words}; the sum makes {computed_words}", inside)


def _label(x: int, y: int, text: str) -> str:
    """A label over or under its mark, kept on the picture."""
    shown = fitted(text)
    half = (len(shown) + 2) * LETTER // 2
    if x < half:
        return words(0, y, shown)
    return words(WIDTH, y, shown, anchor="end") if x > WIDTH - half else words(x, y, shown, anchor="middle")
