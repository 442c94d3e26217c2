"""The words around numbers, for checks that read how figures are set against one another."""

import re
from fractions import Fraction
from functools import cache

from factcheck.model.article import Where
from factcheck.model.display import number
from factcheck.model.relation import Mention, Story
from factcheck.words import word_set, words

_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")
_SUFFIXES = (
    "ations",
    "ation",
    "ings",
    "ing",
    "ists",
    "ist",
    "ions",
    "ion",
    "ies",
    "ied",
    "ers",
    "er",
    "es",
    "ed",
    "s",
    "y",
    "e",
)
_SHORTEST = 4


def text_of(story: Story, where: Where) -> str:
    """The text that the offsets of `where` count in."""
    return story.article.text if where == "text" else story.article.title or ""


def before(mention: Mention) -> str:
    """Its sentence up to the number and its hedge."""
    quantity = mention.quantity
    start = min(quantity.start, quantity.hedge_span[0]) if quantity.hedge_span else quantity.start
    return mention.sentence.text[: max(0, start - mention.sentence.start)]


def after(mention: Mention) -> str:
    """Its sentence from the end of the number."""
    return mention.sentence.text[mention.quantity.end - mention.sentence.start :]


def between(story: Story, first: Mention, second: Mention) -> str:
    """What stands between two numbers, whole sentences included."""
    return text_of(story, first.quantity.where)[first.quantity.end : second.quantity.start]


def said(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return _WORD.findall(text.lower())


@cache
def options(subject: str, table: str) -> str:
    """The phrases of a list as the alternatives of a pattern; `*` stands for the rest of a word."""
    return "|".join(_pattern(phrase) for phrase in sorted(words(subject)[table], key=len, reverse=True))


@cache
def phrases(subject: str, table: str) -> re.Pattern[str]:
    """A pattern for any phrase of a list."""
    return re.compile(rf"(?<![\w-])(?:{options(subject, table)})(?!\w)", re.IGNORECASE)


def _pattern(phrase: str) -> str:
    """`*` at the end of a word is the rest of it, alone it is one to four words."""
    pieces = (r"(?:\S+\s+){0,3}\S+" if p == "*" else re.escape(p).replace(r"\*", r"\w*") for p in phrase.split())
    return r"\s+".join(pieces).replace("'", "['’]")


def mentions_any(text: str, subject: str, table: str) -> bool:
    """Whether a text has a phrase of a list."""
    return phrases(subject, table).search(text) is not None


@cache
def key(word: str) -> str:
    """Much the same for the forms of one word: carried, carries; kept, keep."""
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    word = words("framing")["irregular"].get(word, word)
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST - 1:
            bare = word[: -len(suffix)]
            return bare[:-1] if len(bare) > _SHORTEST and bare[-1] == bare[-2] else bare
    return word


def keys(text: str) -> frozenset[str]:
    """The keys of the words of a text that say what it is about."""
    empty = word_set("framing", "empty")
    return frozenset(key(w) for w in said(text) if w not in empty and len(w) >= _SHORTEST - 1)


_DENIED = re.compile(
    r"(?:\b(?:not|never|nor|no\s?-?one|nobody|cannot|none|hardly)|n['’]t)\s+(?:\w+\s+){0,3}?"
    r"(?:that|means?|follow|say|says|saying|said|true|imply|suggest|shown?|prove|conclude|claim|claiming|infer|same|case|think|believe|assume)\b"
    r"[^,;:]*$|\bnot\s+(?:\w+\s+)?$",
    re.I,
)
_NEW_CLAIM = re.compile(r"[;:]|,\s+(?:and|but|so|yet|which|because|although|though|while)\b", re.I)


def is_denied(mention: Mention) -> bool:
    """Whether its sentence asks or denies what it tells: "It does not follow that 60 per cent of owners are ill"."""
    told = mention.sentence.text[: mention.quantity.start - mention.sentence.start]
    left, right = _NEW_CLAIM.split(told)[-1], _NEW_CLAIM.split(after(mention))[0]
    if after(mention).rstrip("”\"'’) ").endswith("?"):
        return True
    denied = _DENIED.search(left) is not None or mentions_any(left, "framing", "denied")
    return denied or mentions_any(right, "framing", "untrue")


def sentences_around(story: Story, mention: Mention, back: int = 0, ahead: int = 0) -> str:
    """The text of a mention's sentence with those before and after it, headline and body apart."""
    here = mention.sentence.index
    near = [
        s.text for s in story.sentences if here - back <= s.index <= here + ahead and s.where == mention.sentence.where
    ]
    return " ".join(near)


def reworded(mention: Mention, replacement: str, start: int | None = None, end: int | None = None) -> str:
    """The writer's sentence with one piece put otherwise, or advice to ask, where it is somebody's words."""
    if mention.claim.quoted:
        return f"A speaker's words: check them with the speaker, and say beside them: {replacement}."
    offset, text = mention.sentence.start, mention.sentence.text
    first = (mention.quantity.start if start is None else start) - offset
    last = (mention.quantity.end if end is None else end) - offset
    if first == 0:
        replacement = capital(replacement)
    return f"“{text[:first]}{replacement}{text[last:]}”"


def noted(mention: Mention, note: str, at: int | None = None) -> str:
    """The writer's sentence with a bracket behind a number, or at an offset further on."""
    end = mention.quantity.end if at is None else at
    return reworded(mention, note) if mention.claim.quoted else reworded(mention, f" ({note})", end, end)


def bracketed(story: Story, *notes: tuple[Mention, str]) -> str:
    """The writer's sentences with a bracket behind each of some numbers and what it counts, or advice to ask."""
    (first, _), (last, _) = notes[0], notes[-1]
    if any(mention.claim.quoted for mention, _ in notes):
        beside = ", ".join(f"{note} for {mention.label}" for mention, note in notes)
        return f"A speaker's words: check them with the speaker, and say beside them: {beside}."
    start, text = first.sentence.start, text_of(story, first.quantity.where)[first.sentence.start : last.sentence.end]
    for mention, note in reversed(notes):
        at = _counted_to(mention) - start
        text = f"{text[:at]} ({note}){text[at:]}"
    return f"“{text}”"


def _counted_to(mention: Mention) -> int:
    """Where a number ends, with the noun that follows it at once."""
    noun, end = mention.quantity.noun_span, mention.quantity.end
    gap = mention.sentence.text[end - mention.sentence.start : noun[0] - mention.sentence.start] if noun else "?"
    return noun[1] if noun and noun[0] > end and not gap.strip() else end


def capital(text: str) -> str:
    """With a capital to begin a sentence; the rest as it is."""
    return text[:1].upper() + text[1:]


def in_style(share: Fraction, text: str, digits: int = 3) -> str:
    """A share in the writer's own style: "15.3 per cent", "15.3%"."""
    sign = next((word for word in ("percent", "%") if word in text), "per cent")
    return f"{number(share * 100, digits)}{'' if sign == '%' else ' '}{sign}"
