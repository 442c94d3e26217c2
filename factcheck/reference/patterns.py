"""The wordings of claims about a whole series: superlatives within a window of time, and trends period by period."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from factcheck.reference.windows import (
    KINDS,
    MONTH,
    STEP,
    STEPS,
    YEAR,
    Groups,
    Window,
    after,
    count,
    end_of,
    lasting,
    nth,
    number,
    since,
)
from factcheck.words import words

Extreme = Literal["high", "low", "rise", "fall", "first rise", "first fall"]


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


_ANY = rf"(?:in|of|for) any (?:other |single |one )?(?:{KINDS} )?{STEP}"
_PACE = r"(?:annual|yearly|quarterly|monthly|single-year|year-on-year)"


@lru_cache(maxsize=1)
def _superlative() -> re.Pattern[str]:
    vague = r"(?:at least |more than |almost |nearly |about |over |some )?"
    window = (
        rf"(?:{_ANY} )?(?:{since()}|"
        rf"(?:in|for|of) (?:the (?:past|last) )?{vague}(?P<n>{number()}) "
        r"(?P<unit>years|year|decades|decade|quarters|months)|"
        r"in (?P<a>a) (?P<unit2>decade|generation))|"
        r"(?P<all>on record|ever|since records began|in (?:its |recorded )?history|of all time|so far|to date|"
        rf"{_ANY}(?: so far| yet| to date)?)"
    )
    head = (
        rf"(?P<high>{_either('superlative.high')})|(?P<low>{_either('superlative.low')})|"
        rf"first (?:{_PACE} )?(?P<first>{_either('superlative.rise', 'superlative.fall')})"
    )
    moves = _either("superlative.rise", "superlative.fall")
    step = rf"(?:\s{_PACE})?\s(?P<step>{moves})"
    before, between = r"\b(?:(?:the|its|their|a|an)\s(?:second[- ])?)?", r"(?:\s(?!than|that)[\w'’]+){0,4}?"
    return re.compile(rf"{before}(?:{head})\b(?:{step}\b)?{between}\s(?:{window})\b", re.IGNORECASE)


_SEASON = re.compile(
    r"\s*(?:\w+ )?(?:in|for|of) (?:a|an|any|the|its) "
    r"(?:first|second|third|fourth|final|same|spring|summer|autumn|winter)(?: quarter)?\b"
    rf"|\s*(?:in|for|of) (?:a|an|any) (?:{MONTH})(?: quarter)?\b(?! [0-9])",
    re.IGNORECASE,
)
_OF_SEASON = re.compile(rf"\b(?-i:{MONTH})(?: quarter| figure| total| number)?\b", re.IGNORECASE)
_PACED = re.compile(r"\b(year|annual|quarter|month)(?:ly)?\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _than_any() -> re.Pattern[str]:
    """ "Fewer than in any year since 2017/18", "more than in any other quarter"."""
    ways = words("reference")["comparatives"]
    up, down = ("|".join(word for word, way in ways.items() if way == end) for end in ("up", "down"))
    return re.compile(
        rf"\b(?:(?P<high>{up})|(?P<low>{down})) than (?:in |at |for |during )?any (?:other |earlier |previous )?"
        rf"(?:{KINDS} )?(?:(?P<pace>{STEP})|time)(?: {since()}"
        rf"| (?:in|of|over) the (?:past|last|previous) (?P<n>{number()}) (?P<unit>{STEP}s)"
        rf"| before| so far| on record)?",
        re.IGNORECASE,
    )


_RECORD = re.compile(
    r"\b(?:a|an|its|their|the)\s(?:new |all-time |record )*(?:record|all-time)\s(?P<way>high|low|peak|number|total)\b"
    r"|(?<=[,–—] )a (?:new )?(?:record|peak)(?=\s?[,.;:–—)]| and\b)"
    r"|\b(?:has|have|had) never been (?:so |this )?(?P<way2>high|low|higher|lower|large|larger|small|smaller)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _first_time() -> re.Pattern[str]:
    """ "Rose in 2024 for the first time since 2018"."""
    verb = rf"(?:(?P<up>{_either('trend.up')})|(?P<down>{_either('trend.down')}))"
    return re.compile(
        rf"\b{verb}(?:\s[\w/]+){{0,7}}?\s(?P<phrase>for the first time (?:{since()}"
        rf"|in (?P<n>{number()}) (?P<unit>{STEP}s)))\b",
        re.IGNORECASE,
    )


def superlatives(text: str) -> Iterator[SuperlativePhrase]:
    """The superlatives of a sentence; a second place ("the second-highest since") is none."""
    if not _WINDOWED.search(text):
        return
    found = False
    for match in _superlative().finditer(text):
        extreme = _extreme(match)
        lead = re.split(r"since", match.group(), maxsplit=1, flags=re.IGNORECASE)[0]
        if extreme is not None and "second" not in lead.lower():
            found = True
            season = _SEASON.match(text, match.end())
            window = replace(_window(match), season=bool(season or _OF_SEASON.search(lead)), step=_pace(lead))
            yield SuperlativePhrase(match.start(), season.end() if season else match.end(), extreme, window)
    for match in _than_any().finditer(text):
        found = True
        months = lasting(match["n"], match["unit"]) if match["n"] else None
        window = Window(after(match.groupdict()), months, step=STEPS.get((match["pace"] or "").lower()))
        yield SuperlativePhrase(match.start(), match.end(), "low" if match["low"] else "high", window)
    for match in _first_time().finditer(text):
        found = True
        months = lasting(match["n"], match["unit"]) if match["n"] else None
        extreme = "first rise" if match["up"] else "first fall"
        yield SuperlativePhrase(match.start("phrase"), match.end(), extreme, Window(after(match.groupdict()), months))
    if not found:
        for match in _RECORD.finditer(text):
            way = (match["way"] or match["way2"] or "").lower()
            low = way.startswith(("low", "small"))
            yield SuperlativePhrase(match.start(), match.end(), "low" if low else "high", Window())


def _pace(lead: str) -> int | None:
    """Of which periods it is the most, where the words before the window say so: "the first quarterly rise"."""
    found = _PACED.search(re.split(r" (?:in|for|of) (?:the |almost |about |over |more )", lead, maxsplit=1)[0])
    counted = re.search(rf"\b(?:{number()}) (?:{STEP}s?|decades?)\b", lead, re.IGNORECASE)
    if found is None or (counted is not None and counted.start() <= found.start()):
        return None
    return STEPS[found[1].lower()]


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
        return Window(after(match.groupdict()))
    if match["all"]:
        return Window()
    return Window(months=lasting(match["n"] or match["a"], match["unit"] or match["unit2"]))


@lru_cache(maxsize=1)
def _trends() -> tuple[re.Pattern[str], ...]:
    verb = rf"(?:(?P<up>{_either('trend.up')})|(?P<down>{_either('trend.down')})|(?P<either>{_either('trend.either')}))"
    kind = rf"(?:{KINDS} )?"
    has = r"(?:(?:has|have|had)\s)?(?:been\s)?(?:\w+ly\s)?"
    span = (
        rf"(?:{since()}|between (?P<a>{YEAR}) and (?P<b>{YEAR})"
        rf"|from (?P<a2>{YEAR}) (?:to|until|through) (?P<b2>{YEAR})"
        rf"|(?:for|in|over|of) the (?:past|last) (?P<n>{number()}) {kind}(?P<unit>{STEP}s)"
        rf"|for (?P<n2>{number()}) {kind}(?P<unit2>{STEP}s)|(?:of|in|during) (?P<of>{YEAR})(?![/–-]\d))"
    )
    each = (
        rf"(?:(?:in )?(?:each|every)(?: single| successive)? {kind}(?P<pace>{STEP})|"
        rf"(?P<pace2>{STEP}) (?:after|on|by|upon|to) (?P=pace2)|without (?:a )?(?:break|exception))"
    )
    when = rf"(?:\sin (?:the )?(?P<when>{YEAR})(?:[/–-][0-9]{{2}})?|\sagain)?"
    ends = rf"(?:,? (?:from|between) (?P<a3>{YEAR}) (?:to|until|through|and) (?P<b3>{YEAR}))?"
    steps, straight = rf"(?P<unit>{STEP}s)", r"(?:consecutive|straight|successive)"
    row = r"(?:running|in a row|in succession|on end|on the trot)"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"\b{has}{verb}(?:\s\w+){{0,2}}?\s{each}\s{span}\b",
            rf"\b{each}\s{span},?\s(?:[\w'’.]+\s){{0,8}}?{has}{verb}\b",
            rf"\b{has}{verb}\sin (?:each|every one|every|all) of the (?:past|last) (?P<n>{number()}) {kind}{steps}\b",
            rf"\b{has}{verb}{when}\s(?:for |in )?(?P<run>{number()}) {straight} {steps}\b{ends}",
            rf"\b{has}{verb}{when}\s(?:for )?(?P<run>{number()}) {steps} {row}\b{ends}",
            rf"\b{has}{verb}{when}\sfor (?:the|a) (?P<nth_>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) "
            rf"(?:{straight} (?P<unit>{STEP})|(?P<unit2>{STEP}) {row})\b",
            rf"\b(?P<never>(?:has|have) (?:not|never) {verb}(?:\s\w+)?\s{since()})\b",
        )
    )


_WINDOWED = re.compile(
    r"since|ever|record|history|years?\b|decade|quarter|month|generation|time\b|far\b|date\b", re.IGNORECASE
)
_LASTING = re.compile(r"year|since|without|quarter|month", re.IGNORECASE)


def trends(text: str) -> Iterator[TrendPhrase]:
    """The trends of a sentence. Each speaks of periods, or of what has lasted since one."""
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


def _stretch(group: Groups) -> Window:
    unit = (group.get("unit") or group.get("unit2") or "year").lower().removesuffix("s")
    pace = (group.get("pace") or group.get("pace2") or unit).lower()
    step = STEPS[pace]
    if group.get("since"):
        return Window(after(group), step=step)
    if group.get("of"):
        return Window(end_of(group["of"] or 0) - 12, until=end_of(group["of"] or 0), step=step)
    first, last = group.get("a") or group.get("a2"), group.get("b") or group.get("b2")
    if group.get("a3") and group.get("b3"):
        return _run_between(int(group["a3"] or 0), int(group["b3"] or 0), count(group["run"] or "1"))
    if first and last:
        return Window(end_of(first), until=end_of(last), step=step)
    until = end_of(group["when"] or 0) if group.get("when") else None
    if group.get("nth_"):
        return Window(months=nth(group["nth_"] or "") * step, until=until, step=step)
    many = group.get("n") or group.get("n2") or group.get("run") or "1"
    return Window(months=lasting(many, unit), until=until, step=step)


def _run_between(first: int, last: int, run: int) -> Window:
    """ "Six years in a row, from 2014 to 2019": six changes, the first of them in 2014 or on 2014."""
    return Window(end_of(first - 1 if last - first + 1 == run else first), until=end_of(last), step=12)
