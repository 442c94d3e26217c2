"""A share whose base is nowhere: the text never says of whom or of what.

"Engagement is running at 2.4 per cent": of those invited, of those who came, of everybody? Speaks on two
shapes only: a share named by what it measures (success, compliance, uptake) with no "of …" and no count
beside it, and a bare share as the subject of the story's first words ("Two-thirds were never told").
Where a reference table has the base, the finding stands, for the reader is still not told, and names it with
the count that the share makes. Silent for turnout, unemployment, interest and other rates whose base is known.
Source: Huff, How to Lie with Statistics (1954): "What's missing?"
"""

import re
from collections.abc import Iterator
from functools import cache

from factcheck.checks.framing._prose import after, before, capital, mentions_any, noted, options, reworded, said
from factcheck.checks.framing._tables import Told, whole_told
from factcheck.model.finding import Finding
from factcheck.model.relation import Mention, Story
from factcheck.words import word_set

SEVERITY = "note"
_REACH = 2  # sentences
_COUNTED = 20
_OWNED = re.compile(r"\b(?:among|of)\s+(?!\d|course)(?:the|its|their|all|those|these|\w+s)\b", re.I)


def check(story: Story) -> Iterator[Finding]:
    """Note each share of nobody knows what."""
    for mention in story.mentions:
        told = whole_told(mention, story)
        if not _is_bare(mention) or _is_explained(mention, story, told) or _has_count_nearby(mention, story):
            continue
        measure = None if _has_people_just_before(mention, story) else _measure(mention)
        opens = _opens_story(mention, story) or _opens_words(mention, story)
        if measure or (opens and not _has_people_before(mention, story)):
            yield _finding(mention, measure, told)


def _finding(mention: Mention, measure: str | None, told: Told | None) -> Finding:
    message = f"{capital(mention.text)} of whom, or of what? The text gives no base for it."
    if told is not None:
        return Finding.on(
            mention.quantity,
            f"{message} {told.sentence}",
            stated=mention.index,
            plainly=told.plainly,
            suggestion=noted(mention, told.bracket, _measured_to(mention)),
            recalculations=told.sums,
            reference=told.evidence,
        )
    of_what = f"{measure.lower()} " if measure else ""
    return Finding.on(
        mention.quantity,
        message,
        stated=mention.index,
        plainly=f"A share means something only beside its whole: {of_what}of how many?",
        suggestion=_suggestion(mention),
    )


def _suggestion(mention: Mention) -> str:
    at = _measured_to(mention)
    if at != mention.quantity.end:
        return noted(mention, "of [whom or what, and how many]", at)
    return reworded(mention, f"{mention.text} of [whom or what, and how many]")


def _measured_to(mention: Mention) -> int:
    """Where the share ends with the noun of what it measures: "a 93 per cent success rate"."""
    found = _noun_of_measure(mention)
    return mention.quantity.end + (found.end() if found else 0)


def _is_explained(mention: Mention, story: Story, told: Told | None) -> bool:
    """Whether the text has a sum for the share, or a table one that does not give its base."""
    sums = [r.recalculation for r in story.relations if r.stated.index == mention.index]
    return any(s.reference is None or told is None for s in sums)


def _is_bare(mention: Mention) -> bool:
    """Whether no base is said beside it."""
    quantity, claim = mention.quantity, mention.claim
    plain = claim.role in ("share", "change") and claim.mood in ("plain", "negated") and quantity.where == "text"
    if not plain or quantity.kind not in ("percentage", "fraction", "ratio") or quantity.direction is not None:
        return False
    if claim.base is not None or claim.base_named or quantity.per:
        return False
    unowned = re.match(rf"\s+(?:of|for|more|less|higher|lower|in(?!{_when()}))\b", after(mention), re.I) is None
    return (quantity.noun is None and unowned) or _measure_after(mention) is not None


@cache
def _when() -> str:
    return rf"\s+(?:{options('framing', 'moments')}|\d)"


def _measure_after(mention: Mention) -> str | None:
    found = _noun_of_measure(mention)
    return found[1] if found else None


def _noun_of_measure(mention: Mention) -> re.Match[str] | None:
    """ "An 87 per cent success rate"."""
    pattern = rf"\s+({options('framing', 'measures')})(?:\s+rate|\s+level|\s+score)?\b(?!\s+(?:of|among|in|by)\b)"
    return re.match(pattern, after(mention), re.I)


def _measure(mention: Mention) -> str | None:
    """What the share measures, where it is named by that alone, with no "of the …" beside it."""
    if mention.quantity.kind != "percentage" or mentions_any(mention.sentence.text, "framing", "known_bases"):
        return None
    left = f"{before(mention)} "
    match = _measure_before().search(left)
    found = match[1] if match else _measure_after(mention)
    owned = re.match(rf"\s+(?:among|out\s+of|by)\b(?!{_when()})", after(mention), re.I)
    return None if owned or _OWNED.search(left, match.start(1) if match else 0) else found


@cache
def _measure_before() -> re.Pattern[str]:
    """ "Compliance had slipped to", "with a success rate of", at the end of the words before the figure."""
    lead, link, count = (options("framing", table) for table in ("measure_leads", "measure_links", "more_of_them"))
    return re.compile(
        rf"(?:^|[,;:]\s+|\b(?:{lead})\s+)({options('framing', 'measures')})(?:,\s[^,]+,)?,?\s+"
        rf"(?:(?:{link}),?\s+)*(?:an?\s+(?!{count}\b)[a-z-]+\s+)?$",
        re.I,
    )


def _opens_story(mention: Mention, story: Story) -> bool:
    """Whether the share is the first words of the story, with a verb behind it."""
    first = next((s for s in story.sentences if s.where == "text"), None)
    if first is None or mention.sentence.index != first.index or len(said(before(mention))) > 1:
        return False
    return _has_verb(mention)


def _opens_words(mention: Mention, story: Story) -> bool:
    """Whether the share opens somebody's words, or those on a sign, and nobody was named before."""
    lead, here = before(mention), mention.sentence.index
    earlier = " ".join(s.text for s in story.sentences if here - _REACH <= s.index < here and s.where == "text")
    opens = re.search(r"(?:^|\s)[“\"‘]\W*$", lead) is not None
    return opens and _has_verb(mention) and not word_set("framing", "persons") & set(said(f"{earlier} {lead}"))


def _has_verb(mention: Mention) -> bool:
    """Whether a verb follows of which a bare share can be the subject."""
    verb = rf"\s*(?:percent\s+)?(?:(?:also|now|never)\s+)?(?:{options('framing', 'bare_subjects')})\b"
    return re.match(verb, after(mention), re.I) is not None


def _has_people_just_before(mention: Mention, story: Story) -> bool:
    """Whether the sentence before speaks of people: "Patients were asked to rate the ward." """
    earlier = [s.text for s in story.sentences if s.index == mention.sentence.index - 1 and s.where == "text"]
    return any(word_set("framing", "persons") & set(said(text)) for text in earlier)


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
