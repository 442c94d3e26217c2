"""The usual ladders that people and cases climb: invited, replied, attended, finished."""

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


def climbs(below: frozenset[str], above: frozenset[str]) -> bool:
    """Whether `above` stands on a later rung than `below` of some ladder, and nowhere on an earlier one."""
    low, high = dict(_heights(below)), dict(_heights(above))
    return any(name in low and low[name] < height for name, height in high.items())


def rungs(stems: frozenset[str]) -> frozenset[str]:
    """The rungs that a deed stands on, as keys: "completed" and "finished" share one."""
    return frozenset(f"{name} {height}" for name, height in _heights(stems))
