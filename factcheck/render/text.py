"""Report → text for a terminal or an e-mail, as a sub-editor reads it.

Each finding shows the sentence with the number underlined, the sum, the other denominators, what
would be right; the last line is the one for the desk. No colour: the command line adds it.
"""

from collections.abc import Iterator

from factcheck.model.finding import Finding
from factcheck.model.report import Report
from factcheck.render._layout import Line, labelled, one_line, plain, underlined, wrapped
from factcheck.render._places import Places, body
from factcheck.render._sums import base_line, evidence, funnel_rows, suggestions, sum_line
from factcheck.render._values import SEVERITIES, desk_line
from factcheck.render._working import working

WIDTH = 88
_INDENT = "   "
_COLUMN = 18


def render(report: Report, *, why: bool = False, width: int = WIDTH) -> str:
    """The report as text, ending in a newline; `why` adds every sum and every number left alone."""
    return "".join(plain(line) + "\n" for line in lines(report, why=why, width=width))


def lines(report: Report, *, why: bool = False, width: int = WIDTH) -> Iterator[Line]:
    """The same in lines of pieces with roles, for a printer that has colours."""
    yield from _heading(report, width)
    places = Places(report)
    ranked = sorted(report.findings, key=lambda f: (_rank(f), f.where != "title", f.start))
    for number, finding in enumerate(ranked, start=1):
        yield from _finding(report, places, number, finding, width)
    if why:
        yield from working(report, width)
    yield ((desk_line(report) + ".", "desk"),)


def _rank(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity or "note")


def _heading(report: Report, width: int) -> Iterator[Line]:
    for name in (report.article.source, report.article.title):
        if name:
            yield from wrapped(name, width, role="heading")
    if report.article.source or report.article.title:
        yield ()


def _finding(report: Report, places: Places, number: int, finding: Finding, width: int) -> Iterator[Line]:
    severity = finding.severity or "note"
    place = places.name(finding.start, finding.where).capitalize()
    yield (
        (f"{number}. ", ""),
        (severity.upper(), severity),
        (f"  {place}", "quiet"),
        (f"  {finding.code} {finding.name}", "quiet"),
    )
    sentence = places.around(finding)
    yield from underlined(sentence.text, sentence.start, sentence.end, width, indent=_INDENT)
    yield ()
    yield from wrapped(finding.message, width, indent=_INDENT, role="message")
    for line in _details(report, finding, width - len(_INDENT)):
        yield ((_INDENT, ""), *line)
    yield ()


def _details(report: Report, finding: Finding, width: int) -> Iterator[Line]:
    for label, text, role in _rows(report, finding):
        yield from labelled(label, text, width, column=_COLUMN, role=role)


def _rows(report: Report, finding: Finding) -> Iterator[tuple[str, str, str]]:
    """What is said of one finding: a label, the words, their role."""
    for i, recalculation in enumerate(finding.recalculations):
        yield "" if i else "The sum", sum_line(report, recalculation), "tick" if recalculation.holds else "cross"
    for i, row in enumerate(funnel_rows(finding)):
        yield "" if i else "The funnel", row, ""
    for i, other in enumerate(finding.alternatives):
        yield "" if i else "Another base", base_line(other), ""
    if finding.cause:
        yield "Likely cause", finding.cause, ""
    if finding.plainly:
        yield "In plain words", finding.plainly, ""
    if finding.reference:
        yield "Source", evidence(finding.reference), "quiet"
    for words in suggestions(finding):
        yield "Suggestion", words, "suggestion"
    for edit in finding.edits:
        old = one_line(body(report, finding.where)[edit.start : edit.end])
        yield "Suggested edit", f"“{old}” → “{edit.replacement}”", "suggestion"
