"""A resource's file → rows of text. Strict: what does not fit is an error with its row, never dropped."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import MissingExtraError
from factcheck.reference.faults import did_you_mean, fault
from factcheck.reference.package import Dialect, Resource, Schema

if TYPE_CHECKING:
    import pandas as pd

_LARGEST = 2_000_000_000


def read_rows(folder: Path, resource: Resource) -> "pd.DataFrame":
    """The rows as text, one column a schema field; the index counts rows as a spreadsheet does (header: 1)."""
    import pandas as pd

    assert resource.table is not None
    frames = [_read(folder / path, resource) for path in resource.paths]
    frame = frames[0] if len(frames) == 1 else pd.concat(frames, ignore_index=True)
    frame.index = pd.RangeIndex(2, len(frame) + 2)
    if frame.empty:
        raise fault(folder / resource.paths[0], "the table has no rows", "Add the data, or take the resource out.")
    return frame


def _read(file: Path, resource: Resource) -> "pd.DataFrame":
    assert resource.table is not None
    if file.suffix.lower() in (".parquet", ".pq") or resource.format == "parquet":
        frame = _parquet(file)
        _header(file, list(frame.columns), resource.table, resource.dialect)
        return frame[[column.name for column in resource.table.fields]]
    import pandas as pd

    text = _text(file, resource.encoding)
    _regular(file, text, resource)
    dialect = resource.dialect
    names = [column.name for column in resource.table.fields]
    frame = pd.read_csv(
        io.StringIO(text), dtype=str, keep_default_na=False, na_filter=False, skip_blank_lines=False,
        index_col=False, header=0 if dialect.header else None, names=None if dialect.header else names,
        sep=dialect.delimiter, quotechar=dialect.quote, doublequote=dialect.double_quote,
        escapechar=dialect.escape, skipinitialspace=dialect.skip_initial_space, comment=dialect.comment,
    )  # fmt: skip
    return frame[names]


def _parquet(file: Path) -> "pd.DataFrame":
    import pandas as pd

    try:
        frame = pd.read_parquet(file)
    except ImportError:
        raise MissingExtraError("Parquet tables need pyarrow: pip install pyarrow") from None
    except (ValueError, OSError) as error:
        raise fault(file, f"not a Parquet file ({error})", "Write it again, or use CSV.") from None
    return frame.map(lambda cell: "" if cell is None or cell != cell else str(cell))


def _text(file: Path, encoding: str) -> str:
    if file.stat().st_size > _LARGEST:
        raise fault(file, "larger than 2 GB", "Split the table into several resources.")
    content = file.read_bytes()
    if content[:4] == b"PK\x03\x04":
        raise fault(file, "a spreadsheet or a zip file, not CSV", "Save it as CSV.")
    try:
        text = content.decode("utf-8-sig" if encoding.lower().replace("_", "-") in ("utf-8", "utf8") else encoding)
    except LookupError:
        raise fault(file, f"unknown encoding {encoding!r}", "Correct `encoding`: utf-8, say.") from None
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        todo = "Save the file as UTF-8, or declare its `encoding` (often windows-1252)."
        raise fault(file, f"not {encoding}", todo, row=row) from None
    if "\x00" in text:
        todo = "It may be UTF-16: declare its `encoding`, or save it as UTF-8."
        raise fault(file, "holds zero bytes", todo, row=text[: text.index("\x00")].count("\n") + 1)
    if not text.strip():
        raise fault(file, "the file is empty", "Add a header and rows.")
    return text.rstrip("\r\n") + "\n"


def _regular(file: Path, text: str, resource: Resource) -> None:
    """Every row has as many cells as the header, and the header is the schema's."""
    assert resource.table is not None
    dialect = resource.dialect
    if dialect.header_rows not in (None, [1]):
        raise fault(file, "headerRows other than [1] are not supported", "Keep one header row.")
    lines = _cells(file, text, dialect)
    head = next(lines, [])
    first = head if isinstance(head, list) else []
    if dialect.header:
        _header(file, first, resource.table, dialect)
    else:
        lines = chain([first], lines)
    wanted = len(resource.table.fields)
    for row, cells in enumerate(lines, start=2 if dialect.header else 1):
        count = len(cells) if isinstance(cells, list) else cells
        if count != wanted:
            raise _ragged(file, row, count, wanted)


def _cells(file: Path, text: str, dialect: Dialect) -> Iterator[list[str] | int]:
    """The cells of each row, or (much faster, where no cell is quoted) only their number."""
    if any(len(sign) != 1 for sign in (dialect.delimiter, dialect.quote)):
        raise fault(file, "delimiter and quoteChar must be one character", "Correct `dialect`.")
    lines = io.StringIO(text, newline="")
    if dialect.comment or dialect.quote in text or dialect.escape:
        yield from _quoted(file, lines, dialect)
        return
    header = next(lines, "").rstrip("\r\n")
    yield [cell.strip() if dialect.skip_initial_space else cell for cell in header.split(dialect.delimiter)]
    for line in lines:
        yield 0 if line in ("\n", "\r\n") else line.count(dialect.delimiter) + 1


def _quoted(file: Path, lines: io.StringIO, dialect: Dialect) -> Iterator[list[str] | int]:
    kept = (line for line in lines if not (dialect.comment and line.startswith(dialect.comment)))
    reader = csv.reader(
        kept, delimiter=dialect.delimiter, quotechar=dialect.quote, doublequote=dialect.double_quote,
        escapechar=dialect.escape, skipinitialspace=dialect.skip_initial_space, strict=True,
    )  # fmt: skip
    try:
        yield from reader
    except csv.Error as error:
        raise fault(file, f"broken quoting: {error}", "Close the quotation mark.", row=reader.line_num) from None


def _ragged(file: Path, row: int, count: int, wanted: int) -> Exception:
    if count == 0:
        return fault(file, "the row is empty", "Delete it.", row=row)
    todo = "Quote cells that hold the delimiter; fill in or delete what is missing or too much."
    return fault(file, f"{count} cells where the header has {wanted}", todo, row=row)


def _header(file: Path, found: list[str], table: Schema, dialect: Dialect) -> None:
    wanted = [column.name for column in table.fields]
    for position, name in enumerate(found, start=1):
        if not name.strip():
            raise fault(file, f"the header of column {position} is empty", "Name every column.", row=1)
        if found.count(name) > 1:
            raise fault(file, f"the header {name!r} stands twice", "Name each column once.", row=1, column=name)
    if len(found) == 1 < len(wanted):
        other = next((sign for sign in ";\t|," if sign in found[0] and sign != dialect.delimiter), None)
        if other:
            todo = f'Declare "dialect": {{"delimiter": {other!r}}} or save it with commas.'
            raise fault(file, f"the delimiter seems to be {other!r}", todo, row=1)
    for name in found:
        if name not in wanted:
            todo = "List it in schema.fields, or correct the name. " + did_you_mean(name, wanted)
            raise fault(file, f"the schema has no column {name!r}", todo, row=1, column=name)
    for name in wanted:
        if name not in found:
            raise fault(file, f"the column {name!r} is missing", "Add it, or take it from schema.fields.", row=1)


def bare(text: str) -> str:
    """A number without its prefix and suffix, where the schema says `bareNumber: false`."""
    found = re.search(r"[-+]?[0-9][0-9.,\s]*", text)
    return found.group().strip() if found else text
