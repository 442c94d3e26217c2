"""Sentences and paragraphs by rule, with exact offsets, in one pass and without a language model.

The rule errs on the side of joining: two sentences read as one cost little, a sentence cut in two
separates a number from its noun.
"""

import re
from collections.abc import Iterator

from factcheck.model.article import Sentence, Where
from factcheck.words import word_set

LONGEST = 5_000
_HEADLINE = 75
_STOP = re.compile(r"\n|[.!?…]+[\"'”’)\]»]*(?=\s|$)")
_BULLET = re.compile(r"[-*•‣▪–—][ \t]|[0-9]{1,2}[.)][ \t]")
_OPENERS = "\"'“‘([«"
_CLOSERS = "\"'”’)]»"


def split(text: str, where: Where = "text", first_index: int = 0, first_paragraph: int = 0) -> tuple[Sentence, ...]:
    """The sentences of `text` in order; `text[s.start:s.end] == s.text` for each.

    A blank line ends a paragraph, and so does a line break after a full stop or a headline; any
    other line break is a hard wrap inside a sentence.
    """
    sentences: list[Sentence] = []
    paragraph, fresh = first_paragraph, True
    for start, end, ends_paragraph in _stretches(text):
        for piece_start, piece_end in _pieces(text, start, end):
            index = first_index + len(sentences)
            sentences.append(Sentence(piece_start, piece_end, text[piece_start:piece_end], index, paragraph, where))
            fresh = False
        if ends_paragraph and not fresh:
            paragraph, fresh = paragraph + 1, True
    return tuple(sentences)


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether a paragraph ends there) of each sentence, blank space and all."""
    start = 0
    for found in _STOP.finditer(text):
        if found.start() < start:
            continue
        if found.group() == "\n":
            ends, closes = _line_ends_sentence(text, start, found.start())
        else:
            ends, closes = _is_sentence_end(text, start, found), False
        if ends:
            yield start, found.end(), closes
            start = found.end()
    yield start, len(text), True


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without the space around it, in parts of at most `LONGEST` characters."""
    while end - start > LONGEST:
        gap = max(text.rfind(" ", start, start + LONGEST), text.rfind("\n", start, start + LONGEST))
        cut = gap if gap > start else start + LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    end = start + len(stretch.strip())
    if start < end:
        yield start, end


def _line_ends_sentence(text: str, start: int, newline: int) -> tuple[bool, bool]:
    """Whether a sentence ends at this line break, and whether a paragraph does."""
    before = text[max(start, newline - LONGEST) : newline].rstrip()
    after = text[newline + 1 : newline + 200]
    if not before:
        return True, True
    if not after.strip() or "\n" in after[: len(after) - len(after.lstrip())]:
        return True, True
    if before.rstrip(_CLOSERS)[-1:] in (".", "!", "?", "…", ":") or _BULLET.match(after.lstrip()):
        return True, True
    first = after.lstrip().lstrip(_OPENERS)[:1]
    is_headline = len(before) < _HEADLINE and "\n" not in before.strip() and first.isupper()
    return is_headline, is_headline


def _is_sentence_end(text: str, start: int, found: re.Match[str]) -> bool:
    after = text[found.end() : found.end() + 80].lstrip()
    if not after:
        return True
    first = after.lstrip(_OPENERS)[:1]
    if first.islower():
        return False
    if not found.group().startswith(".") or found.group().startswith(".."):
        return True
    word = _word_before(text, start, found.start())
    if len(word) < 3 and word.isdecimal() and not text[start : found.start()].replace(word, "", 1).strip():
        return False
    return not _is_abbreviation(word, after)


def _word_before(text: str, start: int, stop: int) -> str:
    """The word that the full stop follows, inner stops included ("p.m", "U.S")."""
    words = text[max(start, stop - 30) : stop].split()
    return words[-1].lstrip(_OPENERS) if words else ""


def _is_abbreviation(word: str, after: str) -> bool:
    low = word.lower()
    follower = "".join(after.lstrip(_OPENERS).split(maxsplit=1)[:1]).strip(".,;:!?")
    if low in word_set("sentences", "before_numbers"):
        return follower[:1].isdigit()
    if low in word_set("sentences", "enders"):
        return follower.lower() not in word_set("sentences", "starters")
    return low in word_set("sentences", "titles") or (
        len(word) == 1 and word.isalpha() and word.isupper() and word != "I"
    )
