"""Events in the numerator, people in the base, and the result told as a share of people.

234 ambulance calls to a house of 390 residents are not 60 per cent of the residents: one resident may
have called twenty times. Speaks where the counts beside it make the share, the counted things can happen
to one person more than once, and the words give the share to people. Source: the Office for National
Statistics on episodes and persons; Best, Damned Lies and Statistics (2001).
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.checks.framing._prose import after, before, in_style, phrases, said
from factcheck.checks.framing._sums import as_share, worked_out
from factcheck.model.display import number
from factcheck.model.finding import Finding
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import Mention, Story
from factcheck.words import word_set

SEVERITY = "warning"
_REACH = 3  # sentences
_CROWD = 10
_PERSON = re.compile(
    r"\s*(?:out\s+)?(?:of\s+)?(?:(?:the|its|all|our|their|those|these|every|\w+['’]s|\w+ing|\w+al|adult|local|young|older)\s+)"
    r"{0,3}(?P<noun>[\w-]+)",
    re.I,
)
# "In a place of 22,000 souls, then, 15 per cent have had to live on charity".
_AMONG_PEOPLE = re.compile(r"^\W*(?:in|of|among|amongst|from|for|with)\b[^;:]*,(?:\s+\w+,)?\s+(?:\w+\s+)?$", re.I)
_OF_THEM = re.compile(r"\s*of\s+(?:them|those|these|whom)\b(?!\s+(?:visits|calls|trips|journeys)\b)", re.I)
_VERB = re.compile(
    r"\s+(?:have|has|had|are|were|was|is|go|went|live|lived|need|needed|got|get|do|did|[a-z]+ed)\b", re.I
)


def check(story: Story) -> Iterator[Finding]:
    """Flag each share of people that was made of events."""
    for share in story.mentions:
        if share.quantity.is_share and share.claim.role == "share" and _of_people(share, story):
            for events, people, sum_ in _pairs(share, story):
                yield _finding(share, events, people, sum_)
                break


def _of_people(share: Mention, story: Story) -> bool:
    """Whether the words give the share to people: "60 per cent of residents", "one camper in 25"."""
    if word_set("framing", "persons") & set(said(share.text)):
        return True
    if _OF_THEM.match(after(share)):
        whole = [m for m in story.row(share) if m.index < share.index and m.quantity.kind == "count"][-1:]
        return any(map(_counts_people, whole))
    if _VERB.match(after(share)) and _AMONG_PEOPLE.search(before(share)):
        return any(_counts_people(m) for m in story.row(share) if m.index < share.index)
    match = _PERSON.match(after(share))
    noun = (share.quantity.noun or "").lower().split()[-1:] or [""]
    return bool(match and match["noun"].lower() in word_set("framing", "persons")) or noun[0] in word_set(
        "framing", "persons"
    )


def _pairs(share: Mention, story: Story) -> Iterator[tuple[Mention, Mention, Recalculation]]:
    """Counts of events and of people, close by, that make the share."""
    near = [m for m in story.mentions if abs(m.claim.sentence - share.claim.sentence) <= _REACH and m.quantity.value]
    plain = [m for m in near if m.claim.mood in ("plain", "capacity") and m.index != share.index]
    crowds = [m for m in plain if m.quantity.kind in ("count", "rate") and _counts_people(m)]
    for events in (m for m in plain if m.claim.sentence <= share.claim.sentence + 1 and _counts_events(m)):
        for people in crowds:
            top, bottom = events.quantity.value or Fraction(0), people.quantity.value or Fraction(1)
            if people.index != events.index and bottom > _CROWD and top < bottom and _is_close(share, top / bottom):
                sum_ = worked_out("share", share, (events, people), f"{number(top)} / {number(bottom)}", top / bottom)
                if sum_.holds:
                    yield events, people, sum_


def _is_close(share: Mention, made: Fraction) -> bool:
    """Whether a hedge alone does not do the fitting."""
    told = as_share(share)
    return told is not None and abs(told - made) * 20 <= made


def _noun(mention: Mention) -> str:
    return (mention.quantity.noun or "").lower()


def _is_so_many_times(mention: Mention) -> bool:
    """ "620 times last year", which is no comparison."""
    bare = re.match(r"\s*(?:as|more|less|higher|lower|larger|greater|the)\b", after(mention)) is None
    return mention.quantity.kind == "multiple" and mention.text.lower().endswith("times") and bare


def _counts_events(mention: Mention) -> bool:
    if _is_so_many_times(mention):
        return True
    if mention.quantity.kind not in ("count", "rate"):
        return False
    noun = _noun(mention)
    words = re.findall(r"[\w-]+", after(mention).lower())[:3]
    counted = noun or " ".join(words[:1])
    people = word_set("framing", "persons") & set(said(noun))
    return bool(phrases("framing", "events").fullmatch(counted.split()[-1] if counted else "")) and not people


def _counts_people(mention: Mention) -> bool:
    noun = _noun(mention)
    if noun:
        return bool(word_set("framing", "persons") & set(said(noun)))
    if said(before(mention))[-1:] == ["of"] and set(said(before(mention))[-3:]) & word_set("framing", "settled"):
        return True
    return bool(word_set("framing", "persons") & set(said(before(mention))[-6:] + said(after(mention))[:4]))


def _finding(share: Mention, events: Mention, people: Mention, sum_: Recalculation) -> Finding:
    happened, made = events.label, in_style(sum_.value or Fraction(0), share.text)
    base = people.label if people.quantity.noun else f"{people.text} people"
    return Finding.on(
        share.quantity,
        f"{happened} among {base} is {made}, but one person can account for several: it is no share of people.",
        stated=share.index,
        plainly=f"It happened {number(events.quantity.value or Fraction(0))} times. To how many people is not said.",
        recalculations=(sum_,),
        suggestion=f"Say “{happened} for {base}”, or find out how many people they were.",
    )
