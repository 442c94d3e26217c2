"""`datapackage.json` → `Package`: read, check what can be checked without opening a table."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from factcheck.reference import package as shapes
from factcheck.reference.faults import did_you_mean, fault

NUMERIC = frozenset({"number", "integer"})
_KNOWN: dict[str, type[BaseModel]] = {
    "factcheck": shapes.Meaning,
    "time": shapes.Time,
    "place": shapes.Place,
    "measures": shapes.Measure,
    "dimensions": shapes.Dimension,
}


def read_descriptor(file: Path) -> shapes.Package:
    """The package that a `datapackage.json` describes. Raises ReferenceDataError with file and key."""
    content = _json(file)
    if not isinstance(content, dict):
        raise fault(file, "the file is not a JSON object", 'Write { "name": …, "resources": […] }.')
    try:
        found = shapes.Package.model_validate(content)
    except ValidationError as error:
        raise _explained(file, error) from None
    _sound(file, found)
    return found


def _json(file: Path) -> Any:
    try:
        return json.loads(file.read_text("utf-8-sig"), parse_float=Decimal, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise fault(file, f"not UTF-8 (byte {error.start})", "Save the file as UTF-8.") from None
    except json.JSONDecodeError as error:
        raise fault(file, f"not JSON: {error.msg}", "Mend the syntax there.", row=error.lineno) from None
    except (ValueError, RecursionError) as error:
        raise fault(file, f"not usable JSON: {error}", "Mend the file.") from None
    except OSError as error:
        raise fault(file, f"cannot be read: {error.strerror}", "Give a folder with a datapackage.json.") from None


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a number")


def _explained(file: Path, error: ValidationError) -> Exception:
    """The first complaint, with the path of the key it is about."""
    first = error.errors()[0]
    path = ".".join(str(part) for part in first["loc"])
    key = str(first["loc"][-1]) if first["loc"] else ""
    if first["type"] == "extra_forbidden":
        return fault(file, f"unknown key {path!r}", did_you_mean(key, _keys_beside(first["loc"])))
    if first["type"] == "missing":
        return fault(file, f"the key {path!r} is missing", "Add it; the reference manual says what it means.")
    message = first["msg"].removeprefix("Value error, ")
    return fault(file, f"{path!r} cannot be used: {message}", "Correct this key.")


def _keys_beside(path: tuple[int | str, ...]) -> set[str]:
    """The keys that are allowed where an unknown one stands."""
    owners = [part for part in path[:-1] if part in _KNOWN]
    return set(_KNOWN[str(owners[-1])].model_fields) if owners else set()


def _sound(file: Path, found: shapes.Package) -> None:
    """What the descriptor alone shows to be wrong."""
    seen: set[str] = set()
    for resource in found.resources:
        if resource.name in seen:
            raise fault(file, f"two resources are called {resource.name!r}", "Give each a name of its own.")
        seen.add(resource.name)
        if resource.factcheck is not None:
            _linkable(file, resource)
            _references(file, resource.factcheck)


def _linkable(file: Path, resource: shapes.Resource) -> None:
    where = f"resource {resource.name!r}"
    if resource.data is not None:
        raise fault(file, f"{where} holds its data inline", "Put the rows into a CSV file and name it in `path`.")
    if not resource.paths:
        raise fault(file, f"{where} has no `path`", "Name the CSV file that holds the rows.")
    if resource.table is None:
        raise fault(file, f"{where} has no `schema`", "List its columns under schema.fields.")
    names = [column.name for column in resource.table.fields]
    for name in names:
        if names.count(name) > 1:
            raise fault(file, f"{where}: schema.fields names {name!r} twice", "Name each column once.")
    for path in resource.paths:
        _inside(file, path)
    _columns(file, resource, set(names))
    _fixed(file, resource)


def _inside(file: Path, path: str) -> None:
    if "://" in path:
        raise fault(file, f"the path {path!r} is a web address", "Download the file: nothing is fetched.")
    if path.startswith(("/", "~", "\\")) or ":" in path[:3] or ".." in Path(path.replace("\\", "/")).parts:
        raise fault(file, f"the path {path!r} leaves the folder", "Keep the file beside datapackage.json.")
    target = file.parent / path
    if not target.exists():
        raise fault(file, f"the file {path!r} is missing", "Put it there or correct `path`.")
    if not target.resolve().is_relative_to(file.parent.resolve()):
        raise fault(file, f"the path {path!r} leaves the folder through a link", "Put the file itself there.")


def _columns(file: Path, resource: shapes.Resource, names: set[str]) -> None:
    """Every column that `factcheck` speaks of must be in the schema, the values as numbers."""
    meaning, table = resource.factcheck, resource.table
    assert meaning is not None and table is not None
    types = {column.name: column.type for column in table.fields}
    keys = [table.primary_key] if isinstance(table.primary_key, str) else table.primary_key
    used = {"primaryKey": keys, "selectors": meaning.selectors, "dimensions": list(meaning.dimensions)}
    if meaning.time is not None:
        used["time"] = [c for c in (meaning.time.column, meaning.time.start, meaning.time.end) if c]
    if meaning.place is not None and meaning.place.column:
        used["place"] = [meaning.place.column]
    values = [meaning.value] if meaning.value else []
    for measure in meaning.measures.values():
        values += [measure.column] if measure.column else []
        values += measure.columns.values()
    for key, columns in {**used, "values": values}.items():
        for name in columns:
            if name not in names:
                raise fault(file, f"{key}: there is no column {name!r}", did_you_mean(name, names))
            if key == "values" and types[name] not in NUMERIC:
                raise fault(file, f"the values' column {name!r} is of type {types[name]!r}", "Make it a number.")


def _fixed(file: Path, resource: shapes.Resource) -> None:
    """A resource must say when and where its figures are, and where they stand."""
    meaning = resource.factcheck
    assert meaning is not None
    where = f"resource {resource.name!r}"
    time, place = meaning.time, meaning.place
    per_column = any(measure.columns for measure in meaning.measures.values())
    if time is None and not per_column:
        raise fault(file, f"{where} has no `time`", 'Name the period\'s column, or {"fixed": "2012"}.')
    ways = 0 if time is None else bool(time.column) + bool(time.start or time.end) + bool(time.fixed)
    if time is not None and (ways != 1 or bool(time.start) != bool(time.end)):
        raise fault(file, f"{where}: `time` is unclear", "Give `column`, or `start` and `end`, or `fixed`.")
    if place is not None and bool(place.column) == bool(place.fixed):
        raise fault(file, f"{where}: `place` is unclear", "Give either `column` or `fixed`.")
    for key, measure in meaning.measures.items():
        homes = bool(measure.column) + bool(measure.columns) + bool(meaning.value)
        if homes == 0 and not measure.derived:
            raise fault(file, f"measure {key!r} has no column", "Name its `column`, or the table's `value`.")
        if homes > 1:
            raise fault(file, f"measure {key!r} has two places for its values", "Keep `value` or `column`.")
    if meaning.value and not meaning.selectors and sum(not m.derived for m in meaning.measures.values()) > 1:
        raise fault(file, f"{where} has several measures in one column", "Name the column that tells them apart.")


def _references(file: Path, meaning: shapes.Meaning) -> None:
    """Measures, dimensions and anchors must name things that exist."""
    measures, axes = set(meaning.measures), {*meaning.dimensions, "time", "place"}
    for key, measure in meaning.measures.items():
        named = {
            "subset_of": measure.subset_of, "numerator": measure.numerator, "denominator": measure.denominator,
            **{f"other_denominators.{name}": name for name in measure.other_denominators},
        }  # fmt: skip
        for role, name in named.items():
            if name is not None and name not in measures:
                raise fault(file, f"measures.{key}.{role}: there is no measure {name!r}", did_you_mean(name, measures))
        _measure_is_sound(file, key, measure, axes)
        _no_circle(file, key, meaning)
    _anchors_name_things(file, meaning)


def _measure_is_sound(file: Path, key: str, measure: shapes.Measure, axes: set[str]) -> None:
    """What one measure says of itself alone."""
    for name in measure.additive:
        if name not in axes:
            raise fault(file, f"measures.{key}.additive: no dimension {name!r}", did_you_mean(name, axes))
    if "time" in measure.additive and not measure.flow:
        raise fault(file, f"measures.{key}: a level cannot be added up over time", "Take `time` from `additive`.")
    if measure.multiplier <= 0:
        raise fault(file, f"measures.{key}.multiplier is not above zero", "Give 1, 1000, ….")
    if measure.precision is not None and measure.precision <= 0:
        raise fault(file, f"measures.{key}.precision is not above zero", 'Give the last digit, "0.1" say.')
    if not all(label.strip() for label in measure.labels):
        raise fault(file, f"measures.{key}.labels holds an empty label", "Write the words people use.")


def _anchors_name_things(file: Path, meaning: shapes.Meaning) -> None:
    for number, anchor in enumerate(meaning.anchors):
        if anchor.measure not in meaning.measures:
            todo = did_you_mean(anchor.measure, meaning.measures)
            raise fault(file, f"anchors.{number}: no measure {anchor.measure!r}", todo)
        for name in anchor.members:
            if name not in meaning.dimensions:
                raise fault(file, f"anchors.{number}: unknown key {name!r}", did_you_mean(name, meaning.dimensions))


def _no_circle(file: Path, key: str, meaning: shapes.Meaning) -> None:
    seen, above = {key}, meaning.measures[key].subset_of
    while above is not None:
        if above in seen:
            raise fault(file, f"measures.{key}.subset_of runs in a circle", "A part cannot hold its whole.")
        seen.add(above)
        above = meaning.measures[above].subset_of if above in meaning.measures else None
