"""`links.toml`: what a newsroom taught the linker, beside its catalogue.

[[means]]                          # these words mean this measure
words = "people on the books"
measure = "us-employment/employed"

[[never]]                          # never link these
words = "population of birds"
measure = "population/population"  # left out: no measure at all
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from factcheck.reference.faults import did_you_mean, fault

FILE = "links.toml"


@dataclass(frozen=True, slots=True)
class Correction:
    """Words, and the measure that they mean or must not be linked to (None: any)."""

    words: str
    measure: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Corrections:
    means: tuple[Correction, ...] = ()
    never: tuple[Correction, ...] = ()


def read_corrections(folder: Path, known: set[str]) -> Corrections:
    """The corrections of a catalogue whose measures are `known`; none where there is no file."""
    file = folder / FILE
    if not file.exists():
        return Corrections()
    try:
        content = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise fault(file, f"not TOML: {error}", "Mend the syntax.") from None
    for key in content:
        if key not in ("means", "never"):
            raise fault(file, f"unknown table {key!r}", did_you_mean(key, ("means", "never")))
    means = tuple(_correction(file, entry, known, "means") for entry in content.get("means", []))
    never = tuple(_correction(file, entry, known, "never") for entry in content.get("never", []))
    return Corrections(means, never)


def _correction(file: Path, entry: object, known: set[str], table: str) -> Correction:
    if not isinstance(entry, dict) or not isinstance(entry.get("words"), str) or not entry["words"].strip():
        raise fault(file, f"an entry of [[{table}]] has no `words`", 'Write words = "…".')
    for key in entry:
        if key not in ("words", "measure"):
            raise fault(file, f"unknown key {key!r} in [[{table}]]", did_you_mean(key, ("words", "measure")))
    name = entry.get("measure")
    if name is None and table == "never":
        return Correction(entry["words"], None)
    if name not in known:
        raise fault(file, f"there is no measure {name!r}", did_you_mean(str(name), known))
    dataset, _, measure = str(name).partition("/")
    return Correction(entry["words"], (dataset, measure))
