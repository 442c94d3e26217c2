"""One comparison told in two formats: "one in eight men, against 9 per cent of women".

A reader has to convert one of them to see which is larger, and many take the one with the bigger
numbers. The finding puts both on one base. Not for plain words such as "a third" or "half", and not
where the two are one figure told twice. Source: Gigerenzer et al. (2007), Helping Doctors and Patients
Make Sense of Health Statistics.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.checks.framing._prose import after, between, bracketed, mentions_any, text_of
from factcheck.checks.framing._sums import as_share, share_interval
from factcheck.model.display import number
from factcheck.model.finding import Finding, span_over
from factcheck.model.frequencies import natural_base, of_every
from factcheck.model.relation import Mention, Story

SEVERITY = "note"
_FAR = 170  # letters between the two figures
_PARALLEL = re.compile(
    r"^\s*(?:but\s+)?(?:under|among|amongst|for|in|with|on|of|at|after|before|by|last|this|a\s+(?:year|decade)\s+(?:ago|earlier))\b|^\s*(?:the\s+)?(?:figure|proportion|share|rate|number)\b",
    re.I,
)
_WHILE = re.compile(r"\W*(?:while|whereas|whilst|where|although|though|if)\b", re.I)
_TIED = ("or", "bracket", "which", "comma", "dash", "colon", "noun")
_MEASURED = r"(?:the\s+(?:figure|proportion|share|rate|ratio|number|equivalent|percentage|fraction)|it)"
_LINK = r"(?:(?:is|was|are|were|stands?|stood|comes?|came|runs?|ran)(?:\s+(?:at|to|only|just|about|closer|nearer))*)"
_FIGURE_FOR = re.compile(
    rf"(?:^|[,;:–—]|\band|\bbut)\s+(?:(?:and|but|yet)\s+)?(?:{_MEASURED}\s+(?:for|among|amongst|of|in|at)\s+[^,;]+?"
    rf"|(?:for|among|amongst|in|of|at|on)\s+[^,;]+?,?\s+{_MEASURED})\s+{_LINK}\s*$",
    re.I,
)
_OF_OTHERS = re.compile(r"\s+of\s+(?!them\b|those\b|these\b|whom\b)", re.I)
_OF_THOSE = re.compile(
    r"\s+of\s+(?:those|the\s+ones)\b|\s+(?:in|at|on|among)\b[^,;.]*\b(?:do|did|does|are|were)\b\s*[,;.]", re.I
)
_ELLIPSIS = re.compile(
    r"^(?:\s+(?:of\s+)?[\w’'-]+){0,5}?\s+(?:do|did|does|are|is|was|were|have|had)\b(?=\s*[,.;]|\s+so\b)|^\s*[,.;]?$",
    re.I,
)


def check(story: Story) -> Iterator[Finding]:
    """Note each comparison of "x in y" with a percentage."""
    shares = [m for m in story.mentions if _format(m) and m.quantity.where == "text"]
    for first, second in pairwise(shares):
        if (
            _format(first) != _format(second)
            and not _is_one_figure(first, second)
            and not (_is_told_twice(first, story) or _is_told_twice(second, story))
            and _are_compared(first, second, story)
        ):
            yield _finding(first, second, story)


def _format(mention: Mention) -> str | None:
    """ "per cent", "x in y", or None where it is neither or may not be a share of things."""
    quantity, claim = mention.quantity, mention.claim
    if quantity.value is None or claim.mood not in ("plain", "forecast"):
        return None
    if (
        quantity.kind == "percentage"
        and claim.role in ("share", "change")
        and quantity.value <= 100
        and quantity.direction is None
    ):
        return "per cent"
    if quantity.kind == "ratio" and claim.role == "share":
        return "x in y"
    return (
        "x in y"
        if quantity.kind == "rate" and re.fullmatch(r"(?:every\s+)?10{2,5}|1?0?0?,000.*", _base(mention))
        else None
    )


def _base(mention: Mention) -> str:
    return (mention.quantity.per or "").split(" ")[0] if mention.quantity.per else "-"


def _value(mention: Mention) -> Fraction:
    if mention.quantity.kind == "rate":
        per = int(re.sub(r"\D", "", _base(mention)) or 1)
        return (mention.quantity.value or Fraction(0)) / per
    return as_share(mention) or Fraction(0)


def _is_one_figure(first: Mention, second: Mention) -> bool:
    """ "12.5 per cent, or one in eight": told twice, not compared."""
    return second.claim.joint in ("or", "bracket", "which") or share_interval(first).meets(share_interval(second))


def _is_told_twice(mention: Mention, story: Story) -> bool:
    """Whether one figure stands there in both formats: "one in eight (12.5 per cent)"."""
    near = [m for m in story.row(mention) if abs(m.index - mention.index) == 1]
    pairs = [tuple(sorted((mention, m), key=lambda m: m.index)) for m in near if m.quantity.is_share]
    return any(_format(a) != _format(b) and b.claim.joint in _TIED and _is_one_figure(a, b) for a, b in pairs)


def _are_compared(first: Mention, second: Mention, story: Story) -> bool:
    gap = between(story, first, second)
    apart = second.claim.sentence - first.claim.sentence
    if len(gap) > _FAR or apart > 1 or first.claim.paragraph != second.claim.paragraph:
        return False
    if second.claim.joint in ("from", "to", "of"):
        return False
    if mentions_any(gap, "framing", "strong_contrast"):
        return True
    if apart == 0:
        own = ";" not in gap or _OF_OTHERS.match(after(second))
        following = "" if own else gap.rpartition(";")[2]
        if _FIGURE_FOR.search(gap):
            return True
        opened = _WHILE.match(first.sentence.text) is not None and "," in gap and _OF_THOSE.match(after(second))
        return (
            bool(opened)
            or re.search(r"\b(?:while|but|than)\b", gap) is not None
            or _PARALLEL.match(following) is not None
        )
    opening = story_sentence(story, second)[: second.quantity.start - second.sentence.start]
    return bool(_PARALLEL.match(opening)) and bool(
        _PARALLEL.match(first.sentence.text) or _ELLIPSIS.match(after(second))
    )


def story_sentence(story: Story, mention: Mention) -> str:
    """The sentence that a figure stands in."""
    return text_of(story, "text")[mention.sentence.start : mention.sentence.end]


def _finding(first: Mention, second: Mention, story: Story) -> Finding:
    one, other = _value(first), _value(second)
    start, end = span_over(first.quantity, second.quantity)
    base = natural_base(one, other) or 10_000
    ratio = next(m for m in (first, second) if _format(m) == "x in y")
    return Finding(
        start, end, text_of(story, "text")[start:end],
        f"Two formats for one comparison: {number(one * 100, 3)} per cent against {number(other * 100, 3)} per cent.",
        stated=ratio.index,
        plainly=f"Of every {base:,}: {of_every(one, base)} against {of_every(other, base)}.",
        suggestion=bracketed(story, (ratio, f"{number(_value(ratio) * 100, 3)} per cent")),
    )  # fmt: skip
