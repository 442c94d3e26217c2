"""Report → workflow commands, which GitHub shows as annotations in a change.

GitHub shows ten of each level for a step: errors come first, and a last line says how many more there are.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.model.finding import Finding
from factcheck.model.report import Report
from factcheck.render._places import Places
from factcheck.render._values import SEVERITIES

SHOWN = 10
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report) -> str:
    """One report as commands, a line each."""
    return render_many([report])


def render_many(reports: Sequence[Report]) -> str:
    """Several reports, the gravest findings first."""
    found = [(_rank(f), number, f.start, f) for number, report in enumerate(reports) for f in report.findings]
    found.sort(key=lambda item: item[:3])
    places = [Places(report) for report in reports]
    lines: list[str] = []
    for rank, group in groupby(found, key=lambda item: item[0]):
        level = list(group)
        lines += [_command(reports[number], places[number], finding) for _, number, _, finding in level[:SHOWN]]
        lines += _more(SEVERITIES[rank], len(level) - SHOWN)
    return "".join(line + "\n" for line in lines)


def _rank(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity or "note")


def _more(severity: str, count: int) -> Iterator[str]:
    if count > 0:
        yield f"{count} more {severity}{'s' if count > 1 else ''}, not shown here"


def _command(report: Report, places: Places, finding: Finding) -> str:
    fields = {"file": report.article.source} if report.article.source else {}
    if places.span(finding.start, finding.end, finding.where):
        line, column, last_line, last_column = places.region(finding.start, finding.end, finding.where)
        fields |= {"line": str(line), "endLine": str(last_line)}
        if line == last_line:
            fields |= {"col": str(column), "endColumn": str(last_column)}
    fields["title"] = f"{finding.code} {finding.name}"
    told = ",".join(f"{name}={_property(value)}" for name, value in fields.items())
    return f"::{_COMMANDS[finding.severity or 'note']} {told}::{_escaped(finding.message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
