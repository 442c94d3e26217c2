"""The smallest mending of a number, in the style it was printed in, and the likeliest reason why it is wrong."""

import re
from fractions import Fraction

from factcheck.model.finding import Edit
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Mention, Relation

ASK = "Check with the speaker."
_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")
_WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_STEMS = {2: "doubl", 3: "trebl", 4: "quadrupl", 5: "quintupl"}
_TIMES = re.compile(r"(?:twice|[a-z]+ times)\b", re.I)
_TWICE = 2
_MOST_PLACES = 3


def reprinted(quantity: Quantity, value: Fraction) -> str | None:
    """The quantity's own words with another value, rounded as the printed one is; None where no words are known."""
    if quantity.value is None or value < 0:
        return None
    found = _NUMERAL.findall(quantity.text)
    if len(found) == 1:
        return _with_numeral(quantity, found[0], value)
    if quantity.kind == "multiple":
        return _multiplied(quantity, value)
    if quantity.kind == "fraction":
        return f"{_decimal(value * 100, 0, commas=False)} per cent"
    return _in_words(quantity, value)


def _with_numeral(quantity: Quantity, numeral: str, value: Fraction) -> str | None:
    printed = Fraction(numeral.replace(",", ""))
    if not printed or not quantity.value:
        return None
    places = len(numeral.partition(".")[2])
    shown = _decimal(value * printed / quantity.value, places, commas="," in numeral or printed < 1000)
    return quantity.text.replace(numeral, shown) if shown != numeral else None


def _decimal(value: Fraction, places: int, *, commas: bool) -> str:
    """A number to some places, or to as many as it takes not to be nought."""
    while value and round(value * 10**places) == 0 and places < _MOST_PLACES:
        places += 1
    whole, rest = divmod(round(value * 10**places), 10**places)
    shown = f"{whole:,}" if commas else str(whole)
    return f"{shown}.{rest:0{places}d}" if places else shown


def _in_words(quantity: Quantity, value: Fraction) -> str | None:
    """ "Five financial years" → "four financial years"."""
    whole, printed = round(value), quantity.value
    if printed is None or printed.denominator != 1 or not 0 < printed < len(_WORDS) or not whole:
        return None
    word = next((w for w in (_WORDS[int(printed)], "an", "a") if quantity.text.lower().startswith(w)), None)
    if word is None:
        return None
    shown = _WORDS[whole] if whole < len(_WORDS) else f"{whole:,}"
    shown = shown.capitalize() if quantity.text[0].isupper() else shown
    return shown + _numbered(quantity.text[len(word) :], whole)


def _numbered(rest: str, count: int) -> str:
    """The unit's last letter goes with the number: "one mile", "two miles"."""
    return re.sub(r"s$", "", rest) if count == 1 else rest


def _multiplied(quantity: Quantity, value: Fraction) -> str | None:
    """ "Trebled" → "doubled", "three times" → "twice", where a whole multiple is near enough."""
    whole = round(value)
    if whole < 2 or abs(value - whole) * 10 > whole:
        return None
    lowered = quantity.text.lower()
    if lowered.endswith("fold") and whole < len(_WORDS):
        return f"{_WORDS[whole]}fold"
    if (times := _TIMES.match(quantity.text)) is not None and whole < len(_WORDS):
        shown = "twice" if whole == _TWICE else f"{_WORDS[whole]} times"
        shown = shown.capitalize() if quantity.text[0].isupper() else shown
        return shown + quantity.text[times.end() :] if shown.lower() != times.group().lower() else None
    stem = next((s for s in _STEMS.values() if lowered.startswith(s)), None)
    return None if stem is None or whole not in _STEMS else _STEMS[whole] + lowered[len(stem) :]


def mending(stated: Mention, value: Fraction) -> dict[str, object]:
    """What a finding says of the mending: an edit to `value`, or inside a quotation a word with the speaker."""
    if stated.claim.quoted:
        return {"suggestion": ASK}
    replacement = reprinted(stated.quantity, value)
    if replacement is None:
        return {}
    quantity = stated.quantity
    return {"edits": (Edit(quantity.start, quantity.end, replacement),), "suggestion": f"Write “{replacement}”."}


def mended(relation: Relation) -> dict[str, object]:
    """The mending of a relation's stated number, hedge and all, with the slip that explains it if one does."""
    value, quantity = relation.recalculation.value, relation.stated.quantity
    if value is None:
        return {}
    right = value * 100 if quantity.unit == "percent" else value
    details = mending(relation.stated, right)
    if "edits" in details and quantity.hedge_span is not None:
        details["edits"] = (_over_hedge(quantity, right),)
    cause = None if quantity.hedge is not None else slip(quantity, right)
    return {"cause": cause, **details} if cause else details


def _over_hedge(quantity: Quantity, value: Fraction) -> Edit:
    """The edit that takes the hedge with it: "just over 10 per cent" → "9.6 per cent"."""
    hedge = quantity.hedge_span or quantity.span
    start, end = min(hedge[0], quantity.start), max(hedge[1], quantity.end)
    return Edit(start, end, reprinted(quantity, value) or quantity.text)


def slip(quantity: Quantity, value: Fraction) -> str | None:
    """A slip of the pen that turns the right value into the printed one: two digits swapped, a factor of ten."""
    stated = quantity.stated
    if quantity.value is None or stated is None or not value:
        return None
    for power in (10, 100, 1000, 1_000_000):
        if value * power in stated or value / power in stated:
            return "a factor of ten" if power == 10 else f"a factor of {power:,}"
    return "digits transposed" if _swapped(quantity, value) else None


def _swapped(quantity: Quantity, value: Fraction) -> bool:
    """Whether two neighbouring digits of the right figure, printed alike, make the printed one."""
    numeral = _NUMERAL.search(quantity.text)
    right = reprinted(quantity, value) if numeral else None
    meant = _NUMERAL.search(right) if right else None
    if numeral is None or meant is None:
        return False
    a, b = (re.sub(r"\D", "", m.group()) for m in (numeral, meant))
    return len(a) == len(b) and any(b[:i] + b[i + 1] + b[i] + b[i + 2 :] == a for i in range(len(b) - 1))
