"""Shares as people count them: so many of every hundred, thousand or ten thousand.

Source: Gigerenzer and Hoffrage (1995): natural frequencies are understood where percentages are not.
"""

from fractions import Fraction

_BASES = (100, 1_000, 10_000)
_CARELESS = Fraction(1, 20)


def natural_base(*shares: Fraction) -> int | None:
    """The smallest base on which rounding moves each share by less than a twentieth of itself, if one does."""
    return next((base for base in _BASES if all(_is_near(share, base) for share in shares)), None)


def _is_near(share: Fraction, base: int) -> bool:
    return abs(Fraction(round(share * base), base) - share) < share * _CARELESS or share == 0


def in_every(share: Fraction, base: int | None = None) -> str:
    """ "17 in every 1,000", or "1 in 100,000" where ten thousand is too small a crowd."""
    base = base or natural_base(share)
    if base is not None:
        count = round(share * base)
        return f"{'' if Fraction(count, base) == share else 'about '}{count:,} in every {base:,}"
    return f"about 1 in {round(1 / share):,}"


def of_every(share: Fraction, base: int) -> str:
    """How many of `base`: "17", "about 17"."""
    count = round(share * base)
    return f"{'' if Fraction(count, base) == share else 'about '}{count:,}"
