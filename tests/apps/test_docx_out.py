"""docx back out: the same words, with each finding as a comment on its own."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from factcheck.text.docx import read_bytes

Run = Callable[..., tuple[int, str, str]]
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
PARAGRAPHS = (
    '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">An er</w:t></w:r><w:r><w:t>ror &amp; a </w:t><w:tab/>'
    "<w:t>warning.</w:t></w:r></w:p>",
    "<w:p><w:hyperlink><w:r><w:t>note</w:t></w:r></w:hyperlink></w:p>",
)
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>'
RELATIONS = "word/_rels/document.xml.rels"


def _docx(path: Path, *paragraphs: str, **parts: str) -> Path:
    body = f'<w:document xmlns:w="{NAMESPACE}"><w:body>{"".join(paragraphs)}</w:body></w:document>'
    with zipfile.ZipFile(path, "w") as package:
        for name, content in {"[Content_Types].xml": TYPES, "word/document.xml": body, **parts}.items():
            package.writestr(name, content)
    return path


@pytest.fixture
def mark(run: Run, asked: Any, tmp_path: Path) -> Callable[..., dict[str, ElementTree.Element]]:
    """Marks a docx of these paragraphs; gives the parts of the new file, each of which must be well-formed."""

    def command(*paragraphs: str, **parts: str) -> dict[str, ElementTree.Element]:
        draft, output = _docx(tmp_path / "draft.docx", *paragraphs, **parts), tmp_path / "marked.docx"
        _, out, err = run("check", draft, "--format", "docx", "--output", output)
        assert (out, err) == ("", "")
        assert read_bytes(output.read_bytes()).text == read_bytes(draft.read_bytes()).text
        with zipfile.ZipFile(io.BytesIO(output.read_bytes())) as package:
            return {name: ElementTree.fromstring(package.read(name)) for name in package.namelist()}

    return command


def _commented(document: ElementTree.Element) -> dict[str, str]:
    """The words between each comment's two marks."""
    inside: dict[str, str] = {}
    opened: set[str] = set()
    for element in document.iter():
        number = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            opened.add(number)
            inside[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            opened.remove(number)
        elif element.tag == f"{W}t":
            inside |= {number: inside[number] + (element.text or "") for number in opened}
    assert not opened
    return inside


def _messages(parts: dict[str, ElementTree.Element]) -> dict[str, str]:
    comments = parts["word/comments.xml"].iter(f"{W}comment")
    return {c.get(f"{W}id", ""): " ".join(t.text or "" for t in c.iter(f"{W}t")) for c in comments}


def test_each_comment_is_on_its_words_and_says_what_is_found(mark: Callable[..., Any]) -> None:
    parts = mark(*PARAGRAPHS)
    assert _commented(parts["word/document.xml"]) == {"0": "error", "1": "warning", "2": "note"}
    messages = _messages(parts)
    assert "ERROR FC101" in messages["0"]
    assert "A warning." in messages["1"]
    references = [e.get(f"{W}id") for e in parts["word/document.xml"].iter(f"{W}commentReference")]
    assert sorted(map(str, references)) == ["0", "1", "2"]


def test_a_cut_run_keeps_its_looks_and_its_spaces(mark: Callable[..., Any]) -> None:
    runs = list(mark(*PARAGRAPHS)["word/document.xml"].iter(f"{W}r"))
    bold = ["".join(t.text or "" for t in run.iter(f"{W}t")) for run in runs if run.find(f"{W}rPr/{W}b") is not None]
    assert "".join(bold) == "An er"
    assert "er" in bold


def test_the_package_knows_the_comments(mark: Callable[..., Any]) -> None:
    parts = mark(*PARAGRAPHS)
    assert [e.get("Target") for e in parts[RELATIONS]] == ["comments.xml"]
    assert [e.get("PartName") for e in parts["[Content_Types].xml"]] == ["/word/comments.xml"]


def test_comments_that_are_there_stay(mark: Callable[..., Any]) -> None:
    comment = '<w:comment w:id="7"><w:p><w:r><w:t>Mine.</w:t></w:r></w:p></w:comment>'
    mine = f'<w:comments xmlns:w="{NAMESPACE}">{comment}</w:comments>'
    relation = '<Relationship Id="a" Type="http://x/relationships/comments" Target="comments.xml"/>'
    relation = f'<Relationships xmlns="x">{relation}</Relationships>'
    parts = mark(*PARAGRAPHS, **{"word/comments.xml": mine, RELATIONS: relation})
    assert list(_messages(parts)) == ["7", "8", "9", "10"]
    assert len(parts[RELATIONS]) == 1
    assert _commented(parts["word/document.xml"]) == {"8": "error", "9": "warning", "10": "note"}


def test_a_text_box_is_not_cut(mark: Callable[..., Any]) -> None:
    box = "<w:pict><w:txbxContent><w:p><w:r><w:t>An error.</w:t></w:r></w:p></w:txbxContent></w:pict>"
    document = mark(f"<w:p><w:r>{box}</w:r></w:p>")["word/document.xml"]
    assert [child.tag.removeprefix(W) for child in document[0][0]][:2] == ["commentRangeStart", "commentRangeEnd"]


def test_a_draft_without_findings_comes_back(mark: Callable[..., Any]) -> None:
    assert _commented(mark("<w:p><w:r><w:t>Fine.</w:t></w:r></w:p>")["word/document.xml"]) == {}


def test_a_draft_is_never_written_over(run: Run, asked: Any, tmp_path: Path) -> None:
    draft = _docx(tmp_path / "draft.docx", *PARAGRAPHS)
    for options in ([], ["--output", draft]):
        status, _, err = run("check", draft, "--format", "docx", *options)
        assert status == 2
        assert "--output marked.docx" in err


def test_only_a_word_file_can_be_marked(run: Run, asked: Any, tmp_path: Path) -> None:
    status, _, err = run("check", tmp_path / "draft.md", "--format", "docx", "--output", tmp_path / "marked.docx")
    assert status == 2
    assert re.search(r"one \.docx file", err)
