"""Three times more: some readers take it for three times as many, some for four.

"Times less" is odder still: once less is already nothing. "Three times as many" and "a third of" say one
thing each. A note while the figures fit one of the two readings, an error where they fit neither; that
speaks in place of any other finding on the same figure. Source: Associated Press Stylebook, and
Merriam-Webster's Dictionary of English Usage, under "times".
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.checks.framing._prose import after, reworded, text_of
from factcheck.checks.framing._sums import worked_out
from factcheck.model.display import number
from factcheck.model.finding import Finding
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import Mention, Story
from factcheck.words import words

SEVERITY = "note"
REPLACES = {"FC108", "FC101", "FC106"}
_UP = (
    "more|higher|greater|larger|bigger|faster|likelier|longer|heavier|older|dearer|better|stronger|hotter|busier|worse"
)
_DOWN = "less|fewer|lower|smaller|cheaper|slower|shorter|lighter"
_TIMES = re.compile(rf"(?:\s*times)?\s+(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?!\s+than\s+(?:once|twice|\d))", re.I)
_KINDS = ("count", "money", "measure", "percentage", "rate")


def check(story: Story) -> Iterator[Finding]:
    """Note each "times more", and flag those that fit their figures in neither reading."""
    for mention in story.mentions:
        found = _TIMES.match(after(mention))
        if mention.quantity.kind == "multiple" and _is_so_many_times(mention) and found and mention.quantity.value:
            yield _finding(mention, found, _figures(mention, story), story)


def _is_so_many_times(mention: Mention) -> bool:
    """ "Three times", and "twice" before "more than", for "twice more" may be on two more occasions."""
    text = mention.text.lower()
    return "time" in text or (text in ("twice", "thrice") and re.match(r"\s+\w+\s+than\b", after(mention)) is not None)


def _figures(mention: Mention, story: Story) -> tuple[Mention, Mention] | None:
    """The two values that the text compares: the operands of a relation, or the one pair close by."""
    for relation in story.relations:
        if (
            relation.stated.index == mention.index
            and relation.recalculation.kind == "multiple"
            and len(relation.operands) == 2
        ):
            return relation.operands[0], relation.operands[1]
    pairs = []
    near = [
        m
        for m in story.mentions
        if 0 <= m.claim.sentence - mention.claim.sentence <= 1 and m.quantity.kind in _KINDS and m.quantity.value
    ]
    for kind in {(m.quantity.kind, m.quantity.unit, m.quantity.per) for m in near}:
        like = [
            m for m in near if (m.quantity.kind, m.quantity.unit, m.quantity.per) == kind and m.claim.mood == "plain"
        ]
        pairs += [like] if len(like) == 2 and _are_of_one_noun(like) else []
    return (pairs[0][0], pairs[0][1]) if len(pairs) == 1 else None


def _are_of_one_noun(pair: list[Mention]) -> bool:
    return pair[0].quantity.kind != "count" or len({(n or "").lower() for m in pair if (n := m.quantity.noun)}) < 2


def _finding(mention: Mention, found: re.Match[str], figures: tuple[Mention, Mention] | None, story: Story) -> Finding:
    quantity, end = mention.quantity, mention.quantity.end + found.end()
    sums = [] if figures is None else _readings(mention, figures, down=bool(found["down"]))
    fitting = next((s for s in sums if s.holds), None)
    wrong = bool(sums) and fitting is None and quantity.bound == "="
    phrase = text_of(story, quantity.where)[quantity.start : end]
    return Finding(
        quantity.start, end, phrase, _message(mention, phrase, sums if wrong else [], up=bool(found["up"])),
        severity="error" if wrong else None,
        where=quantity.where,
        stated=mention.index,
        plainly=_plainly(mention, up=bool(found["up"])),
        recalculations=tuple([fitting] if fitting else sums[:1]),
        suggestion=_mended(mention, found["up"], end, sums if wrong else []),
    )  # fmt: skip


def _plainly(mention: Mention, *, up: bool) -> str:
    """The readings on made-up figures."""
    times = mention.quantity.value or Fraction(1)
    if up:
        return f"Where the one is 100, the other may be {number(times * 100)} or {number((times + 1) * 100)}."
    return f"It may be meant that where the one is {number(times * 100)}, the other is 100."


def _mended(mention: Mention, comparative: str | None, end: int, misfits: list[Recalculation]) -> str:
    """The words that say one thing."""
    if misfits:
        return f"By the text's own figures it is {misfits[0].display} times as much."
    if comparative is None:
        part = words("framing")["parts"].get(str(mention.quantity.value))
        return f"Say “{part} as much” or “{part} as many”, if that is meant." if part else "Say what part it is."
    return _suggestion(mention, comparative, end)


def _suggestion(mention: Mention, comparative: str, end: int) -> str:
    """ "Three times as many", "three times as high", "three times as likely as"."""
    rest = mention.sentence.text[end - mention.sentence.start :]
    following = re.match(r"\s+([\w-]+)", rest)
    word = following[1].lower() if following else "than"
    much = "as" if word.endswith(("ly", "often", "ive", "able", "ing", "al", "ous")) else "as much"
    much = "as many" if word.endswith("s") and not word.endswith("ss") and much == "as much" else much
    plain = words("framing")["plain_forms"].get(comparative.lower())
    replacement = f"{mention.text} as {plain}" if plain else f"{mention.text} {much}"
    return re.sub(r"\bthan\b", "as", reworded(mention, replacement, end=end), count=1)


def _message(mention: Mention, phrase: str, misfits: list[Recalculation], *, up: bool) -> str:
    times = mention.quantity.value or Fraction(1)
    if misfits:
        made = f"{misfits[0].expression} is {misfits[0].display}"
        return f"The figures make neither {number(times)} nor {number(times + 1)} times as much: {made}."
    if up:
        return f"Some read “{phrase}” as {number(times)} times as much, others as {number(times + 1)} times."
    return f"“{phrase}” has no clear meaning: say what part of the other it is."


def _readings(mention: Mention, figures: tuple[Mention, Mention], *, down: bool) -> list[Recalculation]:
    """Both readings of the words: so many times as much, and so many times on top."""
    large, small = sorted(figures, key=lambda m: m.quantity.value or Fraction(0), reverse=True)
    top, bottom = large.quantity.value or Fraction(0), small.quantity.value or Fraction(1)
    shown = f"{number(top)} / {number(bottom)}"
    plain = worked_out("multiple", mention, (large, small), shown, top / bottom)
    on_top = worked_out(
        "multiple", mention, (large, small), f"({number(top)} - {number(bottom)}) / {number(bottom)}", top / bottom - 1
    )
    return [plain] if down else [plain, on_top]
