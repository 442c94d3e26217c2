"""Report → W3C Web Annotations (JSON-LD): each finding on its words, found again by position or by quotation.

Offsets count code points of the prose, as the standard asks. Source: W3C, Web Annotation Data Model, 2017.
"""

from typing import Any

from factcheck.model.finding import Finding
from factcheck.model.report import Report
from factcheck.render._places import body

Json = dict[str, Any]
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32


def render(report: Report) -> Json:
    """An annotation collection's first and only page, as data."""
    items = [_annotation(report, finding) for finding in report.findings]
    return {"@context": _CONTEXT, "type": "AnnotationPage", "startIndex": 0, "items": items}


def _annotation(report: Report, finding: Finding) -> Json:
    words = f"{finding.message} {finding.suggestion}" if finding.suggestion else finding.message
    return {
        "type": "Annotation",
        "id": f"urn:factcheck:{finding.code}:{finding.fingerprint}",
        "motivation": "editing" if finding.edits else "assessing",
        "body": [
            {"type": "TextualBody", "value": words, "format": "text/plain", "language": "en", "purpose": "commenting"},
            {"type": "TextualBody", "value": f"{finding.code} {finding.name}", "purpose": "tagging"},
        ],
        "target": {
            **({"source": report.article.source} if report.article.source else {"source": "urn:factcheck:text"}),
            "selector": [_position(finding), _quotation(body(report, finding.where), finding)],
        },
    }


def _position(finding: Finding) -> Json:
    return {"type": "TextPositionSelector", "start": finding.start, "end": finding.end}


def _quotation(text: str, finding: Finding) -> Json:
    return {
        "type": "TextQuoteSelector",
        "exact": text[finding.start : finding.end],
        "prefix": text[max(0, finding.start - _AROUND) : finding.start],
        "suffix": text[finding.end : finding.end + _AROUND],
    }
