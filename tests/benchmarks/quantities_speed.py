"""Words a second of the extractor, beside spaCy's plain tokenizer in the same run.

    python tests/benchmarks/quantities_speed.py [FILE…]

Without files it reads the pages of `tests/quantities/`, which are denser in numbers than any news.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from factcheck.quantities import find
from factcheck.text.sentences import split

PAGES = Path(__file__).parent.parent / "quantities" / "pages"
ROUNDS = 5


def speed(texts: list[str], work: Callable[[str], object]) -> float:
    """Words a second, the best of several rounds."""
    words = sum(len(text.split()) for text in texts)
    work(texts[0])
    best = min(_seconds(texts, work) for _ in range(ROUNDS))
    return words / best


def _seconds(texts: list[str], work: Callable[[str], object]) -> float:
    start = time.perf_counter()
    for text in texts:
        work(text)
    return time.perf_counter() - start


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:]] or sorted(PAGES.glob("*.md"))
    texts = [path.read_text("utf-8") for path in paths]
    tokenizer = spacy.blank("en")
    ours = speed(texts, lambda text: find(split(text)))
    theirs = speed(texts, tokenizer.make_doc)
    print(f"quantities {ours:,.0f} words/s; spaCy's tokenizer {theirs:,.0f} words/s; ratio {ours / theirs:.2f}")
    for copies in (1, 2, 4, 8):
        text = "\n\n".join(texts) * copies
        print(f"{len(text):>9,} characters: {_seconds([text], lambda t: find(split(t))):.2f} s")


if __name__ == "__main__":
    main()
