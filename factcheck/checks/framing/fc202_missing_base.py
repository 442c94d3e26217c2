"""A share whose base is nowhere: the text never says of whom or of what.

"Engagement is running at 2.4 per cent": of those invited, of those who came, of everybody? Speaks on two
shapes only: a share named by what it measures (success, compliance, uptake) with no "of …" and no count
beside it, and a bare share as the subject of the story's first words ("Two-thirds were never told").
Silent for turnout, unemployment, interest and other rates whose base is known. Source: Huff, How to Lie
with Statistics (1954): "What's missing?"
"""

import re
from collections.abc import Iterator
from functools import cache

from factcheck.checks.framing._prose import after, before, mentions_any, reworded, said
from factcheck.model.finding import Finding
from factcheck.model.relation import Mention, Story
from factcheck.words import word_set

SEVERITY = "note"
_REACH = 2  # sentences
_COUNTED = 20
_WHEN = r"(?:the\s+)?(?:early\s+|late\s+|mid-?)?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|end|first|last|second|third|fourth|year|month|week|\d)"
_LINK = r"(?:(?:a|an|the|its|their|of|rate|rates|level|levels|score|scores|figure|was|is|were|are|had|has|have|been|be|stands?|stood|running|runs|ran|at|to|just|only|now|" \
        r"slipped|fallen|fell|dropped|risen|rose|climbed|reached|hit|slid|sunk|sank|averaged|averages|averaging|currently|still|about|around|some|up|down|remains|remained|hovers|hovered|hovering|put|" \
        r"below|above|over|under|nearly|almost|barely|more|than|by|improved|jumped|grown|grew|dipped|tumbled|soared|crept|edged|plunged|languishes|languished|sits|sat|came|comes|in)\s+)*"  # fmt: skip
_SUBJECT = re.compile(r"^\s*(?:percent\s+)?(?:also\s+|now\s+|never\s+)?(?:were|was|are|have|had|said|say|want\w*|told|did|do|would|will|could|get|got|went|knew|know|felt|feel|think|thought|failed?|"
                      r"never|back\w*|support\w*|oppos\w+|agree\w*|[a-z]+ed)\b", re.I)  # fmt: skip


def check(story: Story) -> Iterator[Finding]:
    """Note each share of nobody knows what."""
    explained = {r.stated.index for r in story.relations}
    for mention in story.mentions:
        if mention.index in explained or not _is_bare(mention) or _has_count_nearby(mention, story):
            continue
        measure = _measure(mention)
        if measure or (_opens_story(mention, story) and not _has_people_before(mention, story)):
            of_what = f"{measure} " if measure else ""
            yield Finding.on(
                mention.quantity,
                f"{mention.text} of whom, or of what? The text gives no base for it.",
                stated=mention.index,
                plainly=f"A share means something only beside its whole: {of_what}out of how many?",
                suggestion=reworded(mention, f"{mention.text} of [whom or what, and how many]"),
            )


def _is_bare(mention: Mention) -> bool:
    """Whether no base is said beside it."""
    quantity, claim = mention.quantity, mention.claim
    if (
        quantity.kind not in ("percentage", "fraction")
        or claim.role not in ("share", "change")
        or claim.mood not in ("plain", "negated")
    ):
        return False
    if (
        claim.base is not None
        or claim.base_named
        or quantity.direction is not None
        or quantity.per
        or quantity.where != "text"
    ):
        return False
    return (
        quantity.noun is None
        and re.match(rf"\s+(?:of|for|more|less|higher|lower|in(?!\s+{_WHEN}))\b", after(mention), re.I) is None
    ) or _rate_after(mention) is not None


@cache
def _measures() -> str:
    return "|".join(sorted(map(re.escape, word_set("framing", "measures")), key=len, reverse=True))


def _rate_after(mention: Mention) -> str | None:
    """ "An 87 per cent success rate"."""
    match = re.match(
        rf"\s+({_measures()})(?:\s+rate|\s+level|\s+score)?\b(?!\s+(?:of|among|for|in|by)\b)", after(mention), re.I
    )
    return match[1] if match else None


def _measure(mention: Mention) -> str | None:
    """What the share measures, where it is named by that alone, with no "of the …" beside it."""
    left = before(mention)
    near = mention.sentence.text
    if mentions_any(near, "framing", "known_bases") or mention.quantity.kind != "percentage":
        return None
    match = re.search(
        rf"(?:^|[,;:]\s+|\b(?:and|but|that|of|with|a|an|the|its|their|overall|high|low|claimed|reported|official|poor|of)\s+)({_measures()})\s+{_LINK}$",
        left + " ",
        re.I,
    )
    found = match[1] if match else _rate_after(mention)
    if found is None or re.match(rf"\s+(?:among|out\s+of|by)\b(?!\s+{_WHEN})", after(mention), re.I):
        return None
    return (
        None
        if re.search(
            r"\b(?:among|of)\s+(?!\d|course)(?:the|its|their|all|those|these|\w+s)\b",
            left[match.start(1) if match else 0 :],
            re.I,
        )
        else found
    )


def _opens_story(mention: Mention, story: Story) -> bool:
    """Whether the share is the first words of the story, with a verb behind it."""
    first = next((s for s in story.sentences if s.where == "text"), None)
    return (
        first is not None
        and mention.sentence.index == first.index
        and len(said(before(mention))) <= 1
        and bool(_SUBJECT.match(after(mention)))
    )


def _has_people_before(mention: Mention, story: Story) -> bool:
    title = story.article.title or ""
    return bool(word_set("framing", "persons") & set(said(title)))


def _has_count_nearby(mention: Mention, story: Story) -> bool:
    """Whether some count close by could be what it is a share of."""
    return any(
        other.quantity.kind == "count"
        and other.claim.is_level
        and abs(other.claim.sentence - mention.claim.sentence) <= _REACH
        and (other.quantity.value is None or other.quantity.value >= _COUNTED)
        and (other.quantity.noun or "") not in ("times", "pages")
        for other in story.mentions
    )
