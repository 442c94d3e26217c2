"""A subgroup set against a whole that it is a large part of.

14 per cent for pupils with a disability against 8 per cent for all pupils: the 8 has the 14 in it, so
the gap to the others is wider than it looks. Notes it where the subgroup is a tenth of the whole or more
by the text's own figures, or plainly a large part (women among adults), and works the others' figure out
where it can. Source: Altman, Practical Statistics for Medical Research (1991), on comparing with the rest.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.checks.framing._prose import (
    after,
    before,
    between,
    capital,
    key,
    keys,
    mentions_any,
    noted,
    said,
    sentences_around,
    text_of,
)
from factcheck.checks.framing._sums import as_share
from factcheck.model.display import number
from factcheck.model.finding import Finding
from factcheck.model.relation import Mention, Story
from factcheck.words import word_set

SEVERITY = "note"
_FAR = 170
_REACH = 4  # sentences
_SUBJECT = 3  # words
_NEAR = 30  # letters
_TENTH = Fraction(1, 10)
_JOINED = re.compile(
    r"\b(?:compared\s+(?:with|to)|against|versus|than(?!\s+\d)|while|whereas|but|set\s+against|when|as\s+against)\b|[;–—]",
    re.I,
)

_OF_ITS = re.compile(r"\s+of\s+(?:its|their|his|her|the)\b", re.I)  # "lost 17 per cent of their staff"
_PRONOUN = re.compile(r"\W*(?:they|these|those|the group|this group)\b", re.I)
_OF_THEM = re.compile(r"\s*of\s+(?:them|these|those)\b(?!\s+(?:who|that|with|in|on|at|from)\b)", re.I)
_MADE_UP = re.compile(
    r"\b(?:ma[dk]e?s?\s+up|making\s+up|accounts?(?:ed)?\s+for|forms?|represents?|constitutes?|comprises?)\b", re.I
)
_WHILE = re.compile(r"\W*(?:while|whereas|whilst|where|although|though|if|when)\b", re.I)
_AND = re.compile(r"\band\b|,\s*$")
_THAN = re.compile(r"\b(?:more|less|fewer|\w+er)\s+(?:\w+\s+){0,2}than\s+((?:[a-z]+\s+){0,3}[a-z]+)", re.I)


def check(story: Story) -> Iterator[Finding]:
    """Note each contrast of a part with its whole."""
    figures = [m for m in story.mentions if _is_figure(m)]
    for first, second in pairwise(figures):
        gap = between(story, first, second)
        if (
            first.claim.sentence != second.claim.sentence
            or len(gap) > _FAR
            or not _alike(first, second)
            or not (_JOINED.search(gap) or _is_set_apart(first, gap, story))
        ):
            continue
        whole = _whole(first, second, gap)
        if whole is None or mentions_any(first.sentence.text, "framing", "not_whole"):
            continue
        part = first if whole is second else second
        size = _size_of_part(part, whole, gap, story)
        if size is not None and (size == 0 or _TENTH <= size < 1):
            yield _finding(story, first, second, part, whole, size)


def _is_set_apart(first: Mention, gap: str, story: Story) -> bool:
    """Whether "while" opens the sentence, or two figures joined by "and" are those of a comparison made just before."""
    if _WHILE.match(first.sentence.text):
        return "," in gap
    around = sentences_around(story, first, back=1)
    than = _THAN.search(around)
    return _AND.search(gap) is not None and than is not None and mentions_any(than[1], "framing", "whole_words")


def _is_figure(mention: Mention) -> bool:
    quantity, role = mention.quantity, mention.claim.role
    if quantity.where != "text" or quantity.value is None:
        return False
    if role == "level" and quantity.kind in ("money", "measure"):  # not a total: "$212", said of one household
        return mentions_any(mention.sentence.text, "framing", "of_each")
    lost = role == "change" and _OF_ITS.match(after(mention)) is not None
    return role in ("rate", "duration") or (quantity.is_share and (role == "share" or lost))


def _alike(first: Mention, second: Mention) -> bool:
    return (
        first.quantity.is_share == second.quantity.is_share
        and first.quantity.value != second.quantity.value
        and (_per(first) == _per(second) or (first.quantity.kind != "count" and "" in (_per(first), _per(second))))
        and (first.quantity.is_share or first.quantity.unit == second.quantity.unit)
    )


def _per(mention: Mention) -> str:
    return (mention.quantity.per or "").removeprefix("every ").split(" ")[0]


def _whole(first: Mention, second: Mention, gap: str) -> Mention | None:
    """Which of two figures is that of everybody: "8 per cent for all pupils", "more likely than growers overall"."""
    cut = _JOINED.search(gap)
    own = gap[: cut.start()] if cut else gap
    of_second = f"{gap[cut.end() :] if cut else ''} {after(second)[:45]}"
    lead = first.sentence.text[: first.quantity.start - first.sentence.start]
    than = re.search(r"\bthan\b(.*)$", lead, re.I)
    if mentions_any(re.split(r",\s(?:the|a|according|it|he|she|said)\b", of_second)[0], "framing", "whole_words") or (
        than and mentions_any(than[1], "framing", "whole_words")
    ):
        return second
    if than or re.search(r"\b(?:for|among)\s+(?!all\b|every)", own):
        return None
    return first if mentions_any(f"{lead[-70:]} {own[:40]}", "framing", "whole_words") else None


def _size_of_part(part: Mention, whole: Mention, gap: str, story: Story) -> Fraction | None:
    """The subgroup as a part of the whole: by the text's figures, 0 where it is plainly large, else None."""
    words = f"{_before_it(part, story)} {after(part)[:40]}"
    about = keys(words) | set(re.findall(r"\b\d\d+\b", part.sentence.text))
    everybody = keys(f"{gap} {after(whole)[:45]}")
    near = [m for m in story.mentions if abs(m.claim.sentence - part.claim.sentence) <= _REACH]
    shares = [
        m for m in near if m.quantity.is_share and m.claim.role == "share" and m.index not in (part.index, whole.index)
    ]
    told = next((as_share(m) for m in shares if _tells_size(m, about, everybody) or _is_of_them(m, part, about)), None)
    counts = [m for m in near if m.quantity.kind == "count" and m.claim.is_level and m.quantity.value]
    sized = told or _sized_by_base(about, _parted(words), counts) or _sized_by_noun(about, counts)
    plain = set(said(part.sentence.text[: part.quantity.end - part.sentence.start])) | set(said(after(part)[:25]))
    return sized or (Fraction(0) if plain & word_set("framing", "large_parts") else None)


def _before_it(part: Mention, story: Story) -> str:
    """The words of the subgroup up to its figure: with the sentence before, where "they" stand for it."""
    own = part.sentence.text[: part.quantity.end - part.sentence.start]
    stands = _PRONOUN.match(own) or _OF_THEM.match(after(part))
    return sentences_around(story, part, back=1).removesuffix(after(part)) if stands else own


def _parted(words: str) -> set[str]:
    """ "First-year" as it may be told again: "in their first year"."""
    return {word.replace("-", " ") for word in said(words) if "-" in word}


def _sized_by_base(about: frozenset[str], parted: set[str], counts: list[Mention]) -> Fraction | None:
    """ "Of the 2,000 nurses, 500 work nights", "1,480 properties, 310 of them organic"."""
    for part in counts:
        base = next((c for c in counts if c.index == part.claim.base), None) or _before_them(part, counts)
        size = (part.quantity.value or Fraction(0)) / (base.quantity.value or 1) if base else Fraction(1)
        behind = after(part)[:40]
        again = any(phrase in behind.lower() for phrase in parted)
        if size < 1 and (again or (keys(behind) | keys(part.quantity.noun or "")) & about):
            return size
    return None


def _before_them(part: Mention, counts: list[Mention]) -> Mention | None:
    """What "of them" stands for: the count before it in the sentence."""
    earlier = [c for c in counts if c.index < part.index and c.claim.sentence == part.claim.sentence]
    return (
        earlier[-1] if earlier and re.match(r"\s+of\s+(?:them|these|those|which|whom)\b", after(part), re.I) else None
    )


def _tells_size(other: Mention, about: frozenset[str], everybody: frozenset[str]) -> bool:
    """ "One pupil in eight has a disability", "women make up 40 per cent of staff"."""
    compared = re.search(r"\b(?:than|compared|against)\b", other.sentence.text)
    numbers = set(re.findall(r"\b\d\d+\b", other.sentence.text))
    told = keys(other.sentence.text) | numbers
    enough = len(told & about) >= 2 or bool(told & everybody - about or _MADE_UP.search(other.sentence.text))
    return compared is None and bool(told & about) and enough


def _is_of_them(other: Mention, part: Mention, about: frozenset[str]) -> bool:
    """ "Rural patients waited longer … They make up 40 per cent of those on the list"."""
    follows = other.claim.sentence == part.claim.sentence + 1 and _PRONOUN.match(other.sentence.text)
    subject = " ".join(part.sentence.text.split()[:_SUBJECT])
    own = keys(subject) & about and not mentions_any(subject, "framing", "whole_words")
    return bool(follows and own and _MADE_UP.search(before(other)[-_NEAR:]))


def _sized_by_noun(about: frozenset[str], counts: list[Mention]) -> Fraction | None:
    """Two counts with one head noun, the one with more words the part: "310 organic farms", "1,480 farms"."""
    for part in counts:
        for whole in counts:
            a, b = said(part.quantity.noun or ""), said(whole.quantity.noun or "")
            if a and b and key(a[-1]) == key(b[-1]) and len(a) > len(b) and {key(w) for w in a[:-1]} & about:
                top, bottom = part.quantity.value or Fraction(0), whole.quantity.value or Fraction(1)
                return top / bottom if top < bottom else None
    return None


def _finding(story: Story, first: Mention, second: Mention, part: Mention, whole: Mention, size: Fraction) -> Finding:
    start, end = first.quantity.start, second.quantity.end
    rest = _rest(part, whole, size)
    extra = f" The others' figure works out at about {rest}." if rest else ""
    return Finding(
        start, end, text_of(story, "text")[start:end],
        f"{capital(whole.text)} is for everybody, the group with {part.text} among them: "
        f"the gap to the others is wider than it looks.{extra}",
        stated=part.index,
        plainly=f"Among the others it is about {rest}, not {whole.text}." if rest
        else "Everybody takes in the group itself, so the group is set in part against itself.",
        suggestion=noted(whole, f"about {rest} among the others")
        if rest
        else f"Set {part.text} against the figure for the others.",
    )  # fmt: skip


def _rest(part: Mention, whole: Mention, size: Fraction) -> str | None:
    """The figure of those who are not of the group."""
    a, b = part.quantity.value, whole.quantity.value
    if not size or a is None or b is None or part.quantity.unit != whole.quantity.unit:
        return None
    rest = (b - size * a) / (1 - size)
    if rest < 0:
        return None
    if whole.quantity.is_share:
        return f"{number(rest if whole.quantity.unit == 'percent' else rest * 100, 2)} per cent"
    return number(rest, 2)
