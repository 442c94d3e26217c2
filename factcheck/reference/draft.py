"""A first `datapackage.json` for a CSV file. What is guessed is marked as guessed, for a person to decide."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from factcheck.errors import ReferenceDataError
from factcheck.reference.exact import PLAIN
from factcheck.reference.faults import fault
from factcheck.reference.gazetteer import country_names, fold
from factcheck.words import words

DESCRIPTOR = "datapackage.json"
_SAMPLE = 2000
_YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}$")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}$")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}$")


def draft(file: Path) -> Path:
    """Write a draft beside a CSV file and give its path. Raises ReferenceDataError; overwrites nothing."""
    target = file.parent / DESCRIPTOR
    if target.exists():
        raise fault(target, "there is one already", "Edit it, or move it away first.")
    rows, delimiter, encoding = _rows(file)
    content = describe(file.name, rows, delimiter, encoding)
    target.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return target


def _rows(file: Path) -> tuple[list[list[str]], str, str]:
    """The first rows, the delimiter and the encoding."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise fault(file, f"cannot be read: {error.strerror}", "Give the path of a CSV file.") from None
    try:
        text, encoding = content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        text, encoding = content.decode("cp1252", "replace"), "windows-1252"
    head = text.partition("\n")[0]
    delimiter = max(",;\t|", key=head.count)
    rows = [row for _, row in zip(range(_SAMPLE), csv.reader(io.StringIO(text), delimiter=delimiter), strict=False)]
    if len(rows) < 2:
        raise fault(file, "no header with rows below it", "Give a CSV file with a header.")
    if len({len(row) for row in rows if row}) > 1:
        raise ReferenceDataError(f"{file}: the rows differ in length. Mend the file first.")
    return rows, delimiter, encoding


def describe(name: str, rows: list[list[str]], delimiter: str, encoding: str) -> dict[str, Any]:
    """The draft itself: types, then which column is time, place and value."""
    header = rows[0]
    columns = {title: [row[i] for row in rows[1:]] for i, title in enumerate(header)}
    types = {title: _type(cells) for title, cells in columns.items()}
    slug = re.sub(r"[^a-z0-9]+", "-", Path(name).stem.lower()).strip("-") or "dataset"
    resource: dict[str, Any] = {
        "name": slug,
        "path": name,
        "encoding": encoding,
        "schema": {"fields": [{"name": title, "type": kind} for title, kind in types.items()], "missingValues": [""]},
        "factcheck": _meaning(columns, types),
    }
    if delimiter != ",":
        resource["dialect"] = {"delimiter": delimiter}
    return {
        "name": slug,
        "title": f"GUESS: {Path(name).stem}",
        "description": "A draft: decide every GUESS, write the labels, add two or three anchors.",
        "sources": [{"title": "TODO: who publishes it", "path": "TODO: https://…"}],
        "resources": [resource],
    }


def _type(cells: list[str]) -> str:
    full = [cell.strip() for cell in cells if cell.strip()]
    if full and all(_YEAR.match(cell) for cell in full):
        return "year"
    if full and all(_DATE.match(cell) for cell in full):
        return "date"
    if full and all(PLAIN.fullmatch(cell) for cell in full):
        return "number" if any("." in cell for cell in full) else "integer"
    return "string"


def _meaning(columns: dict[str, list[str]], types: dict[str, str]) -> dict[str, Any]:
    """The `factcheck` object, its guesses marked in `labels` and in "TODO" values."""
    place = _place(columns, types)
    taken = {place[0]} if place else set()
    meaning: dict[str, Any] = {"time": _time(columns, types)}
    if place:
        meaning["place"] = {"column": place[0], "scheme": place[1]}
    numbers = [title for title, kind in types.items() if kind in ("number", "integer")]
    texts = [
        title
        for title, kind in types.items()
        if kind == "string" and title not in taken and len(set(columns[title])) > 1
    ]
    meaning["dimensions"] = {title: {} for title in texts if 1 < len(set(columns[title])) < len(columns[title])}
    meaning["measures"] = {
        re.sub(r"\W+", "_", title.lower()).strip("_") or title: {
            "column": title,
            "labels": [f"GUESS: {title.replace('_', ' ').lower()}"],
            "kind": _kind(title, columns[title]),
        }
        for title in numbers
    }
    meaning["anchors"] = []
    return meaning


def _time(columns: dict[str, list[str]], types: dict[str, str]) -> dict[str, Any]:
    dates = [title for title, kind in types.items() if kind == "date"]
    years = [title for title, kind in types.items() if kind == "year"]
    months = [title for title, cells in columns.items() if cells and all(_MONTH.match(cell) for cell in cells)]
    if len(dates) == 2:
        return {"start": dates[0], "end": dates[1]}
    if years:
        return {"column": years[0], "granularity": "year"}
    if months:
        return {"column": months[0], "granularity": "month"}
    if dates:
        return {"column": dates[0], "granularity": "day"}
    return {"fixed": "TODO: the year that the figures are of"}


def _place(columns: dict[str, list[str]], types: dict[str, str]) -> tuple[str, str] | None:
    """The column that holds places, and how they are written."""
    codes, pairs = set(words("places")), {entry["iso2"] for entry in words("places").values()}
    tests: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("iso3", lambda cell: cell in codes),
        ("iso2", lambda cell: cell in pairs),
        ("country-name", lambda cell: fold(cell) in country_names()),
    )
    for scheme, fits in tests:
        for title, kind in types.items():
            cells = set(columns[title])
            if kind == "string" and sum(fits(cell) for cell in cells) * 10 >= len(cells) * 9:
                return title, scheme
    named = re.compile(r"country|city|town|place|region|state|district|council|county", re.IGNORECASE)
    found = next((title for title, kind in types.items() if kind == "string" and named.search(title)), None)
    return (found, "name") if found else None


def _kind(title: str, cells: list[str]) -> str:
    """A share if the name says so or nothing lies over 100 with decimals, else a count."""
    if re.search(r"%|per.?cent|share|pct", title, re.IGNORECASE):
        return "share"
    if re.search(r"rate|ratio|index", title, re.IGNORECASE):
        return "rate"
    return "measure" if any("." in cell for cell in cells) else "count"
