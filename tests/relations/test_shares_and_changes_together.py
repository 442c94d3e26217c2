"""Shares told as a sum, and changes told as undoing one another: ticked where they come out, silent where not."""

import pytest

import factcheck


def ticks(text: str) -> set[tuple[str, tuple[str, ...]]]:
    """Each sum that holds: what it states, and its operands."""
    report = factcheck.verify(text, reference=False)
    texts = [q.text for q in report.quantities]
    return {(texts[r.stated], tuple(texts[o] for o in r.operands)) for r in report.recalculations if r.holds}


def test_two_shares_of_one_base_make_a_third() -> None:
    text = "Some 31 per cent of callers gave up and 12 per cent were cut off, so 43 per cent got no answer."
    assert ("43 per cent", ("31 per cent", "12 per cent")) in ticks(text)


def test_a_sum_that_does_not_come_out_is_no_tick_and_no_accusation() -> None:
    text = "Some 31 per cent of callers gave up and 12 per cent were cut off, so 40 per cent got no answer."
    assert not [stated for stated, _ in ticks(text) if stated == "40 per cent"]
    assert factcheck.verify(text, reference=False).ok


def test_shares_of_different_groups_are_not_added() -> None:
    text = "Some 31 per cent of men gave up and 12 per cent of women did, so 43 per cent of adults got no answer."
    assert not [stated for stated, _ in ticks(text) if stated == "43 per cent"]


@pytest.mark.parametrize("back", ["doubled", "rose 100 per cent"])
def test_what_fell_by_half_is_back_when_it_has_doubled(back: str) -> None:
    text = f"Takings fell 50 per cent in May and then {back} in June, so they are back where they started."
    assert [operands for _, operands in ticks(text) if operands == ("50 per cent",)]


def test_what_fell_by_half_is_not_back_when_it_has_risen_by_half() -> None:
    text = "Takings fell 50 per cent in May and then rose 50 per cent in June, so they are back where they started."
    assert not ticks(text)
