"""A relative change in a risk or a harm, with no level anywhere to say of how much.

"Cut the risk by 34 per cent" may be from 50 to 33 in a hundred or from 3 to 2 in a million. One level
beside the change is enough. A warning for risks and for what a treatment or programme did, a note for
counts of harm. Silent for inflation, pay, prices and the like, whose level nobody needs. Source: Gigerenzer
et al., Helping Doctors and Patients Make Sense of Health Statistics (2007).
"""

import re
from collections.abc import Iterator

from factcheck.model.finding import Finding, Severity
from factcheck.model.relation import Mention, Story
from factcheck.words import word_set

SEVERITY = "warning"
_LEVELS = frozenset({"level", "rate", "share"})


def check(story: Story) -> Iterator[Finding]:
    """Flag each bare relative change in a risk or a harm."""
    for mention in story.mentions:
        severity = _severity(mention)
        if severity is not None and not _has_level(mention, story):
            yield Finding.on(
                mention.quantity,
                f"{mention.text} is a change with nothing to measure it by: the text gives no number before or after.",
                severity=severity,
                stated=mention.index,
                suggestion="Say how many there were before and after, or out of how many.",
            )


def _severity(mention: Mention) -> Severity | None:
    """How misleading the bare change is, or None where it is not one."""
    claim = mention.claim
    if claim.role != "change" or mention.quantity.unit != "percent" or claim.mood not in ("plain", "forecast"):
        return None
    said = set(re.findall(r"[a-z]+", mention.sentence.text.lower()))
    near = set(re.findall(r"[a-z]+", _around(mention).lower()))
    if near & word_set("risks", "economy"):
        return None
    if near & word_set("risks", "risks"):
        return "warning"
    if near & word_set("risks", "harms"):
        return "warning" if said & word_set("risks", "treatments") else "note"
    return None


def _around(mention: Mention) -> str:
    """The words beside the change: what it is a change of."""
    sentence, quantity = mention.sentence, mention.quantity
    left = sentence.text[: quantity.start - sentence.start].split()[-9:]
    right = sentence.text[quantity.end - sentence.start :].split()[:7]
    return " ".join([*left, *right])


def _has_level(change: Mention, story: Story) -> bool:
    """Whether some number in or beside the sentence says how many there were of the same thing."""
    return any(
        other.claim.role in _LEVELS
        and other.index != change.index
        and (other.claim.stems & change.claim.stems or abs(other.claim.sentence - change.claim.sentence) == 0)
        and other.quantity.kind in ("count", "rate", "ratio", "percentage")
        for other in story.mentions
    )
