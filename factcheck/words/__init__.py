"""The vocabulary, as data: one folder a language, one TOML file a subject, read once when first asked for."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(subject: str, language: str = "en") -> dict[str, Any]:
    """The tables of `words/<language>/<subject>.toml`."""
    return tomllib.loads(files(__name__).joinpath(language, f"{subject}.toml").read_text("utf-8"))


@cache
def word_set(subject: str, table: str) -> frozenset[str]:
    """One list of words, for membership."""
    return frozenset(words(subject)[table])
