"""A lesson: the same 147 people as a share of everybody, and of those who were asked.

Which of the two would you print? The report draws the funnel; this prints it as a table to fill in.

    python examples/per_cent_of_whom.py
"""

from pathlib import Path

import factcheck
from factcheck.documents import read

ARTICLE = Path(__file__).parents[1] / "corpus/drug-law-referrals.md"


def main() -> None:
    """Print each funnel of the article, a row a step."""
    report = factcheck.verify(read(ARTICLE))
    for finding in report.findings:
        if not finding.funnel:
            continue
        print(f"“{finding.text}”: per cent of whom?")
        for step in finding.funnel:
            share = step.of_first or "100 %"
            print(f"  {step.label:20} {share:>9} of the first {step.of_previous or '':>9} of the step before")


if __name__ == "__main__":
    main()
