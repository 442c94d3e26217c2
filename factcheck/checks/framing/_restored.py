"""Words that say that a thing is again as it was: "a room costs what it did before", "as many goats as ever".

>>> as_before("so that a room now costs what it did before") is not None
True
>>> as_before("and costs twice what it did before") is not None
False
"""

import re

from factcheck.checks.framing._prose import phrases

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


def as_before(text: str) -> re.Match[str] | None:
    """The first words of a text that say that all is as it was."""
    told = phrases("framing", "restored").search(text)
    found = next((m for m in _AS_BEFORE.finditer(text) if not _MORE_THAN_THAT.search(text[: m.start()])), None)
    return min((m for m in (told, found) if m is not None), key=lambda m: m.start(), default=None)
