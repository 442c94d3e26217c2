"""Report → the Word file that it is about, with each finding as a comment on its words.

The file's parts are copied as they are; the document gets the marks, the comments a part of their own
or a place behind those that are there. Source: ECMA-376, Office Open XML, part 1, 17.13.4 (comments).
"""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape

from factcheck.errors import InputError
from factcheck.model.finding import Finding
from factcheck.model.report import Report
from factcheck.render._places import Places
from factcheck.render._sums import sum_line
from factcheck.render._word_marks import Mark, marked

DOCUMENT = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_LARGEST = 500_000_000
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NAMESPACE = re.compile(r"\sxmlns:w\s*=\s*[\"']([^\"']+)[\"']")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^<>]*?/comments[\"'][^<>]*>")
_TARGET = re.compile(r"\sTarget\s*=\s*[\"']([^\"']+)[\"']")
_NUMBER = re.compile(r"<w:comment\s[^<>]*?w:id=\"(\d+)\"")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KEPT = '<w:t xml:space="preserve">'
_AGAIN = "This is not a docx file that can be marked. Save it again from Word as .docx."


def render(report: Report, original: bytes) -> bytes:
    """The file with comments; `original` is the docx that the report's article was read from."""
    parts = _parts(original)
    document = parts[DOCUMENT].decode("utf-8")
    if report.article.origin is None or report.article.origin.source != document:
        raise InputError("The file has changed since it was checked. Check it again.")
    namespace = _NAMESPACE.search(document)
    space = namespace[1] if namespace else _WORD
    path = _registered(parts, space)
    comments = parts.get(path, f'{_HEAD}<w:comments xmlns:w="{space}"></w:comments>'.encode()).decode("utf-8")
    first = 1 + max(map(int, _NUMBER.findall(comments)), default=-1)
    marks = list(_marks(report, first))
    written = "".join(_comment(number, report, f) for number, f in enumerate(report.findings, start=first))
    parts[path] = _closed(comments, "w:comments", written).encode()
    parts[DOCUMENT] = marked(document, marks).encode()
    return _package(original, parts)


def _marks(report: Report, first: int) -> Iterator[Mark]:
    """Where each finding stands; one on a headline that is not in the file is put on its first words."""
    places = Places(report)
    for number, finding in enumerate(report.findings, start=first):
        yield Mark(number, *(places.span(finding.start, finding.end, finding.where) or (0, 1)))


def _comment(number: int, report: Report, finding: Finding) -> str:
    paragraphs = [f"{(finding.severity or 'note').upper()} {finding.code} {finding.name}", finding.message]
    paragraphs += [sum_line(report, recalculation) for recalculation in finding.recalculations]
    paragraphs += [finding.suggestion] if finding.suggestion else []
    body = "".join(f"<w:p><w:r>{_KEPT}{_escaped(text)}</w:t></w:r></w:p>" for text in paragraphs)
    return f'<w:comment w:id="{number}" w:author="factcheck" w:initials="fc">{body}</w:comment>'


def _escaped(text: str) -> str:
    return escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text))


def _registered(parts: dict[str, bytes], space: str) -> str:
    """The path of the part that holds the comments, made known to the package if there was none."""
    relations = parts.get(_RELATIONS, f'{_HEAD}<Relationships xmlns="{_PACKAGE}"></Relationships>'.encode()).decode()
    if known := _RELATION.search(relations):
        target = _TARGET.search(known[0])
        if target is None:
            raise InputError(_AGAIN)
        return target[1].lstrip("/") if target[1].startswith("/") else f"word/{target[1]}"
    base = _STRICT if space.startswith(_STRICT) else "http://schemas.openxmlformats.org/"
    year = "" if base == _STRICT else "2006/"
    kind = f"{base}officeDocument/{year}relationships/comments"
    relation = f'<Relationship Id="factcheckComments" Type="{kind}" Target="comments.xml"/>'
    parts[_RELATIONS] = _closed(relations, "Relationships", relation).encode()
    override = f'<Override PartName="/word/comments.xml" ContentType="{_KIND}"/>'
    parts[_TYPES] = _closed(parts[_TYPES].decode("utf-8"), "Types", override).encode()
    return "word/comments.xml"


def _closed(xml: str, name: str, added: str) -> str:
    """The XML with something added at the end of its outermost element, which may be an empty tag."""
    opened = re.sub(rf"<({name}\b[^<>]*)/>\s*$", rf"<\1></{name}>", xml)
    before, end, after = opened.rpartition(f"</{name}>")
    if not end:
        raise InputError(_AGAIN)
    return f"{before}{added}{end}{after}"


def _parts(original: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(original)) as package:
            if sum(item.file_size for item in package.infolist()) > _LARGEST:
                raise InputError("This docx unpacks to more than 500 MB. Save the article by itself.")
            parts = {item.filename: package.read(item) for item in package.infolist()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise InputError(_AGAIN) from error
    if not {DOCUMENT, _TYPES} <= parts.keys():
        raise InputError(_AGAIN)
    return parts


def _package(original: bytes, parts: dict[str, bytes]) -> bytes:
    """The parts in the order that they had, new ones last; the same bytes for the same report."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(original)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        dates = {item.filename: item.date_time for item in old.infolist()}
        for name, content in parts.items():
            item = zipfile.ZipInfo(name, dates.get(name, (1980, 1, 1, 0, 0, 0)))
            item.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(item, content)
    return made.getvalue()
