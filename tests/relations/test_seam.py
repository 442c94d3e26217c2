"""The seam between language and arithmetic: what the words imply may not hang on the values."""

import random
import re
from pathlib import Path

import pytest

from factcheck import claims, pipeline
from factcheck.model.article import Article
from factcheck.quantities import find
from factcheck.relations import implied
from factcheck.relations.formula import Formula
from factcheck.relations.scene import Scene
from factcheck.text.parse import parse, to_parse

CORPUS = Path(__file__).parent.parent.parent / "corpus"
ARTICLES = sorted(CORPUS.glob("*.md"))


def formulas(text: str) -> list[Formula]:
    article = Article(text)
    sentences = pipeline.sentences_of(article)
    found = find(sentences)
    parses = parse(to_parse(sentences, found), {})
    read = claims.read(sentences, found, parses, {"text": text, "title": ""})
    return implied(Scene(read.claims, read.populations))


def shape(text: str) -> list[tuple[object, ...]]:
    return [(f.kind, f.stated, f.grade, f.choices) for f in formulas(text)]


def renumbered(text: str, seed: int) -> str:
    """Every number of three digits and more but years with other digits, equal ones alike, lengths kept."""
    dice = random.Random(seed)
    others: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        number = match.group()
        if sum(map(str.isdigit, number)) < 3 or re.fullmatch(r"(?:1[89]|20)\d\d", number):
            return number
        while number not in others or others[number] in text or list(others.values()).count(others[number]) > 1:
            others[number] = "".join(dice.choice("3456789") if ch.isdigit() else ch for ch in number)
        return others[number]

    return re.sub(r"\d[\d,.]*\d|\d", other, text)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
@pytest.mark.parametrize("seed", [1, 2])
def test_other_numbers_leave_the_implied_formulas_as_they_were(path: Path, seed: int) -> None:
    text = path.read_text("utf-8")
    assert shape(renumbered(text, seed)) == shape(text)


def strong(text: str) -> set[tuple[str, str, tuple[str, ...]]]:
    article = Article(text)
    found = find(pipeline.sentences_of(article))
    return {
        (f.kind, found[f.stated].text, tuple(found[o].text for o in f.choices[0]))
        for f in formulas(text)
        if f.grade == "strong"
    }


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_shuffled_paragraphs_bring_no_strong_formula_that_was_not_there(path: Path) -> None:
    paragraphs = path.read_text("utf-8").split("\n\n")
    shuffled = paragraphs[:]
    random.Random(7).shuffle(shuffled)
    assert strong("\n\n".join(shuffled)) <= strong("\n\n".join(paragraphs))


def test_articles_joined_keep_their_own_strong_formulas() -> None:
    texts = [path.read_text("utf-8") for path in ARTICLES]
    joined = strong("\n\n".join(texts))
    for text in texts:
        assert strong(text) <= joined
