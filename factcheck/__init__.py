"""Checks the numbers in news text: `factcheck.verify(article_text)` and read the report."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import factcheck.quantities  # noqa: F401 - first, so that the function below, not the room, is `factcheck.quantities`
from factcheck.errors import FactcheckError
from factcheck.model.article import Article, HasText
from factcheck.version import VERSION as __version__

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck import pipeline
    from factcheck.model.quantity import Quantity
    from factcheck.reference import Catalogue
    from factcheck.report import Report

    Reference = Catalogue | str | Path | bool | None

__all__ = [
    "Article",
    "FactcheckError",
    "__version__",
    "explain",
    "load_catalogue",
    "quantities",
    "verify",
    "verify_many",
]


def verify(
    text: str | Article | HasText,
    *,
    title: str | None = None,
    published: datetime.date | None = None,
    reference: "Reference" = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
) -> "Report":
    """Check the numbers of one article.

    `text` is the article as a str, an `Article`, or a spaCy `Doc`, whose own parse is used where it has one.
    `title` is its headline, checked against the body; "last year" and ages count from `published`. `reference`
    is a catalogue or the path of one, None for the built-in tables, False for none. `select` and `ignore` are
    codes of checks, or how they begin: `["FC1"]`; in `ignore` the fingerprint of a finding lets that one stand.
    A comment `<!-- factcheck: ignore FC203 -->` in the text silences a check in its paragraph.

    Returns a `Report` whose offsets are character offsets into the text as given. Raises
    `FactcheckError`, or a child of it, with a message that says what to do.
    """
    from factcheck import pipeline

    prose: Any = getattr(text, "text", text)  # a Doc, or what the guard will refuse with a reason
    article = text if isinstance(text, Article) else Article(prose)
    article = replace(article, title=title or article.title, published=published or article.published)
    given = None if isinstance(text, str | Article) else text
    return pipeline.verify(article, _settings(reference, select, ignore), given)


def _settings(
    reference: "Reference", select: Iterable[str] | None, ignore: Iterable[str] | None
) -> "pipeline.Settings":
    from factcheck import checks, pipeline

    unwanted = [ignore] if isinstance(ignore, str) else list(ignore or ())
    chosen = checks.chosen(select, unwanted)
    return pipeline.Settings(chosen, _catalogue(reference), checks.fingerprints(unwanted))


def _catalogue(reference: "Reference") -> "Catalogue | None":
    from factcheck import reference as room

    if reference is None:
        return room.builtin()
    if isinstance(reference, bool):
        return room.builtin() if reference else None
    return reference if isinstance(reference, room.Catalogue) else load_catalogue(reference)


def load_catalogue(path: "str | Path") -> "Catalogue":
    """A folder of data packages, or the name of an installed plug-in that brings one, as a catalogue.

    Raises `ReferenceDataError`, naming file, row and column.
    """
    from pathlib import Path

    from factcheck import plugins
    from factcheck import reference as room

    plugin = None if Path(path).exists() else plugins.plugin(plugins.REFERENCE, str(path))
    if plugin is None:
        return room.load_catalogue(path)
    given = plugin.guarded(plugin.thing)() if callable(plugin.thing) else plugin.thing
    if not isinstance(given, room.Catalogue | str | Path):
        raise plugin.refusal(f"gives {type(given).__name__}, not a folder or a catalogue")
    return given if isinstance(given, room.Catalogue) else room.load_catalogue(given)


def verify_many(
    articles: Iterable[str | Article],
    *,
    reference: "Reference" = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
) -> "Iterator[Report]":
    """Check a stream of articles: a stream of reports, in order. The options are those of `verify`."""
    from factcheck import pipeline

    settings = _settings(reference, select, ignore)
    stream = (item if isinstance(item, Article) else Article(item) for item in articles)
    return pipeline.verify_all(stream, settings)


def quantities(text: str) -> "tuple[Quantity, ...]":
    """Every quantity of a text, without judging any."""
    from factcheck import pipeline

    return pipeline.extract(text)


def explain(code: str) -> str:
    """The manual page of a check."""
    from factcheck import checks

    return checks.explain(code)
