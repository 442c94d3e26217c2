"""`--format docx`: the draft itself with the findings as Word comments."""

from collections.abc import Sequence
from pathlib import Path

from factcheck.errors import InputError
from factcheck.model.report import Report


def refuse_unless_docx(files: Sequence[str], output: Path | None) -> None:
    """One docx in, and another file out: a draft is never written over."""
    if len(files) != 1 or Path(files[0]).suffix.lower() != ".docx":
        raise InputError("--format docx puts comments into one Word file. Give one .docx file.")
    if output is None or output.resolve() == Path(files[0]).resolve():
        raise InputError("--format docx writes a new file. Give its name: --output marked.docx.")


def marked(reports: Sequence[Report]) -> bytes:
    """The file of the only report, with comments; nothing where it could not be read."""
    from factcheck.render._word import render

    return b"".join(render(report, Path(report.article.source or "").read_bytes()) for report in reports)
