"""Plain numbers: what no other kind has read."""

from fractions import Fraction

from factcheck.quantities import nouns
from factcheck.quantities.amounts import Amount, amount
from factcheck.quantities.number_words import vague
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.words import words

ORDER = 130
STARTS = frozenset({"number", *words("numbers")["magnitudes"]})


def read(line: Line, i: int) -> Reading | None:
    order_of_magnitude = vague(line, i)
    if order_of_magnitude is not None:
        return Reading(
            i,
            order_of_magnitude.stop,
            "count",
            step=order_of_magnitude.step,
            shape="over",
            scale=order_of_magnitude.scale,
        )
    if line.kind(i) == "glyph" or line.low(i) == "quarter":
        return None
    found = amount(line, i, lambda _line, j: ("", j))
    if found is None or _is_pronoun(line, i, found):
        return None
    if found.number.is_vague and line.low(i) in words("numbers")["scales"]:
        return Reading(i, found.stop, "count", step=found.step, shape="over", scale=found.scale)
    shape = "around" if found.number.is_vague else "exact"
    reading = Reading(
        found.first, found.stop, "count", found.value, found.ends, found.step, shape=shape, scale=found.scale
    )
    reading.is_bare = True
    return reading


def _is_pronoun(line: Line, i: int, found: Amount) -> bool:
    """ "One" alone stands for a thing, it does not count it: "a police one", "one that works"."""
    if found.value != Fraction(1) or line.low(i) != "one" or found.stop > i + 1:
        return False
    if line.low(i - 1) in ("no", "this", "that", "the", "each", "every", "any", "another", "which", "some"):
        return True
    if line.low(i + 1).startswith("another"):
        return True
    noun = nouns.counted(line, i + 1, singular=True)
    return noun is None or (line.kind(i - 1) == "word" and not nouns.is_stop(line, i - 1))
