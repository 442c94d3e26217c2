"""Every sentence of the pages is read as its page says; a known miss that is read right must move."""

import pytest

from tests.quantities.reading_pages import PAGES, Item, all_items, faults

ITEMS = [item for item in all_items() if item.page != "misses"]
MISSES = [item for item in all_items() if item.page == "misses"]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: f"{item.page}: {item.sentence[:60]}")
def test_the_page_is_read_as_it_says(item: Item) -> None:
    assert faults(item) == []


@pytest.mark.parametrize("item", MISSES, ids=lambda item: item.sentence[:60])
def test_a_miss_is_still_missed(item: Item) -> None:
    assert faults(item), f"read right now: move it from {PAGES / 'misses.md'} to the page of its subject"


def test_there_are_enough_sentences_to_trust_the_pages() -> None:
    assert len(ITEMS) >= 400
