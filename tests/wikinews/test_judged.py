"""Forty-five real articles, nearly all of them sound: every finding on them has been read and judged.

The articles are not part of the project, only the judgements are. A finding that nobody has judged fails, with the
lines to add to `judged.toml` once it has been read; so does one that was right and is no longer said.
"""

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import factcheck

ARTICLES = Path(__file__).parents[3] / "shared/data/wikinews"
JUDGED = tomllib.loads(Path(__file__).with_name("judged.toml").read_text("utf-8"))["judged"]
WRONG_AT_MOST = 2

with_the_articles = pytest.mark.skipif(not ARTICLES.is_dir(), reason=f"the articles are not here: {ARTICLES}")


@cache
def said_today() -> dict[tuple[str, str], dict[str, Any]]:
    """Every finding of the default call, by its article and its fingerprint."""
    return {
        (path.name, finding["fingerprint"]): finding
        for path in sorted(ARTICLES.glob("*.txt"))
        for finding in factcheck.verify(path.read_text("utf-8")).to_dict()["findings"]
    }


def judgements() -> dict[tuple[str, str], dict[str, Any]]:
    return {(judged["article"], judged["fingerprint"]): judged for judged in JUDGED}


def to_be_judged(article: str, finding: dict[str, Any]) -> str:
    """A finding as a block for `judged.toml`, its judgement left open; what it says stands above it."""
    fields = {name: finding[name] for name in ("fingerprint", "code", "severity")}
    fields |= {"article": article, "phrase": finding["text"]}
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    return "\n".join([f"# {finding['message']}", "[[judged]]", *lines, "right = ", 'why = ""'])


@with_the_articles
def test_all_the_articles_are_read() -> None:
    assert len(list(ARTICLES.glob("*.txt"))) == 45


@with_the_articles
def test_every_finding_has_been_judged() -> None:
    new = [
        to_be_judged(article, finding)
        for (article, fingerprint), finding in said_today().items()
        if (article, fingerprint) not in judgements()
    ]
    assert not new, f"{len(new)} not judged yet; read the article, then add to judged.toml:\n\n" + "\n\n".join(new)


@with_the_articles
def test_what_was_right_is_still_said() -> None:
    gone = [
        f"{judged['code']} on {judged['phrase']} in {judged['article']}"
        for where, judged in judgements().items()
        if judged["right"] and where not in said_today()
    ]
    assert not gone, "right, and no longer said:\n" + "\n".join(gone)


@with_the_articles
def test_at_most_two_errors_and_warnings_are_wrong() -> None:
    wrong = [
        f"{finding['code']} on {finding['text']} in {where[0]}: {finding['message']}"
        for where, finding in said_today().items()
        if finding["severity"] != "note" and not judgements().get(where, {"right": True})["right"]
    ]
    assert len(wrong) <= WRONG_AT_MOST, f"{len(wrong)} wrong:\n" + "\n".join(wrong)


@pytest.mark.parametrize("judged", JUDGED, ids=lambda judged: f"{judged['code']}-{judged['fingerprint']}")
def test_a_judgement_is_whole(judged: dict[str, Any]) -> None:
    assert set(judged) == {"fingerprint", "code", "severity", "article", "phrase", "right", "why"}
    assert judged["why"].strip(), "say why"
    assert len(judged["phrase"].split()) <= 12, "a few words, not the article"
