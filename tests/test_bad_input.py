"""Bad input gets a clear error from our own tree, odd input a clear result; never a bare library exception."""

import datetime

import pytest

import factcheck

GERMAN = (
    "Der Minister sagte am Montag, dass die Zahl der Anzeigen im vergangenen Jahr um 12 Prozent auf 4300 gestiegen "
    "sei, während die Aufklärungsquote bei 58 Prozent lag und damit kaum höher war als im Jahr davor."
)


@pytest.mark.parametrize("text", [None, b"49 of 565", 565, ["49 of 565"]])
def test_what_is_no_text_is_refused_with_a_way_out(text: object) -> None:
    with pytest.raises(factcheck.FactcheckError, match="not str"):
        factcheck.verify(text)  # type: ignore[arg-type]


def test_another_language_is_refused_not_half_read() -> None:
    with pytest.raises(factcheck.FactcheckError, match="English"):
        factcheck.verify(GERMAN)


@pytest.mark.parametrize(
    "text", ["", "   \n\n ", "Word", "5", "\ud800 49 of 565 people", "$" * 5000, "9" * 5000, "(" * 3000]
)
def test_odd_text_gets_a_report(text: str) -> None:
    report = factcheck.verify(text)
    assert report.ok
    assert all(text[q.start : q.end] == q.text for q in report.quantities)
    assert report.to_json()


def test_an_unknown_check_is_refused_with_the_known_ones() -> None:
    with pytest.raises(factcheck.FactcheckError, match="FC101"):
        factcheck.verify("Of 565 people, 49 came.", select=["FC999"])


def test_a_catalogue_that_is_not_there_is_named() -> None:
    with pytest.raises(factcheck.FactcheckError, match="no-such-folder"):
        factcheck.verify("Of 565 people, 49 came.", reference="no-such-folder")


def test_no_error_message_quotes_the_draft() -> None:
    secret = GERMAN.replace("Minister", "Geheimrat")
    with pytest.raises(factcheck.FactcheckError) as caught:
        factcheck.verify(secret, published=datetime.date(2024, 1, 1))
    assert "Geheimrat" not in str(caught.value)


def test_a_text_beyond_the_limit_is_refused_at_once() -> None:
    with pytest.raises(factcheck.FactcheckError, match="limit"):
        factcheck.verify("49 of 565. " * 1_000_000)
