"""A catalogue: a folder of datasets. Descriptions are read at once, small tables checked at once, large ones later."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from factcheck.errors import ReferenceDataError
from factcheck.reference.corrections import Corrections, read_corrections
from factcheck.reference.descriptor import read_descriptor
from factcheck.reference.faults import fault
from factcheck.reference.gazetteer import key_of
from factcheck.reference.package import Measure, Package
from factcheck.reference.soundness import prove
from factcheck.reference.table import Cell, Key, Table
from factcheck.reference.when import Span

DESCRIPTOR = "datapackage.json"
_SMALL = 2_000_000  # bytes; larger tables, and all of a catalogue twice as large, wait for their first use


@dataclass(frozen=True, eq=False)
class Dataset:
    """One package. Equal measures of its resources (one a year, say) are one series."""

    folder: Path
    package: Package
    tables: tuple[Table, ...]
    builtin: bool = False

    @property
    def name(self) -> str:
        return self.package.name

    @cached_property
    def measures(self) -> dict[str, Measure]:
        found: dict[str, Measure] = {}
        for table in self.tables:
            for key, measure in table.meaning.measures.items():
                found.setdefault(key, measure)
        return found

    @cached_property
    def proven(self) -> tuple[Table, ...]:
        """The tables, each checked once: nothing is linked to a table that cannot be true."""
        for table in self.tables:
            prove(table)
        return self.tables

    @cached_property
    def dimensions(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for table in self.tables for name in table.meaning.dimensions))

    @cached_property
    def places(self) -> frozenset[str]:
        """Every place that has a figure."""
        return frozenset(key.place for table in self.proven for key in table.keys if key.place is not None)

    @cached_property
    def place_labels(self) -> dict[str, str]:
        """Further words for a fixed place, with its key."""
        specs = [table.meaning.place for table in self.tables]
        return {label: key_of(spec.fixed) for spec in specs if spec is not None and spec.fixed for label in spec.labels}

    def members(self, dimension: str) -> dict[str, tuple[str, ...]]:
        """Each member of a dimension, and the words for it."""
        found: dict[str, tuple[str, ...]] = {}
        for table in self.proven:
            spec = table.meaning.dimensions.get(dimension)
            if spec is not None:
                for member in dict.fromkeys(table.values[dimension]):
                    found.setdefault(member, (member, *spec.labels.get(member, ())))
        return found

    def total(self, dimension: str) -> str | None:
        """The member that stands for all, where the table has one."""
        specs = (table.meaning.dimensions.get(dimension) for table in self.tables)
        return next((spec.total for spec in specs if spec is not None and spec.total), None)

    def fixed_place(self) -> str | None:
        """The place of the whole dataset, where its tables are about one."""
        return next(iter(self.places)) if len(self.places) == 1 else None

    def series(self, key: Key) -> dict[Span, Cell]:
        """The figures of one measure, place and group in every period, in order of time."""
        parts = [table.series(key) for table in self.proven if key.measure in table.meaning.measures]
        if len(parts) == 1:
            return parts[0]
        found: dict[Span, Cell] = {}
        for part in parts:
            found |= {span: cell for span, cell in part.items() if span not in found}
        return dict(sorted(found.items()))


class Catalogue:
    """The datasets of one folder, and the corrections of the people who use them."""

    def __init__(self, folder: Path, datasets: tuple[Dataset, ...], corrections: Corrections) -> None:
        self.folder, self.datasets, self.corrections = folder, datasets, corrections

    def __repr__(self) -> str:
        return f"Catalogue({str(self.folder)!r}, {len(self.datasets)} datasets)"

    def measures(self) -> Iterator[tuple[Dataset, str, Measure]]:
        """Every measure of every dataset."""
        for dataset in self.datasets:
            for key, measure in dataset.measures.items():
                yield dataset, key, measure


def load_catalogue(path: str | Path) -> Catalogue:
    """The catalogue in a folder of data packages. Raises ReferenceDataError for what cannot be trusted.

    Each subfolder with a `datapackage.json` is a dataset; a folder that has one itself is a catalogue
    of that one dataset. Tables are checked here where they are small (2 MB, the whole catalogue 4 MB),
    else when they are first used.
    """
    folder = Path(path)
    return _loaded(folder.resolve(), _state(folder), False)


def builtin() -> Catalogue:
    """The tables that come with the library."""
    beside = Path(__file__).parents[1] / "reference_data"
    folder = beside if beside.is_dir() else Path(__file__).parents[2] / "reference_data"
    return _loaded(folder, (), True)


def _state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """What tells whether a folder has changed since it was read."""
    if not folder.is_dir():
        raise fault(folder, "there is no such folder", "Give the folder that holds your data packages.")
    files = sorted(file for file in (*folder.glob("*"), *folder.glob("*/*")) if file.is_file())
    return tuple((str(file), file.stat().st_mtime_ns, file.stat().st_size) for file in files)


@lru_cache(maxsize=8)
def _loaded(folder: Path, state: tuple[tuple[str, int, int], ...], ours: bool) -> Catalogue:
    datasets = tuple(_dataset(file.parent, ours) for file in descriptors(folder))
    names = [dataset.name for dataset in datasets]
    for dataset in datasets:
        if names.count(dataset.name) > 1:
            raise fault(dataset.folder / DESCRIPTOR, f"two datasets are called {dataset.name!r}", "Rename one.")
    if not ours:
        _check_small(datasets)
    known = {f"{dataset.name}/{key}" for dataset in datasets for key in dataset.measures}
    return Catalogue(folder, datasets, read_corrections(folder, known))


def descriptors(folder: Path) -> list[Path]:
    """The `datapackage.json` files of a catalogue."""
    own = folder / DESCRIPTOR
    found = [own] if own.exists() else sorted(folder.glob(f"*/{DESCRIPTOR}"))
    if not found:
        todo = "Put one beside each table; `factcheck reference add FILE.csv` writes a draft."
        raise fault(folder, f"no {DESCRIPTOR} in the folder or its subfolders", todo)
    return found


def _dataset(folder: Path, ours: bool) -> Dataset:
    package = read_descriptor(folder / DESCRIPTOR)
    tables = tuple(Table(folder, package, resource) for resource in package.resources if resource.factcheck)
    return Dataset(folder, package, tables, ours)


def _check_small(datasets: tuple[Dataset, ...]) -> None:
    sizes = {dataset: sum(table.file.stat().st_size for table in dataset.tables) for dataset in datasets}
    if sum(sizes.values()) <= 2 * _SMALL:
        for dataset, size in sizes.items():
            if size <= _SMALL:
                _ = dataset.proven


def faults_of(path: Path) -> list[str]:
    """Every dataset's first fault, in words: what `factcheck reference check` prints."""
    found = []
    for file in descriptors(path):
        try:
            _ = _dataset(file.parent, False).proven
        except ReferenceDataError as error:
            found.append(str(error))
    return found
