"""What came of trying a number as one measure or another, and which of it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model.lookup import Lookup
from factcheck.model.relation import Mention
from factcheck.reference.bind import Bound
from factcheck.reference.candidates import Candidate, counted_fits
from factcheck.reference.forms import Form, kind_fits
from factcheck.reference.scope import Ask
from factcheck.reference.stems import stems_of


@dataclass(frozen=True, slots=True)
class Linked:
    """A number with its row, as one of the measures that it may be."""

    lookup: Lookup
    bound: Bound
    position: int
    form: Form
    loose: bool = False


def contested(mention: Mention, candidate: Candidate, ask: Ask, form: Form) -> bool:
    """Whether the sentence names other measures of the table that a number may be, about as clearly."""
    own = next((hit for hit in ask.reading.hits if hit.target == candidate.target), None)
    noun = set(stems_of(mention.quantity.noun or ""))
    return candidate.loose and any(
        hit.target != candidate.target
        and hit.target.dataset is candidate.target.dataset
        and (own is None or hit.score > own.score / 2)
        and not (own is not None and noun & {*own.label.stems} - {*hit.label.stems})
        and kind_fits(mention.quantity, hit.target.measure, form)
        and counted_fits(mention, hit.target, ask.reading, ask.scope)
        for hit in ask.reading.hits
    )


def explained_up_to(before: Sequence[Linked], position: int, ask: Ask) -> int:
    """Up to which word a sentence is of one row, as a number before that holds has shown."""
    held = [e for e in before if e.position == position and e.lookup.holds and e.bound.subject.target == ask.target]
    return ask.reading.of_quantity(held[-1].lookup.stated)[1] + 1 if held else 0


def best_of(outcomes: Sequence[Linked]) -> Linked:
    """The best-ranked that holds; else the best-ranked."""
    return next((entry for entry in outcomes if entry.lookup.holds), outcomes[0])
