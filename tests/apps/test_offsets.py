"""Five hundred files with all that makes offsets go wrong: each number is where the report says, in every count."""

import random
import re
from pathlib import Path

import pytest

import factcheck
from factcheck.documents import read
from factcheck.model.report import Coverage
from factcheck.report import Report

STRANGE = ["🙂", "👩‍👩‍👧", "Ma\u0304ori", "Māori", "\u200dx", "é", "e\u0301", "𝟘", "日本", "naïve", "🇳🇿"]
NUMBERS = ["1.7 per cent", "8,586 people", "$2.8m", "a third", "22 months", "49", "one in five", "6.50 kg"]
BLOCKS = {
    ".txt": ["{}"],
    ".md": ["{}", "> {}", "- {}", "**{}**", "[{}](https://e.org/7)", "{} <!-- 77 -->", "## {}"],
    ".html": [
        "<p>{}</p>",
        "<div><b>{}</b></div>",
        "<ul><li>{}</ul>",
        "{}&nbsp;<br>",
        "<p>&#x1F642; {}</p>",
        "<!-- 7 --><p>{}",
    ],
}


def _file(chance: random.Random, suffix: str) -> str:
    end = chance.choice(["\n", "\r\n"])
    blocks = []
    for _ in range(chance.randint(1, 6)):
        words = [chance.choice([*STRANGE, *NUMBERS, "of", "and"]) for _ in range(chance.randint(1, 9))]
        if suffix == ".html":
            words = [re.sub("[é]", "&eacute;", word) for word in words]
        sentence = " ".join(["Then the people of the town", *words, "came to it."])
        blocks.append(chance.choice(BLOCKS[suffix]).format(sentence))
    return chance.choice(["", "\ufeff"]) + (end * 2).join(blocks) + end


def _report(path: Path) -> Report:
    article = read(path)
    return Report(article, (), factcheck.quantities(article.text), (), (), (), Coverage(0, 0, 0, 0, ()))


@pytest.mark.parametrize("suffix", BLOCKS)
def test_every_number_is_where_it_says(tmp_path: Path, suffix: str) -> None:
    chance = random.Random(suffix)
    seen = 0
    for number in range(170):
        source = _file(chance, suffix)
        path = tmp_path / f"{number}{suffix}"
        path.write_bytes(source.encode())
        data = _report(path).to_dict()
        for quantity in data["quantities"]:
            seen += 1
            assert data["text"][quantity["start"] : quantity["end"]] == quantity["text"]
            start, end = quantity.get("source_start", quantity["start"]), quantity.get("source_end", quantity["end"])
            assert _shown(source[start:end]) == quantity["text"]
            position = quantity["position"]
            units = source.encode("utf-16-le")[2 * position["utf16_start"] : 2 * position["utf16_end"]]
            assert units.decode("utf-16-le") == source[start:end]
            line = re.split(r"\r\n|\n", source)[position["line"] - 1]
            assert line[position["column"] - 1 :].startswith(source[start:end].splitlines()[0])
    assert seen > 300


def _shown(written: str) -> str:
    return " ".join(re.sub(r"<[^>]*>|\*\*", "", written).replace("&nbsp;", " ").split())
