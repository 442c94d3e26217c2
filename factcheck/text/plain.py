"""Plain text → an article: the text as it is, but for a byte order mark."""

from factcheck.model.article import Article
from factcheck.model.origin import Origin, Stretch

_MARK = "\ufeff"


def read(source: str) -> Article:
    """The article in a plain text file."""
    if not source.startswith(_MARK):
        return Article(source)
    text = source.removeprefix(_MARK)
    return Article(text, origin=Origin(source, (Stretch(0, len(text), 1, len(source)),)))
