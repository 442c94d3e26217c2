"""The spaCy component: on any English pipeline, plain data out, saved and loaded with the `Doc`."""

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc

import factcheck
from factcheck.apps import spacy_component

TEXT = "Of the 565 people referred, 49 people engaged, or 9.7 per cent. Another 12 waited."


@pytest.fixture(scope="module")
def nlp() -> Language:
    assert spacy_component.KEY == "factcheck"
    blank = spacy.blank("en")
    blank.add_pipe("factcheck", config={"reference": False})
    return blank


def test_a_doc_knows_its_numbers(nlp: Language) -> None:
    doc = nlp(TEXT)
    report = factcheck.verify(TEXT, reference=False).to_dict()
    assert doc._.factcheck == report
    assert doc._.findings == report["findings"]
    assert [doc.text[q["start"] : q["end"]] for q in doc._.quantities] == [q["text"] for q in report["quantities"]]
    assert doc._.findings[0]["code"] == "FC101"


def test_findings_are_spans_that_displacy_shows(nlp: Language) -> None:
    doc = nlp(TEXT)
    (span,) = doc.spans["factcheck"]
    assert (span.text, span.label_) == ("9.7 per cent", "FC101")
    assert "FC101" in displacy.render(doc, style="span", options={"spans_key": "factcheck"}, jupyter=False)


def test_a_doc_can_be_saved_and_loaded(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.findings == doc._.findings
    assert [span.label_ for span in again.spans["factcheck"]] == ["FC101"]


def test_settings_are_those_of_verify() -> None:
    chosen = spacy.blank("en")
    chosen.add_pipe("factcheck", config={"ignore": ["FC101"], "reference": False})
    assert chosen(TEXT)._.findings == []


def test_a_doc_that_was_not_checked_says_so() -> None:
    doc = spacy.blank("en")(TEXT)
    assert doc._.factcheck is None
    assert doc._.findings == []


@pytest.mark.parametrize(
    "text", [TEXT, "\n\n  Of the 565 people\u00a0referred, 49  engaged 🙂, or\t9.7 per cent.\r\nAll 12. "]
)
def test_a_doc_is_verified_as_its_text(text: str) -> None:
    doc = spacy.blank("en")(text)
    report = factcheck.verify(doc, reference=False)
    assert report == factcheck.verify(text, reference=False)
    assert [finding.code for finding in report.findings] == ["FC101"]
    spans = [*report.quantities, *report.findings]
    assert [doc.text[span.start : span.end] for span in spans] == [span.text for span in spans]


def test_a_span_of_a_doc_counts_from_its_own_start() -> None:
    doc = spacy.blank("en")("Another 12 waited. " + TEXT)
    span = doc[4:]
    (finding,) = factcheck.verify(span, reference=False).findings
    assert span.text[finding.start : finding.end] == "9.7 per cent"
