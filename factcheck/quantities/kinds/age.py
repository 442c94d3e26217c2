"""Ages: "45-year-old", "aged 17 to 24", "over the age of 50", "Mr Abbotsleigh, 58,", "she was 71"."""

from fractions import Fraction
from functools import cache

from factcheck.quantities import nouns
from factcheck.quantities.amounts import Amount, amount
from factcheck.quantities.numerals import numeral
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.quantities.vocabulary import listed
from factcheck.words import words

ORDER = 30
_FARTHEST = 16
STARTS = frozenset({"number", *words("numbers")["decades"]})


def read(line: Line, i: int) -> Reading | None:
    return _year_old(line, i) or _decade(line, i) or _said_to_be(line, i)


def _decade(line: Line, i: int) -> Reading | None:
    """ "In his 60s", "a woman in her early forties"."""
    raw, k = line.raw(i), i - 1
    while k > i - 4 and line.low(k) in ("early", "mid", "late", "-"):
        k -= 1
    is_figure = len(raw) == 2 and raw[1] == "0" and line.glued(i + 1) and line.low(i + 1) == "s"
    ten = int(raw) if is_figure else words("numbers")["decades"].get(line.low(i))
    if ten is None or line.low(k) not in _POSSESSIVES:
        return None
    return Reading(i, i + 1 + is_figure, "age", ends=(Fraction(ten), Fraction(ten + 9)), step=Fraction(1), unit="year")


_POSSESSIVES = frozenset({"his", "her", "their", "my", "your", "our"})


def _reading(found: Amount, unit: str = "year") -> Reading:
    return Reading(found.first, found.stop, "age", found.value, found.ends, found.step, unit=unit)


def _year_old(line: Line, i: int) -> Reading | None:
    """ "45-year-old", "ten years old", "10–19 year olds", "eleven-month-old", "3 years of age"."""
    found = amount(line, i, _old)
    return _reading(found, found.unit) if found else None


def _old(line: Line, j: int) -> tuple[str, int] | None:
    j += line.is_hyphen(j)
    if line.low(j) == "yo":
        return "year", j + 1
    unit = _UNITS.get(line.low(j))
    if unit is None:
        return None
    j += 1 + line.is_hyphen(j + 1)
    if line.low(j) in ("old", "olds", "oldest"):
        return unit, j + 1
    return (unit, j + 2) if line.matches(j, "of", "age") else None


_UNITS = {"year": "year", "years": "year", "yr": "year", "month": "month", "months": "month", "week": "week",
          "weeks": "week", "day": "day", "days": "day"}  # fmt: skip


def _said_to_be(line: Line, i: int) -> Reading | None:
    """A bare number of human size that its surroundings make an age."""
    found = amount(line, i, lambda _line, j: ("year", j))
    if found is None or not _is_human(found) or found.number.scale != 1:
        return None
    j = found.stop
    plural = line.low(j) == "s" and (line.glued(j) or line.raw(j - 1) == "'")
    if line.is_hyphen(i - 1) and line.low(i - 2) in ("under", "over") and (plural or line.raw(j) not in ("%",)):
        return _reading(found)
    if line.low(i - 1) not in ("aged", "ages") and (_is_counting(line, j) or _has_share(line, i, j)):
        return None
    is_age = (
        _after_aged(line, i)
        or _after_name(line, i, j)
        or _after_be(line, i, j)
        or _compared(line, i, j)
        or _of(line, i, j)
    )
    return _reading(found) if is_age else None


def _is_human(found: Amount) -> bool:
    oldest = words("ages")["words"]["oldest"]
    ends = found.ends or (found.value or Fraction(0),)
    return all(end.denominator in (1, 2, 5, 10) and 1 <= end.numerator // end.denominator <= oldest for end in ends)


def _is_counting(line: Line, j: int) -> bool:
    """Whether a unit, a noun or another number follows, so that it is no age."""
    if line.low(j) in _words("after_numbers"):
        return True
    if line.low(j) in ("to", "for", "on", "in") and line.low(j + 1) in ("a", "an", "each", "every"):
        return True  # "just over 60 to a heat"
    if line.glued(j) and (line.kind(j) == "word" or line.raw(j) in ("%", "-", "/", ":")):
        return True
    noun = nouns.counted(line, j)
    return noun is not None and line.low(noun[0]) not in ("years", "lives", "works")


def _has_share(line: Line, i: int, j: int) -> bool:
    """ "Of the drivers who were stopped over Christmas, 46, or 1 per cent, were drunk"."""
    is_aside = line.raw(i - 1) == line.raw(j) == "," and line.low(j + 1) == "or"
    return is_aside and line.has_any(frozenset({"%", "percent", "cent"}))


def _words(name: str) -> frozenset[str]:
    return listed("ages", name)


def _after_aged(line: Line, i: int) -> bool:
    """ "Aged 17", "the age of 50", "aged between 20 and 30", "aged nine, ten, 49, and 59"."""
    k = i - 1
    while k > i - _FARTHEST and line.low(k) in _words("before_aged"):
        k -= 1
    if line.low(k) in _words("before"):
        return True
    while k > i - _FARTHEST and (
        line.low(k) in (",", "and", "aged", "from", "to", "between") or numeral(line, k) is not None
    ):
        if line.low(k) in _words("before"):
            return True
        k -= 1
    return line.low(k) == "aged"


def _after_name(line: Line, i: int, j: int) -> bool:
    """ "Eamon Purcell, 71, who", "Ada Quill, now 88,": a capitalised word or a calling, a comma, a number, a comma."""
    is_adverb = line.low(i - 1) in ("now", "then", "just", "only", "still") and line.raw(i - 2) == ","
    if line.kind(i) != "digits" or not _is_person(line, i - 2 - is_adverb):
        return False
    if is_adverb:
        return line.raw(j) == ","
    if line.raw(i - 1) == "(":
        return line.raw(j) == ")"
    return line.raw(i - 1) == "," and line.raw(j) in (",", ".", ";", ")") and not line.glued(j + 1)


def _is_person(line: Line, k: int) -> bool:
    if line.kind(k) != "word" or line.low(k) in _places():
        return False
    if line.is_capital(k):
        return not nouns.is_stop(line, k) and not line.low(k).endswith("ly")
    return line.low(k) in _words("callings") or _is_doer(line, k)


def _is_doer(line: Line, k: int) -> bool:
    """The driver of "the driver, 27, had": by the ending, behind an article."""
    low = line.low(k)
    if not low.endswith(_DOERS) or len(low) < 5 or low in _words("no_doers"):
        return False
    return any(line.low(j) in ("the", "a", "an", "his", "her", "their") for j in range(k - 1, max(-1, k - 4), -1))


_DOERS = ("er", "or", "ist", "man", "woman", "ian", "ant", "eer", "boy", "girl", "ess", "ee")


@cache
def _places() -> frozenset[str]:
    dates = words("dates")
    return frozenset(dates["months"]) | frozenset(dates["words"]["days"])


def _after_be(line: Line, i: int, j: int) -> bool:
    """ "She was 71", "who is 66", "when you are 15", "turned 40"."""
    k = i - 1
    while k > i - _FARTHEST and line.low(k) in _words("adverbs"):
        k -= 1
    if line.low(k) in ("turned", "turning", "turns"):
        return line.kind(j) != "word" or nouns.is_stop(line, j) or line.low(j) in _words("after_ages")
    if line.low(k) in ("he's", "she's"):
        return True
    if line.low(k) in ("is", "was") and line.low(k - 1) == "age":
        return line.kind(j) != "word" or nouns.is_stop(line, j)
    is_when = line.low(k - 1) in ("they", "we") and line.low(k - 2) in _words("moments")
    if line.low(k) in ("was", "is", "were") and line.low(j) == "when" and line.low(j + 1) in ("he", "she", "they"):
        return True
    if line.low(k) not in _words("be") or not (is_when or line.low(k - 1) in _words("subjects")):
        return False
    return line.kind(j) != "word" or line.low(j) in _words("after_ages")


def _compared(line: Line, i: int, j: int) -> bool:
    """ "Men over 60", "supporters under 18", "readers under 14", "a third of them over 60"; "65 or older"."""
    if line.low(j) in ("or", "and") and (
        line.low(j + 1) in ("older", "younger") or (line.low(j + 1) in ("over", "under") and _is_end(line, j + 2))
    ):
        return True
    k = i - 1
    if line.low(k) in ("older", "younger") or (line.low(k) == "than" and line.low(k - 1) in ("older", "younger")):
        return True
    if line.low(k) in ("under", "over", "above", "below"):
        return line.low(k - 1) in _words("people") or (line.low(k - 1) in _words("be") and _speaks_of_age(line))
    if line.low(k) == "to" and line.low(k - 1) == "up":
        return line.low(k - 2) in _words("people") and _speaks_of_age(line, only_words=True)
    return line.low(k) == "between" and line.low(k - 1) in _words("be") and _speaks_of_age(line)


def _is_end(line: Line, j: int) -> bool:
    return line.kind(j) != "word" or nouns.is_stop(line, j)


def _speaks_of_age(line: Line, *, only_words: bool = False) -> bool:
    return line.has_any(_words("context")) or (not only_words and line.has_any(_words("people")))


def _of(line: Line, i: int, j: int) -> bool:
    """ "A woman of 19", "dies at 79", "at 62 she still rows", "now, at 62, he rows"."""
    if line.low(i - 1) == "of" and line.low(i - 2) in _words("persons"):
        return True
    is_be = line.low(i - 1) in ("is", "was")
    if {"youngest", "oldest"} & set(line.lows[max(0, i - (12 if is_be else 5)) : i]):
        return line.kind(j) != "word"
    return line.low(i - 1) == "at" and (line.low(i - 2) in _words("steps") or _is_at_an_age(line, i, j))


def _is_at_an_age(line: Line, i: int, j: int) -> bool:
    """ "At 62 she still rows", "at 62, Ada Quill still rows", "Ada Quill, at 62, still rows"."""
    comma = line.raw(j) == ","
    if line.low(j + comma) in ("he", "she"):
        return True
    named = _is_person(line, j + 1) if i == 1 else line.raw(i - 2) == "," and _is_person(line, i - 3)
    return comma and named
