"""A printed number against a value from a table: does it hold, how was it rounded, could it mean another row."""

from dataclasses import replace
from fractions import Fraction

from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.recalculation import Rounding
from factcheck.reference.formulas import Result
from factcheck.words import word_set

# Only shares, rates and averages may be cut off; sums and counts are rounded.
_DIGITS = frozenset({"percentage", "points", "measure", "duration", "multiple", "rate"})


_CUT = _DIGITS | {"count", "money"}


def factor(quantity: Quantity, result: Result) -> int:
    """ "One in ten" is 10 per cent."""
    return 100 if quantity.kind in ("fraction", "ratio") and result.unit == "percent" else 1


def step_of(quantity: Quantity) -> Fraction | None:
    """The unit of the last digit that the text vouches for: thousands for "104,000", units for "40"."""
    if quantity.value is None:
        return None
    if quantity.kind != "count" or quantity.value.denominator != 1 or (quantity.step or 0) > 1:
        return quantity.step
    whole, step = quantity.value.numerator, 1
    while abs(whole) >= 100 and whole % (step * 10) == 0:
        step *= 10
    return Fraction(step)


def stated(quantity: Quantity, *, wide: bool) -> Interval | None:
    """What the text says. A round count stands for what rounds to it: within half a unit of its last
    digit that is not zero where the benefit of the doubt is `wide`, else within 5 per cent at most."""
    interval, step = quantity.stated, step_of(quantity)
    if interval is None or not interval.is_exact or step is None or step <= 1 or quantity.value is None:
        return interval
    margin = step / 2
    return Interval.around(quantity.value, margin if wide else min(margin, abs(quantity.value) / 20))


def printed(quantity: Quantity) -> Interval | None:
    """The number to its printed digits, without its hedge; words ("one in five") have none."""
    step = step_of(quantity)
    if quantity.value is None or step is None or quantity.kind in ("fraction", "ratio"):
        return None
    if step == 1 and quantity.kind == "count":
        return Interval.exactly(quantity.value)
    return Interval.around(quantity.value, step / 2)


def computed(quantity: Quantity, result: Result, sign: int) -> Interval:
    """The value as the text would put it: unsigned where a verb gives the direction."""
    value = (
        Interval.around(result.value, _slack(quantity, result))
        if _slack(quantity, result)
        else Interval.exactly(result.value)
    )
    return value.scaled(Fraction(sign, factor(quantity, result)))


def _slack(quantity: Quantity, result: Result) -> Fraction:
    """The source's own imprecision counts only where the text prints digits beyond it."""
    step = step_of(quantity)
    return result.slack if step is not None and step * factor(quantity, result) < result.slack * 2 else Fraction(0)


def verdict(quantity: Quantity, result: Result, sign: int = 1) -> tuple[bool, Rounding]:
    """Whether the text and the table agree, and how the text rounded."""
    said, meant = stated(quantity, wide=False), computed(quantity, result, sign)
    if said is None:
        return False, "nearest"
    if said.meets(meant) or _rounded_limit(quantity, meant):
        return True, "hedge" if quantity.hedge else "exact" if said.is_exact else "nearest"
    return quantity.kind in _DIGITS and _cut(quantity, meant), "cut"


def _rounded_limit(quantity: Quantity, meant: Interval) -> bool:
    """ "As many as 14.8 million" of 14,825,000: the limit is a rounded number too."""
    said = printed(quantity)
    return said is not None and (quantity.hedge or "").lower() in word_set("reference", "limits") and said.meets(meant)


def _cut(quantity: Quantity, meant: Interval) -> bool:
    """ "1.7" may stand for 1.78 cut off; a count in whole units may not."""
    step, value = quantity.step, quantity.value
    if quantity.bound != "=" or value is None or step is None or (quantity.kind == "count" and step <= 1):
        return False
    return Interval(value, value + step, high_open=True).meets(meant)


def refuted(quantity: Quantity, result: Result, sign: int = 1) -> bool:
    """Whether no honest reading of the text meets the table; here a cut-off sum is forgiven too."""
    said, meant = stated(quantity, wide=True), computed(quantity, result, sign)
    if said is None or verdict(quantity, result, sign)[0]:
        return False
    return not said.meets(meant) and not (quantity.kind in _CUT and _cut(quantity, meant))


def matches_digits(quantity: Quantity, result: Result, sign: int = 1) -> bool:
    """Whether a value rounds to the printed digits."""
    said = digits_window(quantity)
    return said is not None and within(said, quantity, result, sign)


def digits_window(quantity: Quantity) -> tuple[Fraction, Fraction] | None:
    """Between which two values one rounds to the printed digits."""
    said = quantity.stated if quantity.kind == "fraction" else printed(quantity)
    limit = (quantity.hedge or "").lower() in word_set("reference", "limits")
    if said is None or said.low is None or said.high is None or not (limit or quantity.bound in ("=", "~")):
        return None
    return said.low, said.high


def within(window: tuple[Fraction, Fraction], quantity: Quantity, result: Result, sign: int) -> bool:
    """Whether a value lies in the window of a number's digits."""
    times = factor(quantity, result)
    return window[0] * times <= result.value * sign <= window[1] * times


def power_of_ten(quantity: Quantity, result: Result) -> int | None:
    """The power by which the text is out, where its digits are right and there are three of them."""
    step = step_of(quantity)
    if quantity.value is None or step is None or quantity.value / step < 100 or result.value <= 0:
        return None
    for power in (-9, -6, -3, -2, -1, 1, 2, 3, 6, 9):
        if matches_digits(quantity, replace(result, value=result.value * Fraction(10) ** power, slack=Fraction(0))):
            return power
    return None


def plausible(quantity: Quantity, result: Result, spread: int) -> bool:
    """Whether the number is near enough to be meant for this figure at all."""
    said = quantity.value
    if said is None and quantity.ends is not None:
        said = sum(quantity.ends, Fraction(0)) / 2
    if said is None:
        return False
    said = abs(said) * factor(quantity, result)
    value = abs(result.value)
    if result.unit == "percent" and abs(said - value) <= 2:
        return True
    return bool(said and value) and Fraction(1, spread) <= said / value <= spread
