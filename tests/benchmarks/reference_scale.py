"""How linking scales: a made-up catalogue of 2,000 measures and 5 million cells.

    python tests/benchmarks/reference_scale.py [--measures 2000] [--cells 5000000]

Prints the time to load, to link an article cold and warm, the cost a claim at 250, 500, 1,000 and 2,000
measures, and the peak of memory. Needs a folder for 60 MB of CSV; it is removed at the end.
"""

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from factcheck.reference import link, load_catalogue
from tests.reference.stories import story

PER_TABLE = 10
NOUNS = (
    "permits",
    "collisions",
    "lambs",
    "parcels",
    "sailings",
    "vaccinations",
    "mortgages",
    "eels",
    "tickets",
    "wells",
)
ADJECTIVES = ("urban", "late", "refused", "insured", "spotted", "northern", "paid", "second", "rural", "registered")


def invent(folder: Path, measures: int, cells: int) -> list[str]:
    """Write the catalogue; give the label of each measure."""
    chance = random.Random(7)
    tables = measures // PER_TABLE
    places = [f"Town{n:03d}" for n in range(50)]
    years = range(1, max(2, cells // measures // len(places)) + 1)
    labels = []
    for number in range(tables):
        home = folder / f"set{number:04d}"
        home.mkdir()
        own = [f"{_word(number * PER_TABLE + i)} {NOUNS[i]}" for i in range(PER_TABLE)]
        labels += own
        columns = [f"m{i}" for i in range(PER_TABLE)]
        lines = [",".join(["town", "year", *columns])]
        lines += [
            ",".join([place, str(1900 + year), *(str(chance.randrange(100, 99999)) for _ in columns)])
            for place in places for year in years
        ]  # fmt: skip
        (home / "t.csv").write_text("\n".join(lines) + "\n")
        (home / "datapackage.json").write_text(json.dumps(_package(home.name, columns, own)))
    return labels


def _word(number: int) -> str:
    """A made-up word for each measure, as rare as a proper label has."""
    letters = "bdfglmnprst"
    return "".join(letters[number // 11**k % 11] + "aeiou"[number // 5**k % 5] for k in range(4)) + "n"


def _package(name: str, columns: list[str], labels: list[str]) -> dict[str, object]:
    fields = [{"name": "town"}, {"name": "year", "type": "year"}, *({"name": c, "type": "integer"} for c in columns)]
    measures = {
        column: {"column": column, "labels": [label], "kind": "count", "unit": label.split()[-1], "flow": True}
        for column, label in zip(columns, labels, strict=True)
    }
    meaning = {"time": {"column": "year"}, "place": {"column": "town"}, "measures": measures}
    resource_ = {"name": name, "path": "t.csv", "schema": {"fields": fields}, "factcheck": meaning}
    return {"name": name, "resources": [resource_]}


def article(labels: list[str], claims: int) -> str:
    """A story of twenty sentences, some of which a table knows."""
    chance = random.Random(11)
    known = [f"Town007 counted {chance.randrange(99999)} {chance.choice(labels)} in 1940." for _ in range(claims)]
    others = [f"The {word} committee met {n} times and said nothing." for n, word in enumerate(ADJECTIVES, start=12)]
    sentences = known + others
    chance.shuffle(sentences)
    return " ".join(sentences)


def timed(action) -> tuple[float, object]:  # type: ignore[no-untyped-def]
    started = time.perf_counter()
    outcome = action()
    return (time.perf_counter() - started) * 1000, outcome


def measure(measures: int, cells: int) -> dict[str, float]:
    """The figures of one catalogue, in milliseconds."""
    with tempfile.TemporaryDirectory() as name:
        labels = invent(Path(name), measures, cells)
        load, catalogue = timed(lambda: load_catalogue(name))
        told = story(article(labels, 10))
        cold, _ = timed(lambda: link(told, catalogue))  # type: ignore[arg-type]
        warm = min(timed(lambda: link(told, catalogue))[0] for _ in range(5))  # type: ignore[arg-type]
    return {"load": load, "cold": cold, "warm": warm, "a claim": warm / 10}


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--measures", type=int, default=2000)
    ask.add_argument("--cells", type=int, default=5_000_000)
    args = ask.parse_args()
    print(f"{'measures':>9} {'load ms':>9} {'cold ms':>9} {'warm ms':>9} {'ms a claim':>11}")
    for part in (8, 4, 2, 1):
        found = measure(args.measures // part, args.cells // part)
        print(f"{args.measures // part:9} " + " ".join(f"{value:9.2f}" for value in found.values()))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MiB")
    return 0 if found["warm"] < 15 and peak < 1024 else 1


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    raise SystemExit(main())
