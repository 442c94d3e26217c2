"""`nlp.add_pipe("factcheck")`: the report of each `Doc`, on any English pipeline.

    doc._.quantities, doc._.claims, doc._.recalculations, doc._.findings
                                lists of dicts, as in the JSON report; offsets count in doc.text
    doc._.factcheck             the whole JSON report
    doc.spans["factcheck"]      the findings as spans labelled with their codes, ready for displaCy

Tags, lemmas and parse are the pipeline's own where it has made all of them for a sentence as we cut it; for the rest,
and in a blank pipeline, our own model is asked. All that is found is plain data: a `Doc` can be saved and loaded, and
no spaCy object is in the answers.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

import factcheck

KEY = "factcheck"
_PARTS = ("quantities", "claims", "recalculations", "findings")


@Language.factory(KEY, default_config={"select": None, "ignore": None, "reference": None})
def make(
    nlp: Language, name: str, select: list[str] | None, ignore: list[str] | None, reference: str | bool | None
) -> "Component":
    """What `add_pipe` builds; the settings are those of `factcheck.verify`."""
    return Component(select, ignore, reference)


class Component:
    """Checks the numbers of each `Doc` that passes."""

    def __init__(self, select: list[str] | None, ignore: list[str] | None, reference: str | bool | None) -> None:
        self._options: dict[str, Any] = {"select": select, "ignore": ignore, "reference": reference}
        _add_attributes()

    def __call__(self, doc: Doc) -> Doc:
        report = factcheck.verify(doc, **self._options).to_dict()
        doc.user_data[KEY] = report
        doc.spans[KEY] = list(_spans(doc, report["findings"]))
        return doc


def _spans(doc: Doc, findings: list[dict[str, Any]]) -> Iterator[Span]:
    """The findings as whole tokens."""
    for finding in findings:
        span = doc.char_span(finding["start"], finding["end"], label=finding["code"], alignment_mode="expand")
        if span is not None:
            yield span


def _add_attributes() -> None:
    """The attributes read what is stored, so that they work on a `Doc` that was loaded from a file."""
    if not Doc.has_extension(KEY):
        Doc.set_extension(KEY, getter=lambda doc: doc.user_data.get(KEY))
        for part in _PARTS:
            Doc.set_extension(part, getter=partial(_part, part))


def _part(part: str, doc: Doc) -> list[dict[str, Any]]:
    return doc.user_data.get(KEY, {}).get(part, [])  # type: ignore[no-any-return]


_add_attributes()
