"""Whether one number may be a slip for another: digits swapped, one digit off, another scale, -teen for -ty."""

import re
from fractions import Fraction

from factcheck.model.quantity import Quantity

_NEAR = Fraction(1, 10)
_LONG = 4  # digits from which a muddle that keeps the first two is still seen to be one
_TEENS = tuple((10 + d, 10 * d) for d in range(3, 10))
_SCALES = (1, 1_000, 1_000_000, 1_000_000_000)


def far_apart(stated: Quantity, earlier: Quantity) -> bool:
    """A second telling may round: a tenth either way is no conflict, unless digits were swapped."""
    a, b = stated.value or Fraction(0), earlier.value or Fraction(0)
    return look_alike(stated, earlier) or abs(a - b) > max(abs(a), abs(b)) * _NEAR


def look_alike(a: Quantity, b: Quantity) -> bool:
    """Whether one of two numbers may be a slip for the other."""
    first, second = _digits(a), _digits(b)
    if not first or not second or not a.value or not b.value:
        return False
    if first == second:
        return a.value != b.value
    if sorted((a.value, b.value)) in [[low * scale, high * scale] for low, high in _TEENS for scale in _SCALES]:
        return True
    if len(first) != len(second):
        return False
    if sorted(first) == sorted(second):
        return len(first) > 1
    muddled = len(first) >= _LONG and first[:2] == second[:2] and set(first) == set(second)
    return muddled or (len(first) > 2 and sum(x != y for x, y in zip(first, second, strict=True)) == 1)


def _digits(quantity: Quantity) -> str:
    """The digits that are printed, noughts at the ends left out; those of a word are its value's."""
    printed = re.sub(r"\D", "", quantity.text) or (str(quantity.value.numerator) if quantity.value else "")
    return printed.strip("0")
