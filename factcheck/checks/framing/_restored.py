"""Words that say that a thing is again as it was: "a room costs what it did before", "as many goats as ever".

>>> as_before("so that a room now costs what it did before") is not None
True
>>> as_before("and costs twice what it did before") is not None
False
"""

import re

from factcheck.checks.framing._changes import way_of
from factcheck.checks.framing._prose import before, between, keys, phrases, said
from factcheck.model.relation import Mention, Story
from factcheck.words import word_set

_WHO = r"(?:it|they|he|she|we|you|i|(?:the|an?|its|their)\s+(?:\w+\s+){0,2}\w+|\w+)"
_THEN = (
    r"(?:before|ever|always|formerly|previously|originally|at\s+the\s+(?:start|beginning|outset)|(?:in|on|since)\s+\w+"
    r"|last\s+\w+|a\s+\w+\s+ago|when\b|until|to\s+begin\s+with|beforehand)"
)
_WAS = (
    rf"{_WHO}\s+(?:was|were|had(?:\s+been)?|did|used\s+to(?:\s+\w+)?|once\s+\w+|cost|paid|earned|got|stood\s+at"
    r"|started\s+\w+|began\s+\w+)\b"
)
_AS_IT_WAS = rf"(?:{_THEN}|{_WAS})"
_QUALITY = r"(?:[a-z]+er|more|less|fewer|worse|better)"
_AS_BEFORE = re.compile(
    rf"\bas\s+(?:many|much|[a-z]+(?:\s+off)?)\s+(?:[a-z]+\s+){{0,4}}?as\s+{_AS_IT_WAS}"
    rf"|\b(?:what|where)\s+{_WAS}(?:\s+{_THEN})?"
    rf"|\bthe\s+same(?:\s+\w+){{0,2}}?\s+as\s+{_AS_IT_WAS}"
    rf"|\bno\s+{_QUALITY}(?:\s+(?:off|\w+))?\s+than\s+{_AS_IT_WAS}",
    re.I,
)
_MORE_THAN_THAT = re.compile(
    r"\b(?:twice|half|double|treble|times|above|below|over|under|beyond|than|quarters?|thirds?|per\s?cent(?:\s+of)?|%\s+of|unlike|about)\s+$",
    re.I,
)
_GOES_ON = re.compile(
    r"\b(?:it|they|them|its|their|this|that|these|those|since|then|again|now|next|another|he|she|we)\b", re.I
)
_CLAUSE = re.compile(r"[,;:]|\b(?:and|but|while|whereas|though)\b", re.I)
# "And came down", "but has won back": verbs of a clause without a subject of its own.
_MOVING = re.compile(
    r"\b(?:c[ao]me|coming|goes|go|went|gone|going|put|get|gets|got|won|win|wins|gave|given|took|taken|takes|made|makes|brought|clawed|pulled|bounced"
    r"|regained|restored|recouped|hired|edged|crept|been|backs?|off|out|over|by|(?:year|month|week|quarter|summer|winter|spring|autumn)['’]s)\b",
    re.I,
)


def as_before(text: str) -> re.Match[str] | None:
    """The first words of a text that say that all is as it was."""
    told = phrases("framing", "restored").search(text)
    found = next((m for m in _AS_BEFORE.finditer(text) if not _MORE_THAN_THAT.search(text[: m.start()])), None)
    return min((m for m in (told, found) if m is not None), key=lambda m: m.start(), default=None)


def is_of_another(first: Mention, second: Mention, story: Story) -> bool:
    """ "Wheat fell 20 per cent. Barley rose 20": the second clause has a subject that the first does not name."""
    apart = first.claim.sentence != second.claim.sentence
    own = before(second) if apart else between(story, first, second)
    if _GOES_ON.search(own):
        return False
    subject = things(_MOVING.sub(" ", _CLAUSE.split(own)[-1])) - things(" ".join(word_set("framing", "spans_of_time")))
    return bool(subject) and not subject & things(first.sentence.text if apart else before(first))


def things(text: str) -> frozenset[str]:
    """What a text is about, words of change and of time apart."""
    return keys(" ".join(word for word in said(text) if not way_of(word)))
