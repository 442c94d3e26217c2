"""Fractions in words and figures: "a third of", "two-thirds", "three-quarters", "half", "3/4", "a majority of"."""

from fractions import Fraction

from factcheck.quantities import nouns
from factcheck.quantities.numerals import numeral
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.quantities.vocabulary import listed
from factcheck.words import word_set, words

ORDER = 50
_ASIDE = 10  # words before "a majority" that may hold its two counts
STARTS = frozenset({"number", "the", "majority", "glyph", *words("numbers")["parts"]})


def read(line: Line, i: int) -> Reading | None:
    if line.kind(i) == "digits":
        return (_worded(line, i) or _figures(line, i)) if is_figure(line, i) else None
    return _majority(line, i) or _half(line, i) or _rest(line, i) or _worded(line, i) or _figures(line, i)


def is_figure(line: Line, i: int) -> bool:
    """Whether the digits can be a fraction's: "3/4", "3 fifths"."""
    return line.raw(i + 1) == "/" or line.low(i + 1 + line.is_hyphen(i + 1)) in words("numbers")["parts"]


def _majority(line: Line, i: int) -> Reading | None:
    """ "A majority of parents", "the vast majority of": more than half; not one of 12,000 votes."""
    j = i + (line.low(i) in ("a", "the"))
    j += line.low(j) in _words("sizes")
    if line.low(j) != "majority" or not (line.low(j + 1) == "of" or _is_aside(line, i, j + 1)):
        return None
    if numeral(line, j + 2) is not None and line.low(j + 2) != "a":
        return None
    return Reading(i, j + 1, "fraction", Fraction(1, 2), terms=(Fraction(1), Fraction(2)), shape="over")


def _is_aside(line: Line, i: int, stop: int) -> bool:
    """ "With 268 of the 520 berths, a slim majority, …": what tells two counts before it again."""
    opens = line.raw(i - 1) in (",", "(", "–", "—") or (line.low(i - 1) == "or" and line.raw(i - 2) == ",")
    ends = line.raw(stop) in (",", ".", ")", "–", "—", ";", "")
    counts = [k for k in range(max(0, i - _ASIDE), i) if line.kind(k) == "digits"]
    return opens and ends and len(counts) > 1 and "of" in line.lows[counts[0] : counts[-1]]


def _half(line: Line, i: int) -> Reading | None:
    first, j = i, i + (line.low(i) == "a")
    if line.low(j) != "half" or (first == j and line.low(i - 1) == "a"):
        return None
    if line.is_hyphen(j - 1) or line.is_hyphen(j + 1) or line.low(j + 1) in _words("not_halved"):
        return None
    before, after = line.low(first - 1), line.low(j + 1)
    if before in words("numbers")["ordinals"] or (before in _words("before_halves") and after != "of"):
        return None
    if after in ("a", "an") or after in words("numbers")["scales"]:
        return None
    is_subject = _is_verb(line, j + 1, has_shares=True) and before in _words("before_subjects")
    is_told = not (line.kind(j + 1) == "word" and not nouns.is_stop(line, j + 1) and not nouns.is_plural(line, j + 1))
    if not is_told and not is_subject:
        return None
    if before in ("this", "each") or (before == "the" and after != "of"):
        return None
    if before == "that" and (after != "of" or line.low(first - 2) in ("in", "of", "on", "for", "to")):
        return None
    return Reading(first, j + 1, "fraction", Fraction(1, 2), terms=(Fraction(1), Fraction(2)))


def _rest(line: Line, i: int) -> Reading | None:
    """ "The remaining quarter", "the other half", "a further third": a share where no noun follows."""
    if line.low(i) in ("a", "the", "one") or line.low(i - 1) not in _words("rests"):
        return None
    if line.low(i) not in words("numbers")["parts"]:
        return None
    if line.low(i - 2) not in _words("before_rests") and line.low(i - 1) != "another":
        return None
    if line.low(i).endswith("s") or line.low(i - 3) == "how" or line.is_hyphen(i + 1):
        return None
    has_shares = _has_other_share(line, i)
    if not has_shares and line.low(i + 1) != "of" and _is_time(line, i):
        return None
    if not _is_end(line, i + 1) and not _is_verb(line, i + 1, has_shares):
        return None
    terms = (Fraction(1), Fraction(words("numbers")["parts"][line.low(i)]))
    return Reading(i, i + 1, "fraction", terms[0] / terms[1], terms=terms)


def _is_time(line: Line, i: int) -> bool:
    """ "In the remaining quarter", "the other quarter was better", but "donors put up the remaining quarter"."""
    is_object = line.low(i - 3) not in ("", ",", ";", ":", *_words("time_before"))
    return line.low(i) not in _words("never_time") and not (is_object and line.low(i - 1) in ("remaining", "other"))


def _is_end(line: Line, j: int) -> bool:
    return nouns.is_stop(line, j) and not line.is_hyphen(j)


def _is_verb(line: Line, j: int, has_shares: bool) -> bool:
    """Whether the word is what a share does: "goes", "died"; beside other shares "abstains" too."""
    low = line.low(j)
    verbs = _words("verbs")
    if low in word_set("noun_phrases", "verbs") or low in verbs or low.endswith("ed") or f"{low}s" in verbs:
        return True
    is_third_person = low.endswith("s") and not low.endswith("ss") and low not in word_set("noun_phrases", "singulars")
    return has_shares and is_third_person and nouns.is_stop(line, j + 1)


def _has_other_share(line: Line, i: int) -> bool:
    """Whether the sentence tells of another share than the one at token `i`."""
    parts, lows = words("numbers")["parts"], line.lows
    for k, low in enumerate(lows):
        if low in _words("shares") and k != i:
            return True
        if low in parts and k != i and k > 0 and lows[k - 1] in ("a", "one", "two", "three", "four", "-"):
            return True
    return False


def _worded(line: Line, i: int) -> Reading | None:
    """ "A third", "two-thirds", "one in" aside; "a third office" is an ordinal."""
    top = 1 if line.low(i) in ("a", "an") else None
    j = i + 1
    if top is None:
        number = numeral(line, i)
        if number is None or number.value.denominator != 1 or number.value <= 0:
            return None
        top, j = int(number.value), number.stop
    is_hyphened = line.is_hyphen(j)
    j += is_hyphened
    bottom = words("numbers")["parts"].get(line.low(j))
    if line.low(j) == "half" and line.low(i) == "a":
        return None
    if bottom is None or (line.kind(i) == "digits" and bottom in (2, 4)):
        return None
    if line.low(j + 1 + line.is_hyphen(j + 1)) in words("numbers")["scales"]:
        return None
    is_plural = line.low(j).endswith("s") or line.low(j) == "halves"
    if (top > 1) != is_plural or top >= bottom or (top == 1 and not _is_part(line, i, j, is_hyphened)):
        return None
    return Reading(i, j + 1, "fraction", Fraction(top, bottom), terms=(Fraction(top), Fraction(bottom)))


def _is_part(line: Line, i: int, j: int, is_hyphened: bool) -> bool:
    """Whether "a third", "one fifth" or "a quarter" is a share of something."""
    if line.low(j) == "second" or line.is_hyphen(j + 1):
        return False
    if is_hyphened or line.low(j + 1) in _words("after_parts"):
        return line.low(j + 3) not in words("numbers")["scales"] or not line.matches(j + 1, "of", "a")
    if line.low(i - 1) in _words("hedges"):
        return True
    has_shares = _has_other_share(line, j)
    if not has_shares and _is_one_in_a_row(line, i, j):
        return False
    if _is_verb(line, j + 1, has_shares) and (has_shares or nouns.is_stop(line, j + 2)):
        return True
    if line.low(i - 1) in ("for", "after") and line.low(j) != "quarter":
        return False
    is_clock = line.low(j).startswith("quarter") and line.low(j + 1) in ("past", "to", "one")
    return nouns.is_stop(line, j + 1) and line.low(j + 1) != "and" and not is_clock


def _is_one_in_a_row(line: Line, i: int, j: int) -> bool:
    """ "One man died, a second was hurt and a third escaped": the third of three."""
    return line.low(j) == "third" and "second" in line.lows[:i]


def _figures(line: Line, i: int) -> Reading | None:
    """ "3/4 of", "1/3"."""
    if line.kind(i) == "glyph":
        number = numeral(line, i)
        terms = (Fraction(number.value.numerator), Fraction(number.value.denominator)) if number else None
        return Reading(i, i + 1, "fraction", number.value, terms=terms) if number else None
    top, bottom = line.raw(i), line.raw(i + 2)
    is_slashed = line.raw(i + 1) == "/" and line.glued(i + 1) and line.glued(i + 2)
    if not is_slashed or (line.glued(i + 3) and line.raw(i + 3) == "/"):
        return None
    if not (top.isdecimal() and bottom.isdecimal() and len(top) < 3 and len(bottom) < 4 and 0 < int(top) < int(bottom)):
        return None
    terms = (Fraction(int(top)), Fraction(int(bottom)))
    return Reading(i, i + 3, "fraction", terms[0] / terms[1], terms=terms)


def _words(name: str) -> frozenset[str]:
    return listed("fractions", name)
