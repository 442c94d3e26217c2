"""Numbers written out by a grammar that knows their values are read with those values."""

import os
import re
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck.model.quantity import Quantity
from factcheck.quantities import find
from factcheck.text.sentences import split

MANY = settings(max_examples=int(os.environ.get("FACTCHECK_EXAMPLES", "1000")), deadline=None)

UNITS = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "lakh": 10**5, "crore": 10**7}


def spelled(number: int, joint: str = " and ") -> str:
    if number < 20:
        return UNITS[number]
    if number < 100:
        return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{UNITS[number // 100]} hundred" + (joint + spelled(number % 100) if number % 100 else "")
    scale, word = next((s, w) for w, s in (("million", 10**6), ("thousand", 10**3)) if number >= s)
    rest = number % scale
    middle = joint if rest < 100 else " "
    return f"{spelled(number // scale, joint)} {word}" + (middle + spelled(rest, joint) if rest else "")


def indian(number: int) -> str:
    digits = str(number)
    head, tail = digits[:-3], digits[-3:]
    groups = []
    while head:
        groups.append(head[-2:])
        head = head[:-2]
    return ",".join([*reversed(groups), tail])


def the_count(written: str) -> Quantity:
    found = [q for q in find(split(f"There were {written} parcels.")) if q.kind == "count"]
    assert [q.text for q in found] == [written]
    return found[0]


@MANY
@given(st.integers(2, 10**9 - 1), st.sampled_from([" and ", " "]))
def test_number_words_have_their_value(number: int, joint: str) -> None:
    assert the_count(spelled(number, joint)).value == number


@MANY
@given(st.integers(2, 10**15))
def test_commas_and_indian_commas_have_the_same_value(number: int) -> None:
    assert the_count(f"{number:,}").value == the_count(indian(number)).value == number


@MANY
@given(st.integers(1000, 10**9), st.sampled_from(["\u00a0", "\u2009", "\u202f", " "]))
def test_spaces_may_group_digits(number: int, space: str) -> None:
    written = f"{number:,}".replace(",", space)
    assume(not re.search(" 7[0-8]7", written))  # "48 737 jets" are 48 jets
    assert the_count(written).value == number


@MANY
@given(st.integers(1, 999), st.integers(0, 99), st.sampled_from(sorted(SCALES)))
def test_a_scale_word_multiplies_value_and_step(whole: int, hundredths: int, scale: str) -> None:
    quantity = the_count(f"{whole}.{hundredths:02} {scale}")
    assert quantity.value == Fraction(whole * 100 + hundredths, 100) * SCALES[scale]
    assert quantity.step == Fraction(SCALES[scale], 100)


@MANY
@given(st.integers(0, 999), st.integers(0, 9999), st.sampled_from(["%", " per cent", " percent", "pc"]))
def test_trailing_zeros_are_kept_as_precision(whole: int, decimals: int, sign: str) -> None:
    quantity = find(split(f"It was {whole}.{decimals:04}{sign}."))[0]
    assert quantity.kind == "percentage"
    assert (quantity.value, quantity.step) == (Fraction(whole * 10**4 + decimals, 10**4), Fraction(1, 10**4))
    assert quantity.stated is not None and quantity.stated.high is not None
    assert quantity.stated.high - quantity.value == Fraction(1, 2 * 10**4)


@MANY
@given(st.integers(2, 900), st.integers(1, 99), st.sampled_from(["$", "£", "€", "NZ$", "₹"]))
def test_money_is_exact_to_the_cent(whole: int, cents: int, sign: str) -> None:
    quantity = find(split(f"They paid {sign}{whole}.{cents:02} for it."))[0]
    assert (quantity.kind, quantity.value) == ("money", Fraction(whole * 100 + cents, 100))


@MANY
@given(st.integers(1, 500), st.integers(1, 500), st.sampled_from(["–", "-", " to "]))
def test_both_ends_of_a_range_are_read(low: int, more: int, joint: str) -> None:
    quantity = find(split(f"They sold {low}{joint}{low + more} parcels."))[0]
    assert quantity.ends == (low, low + more)
    assert quantity.stated is not None and quantity.stated.low == low - Fraction(1, 2)
