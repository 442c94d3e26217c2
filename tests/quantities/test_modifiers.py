"""A number that only describes is told from one that counts people or events."""

import pytest

from factcheck.quantities import find, is_modifier
from factcheck.text.sentences import split


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He handed out a 12-page leaflet.", {"12": True}),
        ("The 14-member panel met 20 parents.", {"14": True, "20": False}),
        ("A two‑bedroom flat costs more.", {"two": True}),
        ("She won by a 149 vote margin.", {"149": True}),
        ("A further 12 people came with a record 30 goats.", {"12": False, "30": False}),
        ("It has 12 pages, and a dozen eggs.", {"12": False, "a dozen": False}),
        ("Only 64 went.", {"64": False}),
    ],
)
def test_a_modifier_is_told_from_a_count(text: str, expected: dict[str, bool]) -> None:
    found = {q.text: is_modifier(q, text) for q in find(split(text)) if q.kind == "count"}
    assert found == expected
