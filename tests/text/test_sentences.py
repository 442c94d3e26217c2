"""Sentences end where a reader would end them, and their offsets are exact."""

import pytest

from factcheck.text.sentences import LONGEST, split


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Dr Farrow runs the $1.4 million program with Mr. J. K. Stote and Prof. Lee.",
        "It rose 0.5 per cent to 4.75 per cent.",
        "He lives at No. 10 and works on St. James Street.",
        "The U.S. Army left on Jan. 3 for good.",
        "It begins at 6 p.m. on Friday.",
        '"Why now?" he asked.',
        "It was … well, odd.",
        "See e.g. the report of 2019.",
        "Support was 43 per\ncent in May and 45 per\ncent in June.",
        "Znak.com further reported the blast.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose. It fell.", ["It rose.", "It fell."]),
        ('He said: "It rose." It fell.', ['He said: "It rose."', "It fell."]),
        ("“It rose,” he said. “It fell.”", ["“It rose,” he said.", "“It fell.”"]),
        ("It rose (a lot.) It fell.", ["It rose (a lot.)", "It fell."]),
        ("It ended at 5 p.m. The rest stayed.", ["It ended at 5 p.m.", "The rest stayed."]),
        ("Is it so? Yes! It is.", ["Is it so?", "Yes!", "It is."]),
        ("It was 2019. There were 12 of them.", ["It was 2019.", "There were 12 of them."]),
        ("Bridge to close\nThe bridge will close.", ["Bridge to close", "The bridge will close."]),
        ("1. Wash the fruit.\n2. Dry it.", ["1. Wash the fruit.", "2. Dry it."]),
        ("Answer: no. It is not.", ["Answer: no.", "It is not."]),
    ],
)
def test_two_sentences_are_parted(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_paragraphs_are_counted() -> None:
    sentences = split("One here. Two here.\n\nThree here.\nFour here.", first_index=5, first_paragraph=2)
    assert [(s.index, s.paragraph) for s in sentences] == [(5, 2), (6, 2), (7, 3), (8, 4)]


def test_the_title_is_marked() -> None:
    assert [s.where for s in split("Mortgages to rise", where="title")] == ["title"]


@pytest.mark.parametrize("text", ["", " \n\t ", "\n\n\n", "\ufeff", "\ud800 alone. Again."])
def test_nothing_much_gives_nothing_wrong(text: str) -> None:
    assert all(text[s.start : s.end] == s.text and s.text.strip() for s in split(text))


def test_a_sentence_is_never_longer_than_the_limit() -> None:
    text = "word " * 3 * LONGEST + "x" * 3 * LONGEST
    sentences = split(text)
    assert max(len(s.text) for s in sentences) <= LONGEST
    assert all(text[s.start : s.end] == s.text for s in sentences)


def test_windows_line_ends_do_not_shift_offsets() -> None:
    text = "Bridge to close\r\n\r\nIt rose.\r\nIt fell."
    assert [text[s.start : s.end] for s in split(text)] == ["Bridge to close", "It rose.", "It fell."]
