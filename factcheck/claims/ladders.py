"""The usual ladders that people and cases climb: invited, replied, attended, finished."""

import re
from collections.abc import Iterator
from functools import cache

from factcheck.claims.stems import stem
from factcheck.words import words


@cache
def _rungs() -> dict[str, tuple[tuple[str, int], ...]]:
    places: dict[str, list[tuple[str, int]]] = {}
    for ladder in words("ladders")["ladder"]:
        for height, rung in enumerate(ladder["rungs"]):
            for word in rung:
                places.setdefault(stem(word), []).append((ladder["name"], height))
    return {key: tuple(value) for key, value in places.items()}


def _heights(stems: frozenset[str]) -> Iterator[tuple[str, int]]:
    for key in stems:
        yield from _rungs().get(key, ())


def _lowest(stems: frozenset[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for name, height in _heights(stems):
        places[name] = min(height, places.get(name, height))
    return places


def climbs(below: frozenset[str], above: frozenset[str]) -> bool:
    """Whether `above` stands on a later rung than `below` of some ladder, and nowhere on an earlier one."""
    low, high = _lowest(below), _lowest(above)
    shared = low.keys() & high.keys()
    return any(low[name] < high[name] for name in shared) and all(low[name] <= high[name] for name in shared)


def steps(text: str) -> frozenset[str]:
    """The rungs that the words of a text stand on."""
    forms = words("ladders")["forms"]
    return rungs(frozenset(stem(forms.get(word, word)) for word in re.findall(r"[a-z]+", text.lower())))


def rungs(stems: frozenset[str]) -> frozenset[str]:
    """The rungs that a deed stands on, as keys: "completed" and "finished" share one."""
    return frozenset(f"{name} {height}" for name, height in _heights(stems))
