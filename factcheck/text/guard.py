"""What is refused before any library sees it, with a message that says what to do instead."""

import re

from factcheck.errors import InputError, LanguageError
from factcheck.model.article import Article
from factcheck.words import word_set

HARD_LIMIT = 10_000_000
_SAMPLE = 20_000
_FEWEST_WORDS = 25
_FEWEST_ENGLISH = 0.12
_WORD = re.compile(r"[^\W\d_]+")


def checked(article: Article) -> Article:
    """The article itself, if it can be read."""
    if not isinstance(article.text, str):
        kind = type(article.text).__name__
        raise InputError(f"The text is {kind}, not str. Decode bytes first: data.decode('utf-8').")
    if article.title is not None and not isinstance(article.title, str):
        raise InputError(f"The title is {type(article.title).__name__}, not str.")
    if len(article.text) > HARD_LIMIT:
        raise InputError(
            f"The text has {len(article.text):,} characters; the limit is {HARD_LIMIT:,}. Split it into articles."
        )
    if not _is_english(article.text[:_SAMPLE]):
        raise LanguageError("The text does not look like English, the only language that factcheck reads.")
    return article


def _is_english(text: str) -> bool:
    """Whether enough of the words are the small ones that every English sentence needs."""
    found = [word.lower() for word in _WORD.findall(text)]
    if len(found) < _FEWEST_WORDS:
        return True
    return sum(word in word_set("english", "small_words") for word in found) / len(found) >= _FEWEST_ENGLISH
