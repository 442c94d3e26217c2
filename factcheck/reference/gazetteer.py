"""Place names: countries by code, name, adjective and people; everything else by its literal name.

A key is an ISO 3166 alpha-3 code for a country and "=" plus the folded name for any other place, so
that a city is never taken for a country.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from factcheck.words import words


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Without case, accents and doubled spaces: "Māori" and "Maori" are one word."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


@cache
def country_names() -> dict[str, str]:
    """Folded name → code, adjectives and peoples left out."""
    names = {fold(name): code for code, entry in words("places").items() for name in entry["names"]}
    the = {f"the {name}": code for name, code in names.items()}
    return {**the, **names}


@cache
def country_words() -> dict[str, tuple[str, ...]]:
    """Code → every way to write it in running text, peoples and adjectives among them."""
    return {
        code: (*entry["names"], *entry.get("adjectives", ()), *entry.get("people", ()))
        for code, entry in words("places").items()
    }


@cache
def peoples() -> frozenset[str]:
    """ "New Zealanders", "Americans": words that name people and their country at once."""
    return frozenset(fold(name) for entry in words("places").values() for name in entry.get("people", ()))


@cache
def by_iso2() -> dict[str, str]:
    return {entry["iso2"]: code for code, entry in words("places").items()}


def is_country(key: str | None) -> bool:
    return key is not None and not key.startswith("=")


def literal_key(name: str) -> str:
    return "=" + fold(name)


def key_of(name: str) -> str:
    """The key of a place as somebody wrote it."""
    return country_names().get(fold(name)) or literal_key(name)


def keys_of_column(names: Iterable[str], scheme: str) -> dict[str, str | None]:
    """Each name of a column and its key; None for a name that the scheme does not know."""
    distinct = list(dict.fromkeys(names))
    match scheme:
        case "iso3":
            known = words("places")
            return {name: name if name in known else None for name in distinct}
        case "iso2":
            return {name: by_iso2().get(name) for name in distinct}
        case "country-name":
            return {name: country_names().get(fold(name)) for name in distinct}
    countries = {name: country_names().get(fold(name)) for name in distinct}
    mostly = sum(code is not None for code in countries.values()) * 2 > len(distinct)
    return {name: (countries[name] if mostly else None) or literal_key(name) for name in distinct}


def shown(key: str | None) -> str:
    """The place as the reports write it."""
    if key is None:
        return ""
    return str(words("places")[key]["names"][0]) if is_country(key) else key[1:].title()
