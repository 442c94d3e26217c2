"""Our own articles, and what must be said of them: today's findings are held against the reviewed ones.

Above the line, a reviewed file says what is true of its article, written by hand from the article: every
recalculation with its operands and whether it holds, every finding (notes too) with its code and its place, and
under `forbidden` sums that look right and are not what the article says. Below the line stands what is said today,
what is true and not said yet (`not_yet`), and what is said and not true (`wrongly`).
A change shows as a difference, line by line. Once it is read, `FACTCHECK_UPDATE=1 pytest tests/test_corpus.py`
writes today's below the line; what stands above is never touched.
"""

import difflib
import json
import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck.documents import read
from factcheck.report import Report

CORPUS = Path(__file__).parents[1] / "corpus"
ARTICLES = sorted(CORPUS.glob("*.md"))
TODAY = "# Today's, kept by FACTCHECK_UPDATE=1."
NEW = """# What must be said of {name}.md, written from the article, never from what is said today.

findings = []
recalculations = []"""


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
    kept = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    names = ("findings", "recalculations", "forbidden", "said", "not_yet", "wrongly")
    return {"published": None} | {name: [] for name in names} | kept


def _places(text: str, piece: str) -> list[tuple[int, int]]:
    """Where a piece of the article stands: its first mention as a whole token, or "12#2" its second."""
    core, _, number = piece.partition("#")
    left, right = r"(?<![\w.,])" if core[0].isalnum() else "", r"(?!\w)(?![.,]\d)" if core[-1].isalnum() else ""
    hits = [match.span() for match in re.finditer(left + re.escape(core) + right, text)]
    assert len(hits) >= int(number or 1), f"{piece!r} is not in the article"
    return [hits[int(number or 1) - 1]]


def _mentions(text: str, piece: str) -> list[tuple[int, int]]:
    """Where an operand may be taken from: any mention of the same printed number."""
    digits = re.search(r"\d(?:[\d,.]*\d)?", piece)
    if "#" in piece or not digits:
        return _places(text, piece)
    again = re.finditer(r"(?<![\w.,])" + re.escape(digits.group()) + r"(?!\w)(?![.,]\d)", text)
    return [*_places(text, piece), *(match.span() for match in again)]


def _meets(spans: list[tuple[int, int]], places: list[tuple[int, int]]) -> bool:
    return any(start < end and begin < stop for start, stop in spans for begin, end in places)


def _is_made(want: dict[str, Any], data: dict[str, Any]) -> bool:
    """Whether a sum of the report covers the stated value and every operand of one that was written down."""
    places = _sum_places(want, data)
    for sum_, used in _used(data):
        short = len(sum_["operands"]) <= len(want["operands"]) + 2
        if short and sum_["holds"] == want["holds"] and all(_meets(used, place) for place in places):
            return True
    return False


def _is_fallen_for(trap: dict[str, Any], data: dict[str, Any]) -> bool:
    """Whether a sum of the report is made of these very numbers, holding or not."""
    places = _sum_places(trap, data)
    return any(len(used) == len(places) and all(_meets(used, place) for place in places) for _, used in _used(data))


def _sum_places(written: dict[str, Any], data: dict[str, Any]) -> list[list[tuple[int, int]]]:
    text = data["text"]
    return [_places(text, written["stated"]), *(_mentions(text, operand) for operand in written["operands"])]


def _used(data: dict[str, Any]) -> Iterator[tuple[dict[str, Any], list[tuple[int, int]]]]:
    """Every sum of the report, with the places of its numbers in the text."""
    spans = {q["id"]: (q["start"], q["end"]) for q in data["quantities"] if q["in"] == "text"}
    for sum_ in data["recalculations"]:
        yield sum_, [spans[q] for q in (sum_["stated"], *sum_["operands"]) if q in spans]


def _answers(finding: dict[str, Any], want: dict[str, Any], data: dict[str, Any]) -> bool:
    """Whether a finding is the one wanted: its code, and its place (in a headline the code decides)."""
    if finding["code"] != want["code"] or want["at"].partition("#")[0] not in data["text"]:
        return finding["code"] == want["code"] and finding["in"] == "title"
    return _meets([(finding["start"], finding["end"])], _places(data["text"], want["at"]))


def _against_the_truth(reviewed: dict[str, Any], data: dict[str, Any]) -> tuple[list[str], list[str]]:
    """What was written down and is not said yet, and what is said and not true."""
    found, wanted = data["findings"], reviewed["findings"]
    missing = [f"{w['code']} on {w['at']}" for w in wanted if not any(_answers(f, w, data) for f in found)]
    unmade = [w for w in reviewed["recalculations"] if not _is_made(w, data)]
    missing += [f"{_in_words(w)} {'holds' if w['holds'] else 'does not hold'}" for w in unmade]
    alarms = [f for f in found if not any(_answers(f, w, data) for w in wanted)]
    wrong = [f"{f['code']} {f['severity']} on {f['text']}" for f in alarms]
    return missing, wrong + [_in_words(trap) for trap in reviewed["forbidden"] if _is_fallen_for(trap, data)]


def _in_words(written: dict[str, Any]) -> str:
    return f"{written['stated']} from {' and '.join(written['operands'])}"


def _accept(path: Path, today: dict[str, list[str]]) -> None:
    kept = path.read_text("utf-8").partition(TODAY)[0].rstrip() if path.exists() else NEW.format(name=path.stem)
    lists = [
        f"{name} = [\n{''.join(f'    {json.dumps(line, ensure_ascii=False)},{chr(10)}' for line in lines)}]\n"
        for name, lines in today.items()
    ]
    path.write_text(f"{kept}\n\n{TODAY}\n\n{''.join(lists)}", "utf-8")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_what_is_said_of_an_article_is_what_was_reviewed(path: Path) -> None:
    kept = path.with_suffix(".toml")
    reviewed = _reviewed(kept)
    report = factcheck.verify(read(path, published=reviewed["published"]))
    not_yet, wrongly = _against_the_truth(reviewed, report.to_dict())
    today = {"said": said(report), "not_yet": not_yet, "wrongly": wrongly}
    if os.environ.get("FACTCHECK_UPDATE"):
        _accept(kept, today)
        return
    assert kept.exists(), f"{kept.name} is missing: FACTCHECK_UPDATE=1 writes a first one, to be filled in and read"
    lines = [
        line
        for name, now in today.items()
        for line in difflib.unified_diff(reviewed[name], now, f"{name}, reviewed", f"{name}, today", lineterm="", n=0)
    ]
    assert not lines, "\n".join([path.name, *lines])


def test_both_kinds_of_article_are_there() -> None:
    reviewed = [_reviewed(path.with_suffix(".toml"))["said"] for path in ARTICLES]
    found = [any(line.startswith("FC") for line in lines) for lines in reviewed]
    assert set(found) == {True, False}, "one with something to find, one entirely right"
