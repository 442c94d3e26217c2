"""Sums of money: symbol, code or word, before or after the number."""

from dataclasses import replace

from factcheck.quantities import nouns
from factcheck.quantities.amounts import Amount, amount, ranged
from factcheck.quantities.number_words import Numeral, scales
from factcheck.quantities.numerals import numeral
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.quantities.vocabulary import listed
from factcheck.words import word_set, words

ORDER = 80


def _starts() -> frozenset[str]:
    table = words("currencies")
    letters = {code.lower() for code in (*table["codes"], *table["glued_before"], *table["dollars"])}
    return frozenset({"number"} | set(table["signs"]) | letters)


STARTS = _starts()


def read(line: Line, i: int) -> Reading | None:
    found = _prefixed(line, i) or amount(line, i, _tail, money=_is_money_behind(line, i))
    if found is None:
        return None
    found = _scaled(line, _with_cents(line, found))
    return Reading(
        found.first, found.stop, "money", found.value, found.ends, found.step, unit=found.unit, scale=found.scale
    )


def _scaled(line: Line, found: Amount) -> Amount:
    """ "75 USD million": the scale word behind the code."""
    scale = scales().get(line.low(found.stop), 0)
    is_coded = line.raw(found.stop - 1) in words("currencies")["codes"] and scale >= 1000
    if not is_coded or found.scale > 1 or found.value is None or line.is_hyphen(found.stop + 1):
        return found
    stop, value, step = found.stop + 1, found.value * scale, found.step * scale
    return replace(found, stop=stop, value=value, step=step, scale=scale)


def _with_cents(line: Line, found: Amount) -> Amount:
    """ "Three dollars and 50 cents", "£2 50p", "five pounds fifty": a hundredth each."""
    j = found.stop + (line.low(found.stop) == "and")
    cents = numeral(line, j) if found.value is not None and found.value.denominator == 1 else None
    unit = _tail(line, cents.stop) if cents is not None else None
    if unit is None and cents is not None and j == found.stop and _are_spoken_cents(line, j, cents.stop):
        unit = "cent", cents.stop
    if cents is None or unit is None or unit[0] not in ("cent", "penny") or cents.value >= 100 or found.value is None:
        return found
    return replace(found, stop=unit[1], value=found.value + cents.value / 100, step=cents.step / 100)


def _are_spoken_cents(line: Line, j: int, stop: int) -> bool:
    """The "fifty" of "five pounds fifty", where the clause ends."""
    return line.low(j - 1) in listed("currencies", "words", "spoken") and line.kind(stop) not in ("word", "digits")


def _prefixed(line: Line, i: int) -> Amount | None:
    """ "$2.8m", "−£3", "US$3.55 trillion", "R14,000", "$5-$7m"."""
    start = i + (line.raw(i) in ("-", "−", "+") and not line.glued(i) and line.glued(i + 1))
    sign = _sign(line, start)
    if sign is None:
        return None
    first = numeral(line, sign[1], money=True)
    if first is None or (first.is_words and line.low(sign[1]) in ("a", "an")):
        return None
    second = _second(line, first.stop, sign[0], i)
    unit, stop = sign[0], first.stop
    if second is not None and not (second.value < first.value and line.low(first.stop) == "to"):
        return _at(ranged(first, second, unit, second.stop), i)
    stop, unit = _redundant(line, stop, unit)
    value = -first.value if start > i and line.raw(i) != "+" else first.value
    return Amount(i, stop, value, None, first.step, unit, first.scale, first)


def _at(found: Amount, first: int) -> Amount:
    return Amount(first, found.stop, found.value, found.ends, found.step, found.unit, found.scale, found.number)


def _redundant(line: Line, stop: int, unit: str) -> tuple[int, str]:
    """ "$5m USD", "$20 Australian": a code behind the sum says which dollar."""
    code = words("currencies")["codes"].get(line.raw(stop))
    return (stop + 1, code) if code and unit == "dollar" and code.endswith("D") else (stop, unit)


def _sign(line: Line, i: int) -> tuple[str, int] | None:
    """The currency that begins at token `i`, and where its number begins."""
    table = words("currencies")
    raw, low = line.raw(i), line.low(i)
    if raw in table["signs"] and raw != "¢":
        return table["signs"][raw], i + 1
    if line.raw(i + 1) == "$" and low in table["dollars"] and (line.glued(i + 1) or raw in ("US", "NZ", "AU", "HK")):
        return table["dollars"][low], i + 2
    if raw in table["glued_before"] and line.glued(i + 1) and line.kind(i + 1) == "digits" and is_sum(line, i + 1):
        return table["glued_before"][raw], i + 1
    is_marked = line.raw(i + 1) == "." or line.raw(i + 1) in table["signs"]
    if raw in table["codes"] and raw != "US" and (is_marked or line.kind(i + 1) == "digits"):
        return table["codes"][raw], i + 1 + is_marked
    return None


def is_sum(line: Line, i: int) -> bool:
    """Whether the letters that the digits at token `i` touch are a currency's, and no road's or postcode's."""
    table, letters = words("currencies"), line.raw(i - 1)
    if letters not in ("R", "N"):
        return letters in table["codes"] or letters in table["glued_before"]
    if line.low(i + 1) in listed("currencies", "after", "rand") or line.low(i - 2) in listed(
        "currencies", "before", "rand"
    ):
        return True
    return _looks_like_sum(line, i) or (line.has_any(_context()) and len(line.raw(i)) > 1) or _has_sum(line, letters)


def _looks_like_sum(line: Line, i: int) -> bool:
    """ "R14,000" and "R2.6m" are rand; "R614" is a road."""
    number = numeral(line, i, money=True)
    return number is not None and (number.scale > 1 or not line.raw(i).isdecimal())


def _has_sum(line: Line, letter: str) -> bool:
    """Whether the same letter stands before another sum, so that it is the currency here too."""
    return any(
        line.raw(k) == letter and line.glued(k + 1) and line.kind(k + 1) == "digits" and _looks_like_sum(line, k + 1)
        for k in range(len(line))
    )


def _second(line: Line, j: int, unit: str, first: int) -> Numeral | None:
    """The other end of a range of money: "to $7", "–7m", and "and $7" after "between"."""
    low, back = line.low(j), line.low(first - 1)
    if not (line.is_dash(j) or low == "to" or low == "or" or (low == "and" and back == "between")):
        return None
    if (low == "to" and (back in ("from", "by") or _is_change(line, first))) or (line.is_dash(j) and not line.glued(j)):
        return None
    k = j + 1 + (line.low(j + 1) in ("about", "around", "perhaps", "even") and low != "-")
    sign = _sign(line, k)
    if sign is None:
        return _bare_end(line, k) if low != "or" else None
    other = numeral(line, sign[1], money=True)
    return other if sign[0] == unit and other and (low != "or" or line.raw(j - 1) != ",") else None


def _is_change(line: Line, first: int) -> bool:
    k = first - 1 - (line.low(first - 1) == "by")
    return line.low(k) in words("changes")["before"]


def _bare_end(line: Line, k: int) -> Numeral | None:
    """The "5m" of "$3–5m"; the "5" of "$3 to 5 people" is another matter."""
    number = numeral(line, k, money=True) if line.kind(k) == "digits" else None
    if number is None or (number.scale == 1 and nouns.counted(line, number.stop) is not None):
        return None
    return number


def _is_money_behind(line: Line, i: int) -> bool:
    """ "10m dollars": the currency word stands after "m"."""
    plain = numeral(line, i)
    if plain is None or line.low(plain.stop) not in _LETTERS:
        return False
    number = numeral(line, i, money=True)
    return number is not None and number.scale > 1 and _tail(line, number.stop) is not None


_LETTERS = frozenset({*words("numbers")["money"], "mm"})


def _tail(line: Line, j: int) -> tuple[str, int] | None:
    """A currency word or code behind the number, with its nationality."""
    table = words("currencies")
    j += line.is_hyphen(j)
    raw, low = line.raw(j), line.low(j)
    if raw in table["signs"] and line.kind(j + 1) != "digits":
        return table["signs"][raw], j + 1
    if line.kind(j) != "word":
        return None
    if raw in table["glued_after"] and line.glued(j) and line.kind(j - 1) == "digits":
        return table["glued_after"][raw], j + 1
    if raw in table["codes"] and len(raw) > 1 and raw not in ("US", "RM", "TRY", "DM"):
        return table["codes"][raw], j + 1
    if line.is_capital(j) and (behind := _worded(line, j + 1, line.low(j + 1))) is not None:
        return _national(line, j) or behind
    return _national(line, j) or _worded(line, j, low)


def _national(line: Line, j: int) -> tuple[str, int] | None:
    table: dict[str, str] = words("currencies")["national"]
    for length in (3, 2):
        phrase = " ".join(line.phrase(j, length))
        found = table.get(phrase) or table.get(phrase.removesuffix("s"))
        if found:
            return found, j + length
    return None


def _context() -> frozenset[str]:
    return listed("currencies", "context", "pounds")


def _worded(line: Line, j: int, low: str) -> tuple[str, int] | None:
    table = words("currencies")
    unit = table["words"].get(low)
    if unit is None and low in table["pounds"]["words"] and line.has_any(_context()):
        unit = "GBP"
    is_ambiguous = low in listed("currencies", "words", "other_words")
    if unit is None or (is_ambiguous and line.low(j + 1) in word_set("noun_phrases", "stops")):
        return None
    return unit, j + 1
