"""One shared model, many threads: every report is the one that a single thread gives."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import factcheck
from factcheck.documents import read

ARTICLES = [read(path) for path in sorted((Path(__file__).parents[2] / "corpus").glob("*.md"))]


def test_threads_share_the_model_and_nothing_else() -> None:
    alone = [factcheck.verify(article).to_json() for article in ARTICLES]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda article: factcheck.verify(article).to_json(), ARTICLES * 6))
    assert together == alone * 6
