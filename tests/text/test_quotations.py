"""What stands in quotation marks is the speaker's: a finding on it is never mended for them."""

import pytest

import factcheck

QUOTED = (
    "‘Of the 80 jobs 40 went, or 60 per cent,’ he said.",
    "'Of the 80 jobs 40 went, or 60 per cent,' he said.",
    "“Of the 80 jobs 40 went, or 60 per cent,” he said.",
    "She told them that ‘of the 80 jobs 40 went, or 60 per cent’.",
)
OWN = (
    "Of the drivers' 80 jobs 40 went, or 60 per cent.",
    "In the '90s, of the yard's 80 jobs 40 went, or 60 per cent.",
    "She called it ‘a mess’. Of the 80 jobs 40 went, or 60 per cent, ‘sadly’.",
)


@pytest.mark.parametrize("text", QUOTED)
def test_a_number_in_quotation_marks_is_for_the_speaker_to_mend(text: str) -> None:
    (finding,) = factcheck.verify(text, reference=False).findings
    assert (finding.edits, finding.suggestion) == ((), "Check with the speaker.")


@pytest.mark.parametrize("text", OWN)
def test_an_apostrophe_opens_no_quotation(text: str) -> None:
    (finding,) = factcheck.verify(text, reference=False).findings
    assert finding.edits
