"""The spaCy component: on any English pipeline, plain data out, saved and loaded with the `Doc`."""

from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc

import factcheck
from factcheck.apps import spacy_component
from factcheck.documents import read
from factcheck.text import parse

CORPUS = Path(__file__).parents[2] / "corpus"
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


def test_a_doc_comes_back_from_another_process_with_all_that_was_found(nlp: Language) -> None:
    texts = [TEXT, "Nothing to count.", TEXT.replace("9.7", "8.7")]
    docs = list(nlp.pipe(texts, n_process=2, batch_size=1))
    assert [doc._.factcheck for doc in docs] == [nlp(text)._.factcheck for text in texts]
    assert [[span.label_ for span in doc.spans["factcheck"]] for doc in docs] == [["FC101"], [], []]


def test_a_pipeline_can_be_saved_and_loaded(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path)(TEXT)._.findings == nlp(TEXT)._.findings
    assert type(nlp).from_config(nlp.config).from_bytes(nlp.to_bytes())(TEXT)._.findings == nlp(TEXT)._.findings


@pytest.fixture
def no_model_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Language:
        raise AssertionError("the pipeline has parsed already")

    monkeypatch.setattr(parse, "model", refuse)


@pytest.fixture(scope="module")
def full() -> Language:
    """An English pipeline with a parse of its own, split into sentences as its parser likes."""
    pipeline = spacy.load(parse.MODEL)
    pipeline.add_pipe("factcheck", config={"reference": False, "ignore": ["FC206"]})
    return pipeline


def test_the_parse_of_the_pipeline_is_used(full: Language, no_model_of_ours: None) -> None:
    (share,) = full(TEXT.replace("9.7", "8.7"))._.recalculations
    assert share["holds"]


def test_it_finds_what_our_own_parse_finds(full: Language) -> None:
    for path in sorted(CORPUS.glob("*.md")):
        text = read(path).text
        own = factcheck.verify(text, reference=False, ignore=["FC206"]).to_dict()
        assert full(text)._.findings == own["findings"], path.stem


def test_a_parse_that_is_not_of_our_sentences_or_words_is_made_again(full: Language) -> None:
    doc = Language.__call__(full, TEXT, disable=["factcheck"])
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc[1:5])
    assert [f.code for f in factcheck.verify(doc, reference=False).findings] == ["FC101"]
    doc = full.make_doc(TEXT)
    for name in ("tok2vec", "tagger", "parser"):
        doc = full.get_pipe(name)(doc)
    assert not doc.has_annotation("LEMMA")
    assert [f.code for f in factcheck.verify(doc, reference=False).findings] == ["FC101"]


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
