"""What is counted: the noun phrase after a number, by rule.

A bare noun phrase after a number has no article, so a function word, a verb or a mark ends it, and
its head is a plural: that is enough to find its end without a parse.
"""

from functools import cache

from factcheck.quantities.reading import TokenSpan
from factcheck.quantities.tokens import Line
from factcheck.words import word_set, words

_LONGEST = 8


def counted(line: Line, i: int, *, singular: bool = False) -> TokenSpan | None:
    """The noun phrase at token `i`, as tokens; `singular` where one thing may be meant."""
    if line.is_hyphen(i):
        return _compound(line, i + 1)
    i = _skipped(line, i)
    stop, head = _phrase(line, i)
    if head is not None:
        return i, head + 1
    if singular:
        return _singular(line, i, stop)
    listed = _listed(line, i, stop)
    return None if listed is None else (i, listed)


def after_of(line: Line, i: int) -> TokenSpan | None:
    """The noun phrase of "of the terraced houses", "of its 12 members" and "of candidates"."""
    if line.low(i) not in ("of", "out"):
        return None
    i += 1 + (line.matches(i, "out", "of"))
    while line.low(i) in _set("determiners"):
        i += 1
    if line.low(i - 1) in ("those", "these") and _is_participle(line, i) and not is_plural(line, i + 1):
        return None
    found = counted(line, i, singular=line.low(i - 1) not in ("those", "these"))
    if found is None or (found[1] == i + 1 and line.low(i) in _set("no_things")):
        return None
    return _unpossessed(line, *found)


def _is_participle(line: Line, i: int) -> bool:
    """ "Of those referred", "of these living alone": who they are, not what they are called."""
    low = line.low(i)
    return low in _set("verbs") or low in _set("participles") or (len(low) > 4 and low.endswith(("ed", "ing")))


def _unpossessed(line: Line, i: int, stop: int) -> TokenSpan | None:
    """ "The party's members" are members; "the state's" before a number is no noun at all."""
    for k in range(stop - 1, i - 1, -1):
        if line.low(k).endswith("'s"):
            return (k + 1, stop) if k + 1 < stop else None
    return i, stop


def is_plural(line: Line, i: int) -> bool:
    """Whether the word looks like a plural noun."""
    if line.kind(i) != "word":
        return False
    low = line.low(i)
    low = low.removesuffix("'s")
    if low in _set("plurals") or low.endswith(("people", "children", "women", "ymen", "smen")):
        return True
    if line.raw(i)[:-1].isupper() and line.raw(i).endswith("s"):
        return len(low) < 6
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "'s")) and low not in _set("singulars")


def _set(name: str) -> frozenset[str]:
    return word_set("noun_phrases", name)


def _skipped(line: Line, i: int) -> int:
    if line.matches(i, "or", "so"):
        return i + 2
    while line.low(i) in _set("skips") and line.kind(i + 1) == "word":
        i += 1
    return i + (line.raw(i) in ("“", '"', "‘") and line.glued(i + 1) and not line.glued(i))


def is_stop(line: Line, i: int) -> bool:
    low = line.low(i)
    return line.kind(i) != "word" or low in _set("stops") or low in _numbers()


def _phrase(line: Line, i: int) -> tuple[int, int | None]:
    """Where the run of noun-like words from `i` stops, and its plural head if it has one."""
    head, j = None, i
    while j < i + _LONGEST and not is_stop(line, j):
        if j == i and _is_verb_first(line, i):
            return j, None
        if (j > i and _is_verb_of(line, j)) or line.low(j) in _set("never_nouns"):
            return j, head
        if is_plural(line, j):
            head = j
            if not _goes_on(line, j):
                return j + 1, head
        j += 1
        while line.is_hyphen(j) and line.kind(j + 1) == "word":
            j += 2
            head = j - 1 if is_plural(line, j - 1) and is_stop(line, j) else head
        if line.raw(j) == "'" and line.glued(j):
            j += 1
    return j, head


def _is_verb_first(line: Line, i: int) -> bool:
    """Whether the number's verb follows at once: "12 died"; not "of the fall" nor "used cars"."""
    return line.low(i) in _set("verbs") and not _is_introduced(line, i) and not _leads_to_noun(line, i)


def _is_introduced(line: Line, i: int) -> bool:
    """Whether an article stands before the word, or before the number before it: "a 149 vote margin"."""
    return line.low(i - 1) in _set("articles") or line.low(i - 2) in ("a", "an")


def _is_verb_of(line: Line, j: int) -> bool:
    """Whether the word behind a noun is its verb: "squid goes", "law makes no mention"."""
    low = line.low(j)
    return low in _set("never_nouns") or (low in _set("plural_verbs") and _takes_object(line, j))


def _takes_object(line: Line, j: int) -> bool:
    """ "Law makes no mention", "members suggests.": a verb, where a noun would be followed by a preposition."""
    after = line.low(j + 1)
    return after not in (
        "of",
        "in",
        "at",
        "on",
        "for",
        "with",
        "and",
        "or",
        "to",
        "from",
        "are",
        "were",
        "have",
        "had",
        "will",
    )


def _leads_to_noun(line: Line, j: int) -> bool:
    """ "Used cars", "failed banks": a participle right before a plural."""
    return (
        (line.low(j).endswith("ed") or line.low(j) in _set("participles"))
        and is_plural(line, j + 1)
        and is_stop(line, j + 2)
    )


def _goes_on(line: Line, j: int) -> bool:
    """Whether a plural word is followed by the phrase's real head: "sports clubs", "drugs charges"."""
    if line.raw(j + 1) == "'":
        return True
    if is_stop(line, j + 1):
        return False
    if is_plural(line, j + 1):
        return not _is_verb_of(line, j + 1) and not _has_object(line, j + 2)
    return line.low(j) in _set("attributive")


def _has_object(line: Line, j: int) -> bool:
    """ "Breakfasts serves half": what a verb is followed by."""
    return (
        line.low(j) in ("a", "an", "the", "its", "their", "his", "her", "no", "half", "that")
        or line.low(j) in _numbers()
        or line.kind(j) == "digits"
    )


def _listed(line: Line, i: int, stop: int) -> int | None:
    """The end of "health, justice and social service organisations": a list of modifiers, one head."""
    if stop == i or line.low(i).endswith("ed"):
        return None
    j, seen = stop, False
    for _ in range(6):
        if line.low(j) in ("and", "or", "&"):
            seen = True
        elif line.raw(j) != ",":
            return None
        j += 1 + (line.raw(j) == "," and line.low(j + 1) in ("and", "or"))
        seen = seen or line.low(j - 1) in ("and", "or")
        end, head = _phrase(line, j)
        if end == j:
            return None
        if head is not None:
            return head + 1 if seen else None
        j = end
    return None


def _singular(line: Line, i: int, stop: int) -> TokenSpan | None:
    """A run without a plural, cut before a verb: "one woman died"."""
    j = i + (i < stop and _is_introduced(line, i))
    while j < stop and not _is_verb(line, j, i):
        j += 1
    return (i, j) if j > i else None


def _is_verb(line: Line, j: int, i: int) -> bool:
    low = line.low(j)
    if low in _set("verbs") or (low.endswith("ly") and len(low) > 4):
        return True
    return low.endswith(("ed", "ing")) and len(low) > 4 and (j > i or is_stop(line, j + 1) or is_plural(line, j + 1))


def _compound(line: Line, i: int) -> TokenSpan | None:
    """The "bedroom" of "two-bedroom flat"."""
    if line.kind(i) != "word" or line.low(i) in _set("no_compounds"):
        return None
    return i, i + 1


@cache
def _numbers() -> frozenset[str]:
    table = words("numbers")
    return (
        frozenset(table["units"])
        | frozenset(table["tens"])
        | frozenset(table["scales"])
        | frozenset(table["magnitudes"])
    )
