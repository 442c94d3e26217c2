"""What neighbours in a sentence lend one another: units in lists, nouns over "of", a far "each month"."""

from itertools import pairwise

from factcheck.quantities import directions, ellipsis, nouns, per
from factcheck.quantities.ellipsis import DETERMINERS, is_unitless, start_of
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.words import word_set

_LISTED = frozenset(
    {",", "and", "or", "to", "from", "about", "nearly", "almost", "just", "over", "then", "&", "/", "-"}
)
_HEDGES = frozenset({"about", "nearly", "almost", "just", "over", "then", ","})
_PARTS = ("count", "rate", "ratio", "fraction", "percentage")
_CHANGES = ("percentage", "points", "fraction", "money", "count", "measure")
_MOST_APART = 3
_MOST_BETWEEN = 5
_ALL = 100
_SHARED = ("percentage", "points", "measure", "duration", "money", "age")


def share(line: Line, readings: list[Reading]) -> None:
    for left, right in reversed(list(pairwise(readings))):
        _unit(line, left, right)
        _noun_over_of(line, left, right)
        _unit_over_of(line, left, right)
    for left, right in pairwise(readings):
        _restated(line, left, right)
        _unit_behind(line, left, right)
        _gapped(line, left, right)
        _to_the_cent(line, left, right)
        _noun_of_list(line, left, right)
        _per_of_list(line, left, right)
    for left, right in pairwise([reading for reading in readings if reading.is_number]):
        _noun_of_whom(line, left, right)
    ellipsis.share(line, readings)
    _moved_too(line, readings)
    for number, reading in enumerate(readings):
        if reading.kind == "count":
            _noun_before_comma(line, reading)
            limit = readings[number + 1].first if number + 1 < len(readings) else len(line)
            _far_per(line, reading, limit)


def _unit(line: Line, left: Reading, right: Reading) -> None:
    """ "12, 15 and 18 per cent", "from 4.25 to 4.75 per cent": the last unit is everyone's."""
    if not left.is_bare or left.kind != "count" or left.noun or left.per or right.kind not in _SHARED:
        return
    between = set(line.lows[left.stop : right.first])
    if not between or not between <= _LISTED or right.unit is None or _has_sign(line, right):
        return
    if "," in between and not (right.is_bare or (between & {"and", "or"} and line.raw(left.first - 1) == ",")):
        return
    if between >= {",", "or"} or not between & {"and", "or", "to", ",", "/"}:
        return
    if "or" in between and (not between <= {"or", *_HEDGES} or not _is_alternative(left, right)):
        return
    if left.ends is not None and between == {"and"}:  # "had between 50 and 249 and 18 per cent had 250 or more"
        return
    if right.kind == "percentage" and (left.value or 0) > _ALL:  # "on last year's 420 and 5 per cent more than"
        return
    left.kind, left.unit, left.is_bare = right.kind, right.unit, True
    if (
        right.kind == "money"
        and right.scale > 1
        and left.scale == 1
        and left.value is not None
        and left.step is not None
    ):
        left.value, left.step, left.scale = left.value * right.scale, left.step * right.scale, right.scale


def _is_alternative(left: Reading, right: Reading) -> bool:
    """ "5 or 10 per cent" are two guesses; "6,101 or 1.9 per cent" is one change told twice."""
    if right.kind != "percentage" or left.value is None or right.value is None:
        return True
    return left.value < right.value <= left.value * _MOST_APART


def _unit_behind(line: Line, left: Reading, right: Reading) -> None:
    """ "To 9 million kilos from 7 million", "from 18 months to three", "aged from 21 to 78"."""
    if not is_unitless(line, right) or left.kind not in ("measure", "duration", "age", "percentage"):
        return
    between = [low for low in line.lows[left.stop : start_of(right)] if low != ","]
    before = line.low(start_of(left) - 1)
    if (between, before) in ((["from"], "to"), (["to"], "from")) and _is_clause_end(line, right.stop):
        right.kind, right.unit = left.kind, left.unit


def _gapped(line: Line, left: Reading, right: Reading) -> None:
    """ "Some waited over an hour, and some over two": the same hedge again, and the unit left out."""
    if left.kind not in ("duration", "measure") or not left.hedge or not is_unitless(line, right):
        return
    if _words(line, left) == _words(line, right) and _is_clause_end(line, right.stop):
        right.kind, right.unit = left.kind, left.unit


def _to_the_cent(line: Line, left: Reading, right: Reading) -> None:
    """ "From $15 to $15.45": a price beside one with cents is exact to the cent as well."""
    if (left.kind, left.unit, left.scale, right.scale) != (right.kind, right.unit, 1, 1) or left.kind != "money":
        return
    is_pair = (
        line.lows[left.stop : start_of(right)] in (["to"], ["from"]) and left.hedge is None and right.hedge is None
    )
    if is_pair and left.step is not None and right.step is not None:
        left.step = right.step = min(left.step, right.step)


def _words(line: Line, reading: Reading) -> list[str]:
    return line.lows[slice(*reading.hedge)] if reading.hedge else []


def _is_clause_end(line: Line, j: int) -> bool:
    return line.kind(j) != "word" or line.low(j) in ("and", "or", "but", "in", "on", "at", "for", "when", "while")


def _noun_of_list(line: Line, left: Reading, right: Reading) -> None:
    """ "2000 Thai and 74 Malaysian stores", "30 full and 4 empty ones" share the noun; "two- and three-bedroom"."""
    if line.lows[left.stop : right.first] in (["-", "and"], ["-", "or"]):
        left.noun = left.noun or right.noun
    between = range(left.stop, right.first - 1)
    if left.kind != "count" or left.noun or not right.noun or right.kind != "count" or not 1 <= len(between) <= 2:
        return
    is_joined = line.low(right.first - 1) in ("and", "or", ",")
    is_national = all(line.is_capital(k) for k in between) and line.is_capital(right.noun[0])
    if is_joined and (is_national or (right.noun[1] > right.noun[0] + 1 and _are_adjectives(line, between))):
        left.noun = right.noun


def _are_adjectives(line: Line, between: range) -> bool:
    """ "230 permanent and 400 seasonal workers": words that look like neither nouns nor verbs."""
    return all(line.low(k).endswith(_ADJECTIVAL) and not nouns.is_stop(line, k) for k in between)


_ADJECTIVAL = ("ent", "ant", "al", "ic", "ive", "ary", "ous", "ful", "less", "able", "ible", "time", "new", "old", "er")


def _per_of_list(line: Line, left: Reading, right: Reading) -> None:
    """ "Averaged 23 points and 6 rebounds a game": the per-phrase is both counts'."""
    if left.per or not right.per or not left.noun or not right.noun or not line.has_any(_AVERAGES):
        return
    if line.lows[left.noun[1] : right.first] in (["and"], [","], [",", "and"]) and right.per[0] >= right.noun[1]:
        left.per, left.per_name, left.kind = right.per, right.per_name, right.kind


_AVERAGES = frozenset({"average", "averages", "averaged", "averaging"})


def _restated(line: Line, left: Reading, right: Reading) -> None:
    """ "Rose 45 cents, or 0.6%,", "shed 410 points, or 1%,": what says the same change again goes the same way.
    "8,454 or 7.2 per cent more than": and so does what it was told as."""
    end = left.noun[1] if left.noun and left.noun[0] == left.stop else left.stop
    if left.kind == right.kind or right.kind not in _CHANGES:
        return
    if line.lows[end : start_of(right)] not in ([",", "or"], ["or"], ["("]):
        return
    if right.direction is not None:
        is_compared = right.kind == "percentage" and line.low(right.stop + 1) == "than"
        left.direction = left.direction or (right.direction if is_compared else None)
        return
    if left.direction is None and right.kind == "percentage" and line.low(right.stop) != "of":
        left.direction = directions.moved(line, left)
    right.direction = left.direction


def _noun_of_whom(line: Line, left: Reading, right: Reading) -> None:
    """ "640 members, 702 of whom are under 18", "of whom 702 are": members, too."""
    is_whom = line.low(right.stop) == "of" and line.low(right.stop + 1) in ("whom", "which")
    is_whom = is_whom or line.lows[max(0, start_of(right) - 2) : start_of(right)] in (["of", "whom"], ["of", "which"])
    if is_whom and right.kind in _PARTS and right.noun is None and left.kind == "count" and left.noun:
        right.noun = left.noun


def _moved_too(line: Line, readings: list[Reading]) -> None:
    """ "Cut by 25 per cent in May and by a further 25 in June", "and bonds by 0.4": the same verb again."""
    for number, right in enumerate(readings):
        joint = _joint_of_by(line, right)
        if joint is None:
            continue
        for left in reversed(readings[max(0, number - 3) : number]):
            is_alike = left.kind == right.kind or {left.kind, right.kind} == {"percentage", "fraction"}
            is_near = line.low(right.first - 1) != "and" or _is_only_time(line, left.stop, joint)
            if is_alike and left.direction is not None and left.first < joint and is_near:
                right.direction = left.direction
                break


def _joint_of_by(line: Line, right: Reading) -> int | None:
    """Where the "and" of "and bonds by" stands, with no verb of its own before the number."""
    if right.direction is not None or right.kind not in _CHANGES:
        return None
    k = start_of(right) - 1
    while line.low(k) in ("a", "further", "another", "nearly", "about"):
        k -= 1
    if line.low(k) == "and" and k == right.first - 1 and _is_gap(line, right.stop):
        return k
    if line.low(k) != "by":
        return None
    for j in range(k - 1, max(0, k - 8), -1):
        if line.low(j) in ("and", "then", "but") or (line.raw(j) == "," and j < k - 1):
            return j
        if line.raw(j) not in ("'", "’") and (line.kind(j) != "word" or _is_verb(line.low(j))):
            return None
    return None


def _is_verb(low: str) -> bool:
    return low.endswith(("ed", "ing")) or low in word_set("noun_phrases", "verbs")


def _is_only_time(line: Line, first: int, stop: int) -> bool:
    """Whether only a date or a place in two words stands between: "by 2030", "in May", "last year"."""
    return first < stop <= first + 4 and line.low(first) in _TIMES


def _is_gap(line: Line, j: int) -> bool:
    """Where the second of two changes may end: "43% by 2030 and 84% by 2050"."""
    return line.kind(j) != "word" or line.low(j) in _TIMES or line.low(j) == "the"


_TIMES = frozenset({"by", "in", "on", "from", "last", "this", "week", "month", "quarter", "year"})


def _has_sign(line: Line, reading: Reading) -> bool:
    """Whether the unit stands before the number, where it is nobody else's."""
    return reading.kind == "money" and line.kind(reading.first) != "digits"


def _noun_over_of(line: Line, left: Reading, right: Reading) -> None:
    """ "147 of the 959 people", "44 of about 390 people a month": the first counts people, monthly, too."""
    if left.kind not in _PARTS or right.kind not in ("count", "rate"):
        return
    between = line.lows[left.stop : right.hedge[0] if right.hedge and right.hedge[0] < right.first else right.first]
    joint = " ".join(between)
    if (between[:1] != ["of"] and between[:2] != ["out", "of"]) or len(between) > 5:
        return
    if not set(between[1:]) <= DETERMINERS and (not joint.endswith("'s") or "what" in between):
        return
    left.noun = left.noun or right.noun
    if right.per is not None and left.per is None and left.kind in ("count", "rate"):
        left.per, left.per_name, left.kind = right.per, right.per_name, "rate"


def _unit_over_of(line: Line, left: Reading, right: Reading) -> None:
    """ "198 of the 275 hectares in the reserve" are hectares; "six of the 12 litre bottles" are no litres."""
    between = line.lows[left.stop : start_of(right)]
    if right.kind != "measure" or not left.is_bare or left.kind != "count" or left.noun or left.per:
        return
    is_of = between[:1] == ["of"] or between[:2] == ["out", "of"]
    is_plain = set(between) <= DETERMINERS | {"out"} or (between[-1:] and between[-1].endswith(("'s", "s'")))
    if is_of and 1 < len(between) <= _MOST_BETWEEN and is_plain and _is_whole_end(line, right.stop):
        left.kind, left.unit = right.kind, right.unit


def _is_whole_end(line: Line, j: int) -> bool:
    return _is_clause_end(line, j) or line.low(j) in _AFTER_WHOLE


_AFTER_WHOLE = frozenset(
    {"of", "that", "which", "it", "they", "he", "she", "we", "was", "were", "is", "are", "had", "has", "have", "by",
     "from", "to", "under", "since", "between", "around", "within", "across", "near", "along", "planted", "planned"}
)  # fmt: skip


def _noun_before_comma(line: Line, reading: Reading) -> None:
    """ "Of those people, only 49 engaged": the noun that the sentence has just named."""
    if reading.noun is not None:
        return
    i = reading.hedge[0] if reading.hedge and reading.hedge[0] < reading.first else reading.first
    i -= 1 + (line.low(i - 1) in ("only", "just"))
    if line.raw(i) != ",":
        return
    for k in range(i - 1, max(-1, i - 7), -1):
        if line.low(k) == "of" and (line.low(k + 1) in ("those", "these", "the")):
            noun = nouns.counted(line, k + 2, singular=True)
            if noun is not None and noun[1] == i:
                reading.noun = noun
            return


def _far_per(line: Line, reading: Reading, limit: int) -> None:
    if reading.per is None and reading.noun is not None and reading.value is not None:
        found = per.far(line, reading, limit)
        if found is not None:
            reading.per, reading.per_name = found[:2], found[2]
