"""Of whom a share is told: the words after it, and which of its neighbours they set it apart from."""

import re

from factcheck.checks.framing._prose import after, before, key, said
from factcheck.model.relation import Mention, Story
from factcheck.words import word_set

_OF = re.compile(
    r"\s*(?:people\s+)?(?:out\s+)?(?:of|among|amongst)\s+"
    r"(?:(?:the|all|its|their|his|her|our|those|these|every|state's|city's)\s+)*(?:\d[\d,.]*\s+)?"
    r"(?P<base>[\w’'-]+(?:\s+[\w’'-]+){0,3})",
    re.I,
)

_ITS = re.compile(r"\s*of\s+(?:all\s+)?(?:its|their|his|her|theirs|hers)\b", re.I)
# The clause of the second share has a subject of its own, and no more than an aside before the figure.
_NEW_SUBJECT = re.compile(
    r"(?:[,;.]\s+(?:(?:and|while|whereas|but|where)\s+)?|\b(?:and|while|whereas|but)\s+)"
    r"(?P<who>(?:(?:the|its|his|her|their)\s+)?[A-Za-z][\w’'.-]+(?:\s+[\w’'.-]+){0,5}?)"
    r"(?:,\s[^,;.]+,)?,?\s+(?:only\s+|just\s+|about\s+)?$",
    re.I,
)
_ELLIPTIC = re.compile(r"\s*(?:[.,;:)”\"]|$|(?:and|while|but|so)\b)")
_TIMES = frozenset({"week", "month", "quarter", "day", "decade", "term", "spring", "summer", "autumn", "winter"})
_OF_THOSE = re.compile(r"\s*of\s+(?:those|them|the)\b", re.I)
_FRONTED = re.compile(
    r"(?:^|[;,.]\s*(?:and\s+)?|\band\s+)(?:of|among)\s+(?:the\s+)?(?P<base>(?!whom|which|them|th[eo]se)[a-z]+(?:\s[a-z]+)?),?\s*$",
    re.I,
)


_THOSE = re.compile(
    r"\s*(?:of|among|for)\s+(?:those|people|ones)\s+(?:with|without|who|that|from|aged|under|over|using|on|travelling)\s+"
    r"(?:(?:a|an|the|no|any|have|had|are|were|live|work|use|by|in)\s+)*(?P<mark>[\w’'-]+)",
    re.I,
)


def base_words(mention: Mention) -> tuple[str, ...]:
    """The noun phrase that the share is told of: "primary teachers", or nothing."""
    fronted = _FRONTED.search(before(mention))
    if fronted:
        return tuple(said(fronted["base"]))
    match = _OF.match(after(mention))
    if match is None:
        return _of_many(tuple(said(mention.quantity.noun or ""))) if mention.quantity.kind == "ratio" else ()
    noun = (mention.quantity.noun or "").lower()
    if noun and after(mention)[match.start("base") :].lower().startswith(noun):
        return tuple(said(noun))
    words = []
    for word in said(match["base"]):
        if word in word_set("framing", "phrase_ends"):
            break
        words.append(word)
    return tuple(words)


def _of_many(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "One house in five" is a share of houses."""
    if not words or is_plural(words) or words[-1].endswith(("s", "x", "ch", "sh")):
        return words
    last = words[-1]
    irregular = {"man": "men", "woman": "women", "child": "children", "person": "people"}
    plural = f"{last[:-1]}ies" if last.endswith("y") and last[-2:-1] not in "aeiou" else f"{last}s"
    return (*words[:-1], irregular.get(last, plural))


def place_before(mention: Mention) -> str | None:
    """The place that is told with the share: "in the west 50 per cent", "18 per cent of trains in the east"."""
    behind = re.match(r"\s+(?:of\s+(?:(?!and\b)[\w’'-]+\s+){1,3}?)?(?:in|at)\s+(?:the\s+)?(\w+)", after(mention))
    match = behind or re.search(r"\b(?:in|among|at|on)\s+(?:the\s+)?([\w’'-]+)\s*,?\s*$", before(mention), re.I)
    place = match[1].lower() if match else None
    return None if place in _TIMES or place in word_set("spans", "months") else place


def is_plural(words: tuple[str, ...]) -> bool:
    """Whether a noun phrase stands for many: not "the budget", not "income"."""
    last = words[-1] if words else ""
    return (
        last in word_set("framing", "plurals")
        or last == "those"
        or (last.endswith("s") and not last.endswith(("ss", "us", "is")))
    )


def are_different_groups(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two noun phrases name groups apart: men and women, primary teachers and secondary teachers."""
    if {*first, *second} >= {"under", "over"} and not ("under" in first and "over" in first):
        return True
    if not is_plural(first) or not is_plural(second):
        return False
    one, other = {key(w) for w in first}, {key(w) for w in second}
    if "those" in (first[-1], second[-1]) and first[-1] != second[-1]:
        return len(first) > 1 and len(second) > 1  # "foot passengers" and "those with cars", not "women" and those
    same_head = key(first[-1]) == key(second[-1])
    return bool(one - other and other - one) if same_head else not one & other


def are_apart(first: Mention, second: Mention) -> bool:
    """Whether two shares are of groups that do not overlap: by what they are called, or where they are."""
    places, bases = (place_before(first), place_before(second)), (_marked(first), _marked(second))
    if bases[0] == bases[1] or not (bases[0] and bases[1]):
        named = bool(bases[0] or bases[1]) or all(_OF_THOSE.match(after(m)) for m in (first, second))
        return None not in places and places[0] != places[1] and named
    return are_different_groups(*bases)


def owned_apart(first: Mention, second: Mention, gap: str) -> bool:
    """ "St Ann's called off 12 per cent of its operations, and the General 9 per cent": each has a base of its own."""
    own = _ITS.match(after(first))
    subject = _NEW_SUBJECT.search(gap)
    who = said(subject["who"]) if own and subject else []
    if (
        not who
        or who[0] in word_set("framing", "same_subject")
        or who[-1] in word_set("framing", "spans_of_time") | _TIMES
    ):
        return False
    return bool(_ITS.match(after(second)) or _ELLIPTIC.match(after(second)))


def _marked(mention: Mention) -> tuple[str, ...]:
    """The group of a share, "those with cars" by what marks them."""
    those = _THOSE.match(after(mention))
    return (*said(those["mark"])[:1], "those") if those else base_words(mention)


def lead(share: Mention, story: Story) -> Mention | None:
    """The count that its sentence gives before a share, no other share between: "60 entered and 90 per cent passed"."""
    row = [m for m in story.row(share) if m.index < share.index]
    since = next((n for n in range(len(row), 0, -1) if row[n - 1].quantity.is_share), 0)
    counts = [m for m in row[since:] if m.quantity.kind == "count" and m.quantity.value and m.claim.is_level]
    return counts[0] if len(counts) == 1 else None
