"""What chance alone can do to a share: Wilson's interval, and the margins of polls. Exact, without floats.

Square roots are taken of whole numbers and kept to six decimals. Sources: Wilson (1927), Probable
Inference; the margins are those that pollsters print, at 95 per cent.
"""

from fractions import Fraction
from math import isqrt

_Z = Fraction(196, 100)
_DECIMALS = 10**6


def square_root(value: Fraction) -> Fraction:
    """The root of a number that is not negative, cut off after six decimals."""
    return Fraction(isqrt(int(value * _DECIMALS**2)), _DECIMALS)


def wilson(part: int, whole: int) -> tuple[Fraction, Fraction]:
    """The 95 per cent interval of part/whole, as parts of one."""
    share, size = Fraction(part, whole), Fraction(whole)
    middle = share + _Z**2 / (2 * size)
    reach = _Z * square_root(share * (1 - share) / size + _Z**2 / (4 * size**2))
    scale = 1 + _Z**2 / size
    low = (middle - reach) / scale if part else Fraction(0)
    high = (middle + reach) / scale if part < whole else Fraction(1)
    return low, high


def margin(share: Fraction, size: Fraction) -> Fraction:
    """How far a share of a random sample may lie from that of everybody, as a part of one."""
    return _Z * square_root(share * (1 - share) / size)


def margin_between_samples(first: Fraction, first_size: Fraction, second: Fraction, second_size: Fraction) -> Fraction:
    """How far apart chance alone may set the shares of two samples: about 1.4 margins of one."""
    return square_root(margin(first, first_size) ** 2 + margin(second, second_size) ** 2)


def margin_within_sample(first: Fraction, second: Fraction, size: Fraction) -> Fraction:
    """How far apart chance alone may set two answers of one sample: about twice the margin of one."""
    return _Z * square_root(max(Fraction(0), first + second - (first - second) ** 2) / size)
