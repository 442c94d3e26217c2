"""The far end of a range told as if it were the figure.

"Up to 1.1 metres" is true of a rise of 30cm to 1.1 metres whose likely value is 60cm, and of nothing
in it alone. Speaks only where the text itself gives the whole range, or a typical value that lies well
away from the end. Not for capacities, fines and other limits. Source: Advertising Standards Authority
(CAP), guidance on "up to" claims.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.checks.framing._prose import (
    after,
    before,
    between,
    keys,
    mentions_any,
    noted,
    phrases,
    reworded,
    text_of,
)
from factcheck.model.finding import Finding
from factcheck.model.relation import Mention, Story
from factcheck.words import word_set

SEVERITY = "note"
_FAR = Fraction(6, 5)
_REACH = 3  # sentences
_COMPARED = re.compile(r"\b(?:twice|times|double|above|below|half|than)\b")
_METRES = {
    "centimetre": Fraction(1, 100),
    "millimetre": Fraction(1, 1000),
    "metre": Fraction(1),
    "kilometre": Fraction(1000),
}


def check(story: Story) -> Iterator[Finding]:
    """Note each extreme whose range or typical value the text gives elsewhere."""
    for mention in story.mentions:
        if _is_extreme(mention):
            near = [o for o in story.mentions if _is_near(o, mention)]
            typical = next((o.text for o in near if _is_typical(o, mention)), None)
            span = next((text for o in near if (text := _range(o, mention, story))), None)
            if typical or span:
                yield _finding(mention, typical, span, story)


def _is_extreme(mention: Mention) -> bool:
    quantity = mention.quantity
    if quantity.value is None or quantity.kind not in ("count", "money", "measure", "percentage", "duration", "rate"):
        return False
    lead = (before(mention) + (quantity.hedge or "")).rstrip()[-25:] + " "
    ends = any(m.end() >= len(lead) - 1 for m in phrases("framing", "extreme").finditer(lead)) or mentions_any(
        quantity.hedge or "", "framing", "extreme"
    )
    return ends and not mentions_any(mention.sentence.text, "framing", "limits") and mention.claim.mood != "capacity"


def _is_near(other: Mention, extreme: Mention) -> bool:
    apart = abs(other.claim.sentence - extreme.claim.sentence)
    return other.index != extreme.index and apart <= _REACH and other.quantity.kind == extreme.quantity.kind


def _is_typical(other: Mention, extreme: Mention) -> bool:
    """Whether a figure is told as the usual one, and lies well away from the extreme."""
    value, size = _size(other, other.quantity.value), _size(extreme, extreme.quantity.value)
    near = re.split(r"[.;!?]\s|\d", before(other)[-90:])[-1]
    if not value or not size or _COMPARED.search(near) or max(value, size) <= min(value, size) * _FAR:
        return False
    usual = phrases("framing", "typical").pattern
    reach = 4 if other.quantity.kind == "count" else 9  # words
    if other.quantity.kind == "count" and _is_of_else(near, extreme):
        return False
    told = re.search(usual + rf"(?:\W+[\w’'-]+){{0,{reach}}}\W*$", near, re.I) or re.search(
        usual, after(other)[:20], re.I
    )
    return told is not None and _of_one_thing(other, extreme)


def _is_of_else(lead: str, extreme: Mention) -> bool:
    """ "The average age of those hurt was 41" counts nobody."""
    named = re.search(r"\b(?:average|mean|median|typical|usual)\s+([a-z]+)", lead, re.I)
    word = named[1].lower() if named else "number"
    return word not in word_set("framing", "counted_as") and not keys(word) & keys(f"{before(extreme)} {extreme.label}")


def _range(other: Mention, extreme: Mention, story: Story) -> str | None:
    """The whole range that ends at the extreme, as the text has it."""
    size = _size(extreme, extreme.quantity.value)
    if other.quantity.ends is not None:
        return (
            re.sub(r"\s+and\s+", " to ", other.text)
            if size in [_size(other, end) for end in other.quantity.ends]
            else None
        )
    if _size(other, other.quantity.value) != size:
        return None
    fellows = [story.mentions[n] for n in (other.index - 1, other.index + 1) if 0 <= n < len(story.mentions)]
    for fellow in (f for f in fellows if f.quantity.kind == other.quantity.kind):
        low, high = (fellow, other) if fellow.index < other.index else (other, fellow)
        gap = between(story, low, high)
        if re.search(r"\b(?:between|from|at)\s+$", before(low)) and re.fullmatch(r".{0,20}\s(?:and|to)\s+", gap):
            return f"{low.text} to {high.text}"
    return None


def _size(mention: Mention, value: Fraction | None) -> Fraction | None:
    return value * _METRES.get(mention.quantity.unit or "", Fraction(1)) if value is not None else None


def _of_one_thing(other: Mention, extreme: Mention) -> bool:
    a, b = other.quantity, extreme.quantity
    lengths = {a.unit, b.unit} <= set(_METRES)
    nouns = {n.lower().split()[-1].rstrip("s") for q in (a, b) if (n := q.noun)}
    return (a.unit == b.unit or lengths) and len(nouns) < 2


def _finding(extreme: Mention, typical: str | None, span: str | None, story: Story) -> Finding:
    quantity = extreme.quantity
    start = quantity.hedge_span[0] if quantity.hedge_span else quantity.start
    phrase = text_of(story, quantity.where)[start : quantity.end]
    edge = "highest" if quantity.bound == "<" or "as " in (quantity.hedge or "").lower() else "lowest"
    told = " and ".join(filter(None, (span and f"a range of {span}", typical and f"{typical} as the usual figure")))
    return Finding(
        start, quantity.end, phrase, f"{quantity.text} is the {edge} value; the text also gives {told}.",
        where=quantity.where,
        stated=extreme.index,
        plainly=f"{quantity.text} is the {'most' if edge == 'highest' else 'least'} that it may be"
        + (f"; as a rule it is {typical}." if typical else ", not what to expect."),
        suggestion=noted(extreme, f"typically {typical}") if typical else reworded(extreme, span or "", start),
    )  # fmt: skip
