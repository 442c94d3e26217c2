"""Of whom a share is told: the words after it, and which of its neighbours they set it apart from."""

import re

from factcheck.checks.framing._prose import after, before, key, said
from factcheck.model.relation import Mention
from factcheck.words import word_set

_OF = re.compile(
    r"\s*(?:people\s+)?(?:out\s+)?(?:of|among|amongst)\s+"
    r"(?:(?:the|all|its|their|his|her|our|those|these|every|state's|city's)\s+)*"
    r"(?P<base>[\w’'-]+(?:\s+[\w’'-]+){0,3})",
    re.I,
)

_FRONTED = re.compile(
    r"(?:^|[;,.]\s*(?:and\s+)?|\band\s+)(?:of|among)\s+(?:the\s+)?(?P<base>[a-z]+(?:\s[a-z]+)?),?\s*$", re.I
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
    behind = re.match(r"\s+of\s+(?:(?!and\b)\w+\s+){1,2}?in\s+(?:the\s+)?(\w+)", after(mention))
    if behind:
        return behind[1].lower()
    match = re.search(r"\b(?:in|among|at|on)\s+(?:the\s+)?([\w’'-]+)\s*,?\s*$", before(mention), re.I)
    return match[1].lower() if match else None


def is_plural(words: tuple[str, ...]) -> bool:
    """Whether a noun phrase stands for many: not "the budget", not "income"."""
    last = words[-1] if words else ""
    return last in word_set("framing", "plurals") or (last.endswith("s") and not last.endswith(("ss", "us", "is")))


def are_different_groups(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two noun phrases name groups apart: men and women, primary teachers and secondary teachers."""
    if {*first, *second} >= {"under", "over"} and not ("under" in first and "over" in first):
        return True
    if not is_plural(first) or not is_plural(second):
        return False
    one, other = {key(w) for w in first}, {key(w) for w in second}
    same_head = key(first[-1]) == key(second[-1])
    return bool(one - other and other - one) if same_head else not one & other
