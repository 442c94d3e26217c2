"""`factcheck draw FILE --output DIR`: every picture that a report's findings make, each a file of SVG.

Exit status as `check`.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from factcheck.apps._checking import Outcome, date_of
from factcheck.apps._inputs import Reader, articles
from factcheck.errors import FactcheckError, InputError
from factcheck.model.article import Article
from factcheck.report import Report
from factcheck.settings import Settings

Drawn = tuple[str, str]


def draw(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="What `check` takes.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder for the pictures.")],
    select: Annotated[str | None, typer.Option(metavar="CODES", help="Only these checks: FC1,FC203.")] = None,
    ignore: Annotated[str | None, typer.Option(metavar="CODES", help="Not these checks.")] = None,
    fail_on: Annotated[str | None, typer.Option(help="As for `check`.", show_default="error")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="Date of publication, as 2026-11-22.")] = None,
    no_reference: Annotated[bool, typer.Option("--no-reference", help="Check the text against itself alone.")] = False,
) -> None:
    """Draw what one or more articles' findings show: funnels, squares, number lines, rates, periods."""
    from factcheck.settings import LEVELS, load

    settings = load()
    if fail_on is not None and fail_on not in LEVELS:
        raise InputError(f"There is no level “{fail_on}”. Choose one of: {', '.join(LEVELS)}.")
    settings = replace(
        settings,
        select=_codes(select) or settings.select,
        ignore=_codes(ignore) or settings.ignore,
        reference=False if no_reference else settings.reference,
    )
    outcome, names = Outcome(), _Names()
    for stem, report in _reports(list(articles(tuple(files), None)), published, settings, outcome):
        for name, picture in _pictures(report):
            typer.echo(_written(output / f"{names.free(f'{stem}-{name}')}.svg", picture))
    raise typer.Exit(outcome.status(fail_on or settings.fail_on))


class _Names:
    """File names, none given twice: the second of two articles of one name gets a number."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, name: str) -> str:
        """`name`, else `name-2`, `name-3` …; the case of letters does not tell names apart."""
        wanted, number = name, 1
        while wanted.lower() in self._taken:
            number += 1
            wanted = f"{name}-{number}"
        self._taken.add(wanted.lower())
        return wanted


def _reports(
    readers: list[Reader], published: str | None, settings: Settings, outcome: Outcome
) -> Iterator[tuple[str, Report]]:
    """Each article's name and report; a bad input is told and does not stop the others."""
    for read in readers:
        try:
            article = read()
            report = _checked(article, published, settings)
        except InputError as error:
            outcome.failed += 1
            _complain(error)
            continue
        outcome.findings.update(finding.severity or "note" for finding in report.findings)
        yield Path(article.source or "article").stem, report


def _checked(article: Article, published: str | None, settings: Settings) -> Report:
    import factcheck

    article = replace(article, published=date_of(published) or article.published)
    return factcheck.verify(article, **settings.options(article.source))


def _pictures(report: Report) -> Iterator[Drawn]:
    """A name and a file's text for each picture: "1-fc201-funnel", the number being the finding's."""
    from factcheck.render.pictures import standalone
    from factcheck.render.pictures.of_finding import pictures

    for number, finding in enumerate(report.findings, start=1):
        for kind, picture in pictures(report, finding):
            yield f"{number}-{finding.code.lower()}-{kind}", standalone(picture)


def _written(path: Path, picture: str) -> str:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(picture, "utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}).") from error
    return str(path)


def _codes(given: str | None) -> list[str] | None:
    return [code.strip() for code in (given or "").split(",") if code.strip()] or None


def _complain(error: FactcheckError) -> None:
    typer.echo(f"factcheck: {error}", err=True)
