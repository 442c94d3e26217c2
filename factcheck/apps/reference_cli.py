"""`factcheck reference …`: describe a table, check a catalogue, see how words link."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from factcheck.errors import FactcheckError

Result = TypeVar("Result")

app = typer.Typer(help="Reference tables: describe one, check a catalogue, see how words link.", no_args_is_help=True)

_Folder = Annotated[Path, typer.Argument(help="A folder of data packages, or one package.", show_default=False)]


@app.command()
def add(file: Annotated[Path, typer.Argument(help="A CSV file.", show_default=False)]) -> None:
    """Write a draft datapackage.json beside FILE.csv; what is guessed is marked GUESS or TODO."""
    from factcheck.reference.draft import draft

    target = _or_exit(lambda: draft(file))
    typer.echo(f"{target} is written. Decide every GUESS, fill in every TODO, add anchors, then run:")
    typer.echo(f"  factcheck reference check {file.parent}")


@app.command()
def check(folder: _Folder) -> None:
    """Validate every dataset: files, rows, cells, what cannot be true, anchors. Exit status 1 if one is broken."""
    from factcheck.reference.catalogue import descriptors, faults_of

    files = _or_exit(lambda: descriptors(folder))
    faults = _or_exit(lambda: faults_of(folder))
    for fault in faults:
        typer.echo(fault)
    typer.echo(f"{len(files) - len(faults)} of {len(files)} datasets are sound.")
    if faults:
        raise typer.Exit(1)


@app.command()
def search(
    words: Annotated[str, typer.Argument(help='Words as an article has them: "people referred".')],
    folder: Annotated[
        Path | None, typer.Option("--reference", help="A catalogue; the built-in one if left out.")
    ] = None,
) -> None:
    """Show which measures some words link to, best first."""
    from factcheck.reference import builtin, load_catalogue
    from factcheck.reference.linker import index_of

    catalogue = _or_exit(lambda: builtin() if folder is None else load_catalogue(folder))
    found = index_of(catalogue).search(words)
    for target, label, score in found:
        typer.echo(f"{score:5.0f}  {target.name:50}  {label}")
    if not found:
        typer.echo("Nothing near. Add a label to a measure, or an entry to links.toml.")


def _or_exit(action: Callable[[], Result]) -> Result:
    """What an action gives; a known error is printed, with exit status 2."""
    try:
        return action()
    except FactcheckError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
