"""Files → articles: by what kind a file is, its prose, its headline, and where each word of it stood."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from factcheck.errors import InputError
from factcheck.model.article import Article

Reader = Callable[[str], Article]

_READERS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
}
_DOCX = ".docx"
SUFFIXES = frozenset({*_READERS, _DOCX})


def read(path: Path | str, *, encoding: str | None = None, published: datetime.date | None = None) -> Article:
    """Read a file as an article; `InputError` says what is wrong where it cannot be read."""
    path = Path(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}).") from error
    article = (
        _docx(raw, path) if path.suffix.lower() == _DOCX else reader(path.suffix)(decode(raw, str(path), encoding))
    )
    return replace(article, source=str(path), published=published or article.published)


def _docx(raw: bytes, path: Path) -> Article:
    from factcheck.text.docx import read_bytes

    try:
        return read_bytes(raw)
    except InputError as error:
        raise InputError(f"{path}: {error}") from error


def reader(suffix: str) -> Reader:
    """What reads files with this ending; an ending that nobody knows is read as plain text."""
    name = _READERS.get(suffix.lower(), "plain")
    return import_module(f"factcheck.text.{name}").read  # type: ignore[no-any-return]


def decode(raw: bytes, name: str, encoding: str | None = None) -> str:
    """Bytes as text: UTF-8 unless told otherwise, UTF-16 where the file says so; never a guess."""
    encoding = encoding or ("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")
    try:
        text = raw.decode(encoding)
    except LookupError:
        raise InputError(f"There is no encoding “{encoding}”. Try utf-8 or cp1252.") from None
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: not {encoding} text (byte {error.start + 1}). Save it as UTF-8, or give --encoding, say cp1252."
        ) from None
    if "\0" in text:
        raise InputError(f"{name}: this is not a text file. Save the article as text, Markdown or HTML.")
    return text
