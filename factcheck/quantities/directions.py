"""Which way a change goes: "rose 4 per cent", "down 12", "a fall of", "a 34 per cent reduction"."""

from functools import cache

from factcheck.model.quantity import Direction
from factcheck.quantities.reading import Reading
from factcheck.quantities.tokens import Line
from factcheck.quantities.vocabulary import listed
from factcheck.words import words

_CHANGING = ("percentage", "points", "fraction", "money", "measure", "duration", "count", "multiple")


def attach(line: Line, reading: Reading) -> None:
    """Gives the reading its direction where it is itself the change, not a level before or after it."""
    reading.direction = reading.direction or _before(line, reading) or _after(line, reading)


def moved(line: Line, reading: Reading) -> Direction | None:
    """The way of the verb right before a sum or a count that may also be a level: "shed 410 points"."""
    first = reading.hedge[0] if reading.hedge else reading.first
    word = line.low(first - 1)
    return _table("before")[word] if word in _between("shares_only") and word not in _between("nouns") else None


@cache
def _table(side: str) -> dict[str, Direction]:
    found: dict[str, Direction] = words("changes")[side]
    return found


def _between(name: str) -> frozenset[str]:
    return listed("changes", name, "between")


def _before(line: Line, reading: Reading) -> Direction | None:
    if reading.hedge and line.low(reading.hedge[0]) in listed("hedges", "levels"):
        return None
    i = reading.hedge[0] if reading.hedge and reading.hedge[0] < reading.first else reading.first
    i -= 1
    i -= line.low(i) == "between"
    if line.low(i) == "by" and line.low(i - 1) in ("up", "down") and line.low(i - 2) in _between("particles"):
        return None  # "turned down by 9 per cent of the doctors"
    if line.low(i) == "by":
        return _table("before").get(line.low(i - 1)) or _over_object(line, i - 1) or _over_comma(line, i - 1)
    joints: set[str] = set()
    while line.low(i) in _between("words") and len(joints) < 4:
        joints.add(line.low(i))
        i -= 1
    word = line.low(i)
    way = _table("before").get(word)
    if way is None or "to" in joints or _is_other_sense(line, i, joints, reading):
        return None
    return way


def _over_object(line: Line, i: int) -> Direction | None:
    """ "Raised its main lending rate by": the verb stands before its object."""
    for k in range(i, max(-1, i - 12), -1):
        if line.kind(k) != "word":
            return None
        if line.low(k) in _between("transitive"):
            return _table("before")[line.low(k)]
    return None


def _over_comma(line: Line, i: int) -> Direction | None:
    """ "Went up again in the March quarter, by": the movement before the comma."""
    if line.raw(i) != ",":
        return None
    for k in range(i - 1, max(-1, i - 10), -1):
        if line.kind(k) != "word":
            return None
        if line.low(k) in _table("before") and line.low(k) not in _between("nouns"):
            return _table("before")[line.low(k)]
    return None


def _is_other_sense(line: Line, i: int, joints: set[str], reading: Reading) -> bool:
    word = line.low(i)
    if line.low(reading.stop) == "short":
        return True
    if word in ("up", "down") and line.low(i - 1) in _between("particles"):
        return True
    if word == "up" and reading.kind in ("percentage", "fraction") and line.low(reading.stop) == "of":
        return True  # "salaries eat up 58 per cent of the budget"
    if (word == "up" and line.low(i + 1) == "to") or (word in ("up", "down") and line.low(i + 1) in ("of", "the")):
        return True
    if word in _between("nouns") and not joints & {"of", "by"} and line.low(i - 1) not in _between("modals"):
        return word not in _between("verbs_too") or reading.kind not in ("percentage", "points", "money")
    if word in _between("shares_only") and not (_is_stock(line, reading) or joints & {"by"}):
        return reading.kind not in ("percentage", "points", "fraction")
    if word in _between("movers"):
        return reading.kind != "money" or line.low(reading.stop) not in _between("joints")
    return "the" in joints and "of" not in joints


def _is_stock(line: Line, reading: Reading) -> bool:
    """ "Lost 218 points": of an index, a league or a game."""
    return reading.kind == "count" and reading.noun is not None and line.low(reading.noun[1] - 1) in _between("stocks")


def _after(line: Line, reading: Reading) -> Direction | None:
    if reading.kind not in _CHANGING:
        return None
    j = reading.per[1] if reading.per and reading.per[0] == reading.stop else reading.stop
    if reading.noun is not None and reading.noun[0] == j and reading.kind != "count":
        j = reading.noun[1] - 1
    if reading.kind == "count" and line.low(j) in ("more", "fewer") and reading.noun is not None:
        compares = "than" in line.lows[reading.noun[1] : reading.noun[1] + 6]
        return _table("after")[line.low(j)] if compares else None
    j = reading.noun[1] if reading.noun and reading.kind == "count" else j
    way = _table("after").get(line.low(j))
    if way is None or _is_level(line, j, reading):
        return None
    return _OPPOSITE[way] if reading.kind == "duration" and line.low(j) in ("faster", "slower") else way


_OPPOSITE: dict[Direction, Direction] = {"up": "down", "down": "up"}


def _is_level(line: Line, k: int, reading: Reading) -> bool:
    """ "12 more people" adds, "46 up" may be a count; "5 per cent below" is a change."""
    word = line.low(k)
    if reading.kind == "count":
        return line.low(k + 1) != "than"
    if word == "above":
        return reading.kind not in ("percentage", "points", "fraction")
    if word == "loss":
        return reading.kind == "money"
    if word in ("up", "down") and reading.kind == "measure":
        return line.low(k + 1) not in ("on", "from")
    return (word in ("cut", "more") and line.low(k + 1) == "of") or (word in ("up", "down") and line.low(k + 1) == "to")
