"""What kind of statement a number makes: a level, a change, a comparison, a rate, a share of something."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile
from typing import Literal

from factcheck.model.quantity import Quantity
from factcheck.model.relation import Mention
from factcheck.reference.package import Measure
from factcheck.reference.reading import Reading
from factcheck.reference.stems import stem, stem_set, stems_of
from factcheck.words import words

Act = Literal["level", "difference", "percent", "points", "times", "rate"]
_FORMER = frozenset({"year", "quarter", "month", "again", "before", "financial"})
_PER = {"month": 1, "year": 12, "annum": 12}
_TO = re.compile(
    r"\b(?:to|at|of|reached|reaching|hit)\s+(?:(?:an?|the|some|about|around|nearly|almost|just|only|over|under|more|less|fewer|than|average|estimated)\s+)*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Form:
    """`act` is what is computed; `against` the position of the "than" or "as" that a rival follows;
    `direction` the way that the words point, +1 or -1, 0 where they do not say."""

    act: Act
    direction: int = 0
    against: int | None = None
    per: int | None = None


def form_of(mention: Mention, reading: Reading) -> Form:
    """How a number is meant, from its kind and the words around it."""
    quantity = mention.quantity
    if quantity.kind == "multiple":
        return Form("times", 0, _against(reading, mention, ("than", "as", "of")))
    if quantity.kind == "points":
        return Form("points", _way(mention, reading), _against(reading, mention, ("than",)))
    way = _way(mention, reading)
    if way == 0 or is_goal(mention, reading):
        return Form("rate", per=_PER[quantity.per]) if quantity.per in _PER else Form("level")
    act: Act = "percent" if quantity.is_share else "difference"
    other = _against(reading, mention, ("than", "above", "below"))
    return Form(act, way, other if other is not None else _from_period(reading, mention))


def as_level(form: Form) -> Form:
    """ "Consumer prices rose by 7.2 per cent" is the level of a measure that is a change itself."""
    return replace(form, act="level") if form.act == "percent" else form


def suited(form: Form, measure: Measure, of_change: bool = False) -> Form:
    """What a number states of one measure: "€900 a month" is a rent's level, where rents are not added up."""
    if form.act == "rate" and measure.kind in ("money", "measure") and "time" not in measure.additive:
        return Form("level")
    return as_level(form) if of_change else form


def is_goal(mention: Mention, reading: Reading) -> bool:
    """ "Rose to 7.2 per cent": the number is where it ended, not by how much it moved."""
    before = reading.sentence.text[: mention.quantity.start - reading.sentence.start]
    return bool(_TO.search(before)) and not re.search(
        r"\b(?:rise|increase|fall|drop|decline|growth|gain|jump|cut|reduction) of\s+(?:\w+\s+){0,2}$",
        before,
        re.IGNORECASE,
    )


def _way(mention: Mention, reading: Reading) -> int:
    """Which way a change or comparison points: "87 more murders", "rose by 6.9 million", "37 per cent higher"."""
    first, last = reading.of_quantity(mention)
    changed = words("reference")["changes"].get(reading.words[first - 1].text.lower()) if first else None
    if changed and mention.quantity.kind == "count":
        return 1 if changed == "up" else -1
    following = [word.text.lower() for word in takewhile(lambda w: w.is_word, reading.words[last + 1 : last + 7])]
    if mention.quantity.per is not None and following[:1] in (["a"], ["an"], ["per"], ["each"], ["every"]):
        following = following[2:]  # "€480 a month higher"
    ways = words("reference")["comparatives"]
    for word in following[:2]:
        if word in ways and (word not in ("more", "less", "fewer") or _compares(reading, last)):
            return 1 if ways[word] == "up" else -1
    if mention.quantity.hedge is None or mention.quantity.hedge.lower() not in ("up", "down"):
        return {"up": 1, "down": -1, None: 0}[mention.quantity.direction]
    return 0


def _compares(reading: Reading, last: int) -> bool:
    """ "87 more murders … than": more of the same, not "87 or more"."""
    return any(word.stem == "than" for word in reading.words[last + 1 : reading.clause(last)[1]])


def _from_period(reading: Reading, mention: Mention) -> int | None:
    """ "Up 9 per cent from the March quarter", "on a year earlier": where the former period is brought in."""
    _, last = reading.of_quantity(mention)
    starts = {at.first for at in reading.periods if at.period.grain in _FORMER}
    for index in range(last + 1, min(len(reading.words) - 2, last + 8)):
        word = reading.words[index].text.lower()
        if word in ".;:,":
            return None
        following = index + 1 + (reading.words[index + 1].text.lower() in ("the", "a", "with"))
        if word in ("from", "on", "against", "compared", "with") and not starts.isdisjoint((index + 1, following)):
            return index
    return None


def _against(reading: Reading, mention: Mention, openers: tuple[str, ...]) -> int | None:
    """Where the other side of a comparison begins, in the number's own clause."""
    _, last = reading.of_quantity(mention)
    end = min(len(reading.words), last + 24)
    for index in range(last + 1, end):
        word = reading.words[index]
        if word.text in ".;:,":
            return None
        if word.text.lower() not in openers:
            continue
        if word.text.lower() == "as" and reading.words[index - 1].text.lower() in ("times", "twice", "half"):
            continue
        if word.text.lower() == "as" and index + 1 < len(reading.words) and index == last + 1:
            continue
        return index
    return None


def kind_fits(quantity: Quantity, measure: Measure, form: Form) -> bool:
    """Whether a number of this kind can be this measure, or its change, its rate, its multiple."""
    match form.act:
        case "times":
            return measure.kind != "index"
        case "points":
            return measure.kind in ("share", "rate") and measure.unit == "percent"
        case "percent":
            return quantity.kind == "percentage"
        case "rate":
            return measure.flow and _rate_fits(quantity, measure)
    return _level_fits(quantity, measure)


def bare_fits(quantity: Quantity, measure: Measure, form: Form) -> bool:
    """ "31.5 hectares in May and 28.2 in June": the unit is not said again."""
    bare = quantity.kind == "count" and quantity.noun is None and quantity.per is None
    return bare and form.act == "level" and measure.kind == "measure"


def _rate_fits(quantity: Quantity, measure: Measure) -> bool:
    """So many, or so much money or rain, in each month of the period."""
    if measure.kind == "count":
        return quantity.kind in ("count", "rate")
    return measure.kind in ("money", "measure") and _level_fits(quantity, measure)


def _level_fits(quantity: Quantity, measure: Measure) -> bool:
    if measure.kind == "rate" and (measure.unit or "").startswith("per "):
        broken = quantity.value is not None and quantity.value.denominator != 1
        return quantity.kind == "rate" or (quantity.kind == "count" and (broken or quantity.per is not None))
    match quantity.kind:
        case "percentage" | "fraction" | "ratio":
            return measure.kind in ("share", "rate", "ratio") and measure.unit in ("percent", None)
        case "money":
            of_stretch = quantity.per is None or "time" in measure.additive or _per_fits(quantity.per, measure)
            return measure.kind == "money" and same_currency(quantity.unit, measure.unit) and of_stretch
        case "count":
            return measure.kind in ("count", "index", "ratio") or measure.unit in ("times", None)
        case "duration" | "measure" | "age":
            return measure.kind in ("measure", "rate", "index", "count") and same_unit(quantity.unit, measure.unit)
    return False


def _per_fits(per: str, measure: Measure) -> bool:
    """Whether a measure may be so much a month: its own words say so, or name no stretch at all."""
    own = _stretches() & {stem for text in (*measure.labels, measure.unit or "") for stem in stems_of(text)}
    return not own or not own.isdisjoint({per, f"{per}ly", *({"annual", "annum"} if per == "year" else ())})


@lru_cache(maxsize=1)
def _stretches() -> frozenset[str]:
    units = ("day", "week", "month", "quarter", "year")
    return frozenset(stem(word) for unit in units for word in (unit, f"{unit}ly")) | {"daily", "annual", "annum"}


def same_unit(said: str | None, meant: str | None) -> bool:
    return said is not None and meant is not None and _unit(said) == _unit(meant)


def _unit(text: str) -> str:
    """The singular name of a unit, however it is written: "mm", "millimeters"."""
    return _units().get(text) or _units().get(text.lower()) or text.rstrip("s").lower()


@lru_cache(maxsize=1)
def _units() -> dict[str, str]:
    table = words("units")
    names = {way: name for name, ways in table["words"].items() for way in (name, *ways)}
    return {**table["glued"], **table["abbreviations"], **names}


def same_currency(said: str | None, meant: str | None) -> bool:
    """A bare dollar may be any dollar."""
    return said == meant or (said == "dollar" and (meant or "").endswith("D"))


def person(stem: str) -> bool:
    return stem in stem_set("people")
