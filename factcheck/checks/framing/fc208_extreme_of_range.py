"""The far end of a range told as if it were the figure.

"Up to 1.1 metres" is true of a rise of 30cm to 1.1 metres whose likely value is 60cm, and of nothing
in it alone. Speaks only where the text itself gives the whole range, or a typical value that lies well
away from the end. Not for capacities, fines and other limits. Source: Advertising Standards Authority
(CAP), guidance on "up to" claims.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.checks.framing._prose import after, before, between, mentions_any, phrases, reworded, text_of
from factcheck.model.finding import Finding
from factcheck.model.relation import Mention, Story

SEVERITY = "note"
_FAR = Fraction(6, 5)
_REACH = 3  # sentences
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
            beside = next((o for o in story.mentions if _tells_more(o, mention, story)), None)
            if beside is not None:
                yield _finding(mention, beside, story)


def _is_extreme(mention: Mention) -> bool:
    quantity = mention.quantity
    if quantity.value is None or quantity.kind not in ("count", "money", "measure", "percentage", "duration", "rate"):
        return False
    lead = (before(mention) + (quantity.hedge or "")).rstrip()[-25:] + " "
    ends = any(m.end() >= len(lead) - 1 for m in phrases("framing", "extreme").finditer(lead)) or mentions_any(
        quantity.hedge or "", "framing", "extreme"
    )
    return ends and not mentions_any(mention.sentence.text, "framing", "limits") and mention.claim.mood != "capacity"


def _tells_more(other: Mention, extreme: Mention, story: Story) -> bool:
    """Whether another number is the range that ends here, or the typical value."""
    apart = abs(other.claim.sentence - extreme.claim.sentence)
    if other.index == extreme.index or apart > _REACH or other.quantity.kind != extreme.quantity.kind:
        return False
    size = _size(extreme, extreme.quantity.value)
    if other.quantity.ends is not None:
        return size in [_size(other, end) for end in other.quantity.ends]
    value = _size(other, other.quantity.value)
    if value == size and _is_range_end(other, story):
        return True
    if value is None or size is None or not value:
        return False
    near = before(other)[-45:]
    if re.search(r"\b(?:twice|times|double|above|below|half|than)\b", near):
        return False
    away = max(value, size) > min(value, size) * _FAR
    typical = bool(
        re.search(phrases("framing", "typical").pattern + r"(?:\W+\w+){0,4}\W*$", near, re.I)
    ) or mentions_any(after(other)[:20], "framing", "typical")
    return away and typical and _of_one_thing(other, extreme)


def _is_range_end(other: Mention, story: Story) -> bool:
    """Whether it is the last or the first of "between 400 and 2,000", "from 5,000 to 12,000"."""
    fellows = [story.mentions[n] for n in (other.index - 1, other.index + 1) if 0 <= n < len(story.mentions)]
    pairs = [
        (m, other) if m.index < other.index else (other, m) for m in fellows if m.quantity.kind == other.quantity.kind
    ]
    return any(
        re.search(r"\b(?:between|from|at)\s+$", before(low))
        and re.fullmatch(r".{0,20}\s(?:and|to)\s+", between(story, low, high))
        for low, high in pairs
    )


def _size(mention: Mention, value: Fraction | None) -> Fraction | None:
    return value * _METRES.get(mention.quantity.unit or "", Fraction(1)) if value is not None else None


def _of_one_thing(other: Mention, extreme: Mention) -> bool:
    a, b = other.quantity, extreme.quantity
    lengths = {a.unit, b.unit} <= set(_METRES)
    nouns = {n.lower().split()[-1].rstrip("s") for q in (a, b) if (n := q.noun)}
    return (a.unit == b.unit or lengths) and len(nouns) < 2


def _finding(extreme: Mention, beside: Mention, story: Story) -> Finding:
    quantity = extreme.quantity
    start = quantity.hedge_span[0] if quantity.hedge_span else quantity.start
    is_range = beside.quantity.ends is not None
    words = beside.text if is_range else f"{beside.text}, and at the extreme {quantity.text}"
    told = f"the range is {beside.text}" if is_range else f"{beside.text} is the usual figure"
    edge = "highest" if quantity.bound == "<" or "as " in (quantity.hedge or "") else "lowest"
    return Finding(
        start, quantity.end, text_of(story, quantity.where)[start : quantity.end],
        f"{quantity.text} is the {edge} of what the text gives: {told}.",
        where=quantity.where,
        stated=extreme.index,
        plainly=f"The text also says {beside.text}.",
        suggestion=reworded(extreme, words, start),
    )  # fmt: skip
