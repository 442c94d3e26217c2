"""What kind of statement a number makes: a level, a change, a comparison, a rate, a share of something."""

import re
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Literal

from factcheck.model.quantity import Quantity
from factcheck.model.relation import Mention
from factcheck.reference.package import Measure
from factcheck.reference.reading import Reading
from factcheck.reference.stems import stem_set
from factcheck.words import words

Act = Literal["level", "difference", "percent", "points", "times", "rate"]
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
    if quantity.per in _PER:
        return Form("rate", per=_PER[quantity.per])
    way = _way(mention, reading)
    if way == 0 or is_goal(mention, reading):
        return Form("level")
    act: Act = "percent" if quantity.is_share else "difference"
    return Form(act, way, _against(reading, mention, ("than", "above", "below")))


def as_level(form: Form) -> Form:
    """ "Consumer prices rose by 7.2 per cent" is the level of a measure that is a change itself."""
    return replace(form, act="level") if form.act == "percent" else form


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
    following = [word.text.lower() for word in takewhile(lambda w: w.is_word, reading.words[last + 1 : last + 5])]
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


def _against(reading: Reading, mention: Mention, openers: tuple[str, ...]) -> int | None:
    """Where the other side of a comparison begins, in the number's own clause."""
    _, last = reading.of_quantity(mention)
    end = min(len(reading.words), last + 14)
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
            return measure.kind == "count" and measure.flow
    return _level_fits(quantity, measure)


def _level_fits(quantity: Quantity, measure: Measure) -> bool:
    if measure.kind == "rate" and (measure.unit or "").startswith("per "):
        broken = quantity.value is not None and quantity.value.denominator != 1
        return quantity.kind == "rate" or (quantity.kind == "count" and (broken or quantity.per is not None))
    match quantity.kind:
        case "percentage" | "fraction" | "ratio":
            return measure.kind in ("share", "rate", "ratio") and measure.unit in ("percent", None)
        case "money":
            return measure.kind == "money" and same_currency(quantity.unit, measure.unit)
        case "count":
            return measure.kind in ("count", "index", "ratio") or measure.unit in ("times", None)
        case "duration" | "measure" | "age":
            return measure.kind in ("measure", "rate", "index", "count") and same_unit(quantity.unit, measure.unit)
    return False


def same_unit(said: str | None, meant: str | None) -> bool:
    return said is not None and meant is not None and said.rstrip("s").lower() == meant.rstrip("s").lower()


def same_currency(said: str | None, meant: str | None) -> bool:
    """A bare dollar may be any dollar."""
    return said == meant or (said == "dollar" and (meant or "").endswith("D"))


def person(stem: str) -> bool:
    return stem in stem_set("people")
