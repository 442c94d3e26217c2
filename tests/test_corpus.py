"""Our own articles, and what must be said of them: today's findings are held against the reviewed ones.

A change shows as a difference, line by line. Once it is read and right,
`FACTCHECK_UPDATE=1 pytest tests/test_corpus.py` writes today's over the reviewed file. What ought to
be said and is not yet stands there under `not_yet`; a line of it that is said at last must be accepted too.
"""

import difflib
import json
import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck.documents import read
from factcheck.report import Report

CORPUS = Path(__file__).parents[1] / "corpus"
ARTICLES = sorted(CORPUS.glob("*.md"))


def said(report: Report) -> list[str]:
    """What a report says, a line each: its findings, then its sums, in the order of the text."""
    data = report.to_dict()
    names = _names(data["quantities"])
    words = {quantity["id"]: quantity["text"] for quantity in data["quantities"]}
    findings = [
        f"{f['code']} on {names.get(f['stated'], f['text'])}"
        + "".join(f", of {words[other['base']]} {other['display']}" for other in f["alternatives"])
        for f in sorted(data["findings"], key=lambda f: f["start"])
    ]
    sums = [
        f"{names.get(r['stated'], r['expression'])} from {' and '.join(sorted(words[o] for o in r['operands']))}"
        f" {'holds' if r['holds'] else 'does not hold'}"
        for r in data["recalculations"]
    ]
    return [*findings, *sorted(dict.fromkeys(sums))]


def _names(quantities: list[dict[str, Any]]) -> dict[str, str]:
    """Each quantity by its words, and by which of several it is: "15 per cent#2"."""
    seen: dict[str, int] = {}
    names = {}
    for quantity in quantities:
        seen[quantity["text"]] = number = seen.get(quantity["text"], 0) + 1
        names[quantity["id"]] = quantity["text"] + (f"#{number}" if number > 1 else "")
    return names


def _reviewed(path: Path) -> dict[str, Any]:
    """The reviewed file; an empty one where there is none yet."""
    kept = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    return {"published": None, "said": [], "not_yet": []} | kept


def _accept(path: Path, published: object, lines: list[str], not_yet: list[str]) -> None:
    def listed(items: list[str]) -> str:
        return "".join(f"    {json.dumps(item, ensure_ascii=False)},\n" for item in items)

    header = f"# What must be said of {path.stem}.md. Read it before accepting a change."
    day = f"published = {published}\n" if published else ""
    body = f"{day}said = [\n{listed(lines)}]\nnot_yet = [\n{listed(not_yet)}]\n"
    path.write_text(f"{header}\n\n{body}", "utf-8")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_what_is_said_of_an_article_is_what_was_reviewed(path: Path) -> None:
    kept = path.with_suffix(".toml")
    reviewed = _reviewed(kept)
    today = said(factcheck.verify(read(path, published=reviewed["published"]), reference=False))
    not_yet = [line for line in reviewed["not_yet"] if line not in today]
    if os.environ.get("FACTCHECK_UPDATE"):
        _accept(kept, reviewed["published"], today, not_yet)
        return
    assert kept.exists(), f"{kept.name} is missing: FACTCHECK_UPDATE=1 writes a first one, to be read"
    difference = "\n".join(difflib.unified_diff(reviewed["said"], today, "reviewed", "today", lineterm="", n=0))
    assert not difference, f"{path.name}\n{difference}"
    assert not_yet == reviewed["not_yet"], "what was missing is said now: accept it"


def test_both_kinds_of_article_are_there() -> None:
    reviewed = [_reviewed(path.with_suffix(".toml"))["said"] for path in ARTICLES]
    found = [any(line.startswith("FC") for line in lines) for lines in reviewed]
    assert set(found) == {True, False}, "one with something to find, one entirely right"
