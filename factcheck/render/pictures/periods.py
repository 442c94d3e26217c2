"""Two periods on one scale: each a block as wide as its time and as high as its rate, so that its area is its count."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from factcheck.render.pictures import WIDTH, bar, fitted, svg, words

_HEAD, _TALLEST, _GAP, _FOOT = 44, 60, 18, 18


@dataclass(frozen=True, slots=True)
class Block:
    """What is said of one period: "640 in 18 months", its months, and its count for a month."""

    label: str
    months: Fraction
    rate: Fraction
    rate_words: str


def draw(blocks: Sequence[Block]) -> str:
    """The blocks one under the other, on one scale of time and one of rates."""
    longest = max((b.months for b in blocks), default=Fraction(0)) or Fraction(1)
    highest = max((b.rate for b in blocks), default=Fraction(0)) or Fraction(1)
    inside, top = "", 0
    for number, block in enumerate(blocks):
        high = max(2, round(block.rate / highest * _TALLEST))
        wide = max(2, round(block.months / longest * WIDTH))
        inside += words(0, top + 15, fitted(block.label), role="strong") + words(0, top + 34, fitted(block.rate_words))
        inside += bar(top + _HEAD, wide, high, "accent" if number == 0 else "bar")
        top += _HEAD + high + _GAP
    inside += words(0, top + 4, "Width: time. Height: rate. Area: count.", role="quiet")
    told = "; ".join(f"{block.label}: {block.rate_words}" for block in blocks)
    return svg(top + _FOOT - 10, "Two periods on one scale", told, inside)
