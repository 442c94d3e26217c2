"""What `factcheck check` does: inputs → reports → one output, and the exit status."""

import datetime
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import factcheck
from factcheck.apps._inputs import Reader, articles
from factcheck.apps._marking import marked, refuse_unless_docx
from factcheck.apps._terminal import print_report
from factcheck.errors import InputError
from factcheck.model.article import Article
from factcheck.render import render_all
from factcheck.report import Report
from factcheck.settings import DEFAULT, Settings

Complain = Callable[[Exception], None]
_LEVELS = ("error", "warning", "note")
_MANY = 20


@dataclass(frozen=True, slots=True)
class Job:
    """What was asked for; where the command line says nothing, `settings` decide."""

    files: tuple[str, ...]
    format: str
    title: str | None = None
    published: datetime.date | None = None
    reference: str | bool | None = None
    select: list[str] | None = None
    ignore: list[str] | None = None
    settings: Settings = DEFAULT
    why: bool = False
    output: Path | None = None
    encoding: str | None = None


@dataclass(slots=True)
class Outcome:
    """What came of it: findings by severity, and how many inputs could not be used."""

    findings: Counter[str] = field(default_factory=Counter)
    failed: int = 0

    def status(self, fail_on: str) -> int:
        """The exit status: 2 before 1 before 0."""
        if self.failed:
            return 2
        return int(any(self.findings[level] for level in levels_from(fail_on)))


def levels_from(fail_on: str) -> tuple[str, ...]:
    """The severities at or above one: none for "never"."""
    return _LEVELS[: _LEVELS.index(fail_on) + 1] if fail_on in _LEVELS else ()


def run(job: Job, *, complain: Complain) -> Outcome:
    """Check every input, print or write the reports, and count; a bad input does not stop the others."""
    if job.format == "docx":
        refuse_unless_docx(job.files, job.output)
    outcome = Outcome()
    readers = list(articles(job.files, job.encoding))
    reports = _reports(readers, job, outcome, complain)
    if job.format == "text" and job.output is None:
        for report in reports:
            print_report(report, why=job.why)
        return outcome
    options = {"why": job.why} if job.format == "text" else {}
    finished = list(reports)
    if job.format == "docx":
        if finished:
            _write(marked(finished), job.output)
        return outcome
    if finished or len(readers) > 1:
        _write(
            render_all(job.format, finished, many=len(readers) > 1, **options).encode("utf-8", "replace"), job.output
        )
    return outcome


def report_case(job: Job, number: str) -> str:
    """A test page for a number in the one file given that was read wrongly."""
    from factcheck.apps._case import page

    (read, *others) = articles(job.files, job.encoding)
    if others:
        raise InputError("--report-case is about one number in one file. Give that file alone.")
    article = _told(read(), job)
    return page(article, number, _options(article, job))


def date_of(given: str | None) -> datetime.date | None:
    """An ISO date from the command line."""
    try:
        return datetime.date.fromisoformat(given) if given else None
    except ValueError:
        raise InputError(f"“{given}” is not a date. Write it as 2026-11-22.") from None


def _show_progress(number: int, count: int) -> None:
    """On many files, how far it is; on a terminal only, and wiped away at the end."""
    if count >= _MANY and sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{number} of {count}" if number < count else "\r\x1b[K")
        sys.stderr.flush()


def _options(article: Article, job: Job) -> dict[str, Any]:
    """What `verify` is asked for this article."""
    settings = job.settings if job.ignore is None else replace(job.settings, ignore=job.ignore)
    options = settings.options(article.source)
    asked = {"reference": job.reference, "select": job.select}
    return options | {name: value for name, value in asked.items() if value is not None}


def _told(article: Article, job: Job) -> Article:
    """The article with what the command line knows better than the file."""
    if job.title is not None:
        origin = article.origin and replace(article.origin, title=())
        article = replace(article, title=job.title, origin=origin)
    return replace(article, published=job.published or article.published)


def _reports(readers: list[Reader], job: Job, outcome: Outcome, complain: Complain) -> Iterator[Report]:
    for number, read in enumerate(readers, start=1):
        _show_progress(number, len(readers))
        try:
            article = _told(read(), job)
            report = factcheck.verify(article, **_options(article, job))
        except InputError as error:
            outcome.failed += 1
            complain(error)
            continue
        outcome.findings.update(finding.severity or "note" for finding in report.findings)
        yield report


def _write(rendered: bytes, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(rendered)
        sys.stdout.flush()
        return
    try:
        scratch = output.with_name(f".{output.name}.part")
        scratch.write_bytes(rendered)
        scratch.replace(output)
    except OSError as error:
        raise InputError(f"{output}: cannot be written ({error.strerror}).") from error
