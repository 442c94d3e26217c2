"""How a number hangs on the one before it: "or", a bracket, "which is", "from … to", a list."""

import re

from factcheck.model.claim import Joint

_LOOK_BACK = 60
_DETERMINERS = r"(?:(?:the|a|an|all|its|his|her|their|our|those|these|last|this|that|some|every|each|only|just|\w+['’]s?|year['’]s|other|nearly|in)\s+)*"
_ENDINGS: tuple[tuple[Joint, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern + r"\s*$", re.IGNORECASE))
    for name, pattern in (
        ("or", r"(?:^|[\s,;(–—-])or(?:\s+(?:only|just|some|the equivalent of|a mere))?"),
        ("which", r"\b(?:which|that|this|it)(?:['’]s|\s+(?:is|was|makes?|made|means?|comes? to|came to|works? out at|"
                  r"amounts? to|amounted to|equals|represents|represented|gives?|adds? up to|brings?|would be))"
                  r"(?:\s+(?:a|an|the|only|just)\b)?(?:\s+\w+){0,2}?(?:\s+(?:of|to))?"),
        ("which", r"\b(?:covers?|covered|makes? up|made up|making up|accounts? for|accounted for|accounting for|represents?|"
                  r"represented|representing|constitutes?|constituted|amounting to|equal to|equivalent to)(?:\s+(?:only|just|some))?"),
        ("noun", r"(?:[,–—(-]|\band)\s*(?:an?|the)\s+(?:[\w-]+\s+){1,3}of(?:\s+(?:only|just))?"),
        ("from", r"\bfrom\s+" + _DETERMINERS),
        ("against", r"(?:\b(?:against|compared (?:with|to)|versus|vs\.?|and not|instead of|rather than)\s+)" + _DETERMINERS),
        ("than", r"\bthan\s+" + _DETERMINERS),
        ("to", r"\bto\s+" + _DETERMINERS),
        ("by", r"\bby\s+" + _DETERMINERS),
        ("of", r"\bof\s+" + _DETERMINERS),
        ("bracket", r"[(\[]"),
        ("colon", r":"),
        ("dash", r"(?:[–—]|\s-{1,2})"),
        ("and", r"(?:\band|&)"),
        ("comma", r","),
    )
)  # fmt: skip


def joint(left: str) -> Joint | None:
    """The joint that ends `left`, the text between two numbers (hedge excluded)."""
    tail = f" {left[-_LOOK_BACK:]} "
    return next((name for name, pattern in _ENDINGS if pattern.search(tail)), None)
