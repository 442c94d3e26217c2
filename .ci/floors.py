"""Hold the scorers' figures against the floors in `floors.toml`: none may sink, no ceiling may be passed.

python .ci/floors.py ../shared
"""

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")
_FIGURE = re.compile(r"(found|value right|comparator right|counted noun|per|look-alikes taken) (\d+)")


def main() -> int:
    shared = Path(sys.argv[1])
    floors = tomllib.loads(FLOORS.read_text("utf-8"))
    wrong = [line for name, kept in floors["cases"].items() for line in sunk(name, kept, _cases(shared, name))]
    wrong += sunk("quantities", floors["quantities"], _quantities(shared))
    print("\n".join(wrong) or "every floor holds")
    return int(bool(wrong))


def sunk(name: str, kept: dict[str, dict[str, float]], today: dict[str, float]) -> list[str]:
    """What lies under its floor or over its ceiling, a line each."""
    low = [(k, "least", v) for k, v in kept["at_least"].items() if today.get(k, 0) < v]
    high = [(k, "most", v) for k, v in kept["at_most"].items() if today.get(k, 0) > v]
    return [f"{name}: {k} is {today.get(k, 0)}, must be at {end} {v}" for k, end, v in low + high]


def _cases(shared: Path, name: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "score.json"
        print(_run(shared / "eval/score_cases.py", shared / f"cases/{name}.jsonl", "--json", out))
        scored = json.loads(out.read_text("utf-8"))
    return scored["total"] | {"crashes": scored["crashes"], "precision": scored["precision"]}


def _quantities(shared: Path) -> dict[str, float]:
    line = _run(shared / "eval/score_quantities.py")
    print(line)
    return {name.replace(" ", "_").replace("-", "_"): int(count) for name, count in _FIGURE.findall(line)}


def _run(*command: object) -> str:
    done = subprocess.run([sys.executable, *map(str, command)], check=True, capture_output=True, text=True)
    return done.stdout.strip()


if __name__ == "__main__":
    raise SystemExit(main())
