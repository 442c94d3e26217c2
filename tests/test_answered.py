"""Findings that were answered stay away from the library's caller too, who keeps the offsets of the text as given."""

from pathlib import Path

import pytest

import factcheck
from factcheck import documents, settings

WRONG = "Of the 565 people referred, 49 engaged, or 9.7 per cent."
OTHER = "Of the 800 people asked, 200 replied, or 31 per cent."


def codes(text: str, **options: object) -> list[str]:
    return [f.code for f in factcheck.verify(text, reference=False, **options).findings]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"{WRONG}\n\n{OTHER}", ["FC101", "FC101"]),
        (f"<!-- factcheck: ignore FC101 -->\n{WRONG}\n\n{OTHER}", ["FC101"]),
        (f"{WRONG} <!-- factcheck: ignore FC1 -->\n\n{OTHER}", ["FC101"]),
        (f"{WRONG}\n\n{OTHER}\n<!-- factcheck: ignore-file -->", []),
        (f"{WRONG}\n<!-- factcheck: ignore FC2 -->\n{OTHER}", ["FC101", "FC101", "FC001"]),
        (f"{WRONG.replace('9.7 ', '9.7 <!-- factcheck: ignore FC2 --> ')}\n\n{OTHER}", ["FC101", "FC101", "FC001"]),
        (f"{WRONG.replace('49 engaged', '49 <!-- factcheck: ignore --> engaged')}\n\n{OTHER}", ["FC101"]),
    ],
)
def test_a_comment_in_a_str_silences_its_paragraph(text: str, left: list[str]) -> None:
    assert codes(text) == left
    report = factcheck.verify(text, reference=False)
    assert report.article.text == text
    assert all(text[s.start : s.end] == s.text for s in (*report.quantities, *report.findings))
    assert [f.code for r in factcheck.verify_many([text], reference=False) for f in r.findings] == left


def test_a_comment_in_a_file_that_was_read_counts(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(f"# Few engage\n\n{WRONG} <!-- factcheck: ignore FC101 -->\n", "utf-8")
    assert factcheck.verify(documents.read(path), reference=False).findings == ()


def test_a_comment_for_a_check_that_did_not_run_is_not_called_useless() -> None:
    text = f"{WRONG} <!-- factcheck: ignore FC205 -->"
    assert codes(text, select=["FC1"]) == ["FC101"]
    assert codes(text) == ["FC101", "FC001"]


def test_a_fingerprint_in_ignore_lets_one_finding_stand() -> None:
    text = f"{WRONG}\n\n{OTHER}"
    first, second = factcheck.verify(text, reference=False).findings
    left = factcheck.verify(text, reference=False, ignore=[first.fingerprint])
    assert [f.fingerprint for f in left.findings] == [second.fingerprint]
    assert codes(text, ignore=iter([first.fingerprint, "FC101"])) == []


def test_the_settings_of_a_desk_are_keywords_of_verify(tmp_path: Path) -> None:
    (finding,) = factcheck.verify(WRONG, reference=False).findings
    (tmp_path / "factcheck.toml").write_text(
        f"reference = false\n[[checked]]\nfingerprint = '{finding.fingerprint}'\nby = 'R. Aroha'\n"
        "[per-file-ignores]\n'opinion.md' = ['FC1']\n",
        "utf-8",
    )
    desk = settings.load(start=tmp_path)
    assert factcheck.verify(WRONG, **desk.options()).ok
    assert not factcheck.verify(OTHER, **desk.options()).ok
    assert factcheck.verify(OTHER, **desk.options("opinion.md")).ok
