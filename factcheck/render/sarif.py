"""Report → SARIF 2.1.0, which code hosts and editors show beside the text.

Positions are those of the file that the text came from, in code points. A suggested edit becomes a
fix. Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, 2020.
"""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from factcheck.model.finding import Finding
from factcheck.model.report import Report
from factcheck.render._places import Places
from factcheck.version import VERSION

Json = dict[str, Any]
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_UNNAMED = "text"


def render(report: Report) -> Json:
    """One report as a SARIF log, as data."""
    return render_many([report])


def render_many(reports: Sequence[Report]) -> Json:
    """Several reports as one run of one SARIF log, as data."""
    rules = sorted({(f.code, f.name, f.severity or "note") for report in reports for f in report.findings})
    codes = [code for code, _, _ in rules]
    first = {code: rules[codes.index(code)] for code in codes}
    order = {code: index for index, code in enumerate(first)}
    driver = {"name": "factcheck", "version": VERSION, "rules": [_rule(*rule) for rule in first.values()]}
    results = [result for report in reports for result in _results(report, order)]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str, name: str, severity: str) -> Json:
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": name.replace("-", " ").capitalize() + "."},
        "help": {"text": f"Run `factcheck explain {code}`."},
        "defaultConfiguration": {"level": severity},
    }


def _results(report: Report, order: dict[str, int]) -> Iterator[Json]:
    places = Places(report)
    artifact = {"uri": quote((report.article.source or _UNNAMED).replace("\\", "/"))}
    for finding in report.findings:
        fixes = [_fix(finding, places, artifact)] if _can_be_mended(finding, places) else []
        yield {
            "ruleId": finding.code,
            "ruleIndex": order[finding.code],
            "level": finding.severity or "note",
            "message": {"text": _message(finding)},
            "locations": [{"physicalLocation": {"artifactLocation": artifact, **_region(finding, places)}}],
            "partialFingerprints": {"factcheck/v1": finding.fingerprint},
            **({"fixes": fixes} if fixes else {}),
        }


def _message(finding: Finding) -> str:
    return f"{finding.message} {finding.suggestion}" if finding.suggestion else finding.message


def _region(finding: Finding, places: Places) -> Json:
    """Where the finding stands; nothing for a headline that is not in the file."""
    return {"region": region} if (region := _place(finding.start, finding.end, finding, places)) else {}


def _place(start: int, end: int, finding: Finding, places: Places) -> Json | None:
    span = places.span(start, end, finding.where)
    if span is None:
        return None
    line, column, last_line, last_column = places.region(start, end, finding.where)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": last_line,
        "endColumn": last_column,
        "charOffset": span[0],
        "charLength": span[1] - span[0],
    }


def _can_be_mended(finding: Finding, places: Places) -> bool:
    return bool(finding.edits) and places.span(finding.start, finding.end, finding.where) is not None


def _fix(finding: Finding, places: Places, artifact: Json) -> Json:
    replacements = [
        {
            "deletedRegion": _place(edit.start, edit.end, finding, places),
            "insertedContent": {"text": edit.replacement},
        }
        for edit in finding.edits
    ]
    change = {"artifactLocation": artifact, "replacements": replacements}
    return {"description": {"text": finding.suggestion or "Suggested edit"}, "artifactChanges": [change]}
