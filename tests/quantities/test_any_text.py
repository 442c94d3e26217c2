"""No text whatever makes the extractor raise, point outside the text or contradict itself."""

import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.quantities import find
from factcheck.text.sentences import split
from factcheck.words import words
from tests.quantities.reading_pages import all_items

EXAMPLES = int(os.environ.get("FACTCHECK_EXAMPLES", "1000"))
SUBJECTS = ("numbers", "hedges", "units", "currencies", "dates", "per", "changes", "ages", "multiples", "fractions")


def _strings(tree: object) -> list[str]:
    if isinstance(tree, dict):
        return [text for key, value in tree.items() for text in (str(key), *_strings(value))]
    if isinstance(tree, list):
        return [text for value in tree for text in _strings(value)]
    return [tree] if isinstance(tree, str) else []


VOCABULARY = sorted({text for subject in SUBJECTS for text in _strings(words(subject))})
MARKS = [*'.,;:!?-—–/()[]%$£€+−"’&#@*~<>°½¼\n ', "\n\n", ". ", "'s", "\ud800", "٣٤", "é", "\u0301", "🙂"]
FIGURES = ["1", "23", "456", "1,234", "1.5", "2019", "0800", "1/2", "1,44,000", "12 000", "9" * 50, "6-4", "m", "bn"]
PIECES = st.one_of(st.sampled_from(VOCABULARY), st.sampled_from(MARKS), st.sampled_from(FIGURES), st.text(max_size=4))
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=25).map(lambda p: "".join(a + b for a, b in p))
SENTENCES = [item.sentence for item in all_items()]


def check(text: str) -> None:
    sentences = split(text)
    ends = 0
    for sentence in sentences:
        assert text[sentence.start : sentence.end] == sentence.text and sentence.start >= ends
        ends = sentence.end
    ends = 0
    for quantity in find(sentences):
        assert text[quantity.start : quantity.end] == quantity.text and quantity.start >= ends
        ends = quantity.end
        for span, words_there in ((quantity.hedge_span, quantity.hedge), (quantity.noun_span, quantity.noun)):
            assert (span is None) == (words_there is None)
            assert span is None or text[span[0] : span[1]] == words_there
        stated = quantity.stated
        if stated is not None and stated.low is not None and stated.high is not None:
            assert stated.low <= stated.high


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS)
def test_words_figures_and_marks_in_any_order(text: str) -> None:
    check(text)


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.text(max_size=300))
def test_any_characters(text: str) -> None:
    check(text)


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), st.data())
def test_prose_with_pieces_cut_out_and_put_in(chosen: list[str], data: st.DataObject) -> None:
    text = " ".join(chosen)
    cut = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 10))
    check(text[:cut] + data.draw(PIECES) + text[cut + length :])


def test_four_hundred_digits_are_left_alone() -> None:
    found = find(split("The number " + "7" * 400 + " is long, but 12 people read it."))
    assert [(q.kind, q.text) for q in found if q.kind != "identifier"] == [("count", "12")]


def test_other_scripts_digits_are_not_read() -> None:
    assert find(split("They paid ٣٤ for ４５ of them.")) == ()


def test_a_table_run_together_is_not_prose() -> None:
    text = "Twelve people came. " + "7) " * 1_000
    assert [q.text for q in find(split(text))] == ["Twelve"]
