"""The same length, weight, temperature or time in two units."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache, partial
from itertools import pairwise

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.movement import Conversion
from factcheck.model.quantity import Quantity
from factcheck.relations.benefit import last_nonzero_unit
from factcheck.relations.change import MOODS
from factcheck.relations.formula import Formula, Sum
from factcheck.relations.lengths import units_in
from factcheck.relations.phrasing import says
from factcheck.relations.same_again import is_of_another_time
from factcheck.relations.scene import Scene
from factcheck.words import words

RELATION = Conversion
_DOUBT = Fraction(1, 20)
_TWO_DIGITS = 10
_REACH = 3
_OPENING = re.compile(r"[(\[]\s*(?:or\s*)?$|(?:^|\s)/\s*$")
_SET_OFF = re.compile(r"^[^,]{0,25}[,–—(-]\s*(?P<words>[a-z ]+?),?\s*$")
_BY = re.compile(r"\b(?:by|of)(?: (?:about|around|only|just|some))?\s*$")
_OF_IT = re.compile(r"^\s+of (?:it|them|this|that)\b")
_OF_WHOLE = re.compile(r"\b(?:(?:of|all) (?:its|those|these)|those|these)\s*$")
_OWNED = re.compile(r"\b([a-z]{3,})['’]s?\s+(?:whole |entire |full |total |own )?$")
_THE = re.compile(r"\b(?:the|this|that)\s*$")
_THING = re.compile(r"[\s-]+([a-z]{3,})\b")
_APART_FROM_IT = re.compile(r"\W*(?:in|of|at|next|that|which|who|near|with|from|between|to|on|beside|[a-z]+s)\b")
_AT_AN_END = re.compile(r"\s*(?:$|[,.;:!?)”\"]|(?:will|would|is|are|was|were|has|have|had|and|but|or|on|in time|by)\b)")
_APART = 3  # "35 minutes, or two hours in the snow" are two times
_NOT_UNITS = frozenset({"again", "scales", "temperature"})


@cache
def _sizes() -> dict[str, tuple[str, tuple[Fraction, ...]]]:
    """Each unit's dimension and its sizes in the dimension's first unit."""
    return {
        unit: (dimension, tuple(map(Fraction, sizes)))
        for dimension, units in words("conversions").items()
        if dimension not in _NOT_UNITS
        for unit, sizes in units.items()
    }


def _dimension(claim: Claim) -> str | None:
    unit = claim.unit or ""
    if claim.kind == "duration":
        return "time"
    if claim.kind != "measure":
        return None
    return "temperature" if unit in words("conversions")["temperature"] else _sizes().get(unit, (None, ()))[0]


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """The other quantity in the stated one's unit; of several sizes of a unit, the one that comes nearest."""
    (other,) = operands
    if other.value is None or other.unit is None or stated.unit is None or stated.value is None:
        return None
    factors = list(_factors(other.unit, stated.unit))
    if not factors:
        return None
    best = min(factors, key=lambda f: abs(other.value * f.low - stated.value))  # type: ignore[operator]
    middle = ((best.low or Fraction(0)) + (best.high or Fraction(0))) / 2
    interval = _allowed(other) * best
    return Sum(other.value * middle, interval + _slack(stated), f"{number(other.value)} * {number(middle)}")


def _once_more(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """The same time in another unit; one many times as long was never meant to be the same."""
    told = work_out(stated, operands)
    if told is None or not told.value or not stated.value:
        return None
    return told if 1 / _APART < told.value / stated.value < _APART else None


def _scaled(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """The same number counted in lakh and crore, or in millions."""
    (other,) = operands
    if other.value is None:
        return None
    return Sum(other.value, _allowed(other) + _slack(stated), number(other.value))


def _same_digits(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """The same number in other scales, if it has the same digits: another number is another sum."""
    (other,) = operands
    told = _scaled(stated, operands)
    if told is None or not other.value or not stated.value or told.interval is None or stated.stated is None:
        return None
    ratio = other.value / stated.value
    alike = any(ratio == Fraction(10) ** power for power in range(-4, 5))
    return told if alike or stated.stated.meets(told.interval) else None


def _factors(unit: str, other: str) -> Iterator[Interval]:
    """How many of the other unit one unit has, for each size that the words can mean."""
    length = units_in(unit, other)
    if length is not None:
        yield length
    sizes = _sizes()
    if unit in sizes and other in sizes and sizes[unit][0] == sizes[other][0]:
        yield from (Interval.exactly(a / b) for a in sizes[unit][1] for b in sizes[other][1])


def _allowed(quantity: Quantity) -> Interval:
    """What a measure may stand for: conversions are printed round."""
    return (_printed(quantity) or Interval(None, None)) + _slack(quantity)


def _printed(quantity: Quantity) -> Interval | None:
    """The figure itself: "no higher than 220C (428F)" is above or below both alike."""
    if quantity.bound not in "<>" or quantity.value is None:
        return quantity.stated
    return Interval.around(quantity.value, (quantity.step or Fraction(0)) / 2)


def _slack(quantity: Quantity) -> Interval:
    """Half a unit of the last digit that is not nought, but never over a twentieth."""
    value = quantity.value
    if not value or quantity.step is None or quantity.hedge is not None:
        return Interval.exactly(0)
    digits = value / quantity.step
    unit = last_nonzero_unit(digits) * quantity.step
    if digits >= _TWO_DIGITS and digits % 5 == 0:  # winds are told in fives: "105mph (165km/h)"
        unit = max(unit, 5 * quantity.step)
    return Interval.around(Fraction(0), max(min(unit / 2, abs(value) * _DOUBT) - quantity.step / 2, Fraction(0)))


def _reading(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """A temperature on the other scale."""
    (other,) = operands
    told = _printed(other)
    if other.value is None or told is None:
        return None
    shown = number(other.value)
    if other.unit == "degree Celsius" or stated.unit == "degree Fahrenheit":
        interval = told.scaled(Fraction(9, 5)) + Interval.exactly(32)
        return Sum(other.value * Fraction(9, 5) + 32, interval, f"{shown} * 9/5 + 32")
    interval = (told - Interval.exactly(32)).scaled(Fraction(5, 9))
    return Sum((other.value - 32) * Fraction(5, 9), interval, f"({shown} - 32) * 5/9")


def _difference(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """A difference of temperature on the other scale."""
    (other,) = operands
    told = _printed(other)
    if other.value is None or told is None:
        return None
    top, bottom = (9, 5) if other.unit == "degree Celsius" or stated.unit == "degree Fahrenheit" else (5, 9)
    factor = Fraction(top, bottom)
    return Sum(other.value * factor, told.scaled(factor), f"{number(other.value)} * {top}/{bottom}")


def _either(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """A temperature whose words leave open whether it is a reading or a difference."""
    sums = [_reading(stated, operands), _difference(stated, operands)]
    fits = [s for s in sums if s and s.interval and stated.stated and stated.stated.meets(s.interval)]
    return (fits or sums)[0]


def implied(scene: Scene) -> Iterator[Formula]:
    """Pairs side by side ("42km (26 miles)"), and a length told again ("all three miles of it")."""
    for claim in scene.claims:
        row = scene.sentence(claim)
        if claim is row[0]:
            for first, second in pairwise(row):
                if (_two_units(first, second) or _two_scales(first, second)) and _is_again(second):
                    yield _formula(first, second, "the two units side by side")
        rescaled = _rescaled(claim, scene)
        if rescaled is not None:
            work, choice, source = _same_digits, (rescaled.quantity,), "the same sum told before"
            yield Formula("conversion", claim.quantity, (choice,), "strong", work, Conversion, source, -2, moods=MOODS)
        whole = _whole_of(claim, scene)
        if whole is not None:
            yield _formula(whole, claim, "the whole that it is of")
        measured = _of_same_thing(claim, scene)
        if measured is not None:
            yield _formula(measured, claim, "the same thing measured before")
        unsure = (None, "temperature") if claim.scope == "all" else (None, "temperature", "time")
        if _dimension(claim) not in unsure and _OF_IT.match(claim.after):
            earlier = [c for c in scene.near(claim, back=_REACH) if _dimension(c) == _dimension(claim)]
            if len(earlier) == 1 and _two_units(earlier[0], claim):
                yield _formula(earlier[0], claim, "the same thing measured before")


def _formula(first: Claim, second: Claim, source: str) -> Formula:
    dimension, choice = _dimension(first), (first.quantity,)
    work = _temperature(first, second) if dimension == "temperature" else work_out
    if dimension is None:
        work = _scaled
    elif dimension == "time" and not _OPENING.search(second.before):
        work = _once_more
    return Formula("conversion", second.quantity, (choice,), "strong", work, Conversion, source, -2, moods=MOODS)


def _two_units(first: Claim, second: Claim) -> bool:
    dimension = _dimension(first)
    same_rate = second.per is None or second.per == first.per
    return dimension is not None and dimension == _dimension(second) and first.unit != second.unit and same_rate


def _two_scales(first: Claim, second: Claim) -> bool:
    """ "₹3 crore (30 million rupees)": Indian scales beside others; "$3m ($2m after tax)" is not the same again."""
    scales = [{scale for scale in words("conversions")["scales"]["words"] if scale in c.same} for c in (first, second)]
    is_indian = any(indian in found for found in scales for indian in words("conversions")["scales"]["indian"])
    same_kind = first.kind == second.kind and first.kind in ("money", "count") and first.per == second.per
    units = {first.unit, second.unit}
    return same_kind and is_indian and scales[0] != scales[1] and (len(units) == 1 or units == {"INR", "rupee"})


def _rescaled(claim: Claim, scene: Scene) -> Claim | None:
    """ "Rs 2,700 crore … where the Rs 27 billion would come from": the one sum in the other scales before it."""
    if claim.scope != "definite" or claim.kind != "money":
        return None
    earlier = [c for c in scene.near(claim, back=2) if c.kind == "money" and _two_scales(c, claim)]
    return earlier[0] if len({c.same for c in earlier}) == 1 else None


def _whole_of(claim: Claim, scene: Scene) -> Claim | None:
    """ "Lasts two hours and 40 minutes, and not one of its 140 minutes is wasted": the one length told before."""
    if claim.role != "duration" or not _OF_WHOLE.search(claim.before):
        return None
    earlier = [c for c in (*scene.near(claim, back=1), *scene.before(claim)) if c.role == "duration"]
    lasting = [c for c in earlier if re.search(rf"\b(?:{_lasts()})(?: for)?\s*$", c.before)]
    return lasting[0] if len(earlier) == 1 and lasting and _two_units(lasting[0], claim) else None


def _of_same_thing(claim: Claim, scene: Scene) -> Claim | None:
    """ "A 900-acre island … the island's 364 hectares", "the 364-hectare island"."""
    if claim.kind != "measure" or _dimension(claim) in (None, "temperature"):
        return None
    owned, thing = _OWNED.search(claim.before), _THING.match(claim.after)
    named = owned[1] if owned else thing[1] if thing and _THE.search(claim.before) else None
    if named is None or (owned and not _AT_AN_END.match(claim.after)) or is_of_another_time(claim, scene):
        return None
    if thing and not owned and _APART_FROM_IT.match(claim.after[thing.end() :]):
        return None
    told = [c for c in scene.near(claim, back=_REACH) if c.where == "text" and _dimension(c) == _dimension(claim)]
    first = [c for c in told if re.match(rf"[\s-]+(?:[a-z]+ )?{named}\b", c.after)]
    return first[0] if len(told) == 1 and first and _two_units(first[0], claim) else None


@cache
def _lasts() -> str:
    return "|".join([*words("lifetimes")["lasted"], *words("lifetimes")["runs"]])


def _is_again(claim: Claim) -> bool:
    """Whether the words before a number say that it is the one before it again."""
    table = words("conversions")["again"]
    if _OPENING.search(claim.before) and len(claim.before.split()) <= 2:
        rest = claim.after.lstrip(" -")
        word = re.match(r"[a-z]*(?: [a-z]+)?", rest)
        return not rest[:1].isalpha() or says(word.group() if word else "", table["tail"])
    aside = claim.before.strip()
    if (aside in ("–", "—", "-") and claim.after.lstrip()[:1] == aside) or (
        aside == "," and claim.hedged and _ends_aside(claim)
    ):  # "8km – three miles – long", "90kg, about 200 pounds, and"
        return True
    match = _SET_OFF.match(claim.before)
    if match is None or match["words"] not in table["words"]:
        return False
    rest = claim.after.lstrip()
    is_tail = any(re.match(rf"{tail}\b", rest) for tail in table["tail"])
    first_word = re.match(r"[a-z]+", rest)
    return is_tail or first_word is None or first_word.group() not in table["condition"]


def _ends_aside(claim: Claim) -> bool:
    """ "3,000 metres, almost 10,000 feet up, and": an aside with nothing in it but the number."""
    tails = "|".join(words("conversions")["again"]["tail"])
    return re.match(rf"(?: (?:{tails}))?[,)]", claim.after) is not None


def _temperature(first: Claim, second: Claim) -> partial[Sum | None]:
    table = words("conversions")["again"]
    if "change" in (first.role, second.role) or (
        _BY.search(first.before[-25:]) and says(first.before[-40:], table["difference"])
    ):
        return partial(_difference)
    return partial(_either)  # "hold warming to 1.5C (2.7F)", whatever words stand around it
