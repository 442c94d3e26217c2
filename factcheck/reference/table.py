"""One resource: its rows by measure, place, members and period. Opened and checked at first use."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from factcheck.reference.exact import PLAIN
from factcheck.reference.faults import fault
from factcheck.reference.gazetteer import key_of, keys_of_column
from factcheck.reference.package import Column, Meaning, Measure, Package, Resource, Schema
from factcheck.reference.rows import bare, read_rows
from factcheck.reference.when import Span, span_of_cell, span_of_text


class Key(NamedTuple):
    """What fixes a series: the measure, the place, and a member of each dimension (in their order)."""

    measure: str
    place: str | None
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure in real units, and where it stands."""

    value: Fraction
    raw: str
    span: Span
    row: int
    column: str
    resource: str


class Table:
    """A resource that the linker can read."""

    def __init__(self, folder: Path, package: Package, resource: Resource) -> None:
        assert resource.factcheck is not None and resource.table is not None
        self.folder, self.package, self.resource = folder, package, resource
        self.meaning: Meaning = resource.factcheck
        self.schema: Schema = resource.table
        self.file = folder / resource.paths[0]
        self.columns = {column.name: column for column in self.schema.fields}
        self._series: dict[Key, dict[Span, Cell]] = {}
        self.missing = {m["value"] if isinstance(m, dict) else str(m) for m in self.schema.missing_values}

    @cached_property
    def values(self) -> dict[str, list[str]]:
        """The columns as lists of text."""
        frame = read_rows(self.folder, self.resource)
        return {str(name): frame[name].tolist() for name in frame.columns}

    @cached_property
    def _rows(self) -> dict[Key, dict[Span | None, int]]:
        """Series → period → row. Rows of a wide table, whose measures share them, stand under the measure ""."""
        found: dict[Key, dict[Span | None, int]] = {}
        for row, (selector, place, members, span) in enumerate(self._keys(), start=2):
            series = found.setdefault(Key(selector or "", place, members), {})
            if span in series:
                what = f"a second figure for the key of row {series[span]}"
                raise fault(self.file, what, "Keep one of them, or name the column that differs.", row=row)
            series[span] = row
        return found

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """Every series that may have a figure."""
        if self.meaning.selectors:
            return tuple(self._rows)
        own = [name for name, measure in self.meaning.measures.items() if self._columns_of(measure)]
        return tuple(key._replace(measure=name) for key in self._rows for name in own)

    def _columns_of(self, measure: Measure) -> dict[Span | None, str]:
        """The column of a measure's figures; by period, where periods stand in columns."""
        if measure.columns:
            return {span_of_text(period): column for period, column in measure.columns.items()}
        column = measure.column or (None if measure.derived else self.meaning.value)
        return {None: column} if column is not None else {}

    def _places_of(self, key: Key) -> dict[Span, tuple[int, str]]:
        """Where the figures of one series stand, by period; empty cells have none."""
        measure = self.meaning.measures.get(key.measure)
        rows = self._rows.get(key if self.meaning.selectors else key._replace(measure=""), {})
        columns = self._columns_of(measure) if measure is not None else {}
        return {
            period: (row, column)
            for span, row in rows.items()
            for own, column in columns.items()
            if (period := own or span) is not None and self.values[column][row - 2] not in self.missing
        }

    def _keys(self) -> Iterator[tuple[str | None, str | None, tuple[str, ...], Span | None]]:
        count = len(next(iter(self.values.values())))
        selectors = self._selectors(count)
        members = zip(*(self.values[name] for name in self.meaning.dimensions), strict=True)
        return zip(
            selectors, self._places(count), members if self.meaning.dimensions else [()] * count,
            self._spans(count), strict=True,
        )  # fmt: skip

    def _selectors(self, count: int) -> list[str | None]:
        columns = [self.values[name] for name in self.meaning.selectors]
        if not columns:
            return [None] * count
        known = self.meaning.measures
        names = [" ".join(parts) for parts in zip(*columns, strict=True)]
        for row, name in enumerate(names, start=2):
            if name not in known:
                todo = "Describe it under `measures`, or correct the cell."
                raise fault(self.file, f"no measure {name!r}", todo, row=row, column=self.meaning.selectors[0])
        return list(names)

    def _places(self, count: int) -> list[str | None]:
        place = self.meaning.place
        if place is None:
            return [None] * count
        if place.fixed is not None:
            return [key_of(place.fixed)] * count
        assert place.column is not None
        keys = self.place_keys
        for row, name in enumerate(self.values[place.column], start=2):
            if keys[name] is None or not name.strip():
                todo = f"Correct it, or change place.scheme (now {place.scheme!r})."
                raise fault(self.file, f"unknown place {name!r}", todo, row=row, column=place.column)
        return [keys[name] for name in self.values[place.column]]

    @cached_property
    def place_keys(self) -> dict[str, str | None]:
        """The place column's names and their keys."""
        place = self.meaning.place
        assert place is not None and place.column is not None
        return keys_of_column(self.values[place.column], place.scheme)

    def _spans(self, count: int) -> list[Span | None]:
        time = self.meaning.time
        if time is None:
            return [None] * count
        if time.fixed is not None:
            return [self._fixed_span(time.fixed)] * count
        if time.column is not None:
            return [self._span(time.column, row, text) for row, text in enumerate(self.values[time.column], start=2)]
        assert time.start is not None and time.end is not None
        starts, ends = self.values[time.start], self.values[time.end]
        return [self._interval(row, *pair) for row, pair in enumerate(zip(starts, ends, strict=True), start=2)]

    def _fixed_span(self, text: str) -> Span:
        try:
            return span_of_text(text)
        except ValueError as error:
            raise fault(self.folder / "datapackage.json", f"time.fixed: {error}", "Correct it.") from None

    def _span(self, column: str, row: int, text: str) -> Span:
        time = self.meaning.time
        assert time is not None
        try:
            return span_of_cell(text, time.granularity, time.ends)
        except ValueError as error:
            todo = "Correct the cell, or time.granularity."
            raise fault(self.file, f"not a period: {error}", todo, row=row, column=column) from None

    def _interval(self, row: int, start: str, end: str) -> Span:
        time = self.meaning.time
        assert time is not None
        span = Span(self._date(start, row, time.start), self._date(end, row, time.end))
        if span.end < span.start:
            raise fault(self.file, "the period ends before it begins", "Swap the dates.", row=row, column=time.end)
        return span

    def _date(self, text: str, row: int, column: str | None) -> datetime.date:
        try:
            return span_of_cell(text, "day").start
        except ValueError:
            todo = "Write dates as 2019-08-13."
            raise fault(self.file, f"{text!r} is not a date", todo, row=row, column=column) from None

    def number(self, row: int, column: str) -> Fraction:
        """A cell as an exact number, as printed (no multiplier yet)."""
        return Fraction(self.digits(row, column))

    def digits(self, row: int, column: str) -> str:
        """A cell's digits, without group signs. Raises ReferenceDataError where there is no number."""
        spec = self.columns[column]
        text = self.values[column][row - 2].strip()
        plain = _normal(text, spec)
        if PLAIN.fullmatch(plain) and not (spec.type == "integer" and not _whole(plain)):
            return plain
        what, todo = _why_no_number(text, spec)
        raise fault(self.file, what, todo, row=row, column=column)

    def measure(self, key: str) -> Measure:
        return self.meaning.measures[key]

    def cell(self, key: Key, span: Span) -> Cell | None:
        """The figure of a series in one period."""
        return self.series(key).get(span)

    def series(self, key: Key) -> dict[Span, Cell]:
        """All figures of a series, in order of time; read when first asked for."""
        if key not in self._series:
            places = sorted(self._places_of(key).items())
            self._series[key] = {span: self._cell(key, span, row, column) for span, (row, column) in places}
        return self._series[key]

    def has_figures(self, key: Key) -> bool:
        """Whether a series has a figure in any period."""
        return bool(self._places_of(key))

    def _cell(self, key: Key, span: Span, row: int, column: str) -> Cell:
        raw = self.digits(row, column)
        return Cell(Fraction(raw) * self.measure(key.measure).multiplier, raw, span, row, column, self.resource.name)


def _normal(text: str, spec: Column) -> str:
    if not spec.bare_number:
        text = bare(text)
    if spec.group_char:
        text = text.replace(spec.group_char, "")
    return text.replace(spec.decimal_char, ".") if spec.decimal_char != "." else text


def _whole(text: str) -> bool:
    return text.isdigit() or Fraction(text).denominator == 1


def _why_no_number(text: str, spec: Column) -> tuple[str, str]:
    """What a cell that is no number probably is, and what to do about it."""
    bare_text = text.replace(",", "").replace(" ", "").replace("\u00a0", "").replace("'", "")
    if text == "":
        return "an empty cell where a number should be", 'Fill it in, or list "" under missingValues.'
    if text.endswith("%") or (text[:1] in "$£€" and len(text) > 1):
        return f"{text!r} has a sign in it", 'Write the bare number, or declare "bareNumber": false.'
    if PLAIN.fullmatch(text):
        return f"{text!r} is not a whole number", "Correct it, or make the column's type number."
    if PLAIN.fullmatch(bare_text):
        return f"{text!r} has thousands separators", 'Declare "groupChar" for this column, or take them out.'
    if spec.decimal_char == "." and PLAIN.fullmatch(text.replace(",", ".")):
        return f"{text!r} has a decimal comma", 'Declare "decimalChar": "," for this column.'
    return f"{text!r} is not a number", "Correct the cell, or list this sign under missingValues."
