"""How a broken package is reported: file, row, column, what is wrong, and what to do about it."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from factcheck.errors import ReferenceDataError


def fault(file: Path | str, what: str, todo: str, *, row: int | None = None, column: str | None = None) -> Exception:
    """The error to raise. Row 1 is the header, as a spreadsheet shows it."""
    place = [str(file)]
    if row is not None:
        place.append(f"row {row}")
    if column is not None:
        place.append(f"column {column!r}")
    return ReferenceDataError(f"{', '.join(place)}: {what}. {todo}")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint at the nearest known word, or the list of all of them."""
    names = sorted(known)
    near = get_close_matches(word, names, n=1, cutoff=0.6)
    if near:
        return f"Did you mean {near[0]!r}?"
    shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return f"Known are: {shown}."
