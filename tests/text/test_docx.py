"""docx in: the words of the document, its headline, and where each stood in the file's XML."""

import io
import zipfile
from pathlib import Path

import pytest

from factcheck.documents import read
from factcheck.errors import InputError
from factcheck.text.docx import PART, read_bytes

BODY = """<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="x"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Nine in 10 &amp; more</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Of the </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>8,5</w:t></w:r><w:r><w:t>86</w:t></w:r>
<w:r><w:t xml:space="preserve"> people, </w:t><w:tab/><w:t>959</w:t></w:r><w:del><w:r><w:delText>77</w:delText></w:r></w:del><w:r><w:t xml:space="preserve"> came.</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1234</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:t>M&#257;ori: 49.</w:t></w:r></w:p></w:body></w:document>"""  # noqa: E501


def _file(body: str = BODY, part: str = PART) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(part, body)
    return made.getvalue()


def test_words_headline_and_places() -> None:
    article = read_bytes(_file())
    assert article.title == "Nine in 10 & more"
    assert article.text == "Of the 8,586 people, 959 came.\n\nMāori: 49."
    assert article.origin
    for figure in ("959", "49"):
        start = article.text.index(figure)
        assert BODY[slice(*article.origin.span(start, start + len(figure)))] == figure


def test_a_file_by_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "draft.DOCX"
    path.write_bytes(_file())
    assert read(path).text.startswith("Of the 8,586")
    assert read(path).source == str(path)


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04 broken", b"plain words", _file(part="other.xml")])
def test_what_is_no_docx_is_told_with_its_name(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(raw)
    with pytest.raises(InputError, match=r"draft\.docx: This is not a docx"):
        read(path)


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(InputError, match="64 MB"):
        read_bytes(_file(" " * 65_000_000))
