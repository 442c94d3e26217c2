"""What a desk has settled once: `[tool.factcheck]` in `pyproject.toml`, or a `factcheck.toml`.

    select = ["FC1", "FC201"]            # only these checks
    ignore = ["FC209"]                   # not these
    fail-on = "warning"                  # error, warning, note, never
    reference = "tables"                 # a folder of data packages, or false; counted from this file
    [per-file-ignores]
    "opinion/*" = ["FC2"]
    [[checked]]                          # a finding that somebody looked at and let stand
    fingerprint = "0f3a…"
    by = "R. Aroha"
    against = "the ministry's table 4"

The nearest file from the working folder upwards counts for the command; from Python ask for it with
`factcheck.verify(article, **settings.load().options(article.source))`. An unknown key is refused, with the one
that was meant.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import get_close_matches
from fnmatch import fnmatch
from pathlib import Path, PurePath
from typing import Any

from factcheck.errors import SettingsError

LEVELS = ("error", "warning", "note", "never")
_FILES = ("factcheck.toml", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Checked:
    """A finding that somebody looked at and let stand: who, and against what."""

    fingerprint: str
    by: str = ""
    against: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that hold where the caller says nothing."""

    select: list[str] | None = None
    ignore: list[str] = field(default_factory=list)
    fail_on: str = "error"
    reference: str | bool | None = None
    per_file_ignores: dict[str, list[str]] = field(default_factory=dict)
    checked: tuple[Checked, ...] = ()

    def options(self, source: str | None = None) -> dict[str, Any]:
        """The settings as keywords of `factcheck.verify`, for the file of this name."""
        ignored = [*self.ignore, *self.ignored_in(source), *(entry.fingerprint for entry in self.checked)]
        return {"reference": self.reference, "select": self.select, "ignore": ignored or None}

    def ignored_in(self, source: str | None) -> list[str]:
        """The checks that a file is spared, by its name or its path."""
        path = PurePath(source or "")
        names = (path.as_posix(), path.name)
        return [
            code
            for pattern, codes in self.per_file_ignores.items()
            if source and any(fnmatch(name, pattern) or fnmatch(name, f"*/{pattern}") for name in names)
            for code in codes
        ]


DEFAULT = Settings()


def load(path: Path | None = None, start: Path | None = None) -> Settings:
    """The settings in a file, or in the nearest one from `start` upwards; the defaults where there is none."""
    if path is not None:
        return _read(path, _table(path) or {})
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        for name in _FILES:
            candidate = folder / name
            if candidate.is_file() and (table := _table(candidate)) is not None:
                return _read(candidate, table)
    return DEFAULT


def _table(path: Path) -> dict[str, Any] | None:
    """The table of settings in a file; None in a `pyproject.toml` that has none."""
    try:
        loaded = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path}: cannot be read as settings ({error}).") from error
    if path.name == "pyproject.toml":
        table: dict[str, Any] | None = loaded.get("tool", {}).get("factcheck")
        return table
    return loaded


def _read(path: Path, table: dict[str, Any]) -> Settings:
    given = {}
    for key, value in table.items():
        read = _READERS.get(key)
        if read is None:
            raise SettingsError(f"{path}: there is no setting “{key}”. {_meant(key, _READERS)}")
        given[key.replace("-", "_")] = read(path, key, value)
    return Settings(**given)


def _meant(key: str, known: Any) -> str:
    near = get_close_matches(key, list(known), 1)
    return f"Did you mean “{near[0]}”?" if near else f"Choose from: {', '.join(known)}."


def _wrong(path: Path, key: str, wanted: str) -> SettingsError:
    return SettingsError(f"{path}: “{key}” must be {wanted}.")


def _codes(path: Path, key: str, value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
        raise _wrong(path, key, 'a list of check codes, as ["FC1", "FC203"]')
    return list(value)


def _level(path: Path, key: str, value: Any) -> str:
    if value not in LEVELS:
        raise _wrong(path, key, f"one of {', '.join(LEVELS)}")
    return str(value)


def _reference(path: Path, key: str, value: Any) -> str | bool:
    if value is False:
        return False
    if not isinstance(value, str):
        raise _wrong(path, key, "the path of a folder, or false")
    return str(path.parent / value)


def _per_file(path: Path, key: str, value: Any) -> dict[str, list[str]]:
    if not isinstance(value, dict):
        raise _wrong(path, key, 'a table, as "opinion/*" = ["FC2"]')
    return {pattern: _codes(path, f"{key}.{pattern}", codes) for pattern, codes in value.items()}


def _checked(path: Path, key: str, value: Any) -> tuple[Checked, ...]:
    if not isinstance(value, list) or not all(isinstance(entry, dict) and "fingerprint" in entry for entry in value):
        raise _wrong(path, key, "a list of tables, each with a fingerprint")
    for entry in value:
        for name in entry:
            if name not in Checked.__slots__:
                raise SettingsError(f"{path}: “{key}” has no “{name}”. {_meant(name, Checked.__slots__)}")
    return tuple(Checked(**{name: str(words) for name, words in entry.items()}) for entry in value)


_READERS: dict[str, Callable[[Path, str, Any], Any]] = {
    "select": _codes,
    "ignore": _codes,
    "fail-on": _level,
    "reference": _reference,
    "per-file-ignores": _per_file,
    "checked": _checked,
}
