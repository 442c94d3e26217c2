"""Reference tables: a catalogue of data packages, claims linked to their cells, formulas over cells."""

from factcheck.reference.catalogue import Catalogue, builtin, load_catalogue

__all__ = ["Catalogue", "builtin", "load_catalogue"]
