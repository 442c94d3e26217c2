"""Report → JUnit XML, which build servers show: a suite an article, a test a finding; errors and warnings fail."""

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from factcheck.model.finding import Finding
from factcheck.model.report import Report
from factcheck.render._places import Places

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    """One report as a document."""
    return render_many([report])


def render_many(reports: Sequence[Report]) -> str:
    """Several reports as one document."""
    root = ElementTree.Element("testsuites", name="factcheck")
    for report in reports:
        _suite(root, report)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(root: ElementTree.Element, report: Report) -> None:
    failing = sum(finding.severity != "note" for finding in report.findings)
    name = _clean(report.article.source or report.article.title or "text")
    tests = str(max(1, len(report.findings)))
    suite = ElementTree.SubElement(root, "testsuite", name=name, tests=tests, failures=str(failing), errors="0")
    if not report.findings:
        ElementTree.SubElement(suite, "testcase", name="nothing to look at", classname=name)
    places = Places(report)
    for finding in report.findings:
        _case(suite, name, finding, places.name(finding.start, finding.where))


def _case(suite: ElementTree.Element, article: str, finding: Finding, place: str) -> None:
    title = _clean(f"{finding.code} {finding.name}: “{finding.text}”, {place}")
    case = ElementTree.SubElement(suite, "testcase", name=title, classname=article)
    if finding.severity == "note":
        ElementTree.SubElement(case, "system-out").text = _clean(finding.message)
    else:
        kind = finding.severity or "note"
        failure = ElementTree.SubElement(case, "failure", type=kind, message=_clean(finding.message))
        failure.text = _clean(finding.suggestion or finding.message)


def _clean(text: str) -> str:
    """Without what XML cannot hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
