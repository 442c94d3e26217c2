"""What the table gives where the text gives no number: the whole that a share is of, the level that a change was from.

Surest where the share or change itself was linked and holds: then its own cells are the answer. Else the words must
name one measure next to the number, with its place and period, and wherever the table could contradict the number
it must bear it out. Everything short of that is left alone.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from factcheck.model.level import TableLevel
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Mention
from factcheck.reference import compare, formulas
from factcheck.reference.bind import Bound, sign_of, two_periods
from factcheck.reference.forms import Form
from factcheck.reference.formulas import Result, Subject
from factcheck.reference.groups import members_of
from factcheck.reference.labels import Hit, Target
from factcheck.reference.reading import Reading
from factcheck.reference.scope import Abstain, Ask, place_of
from factcheck.reference.timing import When, latest, when_of
from factcheck.reference.when import Span
from factcheck.words import words

_GRAINS = ("year", "quarter", "month", "day", "same")


def changes(mention: Mention) -> bool:
    """Whether a number is a relative change: "fell by a third", "doubled"."""
    return mention.claim.role == "change" or _is_multiple(mention)


def _is_multiple(mention: Mention) -> bool:
    """ "Doubled", "halve": not "three times as likely", which sets two groups against each other."""
    table, text = words("multiples"), mention.text.lower()
    return mention.quantity.kind == "multiple" and any(text in table[name] for name in ("verbs", "bare", "halves"))


def wants_level(mention: Mention) -> bool:
    """Whether a number is a relative change, or a share of which the text names no base."""
    quantity, claim = mention.quantity, mention.claim
    baseless = claim.role == "share" and claim.base is None and not claim.base_named
    return _is_multiple(mention) or (quantity.is_share and (changes(mention) or baseless))


def of_linked(mention: Mention, bound: Bound) -> TableLevel | None:
    """The figure behind a share or change that the table bears out."""
    subject = bound.subject
    if bound.moved is not None:
        return _level("start", mention, subject, *bound.moved)
    base = subject.base or subject.target.measure.denominator
    if changes(mention) or base is None:
        return None
    whole = _of(subject, base)
    figure = formulas.level(whole, bound.result.span)
    return _level("whole", mention, whole, figure) if figure is not None else None


def of_words(ask: Ask, mention: Mention, form: Form, before: Sequence[Reading], inherited: Span | None) -> TableLevel:
    """The figure that the words beside a share or change name. Raises Abstain."""
    place, named = place_of(ask)
    builtin = ask.target.dataset.builtin
    if named == "doubtful" or (named == "assumed" and builtin) or ask.joined_places():
        raise Abstain("the text does not say of which place")
    members, spoken_of = members_of(ask)
    if spoken_of:
        raise Abstain("the text does not say of which group")
    subject = Subject(ask.target, place, members)
    when = when_of(ask, before, inherited, not changes(mention))
    if changes(mention):
        return _start(ask, mention, form, subject, when)
    return _whole(ask, mention, subject, when)


def only(found: Sequence[tuple[Hit, TableLevel]]) -> TableLevel | None:
    """The level of the best label, where every other that gives one lies within it."""
    if not found:
        return None
    best, level = found[0]
    return level if all(set(hit.positions) <= set(best.positions) for hit, _ in found) else None


def _whole(ask: Ask, mention: Mention, subject: Subject, when: When) -> TableLevel:
    """How many the share is of, where the table knows one base alone for it."""
    base = _only_base(subject.target)
    if base is None or when.pair or (when.hit is not None and (when.span is None or when.hit.grain not in _GRAINS)):
        raise Abstain("the table does not say of what the share is")
    whole = _of(subject, base)
    span = when.span or latest(formulas.spans_of(whole), ask.reading.published)
    figure = formulas.level(whole, span)
    own = formulas.level(replace(subject, base=base) if subject.target.measure.kind == "count" else subject, span)
    if figure is None or (own is not None and not compare.verdict(mention.quantity, own)[0]):
        raise Abstain("the table does not bear the share out")
    return _level("whole", mention, whole, figure)


def _only_base(target: Target) -> str | None:
    """What a measure is a share or a part of; None where the table knows of several bases, or of none."""
    measure = target.measure
    if measure.kind == "count":
        return measure.subset_of
    return None if measure.other_denominators or measure.kind != "share" else measure.denominator


def _of(subject: Subject, measure: str) -> Subject:
    return replace(subject, target=Target(subject.target.dataset, measure), base=None)


def _start(ask: Ask, mention: Mention, form: Form, subject: Subject, when: When) -> TableLevel:
    """What the change was from: the period before, or the latest figure where the sentence names no time."""
    spans = formulas.spans_of(subject)
    if subject.target.measure.kind not in ("count", "rate", "share") or _of_two(ask):
        raise Abstain("the table has no level for it")
    if when == When() and not ask.reading.periods and ask.against is None:
        figure = _some(formulas.level(subject, latest(spans, ask.reading.published)))
        _refuse_points(mention.quantity, figure, form)
        return _level("start", mention, subject, figure, dated=False)
    start, end, _ = two_periods(ask, when, spans, False)
    figure, after = _some(formulas.level(subject, start)), formulas.level(subject, end)
    _refuse_points(mention.quantity, figure, form)
    if after is not None and not _fits(mention.quantity, form, figure, after):
        raise Abstain("the table does not bear the change out")
    return _level("start", mention, subject, figure, after)


def _of_two(ask: Ask) -> bool:
    """Whether two places or groups are compared, the other perhaps unsaid ("34 per cent more likely")."""
    _, last = ask.reading.of_quantity(ask.mention)
    after = {word.text.lower() for word in ask.reading.words[last + 1 : last + 2]}
    compared = after & words("reference")["comparatives"].keys()
    sides = (ask.scope.places(ask.reading), ask.scope.members(ask.reading))
    return any(ask.other(spots) is not None for spots in sides) or (bool(compared) and ask.against is None)


def _some(figure: Result | None) -> Result:
    if figure is None or figure.value <= 0:
        raise Abstain("the table has no figure for that period")
    return figure


def _refuse_points(quantity: Quantity, figure: Result, form: Form) -> None:
    """ "The rate rose 2 per cent" may mean points; a fall by more than there was cannot."""
    too_much = form.direction < 0 and (quantity.value or Fraction(0)) > figure.value
    if figure.unit == "percent" and quantity.kind == "percentage" and not too_much:
        raise Abstain("a change of a share in per cent may be one in points")


def _fits(quantity: Quantity, form: Form, before: Result, after: Result) -> bool:
    times = quantity.kind == "multiple"
    change = formulas.multiple(after, before) if times else formulas.relative(after, before)
    return change is not None and compare.verdict(quantity, change, 1 if times else sign_of(form))[0]


def _level(
    role: Literal["whole", "start"],
    mention: Mention,
    subject: Subject,
    figure: Result,
    after: Result | None = None,
    dated: bool = True,
) -> TableLevel:
    proof = formulas.evidence(subject, figure)
    return TableLevel(
        role, mention.index, figure.value, figure.display, figure.unit, figure.label, figure.span.text, proof,
        after.value if after is not None else None, dated,
    )  # fmt: skip
