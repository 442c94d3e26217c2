"""Sums that no words imply: ticked where the fit is hardly chance, told once, and never found fault with."""

import factcheck


def alone(text: str) -> list[tuple[str, str, list[str]]]:
    report = factcheck.verify(text, reference=False)
    words = [q.text for q in report.quantities]
    return [
        (r.kind, words[r.stated], [words[o] for o in r.operands])
        for r in report.recalculations
        if r.grade == "arithmetic"
    ]


def test_a_sum_of_long_numbers_is_ticked_once() -> None:
    text = (
        "Ms Aroha finished with 31,417 votes. Mr Pell, mayor since 2010, got 29,204 and Gus Lark got 1,588. "
        "Turnout was good on both sides of the river. The 62,209 papers filled the town hall."
    )
    assert alone(text) == [("total", "62,209", ["31,417", "29,204", "1,588"])]


def test_the_last_told_of_two_numbers_and_their_difference_is_the_one_that_was_made() -> None:
    text = "The club paid £2.75m for Emeka Strand in May. Turin has given £11.1m. The £8.35m came on Friday."
    assert alone(text) == [("difference", "£8.35m", ["£11.1m", "£2.75m"])]


def test_short_and_round_numbers_meet_by_chance() -> None:
    text = "The fair had 40 stalls and 25 rides. Police sent 15 officers. The mayor spoke for 65 people."
    assert alone(text) == []


def test_two_small_numbers_make_no_share() -> None:
    assert alone("Two of the bills went to three readings. Support for the law has been put at 67%.") == []


def test_a_sum_that_nothing_implies_is_no_error_when_it_does_not_come_out() -> None:
    text = (
        "Ms Aroha finished with 31,417 votes. Mr Pell, mayor since 2010, got 29,204 and Gus Lark got 1,588. "
        "Turnout was good on both sides of the river. The 62,290 papers filled the town hall."
    )
    assert alone(text) == []
    assert not factcheck.verify(text, reference=False).findings


def test_the_chance_is_told() -> None:
    report = factcheck.verify(
        "The club paid £2.75m for Emeka Strand in May. Turin has given £11.1m. The £8.35m came on Friday.",
        reference=False,
    )
    chances = [r.chance for r in report.recalculations if r.grade == "arithmetic"]
    assert len(chances) == 1
    assert chances[0] is not None
    assert 0 < chances[0] < 0.01
