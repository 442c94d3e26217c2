"""Word's docx → prose, with the place of every letter in the file's `word/document.xml`.

The headline is the first paragraph of the style Title, or of Heading 1 before any other words. Left
out: tables, deleted text, fields' instructions, footnotes and comments (which live in other parts).
"""

import io
import re
import zipfile
from html import unescape

from factcheck.errors import InputError
from factcheck.model.article import Article
from factcheck.model.origin import Origin
from factcheck.text.prose import Prose

PART = "word/document.xml"
_LARGEST = 64_000_000
_TOKEN = re.compile(
    r"<w:t(?:\s[^<>]*)?>(?P<words>[^<]*)</w:t>"
    r"|<w:(?P<space>tab|br|cr)\b[^<>]*/>"
    r"|<w:pStyle\s[^<>]*w:val=\"(?P<style>[^\"<>]*)\""
    r"|(?P<paragraph></w:p>)"
    r"|(?P<table></?w:tbl>)"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);")
_HEADLINES = frozenset({"title", "heading1"})


def read_bytes(raw: bytes) -> Article:
    """The article in a docx file."""
    source = _document(raw)
    title, prose = Prose(source), Prose(source)
    tables, words_before = 0, False
    for is_headline, tokens in _paragraphs(source):
        into = title if is_headline and not words_before and not title.text else prose
        into.paragraph(tokens[0].start())
        for token in tokens:
            if token["table"]:
                tables += 1 if token["table"] == "<w:tbl>" else -1
            elif not tables:
                _append(into, source, token)
        words_before = words_before or bool(prose.text)
    return Article(prose.text, title.text or None, origin=Origin(source, prose.stretches, title.stretches))


def _document(raw: bytes) -> str:
    """The part that holds the text; nothing larger than a novel many times over is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            if package.getinfo(PART).file_size > _LARGEST:
                raise InputError("This docx unpacks to more than 64 MB. Save the article by itself.")
            return package.read(PART).decode("utf-8")
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError, NotImplementedError, RuntimeError) as error:
        raise InputError("This is not a docx file that can be read. Save it again from Word as .docx.") from error


def _paragraphs(source: str) -> list[tuple[bool, list[re.Match[str]]]]:
    """Each paragraph's tokens, and whether its style is a headline's."""
    paragraphs: list[tuple[bool, list[re.Match[str]]]] = []
    tokens: list[re.Match[str]] = []
    style = ""
    for token in _TOKEN.finditer(source):
        tokens.append(token)
        style = token["style"] or style
        if token["paragraph"]:
            paragraphs.append((style.lower().replace(" ", "") in _HEADLINES, tokens))
            tokens, style = [], ""
    return paragraphs


def _append(prose: Prose, source: str, token: re.Match[str]) -> None:
    if token["space"]:
        prose.space(*token.span())
    elif token["words"] is not None:
        at = token.start("words")
        for entity in _ENTITY.finditer(source, *token.span("words")):
            prose.keep(at, entity.start())
            prose.put(unescape(entity.group()), *entity.span())
            at = entity.end()
        prose.keep(at, token.end("words"))
