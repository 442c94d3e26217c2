"""The wordings of claims about a whole series: superlatives within a window of years, and trends year by year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from factcheck.words import words

Extreme = Literal["high", "low", "rise", "fall", "first rise", "first fall"]
_YEAR = r"(?:1[89]|20)[0-9]{2}"
_KINDS = r"(?:calendar|financial|fiscal|school|academic|tax|budget)"


@dataclass(frozen=True, slots=True)
class Window:
    """Which earlier years count: those after `since`, the last `years`, or all (both None)."""

    since: int | None = None
    years: int | None = None
    until: int | None = None
    season: bool = False  # only the same quarter of each year


@dataclass(frozen=True, slots=True)
class SuperlativePhrase:
    """ "The highest since 1982", at `text[start:end]` of a sentence."""

    start: int
    end: int
    extreme: Extreme
    window: Window


@dataclass(frozen=True, slots=True)
class TrendPhrase:
    """ "Has fallen every year since 2010": `way` is 1 for up, 0 for one way or the other ("has improved");
    `never` turns it into "has not risen since"."""

    start: int
    end: int
    way: int
    window: Window
    never: bool = False


def _either(*lists: str) -> str:
    table = words("reference")
    found = []
    for name in lists:
        family, _, key = name.partition(".")
        found += table[family][key]
    return "|".join(sorted((re.escape(word) for word in found), key=len, reverse=True))


@lru_cache(maxsize=1)
def _number() -> str:
    return "[0-9]{1,3}|" + "|".join(words("reference")["small_numbers"])


@lru_cache(maxsize=1)
def _superlative() -> re.Pattern[str]:
    any_year = rf"(?:in|of) any (?:other |single )?(?:{_KINDS} )?year"
    vague = r"(?:at least |more than |almost |nearly |about |over |some )?"
    window = (
        rf"since (?:at least )?(?P<since>{_YEAR})(?:[/–-][0-9]{{2}}\b)?|"
        rf"(?:in|for) (?:the (?:past|last) )?{vague}(?P<n>{_number()}) (?P<unit>years|year|decades|decade)|"
        r"in (?P<a>a) (?P<unit2>decade|generation)|"
        r"(?P<all>on record|ever|since records began|in (?:its |recorded )?history|of all time|so far|to date|"
        rf"{any_year}(?: so far| yet| to date)?)"
    )
    head = (
        rf"(?P<high>{_either('superlative.high')})|(?P<low>{_either('superlative.low')})|"
        rf"first (?:annual |yearly )?(?P<first>{_either('superlative.rise', 'superlative.fall')})"
    )
    moves = _either("superlative.rise", "superlative.fall")
    step = rf"(?:\s(?:annual|yearly|single-year|year-on-year))?\s(?P<step>{moves})"
    before, between = r"\b(?:(?:the|its|their|a|an)\s(?:second[- ])?)?", r"(?:\s(?!than|that)[\w'’]+){0,4}?"
    return re.compile(rf"{before}(?:{head})\b(?:{step}\b)?{between}\s(?:{window})\b", re.IGNORECASE)


_SEASON = re.compile(
    r"\s*(?:\w+ )?(?:in|for|of) (?:a|an|any|the|its) "
    r"(?:first|second|third|fourth|final|same|spring|summer|autumn|winter)(?: quarter)?\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _than_any() -> re.Pattern[str]:
    """ "Fewer than in any year since 2017/18", "more than in any other year"."""
    ways = words("reference")["comparatives"]
    up, down = ("|".join(word for word, way in ways.items() if way == end) for end in ("up", "down"))
    return re.compile(
        rf"\b(?:(?P<high>{up})|(?P<low>{down})) than (?:in |at |for |during )?any (?:other |earlier |previous )?"
        rf"(?:{_KINDS} )?(?:year|time)(?: since (?P<since>{_YEAR})(?:[/–-][0-9]{{2}}\b)?"
        rf"| (?:in|of|over) the (?:past|last|previous) (?P<n>{_number()}) years| before| so far| on record)?",
        re.IGNORECASE,
    )


_RECORD = re.compile(
    r"\b(?:a|an|its|their|the)\s(?:new |all-time |record )*(?:record|all-time)\s(?P<way>high|low|peak|number|total)\b"
    r"|(?<=[,–—] )a (?:new )?(?:record|peak)(?=\s?[,.;:–—)]| and\b)"
    r"|\b(?:has|have|had) never been (?:so |this )?(?P<way2>high|low|higher|lower|large|larger|small|smaller)\b",
    re.IGNORECASE,
)


def superlatives(text: str) -> Iterator[SuperlativePhrase]:
    """The superlatives of a sentence; a second place ("the second-highest since") is none."""
    found = False
    for match in _superlative().finditer(text):
        extreme = _extreme(match)
        if extreme is not None and "second" not in match.group().lower().split("since")[0]:
            found = True
            season = _SEASON.match(text, match.end())
            end = season.end() if season else match.end()
            yield SuperlativePhrase(match.start(), end, extreme, replace(_window(match), season=bool(season)))
    for match in _than_any().finditer(text):
        found = True
        since, years = match["since"], match["n"]
        window = Window(int(since) if since else None, _count(years) if years else None)
        yield SuperlativePhrase(match.start(), match.end(), "low" if match["low"] else "high", window)
    if not found:
        for match in _RECORD.finditer(text):
            way = (match["way"] or match["way2"] or "").lower()
            low = way.startswith(("low", "small"))
            yield SuperlativePhrase(match.start(), match.end(), "low" if low else "high", Window())


def _extreme(match: re.Match[str]) -> Extreme | None:
    falls = words("reference")["superlative"]["fall"]
    if match["first"]:
        return "first fall" if match["first"].lower() in falls else "first rise"
    if match["step"]:
        if match["low"]:
            return None
        return "fall" if match["step"].lower() in falls else "rise"
    return "high" if match["high"] else "low"


def _window(match: re.Match[str]) -> Window:
    if match["since"]:
        return Window(since=int(match["since"]))
    if match["all"]:
        return Window()
    unit = (match["unit"] or match["unit2"]).lower()
    count = _count(match["n"] or match["a"])
    return Window(years=count * {"decade": 10, "generation": 25}.get(unit.removesuffix("s"), 1))


def _count(word: str) -> int:
    return int(words("reference")["small_numbers"].get(word.lower(), 0) or word)


@lru_cache(maxsize=1)
def _trends() -> tuple[re.Pattern[str], ...]:
    verb = rf"(?:(?P<up>{_either('trend.up')})|(?P<down>{_either('trend.down')})|(?P<either>{_either('trend.either')}))"
    kind = rf"(?:{_KINDS} )?"
    has = r"(?:(?:has|have|had)\s)?(?:been\s)?(?:\w+ly\s)?"
    span = (
        rf"(?:since (?P<since>{_YEAR})|between (?P<a>{_YEAR}) and (?P<b>{_YEAR})"
        rf"|from (?P<a2>{_YEAR}) (?:to|until|through) (?P<b2>{_YEAR})"
        rf"|(?:for|in|over|of) the (?:past|last) (?P<n>{_number()}) {kind}years|for (?P<n2>{_number()}) {kind}years)"
    )
    each = (
        rf"(?:(?:in )?(?:each|every)(?: single)? {kind}year|year (?:after|on|by|upon) year|"
        r"without (?:a )?(?:break|exception))"
    )
    ends = rf"(?:,? (?:from|between) (?P<a3>{_YEAR}) (?:to|until|through|and) (?P<b3>{_YEAR}))?"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"\b{has}{verb}(?:\s\w+){{0,2}}?\s{each}\s{span}\b",
            rf"\b{each}\s{span},?\s(?:[\w'’.]+\s){{0,8}}?{has}{verb}\b",
            rf"\b{has}{verb}\sin (?:each|every one|all) of the (?:past|last) (?P<n>{_number()}) {kind}years\b",
            rf"\b{has}{verb}\s(?:for |in )?(?P<run>{_number()}) (?:consecutive|straight|successive) years\b{ends}",
            rf"\b{has}{verb}\s(?:for )?(?P<run>{_number()}) years (?:running|in a row|in succession|on end)\b{ends}",
            rf"\b{has}{verb}\sfor (?:the|a) (?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) "
            r"(?:(?:consecutive|straight|successive) year|year (?:running|in a row|in succession))\b",
            rf"\b(?P<never>(?:has|have) (?:not|never) {verb}(?:\s\w+)?\ssince (?P<since>{_YEAR}))\b",
        )
    )


_LASTING = re.compile(r"year|since|without", re.IGNORECASE)
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def trends(text: str) -> Iterator[TrendPhrase]:
    """The trends of a sentence. Each speaks of years, or of what has lasted since one."""
    if not _LASTING.search(text):
        return
    taken: list[tuple[int, int]] = []
    for pattern in _trends():
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            group = match.groupdict()
            yield TrendPhrase(
                match.start(), match.end(), 1 if group["up"] else -1 if group["down"] else 0, _stretch(group),
                bool(group.get("never")),
            )  # fmt: skip


def _stretch(group: dict[str, str | None]) -> Window:
    if group.get("since"):
        return Window(since=int(group["since"] or 0))
    first, last = group.get("a") or group.get("a2"), group.get("b") or group.get("b2")
    if group.get("a3") and group.get("b3"):
        return _run_between(int(group["a3"] or 0), int(group["b3"] or 0), _count(group["run"] or "1"))
    if first and last:
        return Window(since=int(first), until=int(last))
    if group.get("nth"):
        return Window(years=_NTH.index((group["nth"] or "").lower()) + 1)
    return Window(years=_count(group.get("n") or group.get("n2") or group.get("run") or "1"))


def _run_between(first: int, last: int, count: int) -> Window:
    """ "Six years in a row, from 2014 to 2019": six changes, the first of them in 2014 or on 2014."""
    return Window(since=first - 1 if last - first + 1 == count else first, until=last)
