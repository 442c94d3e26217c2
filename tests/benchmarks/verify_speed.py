"""`verify` beside plain spaCy on the same text, in turn in one run: a ratio, never a number of seconds.

    python tests/benchmarks/verify_speed.py [FILE...]

Without files it reads our own corpus.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy

import factcheck
from factcheck.text.parse import MODEL

CORPUS = Path(__file__).parents[2] / "corpus"
ROUNDS = 7


def seconds(work: Callable[[str], object], texts: list[str]) -> float:
    started = time.perf_counter()
    for text in texts:
        work(text)
    return time.perf_counter() - started


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:]] or sorted(CORPUS.glob("*.md"))
    texts = [path.read_text("utf-8") for path in paths]
    plain = spacy.load(MODEL)
    for work in (plain, factcheck.verify):
        seconds(work, texts[:1])
    ratios = [seconds(factcheck.verify, texts) / seconds(plain, texts) for _ in range(ROUNDS)]
    print(f"{len(texts)} articles, {sum(len(text.split()) for text in texts):,} words, {ROUNDS} rounds")
    print(
        f"verify / plain {MODEL}: median {statistics.median(ratios):.2f} (from {min(ratios):.2f} to {max(ratios):.2f})"
    )


if __name__ == "__main__":
    main()
