"""`factcheck check`: what it reads, what it prints, and the exit status that a build depends on."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def draft(tmp_path: Path) -> Callable[..., Path]:
    def write(text: str | bytes, name: str = "draft.txt") -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        ("Nothing wrong.", [], 0),
        ("A warning.", [], 0),
        ("An error.", [], 1),
        ("A warning.", ["--fail-on", "warning"], 1),
        ("A note.", ["--fail-on", "warning"], 0),
        ("A note.", ["--fail-on", "note"], 1),
        ("An error.", ["--fail-on", "never"], 0),
        ("An error.", ["--exit-zero"], 0),
    ],
)
def test_the_exit_status_says_what_was_found(
    run: Run, asked: Any, draft: Any, text: str, options: list[str], status: int
) -> None:
    assert run("check", draft(text), *options)[0] == status


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not utf-8 text"),
        (b"caf\xe9, 3 of 4", "--encoding"),
        (b"three\x00four", "not a text file"),
    ],
)
def test_what_is_not_text_is_refused_with_advice(run: Run, asked: Any, draft: Any, raw: bytes, told: str) -> None:
    status, out, err = run("check", draft(raw))
    assert (status, out) == (2, "")
    assert told in err


def test_a_missing_file_is_named(run: Run, asked: Any, tmp_path: Path) -> None:
    status, out, err = run("check", tmp_path / "gone.txt")
    assert (status, out) == (2, "")
    assert "gone.txt: cannot be read (No such file or directory)" in err


def test_one_bad_file_does_not_hide_the_others(run: Run, asked: Any, draft: Any, tmp_path: Path) -> None:
    status, out, err = run("check", draft("An error."), tmp_path / "gone.txt", draft("Deutsch", "german.txt"))
    assert status == 2
    assert "FC101" in out
    assert "gone.txt" in err
    assert "not English" in err


def test_an_unknown_check_stops_at_once(run: Run, asked: Any, draft: Any) -> None:
    status, _, err = run("check", draft("a"), draft("b", "b.txt"), "--select", "FC9")
    assert status == 2
    assert err.count("FC9") == 1


def test_wrong_use_is_status_2(run: Run, asked: Any, draft: Any) -> None:
    assert run("check")[0] == 2
    assert run("check", draft("a"), "--format", "pigeon")[0] == 2
    status, _, err = run("check", draft("a"), "--published", "last Tuesday")
    assert status == 2
    assert "2026-11-22" in err


def test_options_reach_the_checker(run: Run, asked: Any, draft: Any) -> None:
    path = draft("Plain.")
    run("check", path, "--select", "FC1,FC203", "--select", "FC3", "--ignore", "FC105", "--no-reference",
        "--published", "2021-06-30", "--title", "Plain words")  # fmt: skip
    options = asked.options[0]
    assert options["select"] == ["FC1", "FC203", "FC3"]
    assert options["ignore"] == ["FC105"]
    assert options["reference"] is False
    article = asked.articles[0]
    assert (article.title, str(article.published), article.source) == ("Plain words", "2021-06-30", str(path))


def test_without_options_the_checker_decides(run: Run, asked: Any, draft: Any) -> None:
    run("check", draft("Plain."))
    assert set(asked.options[0].values()) == {None}


def test_standard_input(run: Run, asked: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO("An error in Tāmaki.".encode())))
    status, out, _ = run("check", "-")
    assert status == 1
    assert "An error in Tāmaki." in out


def test_folders_and_patterns(run: Run, asked: Any, draft: Any, tmp_path: Path) -> None:
    draft("b", "b.txt"), draft("a", "deeper/a.txt"), draft("x", ".hidden/x.txt"), draft("y", "picture.svg")
    run("check", tmp_path)
    run("check", tmp_path / "*.txt")
    assert [article.text for article in asked.articles] == ["b", "a", "b"]


def test_an_empty_folder_is_told(run: Run, asked: Any, tmp_path: Path) -> None:
    status, _, err = run("check", tmp_path)
    assert status == 2
    assert "no documents" in err


def test_json_of_one_is_an_object_and_of_several_a_list(run: Run, asked: Any, draft: Any, tmp_path: Path) -> None:
    one, two = draft("An error."), draft("Fine.", "two.txt")
    assert json.loads(run("check", one, "--format", "json")[1])["findings"][0]["code"] == "FC101"
    assert len(json.loads(run("check", one, two, "--format", "json")[1])) == 2
    assert len(json.loads(run("check", one, tmp_path / "gone.txt", "--format", "json")[1])) == 1


def test_a_markdown_file_brings_its_headline_and_date(run: Run, asked: Any, draft: Any) -> None:
    path = draft("---\ndate: 2021-06-30\n---\n# Five of 12\n\nAn *error*.", "draft.md")
    found = json.loads(run("check", path, "--format", "json")[1])
    assert (found["title"], found["published"], found["text"]) == ("Five of 12", "2021-06-30", "An error.")
    finding = found["findings"][0]
    assert path.read_text()[finding["source_start"] : finding["source_end"]] == "error"
    told = json.loads(run("check", path, "--format", "json", "--title", "Six", "--published", "2022-01-01")[1])
    assert (told["title"], told["published"]) == ("Six", "2022-01-01")


def test_output_goes_to_a_file(run: Run, asked: Any, draft: Any, tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    assert run("check", draft("An error in Tāmaki."), "--output", target)[1] == ""
    assert "Tāmaki" in target.read_text("utf-8")
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []
    status, _, err = run("check", draft("Fine."), "--output", tmp_path / "no" / "report.txt")
    assert status == 2
    assert "cannot be written" in err


def test_utf_16_is_read_by_its_mark(run: Run, asked: Any, draft: Any) -> None:
    run("check", draft("Tāmaki, 3 of 4".encode("utf-16")))
    assert asked.articles[0].text == "Tāmaki, 3 of 4"


def test_another_encoding_when_told(run: Run, asked: Any, draft: Any) -> None:
    run("check", draft(b"caf\xe9"), "--encoding", "cp1252")
    assert asked.articles[0].text == "café"
    status, _, err = run("check", draft(b"a"), "--encoding", "pigeon")
    assert (status, "pigeon" in err) == (2, True)


def test_no_colour_where_it_is_not_a_terminal(run: Run, asked: Any, draft: Any) -> None:
    assert "\x1b" not in run("check", draft("An error, a warning."))[1]
