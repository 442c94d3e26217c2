"""What a table's figures show to be wrong: text for numbers, impossible shares, parts above their wholes.

`prove` raises the first fault. It runs when a table is first used, and for every table in
`factcheck reference check`.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.reference.exact import PLAIN, display
from factcheck.reference.faults import did_you_mean, fault
from factcheck.reference.gazetteer import key_of
from factcheck.reference.package import Anchor, Column, Measure
from factcheck.reference.table import Cell, Key, Table
from factcheck.reference.when import Span, span_of_cell, span_of_text


def prove(table: Table) -> None:
    """Raise ReferenceDataError for the first thing that cannot be true."""
    _cells_are_numbers(table)
    _constraints_hold(table)
    _keys_are_unique(table)
    _members_are_known(table)
    _measures_have_rows(table)
    _signs_are_possible(table)
    _parts_fit_their_wholes(table)
    _breakdowns_make_a_whole(table)
    _cumulative_figures_agree(table)
    for anchor in table.meaning.anchors:
        _anchor_holds(table, anchor)


def _value_columns(table: Table) -> list[str]:
    wide = [measure.column for measure in table.meaning.measures.values() if measure.column]
    wide += [column for measure in table.meaning.measures.values() for column in measure.columns.values()]
    return [table.meaning.value] if table.meaning.value else list(dict.fromkeys(wide))


def _cells_are_numbers(table: Table) -> None:
    for column in _value_columns(table):
        plain = table.columns[column].type == "number"
        for row, text in enumerate(table.values[column], start=2):
            if text not in table.missing and not (plain and PLAIN.fullmatch(text)):
                table.digits(row, column)


def _constraints_hold(table: Table) -> None:
    for name, column in table.columns.items():
        rules = column.constraints
        if rules == type(rules)():
            continue
        seen: dict[str, int] = {}
        for row, text in enumerate(table.values[name], start=2):
            wrong = _broken(text, column, table.missing)
            if rules.unique and text in seen:
                wrong = f"{text!r} also stands in row {seen[text]}"
            if wrong:
                raise fault(table.file, wrong, "Correct the cell, or the constraint.", row=row, column=name)
            seen[text] = row


def _broken(text: str, column: Column, missing: set[str]) -> str | None:
    """What a cell breaks of its column's constraints."""
    rules = column.constraints
    if text in missing:
        return "an empty cell in a required column" if rules.required else None
    if rules.enum is not None and text not in [str(value) for value in rules.enum]:
        return f"{text!r} is not among the allowed values"
    if rules.pattern is not None and not re.fullmatch(rules.pattern, text):
        return f"{text!r} does not match {rules.pattern!r}"
    if rules.minimum is not None and _number(text) < _number(rules.minimum):
        return f"{text} is below the minimum of {rules.minimum}"
    if rules.maximum is not None and _number(text) > _number(rules.maximum):
        return f"{text} is above the maximum of {rules.maximum}"
    return None


def _number(value: object) -> Fraction:
    return Fraction(str(value)) if PLAIN.fullmatch(str(value)) else Fraction(0)


def _keys_are_unique(table: Table) -> None:
    declared = table.schema.primary_key
    names = [declared] if isinstance(declared, str) else declared
    seen: dict[tuple[str, ...], int] = {}
    if names:
        for row, key in enumerate(zip(*(table.values[name] for name in names), strict=True), start=2):
            if key in seen:
                what = f"the key {', '.join(key)} also stands in row {seen[key]}"
                raise fault(table.file, what, "Keep one row, or correct primaryKey.", row=row)
            seen[key] = row
    _ = table.keys


def _members_are_known(table: Table) -> None:
    for name, dimension in table.meaning.dimensions.items():
        members = set(table.values[name])
        wanted = [*dimension.labels, *([dimension.total] if dimension.total else [])]
        for member in wanted:
            if member not in members:
                what = f"dimensions.{name}: no row has the member {member!r}"
                raise fault(table.folder / "datapackage.json", what, did_you_mean(member, members))
        for row, member in enumerate(table.values[name], start=2):
            if not member.strip():
                raise fault(table.file, "an empty member", "Name the group, or the total.", row=row, column=name)


def _measures_have_rows(table: Table) -> None:
    present = {key.measure for key in table.keys if table.has_figures(key)}
    for name, measure in table.meaning.measures.items():
        if name not in present and not measure.derived:
            what = f"measure {name!r} has no figure in {table.file.name}"
            raise fault(table.folder / "datapackage.json", what, did_you_mean(name, present))


def _cells(table: Table, measure: str) -> Iterator[tuple[Key, Cell]]:
    for key in table.keys:
        if key.measure == measure:
            for cell in table.series(key).values():
                yield key, cell


def _signs_are_possible(table: Table) -> None:
    """No share over its whole, no share or count below zero. Counts are looked at as text: there are many."""
    for name, measure in table.meaning.measures.items():
        if measure.kind == "share" or (measure.kind == "count" and _has_minus(table, measure)):
            for _, cell in _cells(table, name):
                _sign_is_possible(table, measure, cell)


def _has_minus(table: Table, measure: Measure) -> bool:
    columns = [measure.column or table.meaning.value, *measure.columns.values()]
    return any(cell.startswith("-") for column in columns if column for cell in table.values[column])


def _sign_is_possible(table: Table, measure: Measure, cell: Cell) -> None:
    limit = 1 if measure.unit in ("fraction", "1") else 100
    if measure.kind == "share" and measure.unit in ("percent", "fraction", "1") and cell.value > limit:
        what = f"a share of {display(cell.value)}, over {limit}"
        raise fault(table.file, what, "Correct it, or make its kind `ratio`.", row=cell.row, column=cell.column)
    if cell.value < 0:
        what = f"a {measure.kind} below zero ({display(cell.value)})"
        raise fault(table.file, what, "Correct it, or the kind.", row=cell.row, column=cell.column)


def _parts_fit_their_wholes(table: Table) -> None:
    for name, measure in table.meaning.measures.items():
        if measure.subset_of is None:
            continue
        for key, cell in _cells(table, name):
            whole = table.cell(key._replace(measure=measure.subset_of), cell.span)
            if whole is not None and cell.value > whole.value:
                what = f"{name} ({display(cell.value)}) is larger than {measure.subset_of} ({display(whole.value)})"
                todo = f"Correct one of them (row {whole.row}), or `subset_of`."
                raise fault(table.file, what, todo, row=cell.row, column=cell.column)


def _breakdowns_make_a_whole(table: Table) -> None:
    """The shares of one breakdown add to a hundred at most, rounding forgiven."""
    families: dict[str, list[str]] = {}
    for name, measure in table.meaning.measures.items():
        if measure.part_of is not None and measure.kind == "share":
            families.setdefault(measure.part_of, []).append(name)
    for family, names in families.items():
        for key, cell in _cells(table, names[0]):
            shares = [table.cell(key._replace(measure=name), cell.span) for name in names]
            total = sum((share.value for share in shares if share is not None), Fraction(0))
            slack = 1 + sum((table.measure(name).precision or Fraction(1) for name in names), Fraction(0)) / 2
            if total > 100 + slack:
                what = f"the shares of {family!r} add up to {display(total)}"
                raise fault(table.file, what, "Correct them, or `part_of`.", row=cell.row, column=cell.column)


def _cumulative_figures_agree(table: Table) -> None:
    """A longer period holds at least what a period inside it holds."""
    for key in table.keys:
        measure = table.measure(key.measure)
        if not (measure.flow and measure.kind == "count" and "time" in measure.additive):
            continue
        for outer, inner in _nested(list(table.series(key).values())):
            if outer.value < inner.value:
                what = (
                    f"{display(outer.value)} in {outer.span.text} cannot hold the {display(inner.value)} of "
                    f"{inner.span.text} (row {inner.row})"
                )
                raise fault(table.file, what, "One of the two is wrong.", row=outer.row, column=outer.column)


def _nested(cells: list[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """Each figure with the periods around it, in one sweep."""
    around: list[Cell] = []
    for cell in sorted(cells, key=lambda cell: (cell.span.start, -cell.span.days)):
        around = [outer for outer in around if outer.span.end >= cell.span.start]
        yield from ((outer, cell) for outer in around if outer.span.holds(cell.span))
        around.append(cell)


def _anchor_holds(table: Table, anchor: Anchor) -> None:
    file = table.folder / "datapackage.json"
    name = f"the anchor {anchor.measure} = {display(anchor.value)}"
    cell = table.cell(_anchor_key(table, anchor), _anchor_span(table, anchor))
    if cell is None:
        raise fault(file, f"{name} names no row of {table.file.name}", "Correct its place, time or members.")
    if abs(cell.value - anchor.value) > abs(anchor.value) * anchor.tolerance:
        todo = "The file does not hold what its description says, or the anchor is wrong. The dataset is not used."
        raise fault(
            table.file,
            f"{name} does not hold: the cell is {display(cell.value)}",
            todo,
            row=cell.row,
            column=cell.column,
        )


def _anchor_key(table: Table, anchor: Anchor) -> Key:
    members = tuple(
        str(anchor.members.get(name, dimension.total)) for name, dimension in table.meaning.dimensions.items()
    )
    place = table.meaning.place
    if place is None:
        return Key(anchor.measure, None, members)
    if place.fixed is not None:
        return Key(anchor.measure, key_of(place.fixed), members)
    return Key(anchor.measure, table.place_keys.get(anchor.place or ""), members)


def _anchor_span(table: Table, anchor: Anchor) -> Span:
    time = table.meaning.time
    text = anchor.time or (time.fixed if time is not None else None) or ""
    try:
        if time is not None and time.column and time.granularity == "financial-year":
            return span_of_cell(text, time.granularity, time.ends)
        return span_of_text(text)
    except ValueError as error:
        raise fault(table.folder / "datapackage.json", f"anchor: {error}", "Correct its time.") from None
