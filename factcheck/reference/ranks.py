"""A place said to be first among all: "the most murders of any American city", "the largest economy in the world".

One other place above it refutes the claim. A table seldom has every place, so it never supports one.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.reference import formulas
from factcheck.reference.formulas import Result, Subject
from factcheck.reference.when import Span
from factcheck.words import words


@dataclass(frozen=True, slots=True)
class RankPhrase:
    """At `text[start:end]` of a sentence; `way` is 1 for the most, -1 for the least, `of` how many there are
    where the text says so ("of the five countries"), `among` those that it names ("among Bern, Basel and Chur")."""

    start: int
    end: int
    way: int
    of: int | None = None
    among: tuple[int, int] | None = None  # where the places stand that the text sets it against
    opens: int | None = None  # where those places, or their number, are brought in before the phrase


_PLACES = r"(?:countries|nations|cities|towns|regions|provinces|states|counties|districts|stations|islands|boroughs)"


@lru_cache(maxsize=1)
def _numbers() -> str:
    return "|".join(["[0-9]{1,3}", *words("reference")["small_numbers"]])


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Only claims about all there are: "the largest in Africa" is none of them."""
    table = words("reference")["superlative"]
    high, low = ("|".join(word for word in table[key] if word.isalpha()) for key in ("high", "low"))
    country = r"(?:countr(?:y|ies)|nations?)(?: in the world| on earth)?"
    where = r"(?: in (?:the country|America|the United States))?"
    city = rf"(?:(?:American|US|U\.S\.) )?(?:large |big |major )?cit(?:y|ies){where}"
    among = rf"(?:in the (?:whole )?world|on earth|of any {country}|of all {country}|of any {city}|of all {city})"
    closed = r"(?!\s(?:in|of|on|outside|except|but|after|with|that|which)\b(?!\s(?:1[89]|20)[0-9]{2}))"
    most = rf"\bthe (?:(?P<high>{high})|(?P<low>{low}))(?:\s[\w'’-]+){{0,4}}?\s{among}\b{closed}"
    more = (
        r"\b(?:(?P<high>more|higher|larger)|(?P<low>fewer|lower|smaller))(?:\s[\w'’-]+){0,3}?\sthan "
        rf"(?:in |that of |those of )?any other (?:{country}|{city})\b{closed}"
    )
    some = (
        rf"\b(?:the|its) (?:(?P<high>{high})|(?P<low>{low}))(?:\s[\w'’-]+){{0,4}}? "
        rf"(?:of|among|in) (?:the|all) (?P<n>{_numbers()}) "
        rf"{_PLACES}\b"
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (most, more, some))


def ranks(text: str) -> Iterator[RankPhrase]:
    """The claims of a sentence to be first or last of all."""
    yield from ranks_among(text)
    for pattern in _patterns():
        for match in pattern.finditer(text):
            of = _count(match.groupdict().get("n"))
            yield RankPhrase(match.start(), match.end(), 1 if match["high"] else -1, of)


def _count(number: str | None) -> int | None:
    return int(words("reference")["small_numbers"].get(number.lower(), 0) or number) if number else None


@lru_cache(maxsize=1)
def _among() -> re.Pattern[str]:
    """ "Among Bern, Basel and Chur, Bern had the highest rent"."""
    table = words("reference")["superlative"]
    high, low = ("|".join(word for word in table[key] if word.isalpha()) for key in ("high", "low"))
    most = rf"the (?:(?P<high>{high})|(?P<low>{low}))(?:\s[\w'’-]+){{1,2}}?(?=\s(?:in|at|of|for|with|per)\b|[,.;:]|$)"
    return re.compile(
        rf"\b(?:Among|Of|Between|Comparing)\s(?:(?:all |the )*(?P<n>{_numbers()}) {_PLACES}|"
        rf"(?P<list>\S[^;:.]{{3,120}}? and [^;:.,]{{3,40}})),\s(?:[\w'’-]+\s){{1,6}}?"
        rf"(?P<phrase>{most})"
    )


def ranks_among(text: str) -> Iterator[RankPhrase]:
    """The claims to be first or last of the places that the sentence names."""
    for match in _among().finditer(text):
        way = 1 if match["high"] else -1
        among = match.span("list") if match["list"] else None
        yield RankPhrase(match.start("phrase"), match.end("phrase"), way, _count(match["n"]), among, match.start())


def above(subject: Subject, span: Span, way: int, places: Collection[str] = ()) -> tuple[Result, Result] | None:
    """The subject's own figure and the farthest one beyond it, of the same period and of some places, or of all;
    None where there is none."""
    own = formulas.level(subject, span)
    if own is None:
        return None
    others = (formulas.level(_at(subject, place), span) for place in sorted(places or subject.target.dataset.places))
    beyond = [other for other in others if other is not None and other.value * way > own.value * way]
    return (own, max(beyond, key=lambda result: result.value * way)) if beyond else None


def _at(subject: Subject, place: str) -> Subject:
    return Subject(subject.target, place, subject.members, subject.base)


def are_all(subject: Subject, span: Span, phrase: RankPhrase, among: Collection[str] = ()) -> bool:
    """Whether the table has every one of the places that the text counts or names."""
    places = among or subject.target.dataset.places
    return (phrase.of == len(places) or subject.place in among) and all(
        formulas.level(_at(subject, place), span) for place in places
    )
