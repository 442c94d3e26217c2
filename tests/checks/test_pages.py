"""Every check does what its page says: flags what it must, passes what it must, and no miss has healed unseen."""

from pathlib import Path

import pytest

import factcheck
from factcheck.checks import all_checks
from tests.checks.pages import Example, examples

PAGES = Path(__file__).parent
EXAMPLES = list(examples(PAGES))


def findings(example: Example, where: str = "text") -> list[tuple[str, str | None, int, int]]:
    tables = None if example.code.startswith("FC3") else False
    report = factcheck.verify(example.text, title=example.title, published=example.published, reference=tables)
    return [(f.code, f.severity, f.start, f.end) for f in report.findings if f.where == where]


def is_found(example: Example, code: str, at: str) -> bool:
    where, prose = ("title", example.title) if example.title and at in example.title else ("text", example.text)
    start = prose.index(at)
    return any(c == code and s < start + len(at) and start < e for c, _, s, e in findings(example, where))


def named(example: Example) -> str:
    return f"{example.page[:5]}-{example.section}-{example.line}"


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.section == "Flags"], ids=named)
def test_what_the_page_says_is_flagged_is_flagged(example: Example) -> None:
    assert example.findings, "an example under Flags names its findings"
    for code, at in example.findings:
        assert is_found(example, code, at), f"{code} is not found on {at!r}: {findings(example)}"


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.section == "Passes"], ids=named)
def test_what_the_page_says_passes_gets_no_alarm(example: Example) -> None:
    allowed = {code for code, _ in example.findings}
    found = findings(example) + findings(example, "title")
    alarms = [f for f in found if f[0] not in allowed and (f[1] != "note" or f[0] == example.code)]
    assert not alarms


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.section == "Misses"], ids=named)
def test_a_known_miss_moves_to_flags_once_it_is_found(example: Example) -> None:
    assert not all(is_found(example, code, at) for code, at in example.findings), "move it to Flags"


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_every_check_has_a_page_with_flags_and_passes(check) -> None:  # type: ignore[no-untyped-def]
    mine = [e for e in EXAMPLES if e.code == check.code]
    assert {"Flags", "Passes"} <= {e.section for e in mine}
    assert any(code == check.code for e in mine if e.section == "Flags" for code, _ in e.findings)
