"""The grammar of numbers: digits, scale words, number words and mixtures, each with its exact value."""

from dataclasses import replace
from fractions import Fraction
from functools import cache

from factcheck.quantities.number_words import Numeral, pointed, scales, spelled, spelled_from, table, tens, units
from factcheck.quantities.tokens import Line
from factcheck.quantities.vocabulary import listed
from factcheck.words import words

LONGEST_DIGITS = 40
_PLAIN = frozenset("0123456789.")


def numeral(line: Line, i: int, *, money: bool = False) -> Numeral | None:
    """The longest number that begins at token `i`; for sums of money "m" is a scale."""
    known = line.numerals[money]
    if i not in known:
        known[i] = _read(line, i, money)
    return known[i]


def _read(line: Line, i: int, money: bool) -> Numeral | None:
    kind, low = line.kind(i), line.low(i)
    if kind == "digits":
        return _with_tail(line, _digits(line, i), money)
    if kind == "glyph":
        return Numeral(i, i + 1, _glyph(line, i), Fraction(1, 4))
    if kind == "mark":
        return _negative(line, i, money) if low in ("-", "+") else None
    if low == "minus" and not line.matches(i - 2, "plus", "or"):
        return _negated(numeral(line, i + 1, money=money), i)
    if low == "negative" and line.low(i - 1) in ("of", "to", "at", "from", "and") and line.kind(i + 1) == "digits":
        return _negated(numeral(line, i + 1, money=money), i)
    if low in ("a", "an", "half", "quarter"):
        return _article(line, i)
    if low in _TOPS and (parts := _parts_of_scale(line, i)):
        return parts
    if low in units() or low in tens():
        return _with_tail(line, pointed(line, spelled(line, i)), money)
    if low in scales() and low != "dozen" and line.kind(i - 1) != "digits":
        return _bare_scale(line, i)
    return None


def _bare_scale(line: Line, i: int) -> Numeral | None:
    """ "Hundred thousand", "several hundred": without an article before it."""
    number = replace(spelled_from(line, i, 1), first=i)
    return replace(number, is_vague=True) if line.low(i - 1) in ("several", "few", "many", "some") else number


def _digits(line: Line, i: int) -> Numeral | None:
    printed = line.raw(i)
    if len(printed) > LONGEST_DIGITS:
        return None
    plain = printed if _PLAIN.issuperset(printed) else _plain(printed)
    whole, _, decimals = plain.partition(".")
    size = 10 ** len(decimals)
    return Numeral(i, i + 1, Fraction(int(whole + decimals), size), _step(size), digits=plain)


def _plain(printed: str) -> str:
    """Without its separators; a comma before fewer than three digits is a decimal one, as South Africa prints it."""
    whole, _, last = printed.rpartition(",")
    if whole and len(last) < 3:
        printed = f"{whole}.{last}"
    return "".join(c for c in printed if c in _PLAIN)


@cache
def _step(size: int) -> Fraction:
    return Fraction(1, size)


def _glyph(line: Line, i: int) -> Fraction:
    top, bottom = words("numbers")["glyphs"][line.raw(i)]
    return Fraction(top, bottom)


def _with_tail(line: Line, number: Numeral | None, money: bool) -> Numeral | None:
    """The number with a broken part ("2½", "14 and a half") and scale words behind it."""
    if number is None:
        return None
    number = _scaled(line, _broken(line, number), money)
    return _broken(line, number) if number.scale == 1 else _half_scaled(line, number)


def _broken(line: Line, number: Numeral) -> Numeral:
    j = number.stop
    if line.low(j) not in ("and", "-") and line.kind(j) not in ("glyph", "digits"):
        return number
    if number.value.denominator != 1 or number.value < 0 or number.scale >= 1000:
        return number
    if line.kind(j) == "glyph" and number.digits:
        return replace(number, stop=j + 1, value=number.value + _glyph(line, j), step=Fraction(1, 4))
    part = _and_part(line, j) or (_slashed(line, j) if number.digits else None)
    if part is None:
        return number
    extra, stop = part
    return replace(number, stop=stop, value=number.value + extra, step=Fraction(1, extra.denominator))


def _and_part(line: Line, j: int) -> tuple[Fraction, int] | None:
    """ "and a half", "-and-a-half", "and three quarters"."""
    j += line.is_hyphen(j)
    if line.low(j) != "and":
        return None
    j += 1 + line.is_hyphen(j + 1)
    top = {"a": 1, "one": 1, "two": 2, "three": 3}.get(line.low(j))
    j += 1 + line.is_hyphen(j + 1)
    bottom = table("parts").get(line.low(j))
    if top is None or bottom is None or top >= bottom or line.low(j + 1) == "of":
        return None
    return Fraction(top, bottom), j + 1


def _slashed(line: Line, j: int) -> tuple[Fraction, int] | None:
    """The "3/4" of "1 3/4"."""
    if line.glued(j) or line.raw(j + 1) != "/" or not (line.glued(j + 1) and line.glued(j + 2)):
        return None
    top, bottom = line.raw(j), line.raw(j + 2)
    if top.isdecimal() and bottom in ("2", "3", "4", "5", "8", "16") and int(top[:3]) < int(bottom):
        return Fraction(int(top), int(bottom)), j + 3
    return None


def _scaled(line: Line, number: Numeral, money: bool) -> Numeral:
    """Every scale word that follows, hyphens too: "2.3 trillion", "1.2-million", "1 lakh crore"."""
    while True:
        j = number.stop + (line.is_hyphen(number.stop) and line.low(number.stop + 1) in scales())
        factor = _scale_at(line, j, number, money)
        if factor is None:
            return number
        number = replace(
            number, stop=j + 1, value=number.value * factor, step=number.step * factor, scale=number.scale * factor
        )


def _scale_at(line: Line, j: int, number: Numeral, money: bool) -> int | None:
    low = line.low(j)
    if low in scales() or low == "dozens":
        return scales().get(low, 12)
    if not number.digits or line.kind(j) != "word":
        return None
    table = words("numbers")
    if low in table["letters"] and number.scale == 1:
        return int(table["letters"][low])
    if low in table["glued"] and line.glued(j) and number.scale == 1:
        return int(table["glued"][low])
    if number.scale == 1 and money and line.raw(j) == "MM":
        return 1_000_000
    if number.scale == 1 and (money or _counts_millions(line, j)) and low in table["money"]:
        return int(table["money"][low]) if line.raw(j) != "T" else None
    return None


def _counts_millions(line: Line, j: int) -> bool:
    """Whether "m" is no metre: "2m people", "1.5m of them"."""
    from factcheck.quantities.nouns import is_plural

    if not line.glued(j):
        return False
    if line.raw(j) in ("M", "b") or line.low(j) != "m":
        return line.raw(j) in ("M", "b")
    if is_plural(line, j + 1) or is_plural(line, j + 2):
        return True
    return line.has_any(listed("numbers", "counted", "millions")) and not line.has_any(
        listed("numbers", "lengths", "millions")
    )


def _half_scaled(line: Line, number: Numeral) -> Numeral:
    """ "two million and a half" is rare; "three thousand five hundred" is not, nor "a million and a half"."""
    part = _and_part(line, number.stop)
    if part is None or number.scale < 1000:
        return number
    return replace(number, stop=part[1], value=number.value + part[0] * number.scale)


def _negative(line: Line, i: int, money: bool) -> Numeral | None:
    """A hyphen or minus that touches its number and nothing before it; a dash is punctuation."""
    if line.raw(i) in ("–", "—") or line.glued(i) or not line.glued(i + 1) or line.kind(i + 1) != "digits":
        return None
    inner = numeral(line, i + 1, money=money)
    if line.low(i) == "+":
        return replace(inner, first=i) if inner else None
    return _negated(inner, i)


def _negated(number: Numeral | None, i: int) -> Numeral | None:
    return replace(number, first=i, value=-number.value) if number and number.value > 0 else None


def _article(line: Line, i: int) -> Numeral | None:
    """ "a hundred", "half a million", "half-million", "a couple of hundred", "a quarter of a million"."""
    if line.low(i) in ("half", "quarter"):
        return _part_of_scale(line, i, i)
    if line.matches(i + 1, "couple", "of"):
        return _couple(line, i)
    if line.low(i + 1) in ("half", "quarter"):
        return _part_of_scale(line, i, i + 1)
    if line.low(i + 1) not in scales() or line.low(i + 1) == "hundredth":
        return None
    return _with_tail(line, replace(spelled_from(line, i + 1, 1), first=i), False)


def _part_of_scale(line: Line, first: int, i: int) -> Numeral | None:
    part = Fraction(1, 2) if line.low(i) == "half" else Fraction(1, 4)
    j = i + 1 + (line.low(i + 1) == "of") + line.is_hyphen(i + 1)
    if line.low(j) in ("a", "one"):
        j += 1 + line.is_hyphen(j + 1)
    elif line.low(j - 1) == "of":
        return None
    if line.low(j) not in scales() or line.low(j) == "hundred":
        return None
    scale = scales()[line.low(j)]
    value = part * scale
    return Numeral(first, j + 1, value, value if scale == 12 else value / 5, scale=scale)


_TOPS = frozenset({"two", "three", "four"})


def _parts_of_scale(line: Line, i: int) -> Numeral | None:
    """ "Three-quarters of a million", "two-thirds of a billion"."""
    j = i + 1 + line.is_hyphen(i + 1)
    bottom = table("parts").get(line.low(j), 0)
    scale = scales().get(line.low(j + 3), 0) if line.matches(j + 1, "of", "a") else 0
    if scale < 1000 or not line.low(j).endswith("s") or units()[line.low(i)] >= bottom:
        return None
    part = Fraction(scale, bottom)
    return Numeral(i, j + 4, units()[line.low(i)] * part, part, scale=scale)


def _couple(line: Line, i: int) -> Numeral:
    scale = scales().get(line.low(i + 3), 1)
    stop = i + 3 + (scale != 1)
    return Numeral(i, stop, Fraction(2 * scale), Fraction(scale), scale=scale, is_vague=True)
