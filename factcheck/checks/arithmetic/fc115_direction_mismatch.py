"""A word that says more where the figures say less, or the other way round.

"Rose from 37 to 28", "fewer than last year's 40, at 52", "climbed from 14th place to 23rd". Silent on words such
as "improved" unless it is known which way is good for the thing. Equal within rounding is forgiven.
"""

from collections.abc import Iterator

from factcheck.checks.mending import ASK
from factcheck.model.finding import Edit, Finding, span_over
from factcheck.model.relation import Contrast
from factcheck.words import words

SEVERITY = "error"


def check(contrast: Contrast) -> Iterator[Finding]:
    """Flag a word that its figures turn round."""
    if contrast.holds or not contrast.accusable:
        return
    (old,), new = contrast.operands, contrast.stated
    start, end = span_over(old.quantity, new.quantity)
    sentence = new.sentence
    quoted = new.claim.quoted
    edit = None if quoted else _turned(contrast)
    yield Finding(
        start, end, sentence.text[start - sentence.start : end - sentence.start],
        _message(contrast, old.text),
        where=new.quantity.where,
        stated=new.index,
        recalculations=(contrast.recalculation,),
        suggestion=ASK if quoted else f"Write “{edit.replacement}”, or look at the figures." if edit else None,
        edits=() if edit is None else (edit,),
    )  # fmt: skip


def _message(contrast: Contrast, old: str) -> str:
    """What the words say against what the figures say; the second place is above the third."""
    is_place = contrast.stated.quantity.kind == "ordinal"
    over, under = ("below", "above") if is_place else ("more than", "less than")
    said, true = (over, under) if contrast.upward else (under, over)
    return f"The words say that {contrast.stated.text} is {said} {old}, but it is {true.removesuffix(' than')}."


def _turned(contrast: Contrast) -> Edit | None:
    """The last word of movement or comparison before the second figure, turned round."""
    sentence = contrast.stated.sentence
    figures = sorted((contrast.stated.quantity, contrast.operands[0].quantity), key=lambda q: q.start)
    way = "over" if contrast.upward else "under"
    told, against = words("changes")["before"], "down" if contrast.upward else "up"
    movers = {word: other for word, other in words("contrasts")["opposite"].items() if told.get(word) != against}
    opposites: dict[str, str] = {**movers, **words("contrasts")[way]}
    for figure in reversed(figures):
        before = sentence.text[: figure.start - sentence.start].lower()
        found = max(
            ((before.rfind(word), len(word), word) for word in opposites if f" {word} " in f" {before} "), default=None
        )
        if found is not None and len(before) - found[0] < 60:
            at = sentence.start + found[0]
            return Edit(at, at + found[1], opposites[found[2]])
    return None
