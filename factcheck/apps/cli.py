"""The `factcheck` command: `check`, `explain`, `checks`.

Exit status: 0 where nothing reaches `--fail-on`, 1 where something does, 2 for wrong use or input
that cannot be read.
"""

import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from factcheck.apps import draw_cli, reference_cli
from factcheck.errors import FactcheckError

WRONG_USE = 2


class Format(StrEnum):
    """What `--format` takes; each is named as its renderer's file."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    html = "html"
    sarif = "sarif"
    github = "github"
    csv = "csv"
    junit = "junit"
    annotations = "annotations"
    claim_review = "claimreview"
    docx = "docx"


class Level(StrEnum):
    """What `--fail-on` takes."""

    error = "error"
    warning = "warning"
    note = "note"
    never = "never"


app = typer.Typer(
    help="Checks the numbers in news text: finds every quantity, works out what it was made from, calculates it again.",
    no_args_is_help=True,
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

app.add_typer(reference_cli.app, name="reference")
app.command()(draw_cli.draw)

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE…", help="Text, Markdown, HTML or docx files, folders, patterns; - for standard input."
    ),
]


def _format(name: str) -> str:
    """The renderer of a format: ours by its name here, a plug-in's by its own."""
    if name in list(Format):
        return Format(name).name
    from factcheck.plugins import RENDERERS, names

    if name in names(RENDERERS):
        return name
    raise typer.BadParameter(
        f"there is no format “{name}”. Choose one of: {', '.join([*Format, *sorted(names(RENDERERS))])}."
    )


As = Annotated[
    str,
    typer.Option(
        "--format", "-f", metavar=f"[{'|'.join(Format)}]", parser=_format, help="What to print, or a plug-in's format."
    ),
]
Select = Annotated[
    list[str] | None, typer.Option(metavar="CODES", help="Only these checks, or those that begin so: FC1,FC203.")
]
Ignore = Annotated[list[str] | None, typer.Option(metavar="CODES", help="Not these checks, or those that begin so.")]
FailOn = Annotated[
    Level | None, typer.Option(help="The least severity that makes the exit status 1.", show_default="error")
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Date of publication, as 2026-11-22.")]
Title = Annotated[str | None, typer.Option(metavar="WORDS", help="The headline, checked against the body.")]
Reference = Annotated[str | None, typer.Option(metavar="DIR", help="A folder of data packages to check against.")]
NoReference = Annotated[bool, typer.Option("--no-reference", help="Check the text against itself alone.")]
Why = Annotated[bool, typer.Option("--why", help="Show every sum, and why each other number was left alone.")]
ReportCase = Annotated[
    str | None,
    typer.Option(
        metavar="NUMBER", help="Print a test page for a number that was read wrongly, given as it is printed."
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the report here instead of the screen.")
]
Config = Annotated[Path | None, typer.Option(metavar="FILE", help="Settings, not those found from here upwards.")]
Encoding = Annotated[
    str | None, typer.Option(metavar="NAME", help="How the files are encoded, if not in UTF-8: cp1252.")
]


def main() -> None:
    """Run the command; what goes wrong on purpose is told in one line, with status 2."""
    try:
        app()
    except FactcheckError as error:
        _complain(error)
        sys.exit(WRONG_USE)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(WRONG_USE)


@app.command()
def check(
    files: Files,
    format: As = Format.text.value,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = None,
    exit_zero: ExitZero = False,
    published: Published = None,
    title: Title = None,
    reference: Reference = None,
    no_reference: NoReference = False,
    why: Why = False,
    output: Output = None,
    encoding: Encoding = None,
    config: Config = None,
    report_case: ReportCase = None,
) -> None:
    """Check the numbers in one or more articles."""
    from factcheck.apps import _checking
    from factcheck.apps._checking import Job, date_of
    from factcheck.settings import load

    settings = load(config)
    job = Job(
        files=tuple(files),
        format=format,
        title=title,
        published=date_of(published),
        reference=False if no_reference else reference,
        select=_codes(select),
        ignore=_codes(ignore),
        settings=settings,
        why=why,
        output=output,
        encoding=encoding,
    )
    if report_case is not None:
        typer.echo(_checking.report_case(job, report_case), nl=False)
        raise typer.Exit
    outcome = _checking.run(job, complain=_complain)
    raise typer.Exit(outcome.status("never" if exit_zero else fail_on or settings.fail_on))


@app.command()
def compare(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The earlier draft.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The later draft.")],
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = None,
) -> None:
    """Compare two drafts: what is mended, what is new, what still stands. New findings decide the exit status."""
    from factcheck.apps._comparing import run
    from factcheck.settings import load

    settings = load()
    settings = replace(settings, select=_codes(select) or settings.select, ignore=_codes(ignore) or settings.ignore)
    raise typer.Exit(run(old, new, settings, fail_on or settings.fail_on))


@app.command()
def explain(code: Annotated[str, typer.Argument(help="The check's code: FC201.")]) -> None:
    """Print a check's manual page."""
    import factcheck

    typer.echo(factcheck.explain(code).rstrip())


@app.command()
def checks() -> None:
    """List the checks: code, severity, name, and what each flags."""
    from factcheck.checks import all_checks

    for rule in all_checks():
        typer.echo(f"{rule.code}  {rule.severity:<8} {rule.name:<24} {rule.summary}")


@app.command()
def selftest(
    files: Files, strong: Annotated[bool, typer.Option(help="Only sums that the words imply.")] = False
) -> None:
    """Break one number at a time where a sum holds, and count how many of the breaks are flagged."""
    from factcheck.apps._inputs import articles
    from factcheck.apps.selftest import run

    for line in run((read() for read in articles(tuple(files), None)), strong_only=strong).lines():
        typer.echo(line)


@app.callback(invoke_without_command=True)
def version(show: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False) -> None:
    if show:
        from factcheck.version import VERSION

        typer.echo(VERSION)
        raise typer.Exit


def _codes(given: list[str] | None) -> list[str] | None:
    """`--select FC1,FC203 --select FC3` as one list; None where nothing was given."""
    codes = [code.strip() for item in given or [] for code in item.split(",")]
    return [code for code in codes if code] or None


def _complain(error: Exception) -> None:
    typer.echo(f"factcheck: {error}", err=True)


if __name__ == "__main__":
    main()
