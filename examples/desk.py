"""A whole folder before the evening meeting: one line an article, the gravest first.

python examples/desk.py corpus
"""

import sys
from pathlib import Path

import factcheck
from factcheck.documents import read


def main(folder: str) -> None:
    """Print a line for each article in a folder."""
    articles = [read(path) for path in sorted(Path(folder).glob("*.md"))]
    reports = list(factcheck.verify_many(articles))
    reports.sort(key=lambda report: -len(report.findings))
    for report in reports:
        codes = ", ".join(sorted({finding.code for finding in report.findings})) or "nothing to look at"
        held, found = report.coverage.held, report.coverage.quantities
        print(
            f"{Path(report.article.source or '').name:28} {held:3} of {found:3} numbers recalculated and right; {codes}"
        )


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "corpus")
