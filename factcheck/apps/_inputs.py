"""What the command line is pointed at: files, folders, patterns, standard input → articles."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from factcheck.documents import SUFFIXES, decode, read
from factcheck.errors import InputError
from factcheck.model.article import Article

Reader = Callable[[], Article]


def articles(names: tuple[str, ...], encoding: str | None) -> Iterator[Reader]:
    """One reader for each input, in the order given; reading may raise `InputError`."""
    for name in names:
        if name == "-":
            yield lambda: Article(decode(sys.stdin.buffer.read(), "standard input", encoding))
        else:
            for path in _paths(name):
                yield lambda path=path: read(path, encoding=encoding)  # type: ignore[misc]


def _paths(name: str) -> list[Path]:
    path = Path(name)
    if path.is_dir():
        return _documents(path)
    if path.exists() or not set("*?[") & set(name):
        return [path]
    found = Path(path.anchor).glob(str(path.relative_to(path.anchor)))
    return sorted(match for match in found if match.is_file()) or [path]


def _documents(folder: Path) -> list[Path]:
    """The documents in a folder and below; hidden folders and other files are passed over."""
    inside = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    found = [path for path in inside if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    if not found:
        raise InputError(f"{folder}: no documents in it ({', '.join(sorted(SUFFIXES))}).")
    return found
