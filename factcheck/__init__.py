"""Checks the numbers in news text: `factcheck.verify(article_text)` and read the report."""

import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import factcheck.quantities  # first, so that the function below, not the room, is `factcheck.quantities`
from factcheck.errors import FactcheckError
from factcheck.model.article import Article
from factcheck.version import VERSION as __version__

if TYPE_CHECKING:
    from factcheck.model.quantity import Quantity
    from factcheck.report import Report

__all__ = ["Article", "FactcheckError", "__version__", "explain", "quantities", "verify", "verify_many"]


def verify(
    text: str | Article,
    *,
    title: str | None = None,
    published: datetime.date | None = None,
    reference: Any = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
) -> "Report":
    """Check the numbers of one article."""
    from factcheck import checks, pipeline

    article = text if isinstance(text, Article) else Article(text, title, published)
    return pipeline.verify(article, pipeline.Settings(checks.chosen(select, ignore)))


def verify_many(articles: Iterable[str | Article]) -> "Iterator[Report]":
    """Check a stream of articles, in order."""
    from factcheck import checks, pipeline

    settings = pipeline.Settings(checks.chosen(None, None))
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
