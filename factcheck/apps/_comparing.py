"""What `factcheck compare` does: two drafts of one article, and what became of each finding.

Findings are the same where their fingerprints are: the check, the sentence and the printed values.
"""

from collections.abc import Iterable
from pathlib import Path

import typer

import factcheck
from factcheck.apps._checking import levels_from
from factcheck.documents import read
from factcheck.model.finding import Finding
from factcheck.settings import Settings


def run(old: str, new: str, settings: Settings, fail_on: str) -> int:
    """Print what is mended, what is new and what still stands; gives the exit status."""
    before, after = _findings(old, settings), _findings(new, settings)
    mended = [finding for key, finding in before.items() if key not in after]
    added = [finding for key, finding in after.items() if key not in before]
    standing = [finding for key, finding in after.items() if key in before]
    for heading, findings in (("New", added), ("Still there", standing), ("Mended", mended)):
        _print(heading, findings)
    typer.echo(f"{len(added)} new, {len(standing)} still there, {len(mended)} mended.")
    return int(any(finding.severity in levels_from(fail_on) for finding in added))


def _findings(name: str, settings: Settings) -> dict[str, Finding]:
    article = read(Path(name))
    report = factcheck.verify(article, **settings.options(article.source))
    return {finding.fingerprint: finding for finding in report.findings}


def _print(heading: str, findings: Iterable[Finding]) -> None:
    for finding in findings:
        typer.echo(f"{heading}: {finding.severity} {finding.code} “{finding.text}”: {finding.message}")
