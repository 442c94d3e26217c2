"""What stands against holding a number against a measure, and the question that is put to the table."""

import re
from collections.abc import Sequence

from factcheck.model.relation import Mention
from factcheck.reference.accuse import expects
from factcheck.reference.candidates import Candidate, Scopes
from factcheck.reference.corrections import Corrections
from factcheck.reference.forms import Form
from factcheck.reference.narrowed import narrowed
from factcheck.reference.reading import Reading
from factcheck.reference.scope import Ask
from factcheck.reference.stems import stems_of

_OF = re.compile(r"\d of (?:the |some |about |all )?\d")  # "147 of 8586 people"
_UNSURE = frozenset({"negated", "target", "forecast", "disowned", "capacity"})
# Numbers of one family stand in one list ("78.6 years in Russia and 72.5 in …") and share out its places.
_FAMILIES = {
    "percentage": "share", "fraction": "share", "ratio": "share", "points": "points", "count": "count", "rate": "count",
    "money": "money", "duration": "measure", "measure": "measure", "age": "age", "multiple": "multiple",
}  # fmt: skip


def objection(reading: Reading, mention: Mention, candidate: Candidate, corrections: Corrections) -> str | None:
    """Why a number cannot be held against a measure, whatever the measure's figures."""
    if _forbidden(reading, candidate, corrections):
        return "links.toml says never to link these words"
    if mention.claim.mood in _UNSURE and not expects(candidate, mention.claim.mood):
        return f"the text states it as {mention.claim.mood}"
    return None


def narrowing(reading: Reading, mention: Mention, candidate: Candidate, scopes: Scopes) -> str | None:
    """The word beside a number that makes it another measure, if one does."""
    taken = frozenset(p for hit in reading.hits if hit.target == candidate.target for p in hit.positions)
    return narrowed(mention, candidate.target, reading, scopes.of(candidate.target), taken, candidate.base)


def ask_for(
    reading: Reading,
    mention: Mention,
    form: Form,
    candidate: Candidate,
    scopes: Scopes,
    as_before: bool | None = None,
) -> Ask:
    family = _FAMILIES.get(mention.quantity.kind)
    rivals = tuple(m for m in reading.mentions if _FAMILIES.get(m.quantity.kind) == family)
    return Ask(mention, reading, candidate.target, scopes.of(candidate.target), rivals, form.against, as_before)


def own_base(mention: Mention, reading: Reading, mentions: Sequence[Mention]) -> bool:
    """Whether the text prints the whole that a share is of."""
    base = mention.claim.base
    counted = base is not None and mentions[base].quantity.kind == "count"
    first, last = reading.clause(reading.of_quantity(mention)[0])
    bracket = last <= len(reading.words) and reading.words[last - 1].text == "("
    words = " ".join(word.text for word in reading.words[first : last + 8 * bracket])
    return mention.quantity.is_share and (counted or bool(_OF.search(words)))


def _forbidden(reading: Reading, candidate: Candidate, corrections: Corrections) -> bool:
    """Whether the newsroom has said that words of this sentence must not be linked so."""
    here = {word.stem for word in reading.words}
    name = (candidate.target.dataset.name, candidate.target.key)
    return any(set(stems_of(entry.words)) <= here and entry.measure in (None, name) for entry in corrections.never)
