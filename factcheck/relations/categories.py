"""Parts that exclude one another by their words: for, against and abstained; men and women; passed and failed."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.model.claim import Claim
from factcheck.words import words

_CLAUSE = re.compile(r"[,;:.–—]|\band\b|\bbut\b|\bwhile\b")
_OBJECT = r"(?: (?:it|them|him|her|(?:the|this|that|its|their) (?:motion|bill|plan|proposal|deal|offer|test|exam\w*)))?"


def exclude_one_another(parts: Sequence[Claim]) -> bool:
    """ "58 put up their hands for it, 31 were against and 11 abstained": each in another category of one set."""
    for table in words("categories")["set"]:
        found = [_category(part, table) for part in parts]
        if None not in found and len(set(found)) == len(parts) > 1:
            return True
    return False


def same_category(told: str, part: Claim) -> bool:
    """ "A majority … were for a strike. The tally was 312 in favour": whether both are of one category of one set."""
    return any(
        (one := _category(part, table)) is not None and one == _said(told, table)
        for table in words("categories")["set"]
    )


def _said(told: str, table: Mapping[str, Any]) -> int | None:
    """The one category that the first clause of some words names."""
    clause = re.split(r"[,;:.–—]", told)[0]
    named = [n for n, phrases in enumerate(table["phrases"]) if re.search(rf"\b(?:{'|'.join(phrases)})\b", clause)]
    return named[0] if len(named) == 1 else None


def _category(part: Claim, table: Mapping[str, Any]) -> int | None:
    """The one category that the words right behind a number end in: "300 passed", not "300 passed the first paper"."""
    clause = _CLAUSE.split(part.after)[0].strip(" “”\"'")
    none: list[list[str]] = [[]] * len(table["phrases"])
    alone, opens = table.get("alone", none), table.get("opens", none)
    named = [
        n
        for n, (phrases, whole, first) in enumerate(zip(table["phrases"], alone, opens, strict=True))
        if clause in whole
        or re.search(rf"\b(?:{'|'.join(phrases)}){_OBJECT}$", clause)
        or (first and re.match(rf"(?:[a-z]+ )?(?:{'|'.join(first)}) ", clause))
    ]
    return named[0] if len(named) == 1 else None
