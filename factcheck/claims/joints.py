"""How a number hangs on the one before it: "or", a bracket, "which is", "from … to", a list."""

import re
from functools import cache

from factcheck.model.claim import Joint
from factcheck.words import words

_LOOK_BACK = 60


@cache
def _endings() -> tuple[tuple[Joint, re.Pattern[str]], ...]:
    """The joints with the pattern that ends the gap before a number, most telling first."""
    table = words("joints")
    determiners = r"(?:(?:" + "|".join(table["determiners"]) + r"|\w+['’]s?)\s+)*"
    return tuple(
        (name, re.compile(pattern.replace("{determiners}", determiners) + r"\s*$", re.IGNORECASE))
        for ending in table["ending"]
        for name, pattern in [(ending["joint"], ending["pattern"])]
    )


@cache
def _fillers() -> re.Pattern[str]:
    return re.compile(r",?\s*\b(?:" + "|".join(map(re.escape, words("joints")["fillers"])) + r")\s*$", re.IGNORECASE)


@cache
def _emphasis() -> re.Pattern[str]:
    """Words before a number that only stress it: ", a mere 1 per cent" hangs on the number before as ", 1 per cent"."""
    phrases = "|".join(words("joints")["emphasis"])
    return re.compile(rf"(?<=[,;:(–—-])\s*(?:{phrases})\s*$", re.IGNORECASE)


def joint(left: str) -> Joint | None:
    """The joint that ends `left`, the text between two numbers (hedge excluded)."""
    tail = f" {_emphasis().sub('', _fillers().sub('', left[-_LOOK_BACK:]))} "
    return next((name for name, pattern in _endings() if pattern.search(tail)), None)
