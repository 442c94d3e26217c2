"""The numbers of an article, each linked to the row of a table that it is about, or left alone with the reason."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache

from factcheck.model.level import TableLevel
from factcheck.model.lookup import Lookup, Phrase
from factcheck.model.recalculation import Recalculation
from factcheck.model.relation import Mention, Story
from factcheck.reference import compare, formulas, levels
from factcheck.reference.accuse import Case, may_accuse
from factcheck.reference.asking import ask_for, narrowing, objection, own_base
from factcheck.reference.bind import Bound, bind
from factcheck.reference.candidates import (
    Candidate,
    Scopes,
    candidates,
    counted_fits,
    distance,
    goes_on,
    stands_alone,
)
from factcheck.reference.catalogue import Catalogue
from factcheck.reference.followups import Before, followed
from factcheck.reference.forms import Form, bare_fits, form_of, kind_fits, suited
from factcheck.reference.labels import Hit, Index
from factcheck.reference.loose import TELLING, Loose, digits_of
from factcheck.reference.others import other_cell
from factcheck.reference.outcomes import Linked, best_of, contested, explained_up_to
from factcheck.reference.parts import groups_counted
from factcheck.reference.phrases import phrases
from factcheck.reference.reading import Reading
from factcheck.reference.scope import Abstain, Ask
from factcheck.reference.shares import composed, with_named_bases
from factcheck.reference.when import Span

_SKIPPED = frozenset({"date", "ordinal", "identifier"})
_MANY = 40  # numbers in a sentence: beyond this it is a table run together


@dataclass(frozen=True, slots=True)
class Links:
    """What the tables say: a `Lookup` or a `Phrase` a claim, the levels behind shares and changes that the text
    leaves out, and why other numbers were left alone."""

    relations: tuple[Lookup | Phrase, ...] = ()
    levels: tuple[TableLevel, ...] = ()
    abstentions: dict[int, str] = field(default_factory=dict)


@lru_cache(maxsize=8)
def index_of(catalogue: Catalogue) -> Index:
    """The index of a catalogue's labels, built once."""
    return Index(catalogue)


def link(story: Story, catalogue: Catalogue) -> Links:
    """Every claim of a story that a table can confirm or refute."""
    return _Linker(story, index_of(catalogue), catalogue).run()


class _Linker:
    """One article against one catalogue. Keeps what was linked before, for what goes on about it."""

    def __init__(self, story: Story, index: Index, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._mentions = story.mentions
        by_sentence: dict[int, list[Mention]] = {}
        for mention in story.mentions:
            by_sentence.setdefault(mention.sentence.index, []).append(mention)
        self._readings = [
            Reading(s, tuple(by_sentence.get(s.index, ())), story.article.published, index) for s in story.sentences
        ]
        self._scopes = Scopes(self._readings)
        self._loose = Loose(catalogue, index, self._readings)
        self._scopes.about = [theme.dataset for theme in self._loose.themes]
        for position, reading in enumerate(self._readings):
            reading.further = tuple(sorted(self._loose.hits(position), key=lambda hit: (-hit.score, hit.target.name)))
        self._linked: list[Linked] = []
        self._levels: list[TableLevel] = []
        self._reasons: dict[int, str] = {}

    def run(self) -> Links:
        for position, reading in enumerate(self._readings):
            for mention in reading.mentions:
                if mention.quantity.kind not in _SKIPPED and mention.quantity.stated is not None:
                    self._link(position, reading, mention)
                    level = self._level(position, reading, mention)
                    self._levels += [level] if level is not None else []
        found: list[Lookup | Phrase] = [linked.lookup for linked in self._linked]
        for position, reading in enumerate(self._readings):
            near = [entry for entry in self._linked if entry.position in (position - 1, position)]
            own = [(entry.lookup, entry.bound) for entry in near]
            found += phrases(reading, self._former(position), self._scopes, own)
        return Links(tuple(found), tuple(self._levels), self._reasons)

    def _level(self, position: int, reading: Reading, mention: Mention) -> TableLevel | None:
        """The level behind a number that was just linked, or could not be."""
        if not levels.wants_level(mention):
            return None
        entry = next(reversed(self._linked), None)
        if entry is None or entry.lookup.stated.index != mention.index:
            return levels.only(list(self._named_levels(position, reading, mention)))
        return levels.of_linked(mention, entry.bound) if entry.lookup.holds else None

    def _named_levels(self, position: int, reading: Reading, mention: Mention) -> Iterator[tuple[Hit, TableLevel]]:
        """The level that each label right beside a number gives."""
        form = form_of(mention, reading)
        for hit in reading.hits:
            candidate, scope = Candidate(hit.target, hit.score, 0), self._scopes.of(hit.target)
            near = distance(hit, mention, reading, scope) == 0 and counted_fits(mention, hit.target, reading, scope)
            if (
                not near
                or not stands_alone(hit, reading, scope)
                or objection(reading, mention, candidate, self._catalogue.corrections)
            ):
                continue
            if narrowing(reading, mention, candidate, self._scopes) is not None:
                continue
            with suppress(Abstain):
                ask, inherited = (
                    ask_for(reading, mention, form, candidate, self._scopes),
                    self._inherited(position, candidate),
                )
                yield hit, levels.of_words(ask, mention, form, self._readings[:position], inherited)

    def _former(self, position: int) -> tuple[Hit, ...]:
        """What the sentence before spoke of, in the same paragraph."""
        if position == 0:
            return ()
        return self._readings[position - 1].hits

    def _link(self, position: int, reading: Reading, mention: Mention) -> None:
        former = self._former(position)
        if len(reading.mentions) > _MANY:
            self._reasons[mention.index] = "too many numbers in one sentence to tell whose they are"
            return
        if not (reading.hits or former or self._loose.themes or self._may_be_everybody(reading)):
            return
        form = form_of(mention, reading)
        outcomes = list(self._outcomes(position, reading, mention, form, former))
        if not any(entry.lookup.holds or not entry.loose for entry in outcomes):
            outcomes += self._borne_out(position, reading, mention, form)
        if outcomes:
            best = best_of(outcomes)
            self._linked.append(best)
            self._scopes.last[reading.sentence.index] = best.bound.subject.target
            self._reasons.pop(mention.index, None)

    def _borne_out(self, position: int, reading: Reading, mention: Mention, form: Form) -> Iterator[Linked]:
        """What a number is by the table alone: the change of one just linked, or a figure that it has to the digit."""
        before = [Before(e.lookup.stated, e.form, e.bound) for e in self._linked if e.position == position]
        if before:
            candidate = Candidate(before[-1].bound.subject.target, 0, 9, backed=True)
            ask = ask_for(reading, mention, form, candidate, self._scopes)
            for bound in followed(ask, form, before):
                lookup = self._lookup(mention, ask, form, candidate, bound)
                if lookup is not None and lookup.holds:
                    yield Linked(lookup, bound, position, form)
        for candidate in self._recent(position, reading, mention, form):
            yield from self._at_recent_period(position, reading, mention, form, candidate)
        for target in self._loose.backed(position, mention, lambda m: kind_fits(mention.quantity, m, form)):
            linked = self._attempt(position, reading, mention, form, Candidate(target, 0, 9, backed=True))
            if linked is not None and linked.lookup.holds:
                yield linked

    def _recent(self, position: int, reading: Reading, mention: Mention, form: Form) -> list[Candidate]:
        """The measures that the sentence names, or that "it" goes on about from the two before."""
        named = [hit.target for hit in reading.hits]
        if goes_on(mention, reading):
            named += [e.bound.subject.target for e in reversed(self._linked) if position - e.position <= 2]
        return [
            Candidate(target, 0, 9, backed=True)
            for target in dict.fromkeys(named)
            if not target.dataset.builtin
            and mention.quantity.noun is None
            and digits_of(mention.quantity) > 1
            and (kind_fits(mention.quantity, target.measure, form) or bare_fits(mention.quantity, target.measure, form))
        ]

    def _at_recent_period(
        self, position: int, reading: Reading, mention: Mention, form: Form, candidate: Candidate
    ) -> Iterator[Linked]:
        """A number without a period, at those of the sentences before: right if it fits."""
        linked = self._attempt(position, reading, mention, form, candidate)
        if linked is not None and linked.lookup.holds:
            yield linked
        if reading.periods or form.act != "level":
            return
        near = [e.bound for e in self._linked if 1 <= position - e.position <= 2]
        ask = ask_for(reading, mention, form, candidate, self._scopes)
        for bound in (b for b in near if b.subject.target.dataset is candidate.target.dataset):
            subject = replace(bound.subject, target=candidate.target, base=None)
            result = formulas.level(subject, bound.result.span)
            if result is None:
                continue
            again = replace(bound, subject=subject, result=result, sides=None)
            lookup = self._lookup(mention, ask, form, candidate, again)
            if lookup is not None and lookup.holds:
                yield Linked(lookup, again, position, form)

    def _may_be_everybody(self, reading: Reading) -> bool:
        return any(word.stem == "people" for word in reading.words) or bool(reading.places())

    def _outcomes(
        self, position: int, reading: Reading, mention: Mention, form: Form, former: tuple[Hit, ...]
    ) -> Iterator[Linked]:
        put_together = composed(mention, reading, form, self._scopes)
        groups = groups_counted(mention, reading, form, self._scopes)
        found = [*put_together, *candidates(mention, reading, form, self._scopes, former), *groups]
        ranked = sorted(with_named_bases(found), key=lambda c: (-c.score, c.target.name))
        for candidate in ranked:
            if candidate.score < ranked[0].score - abs(ranked[0].score) / 2:
                continue
            linked = self._attempt(position, reading, mention, form, candidate)
            if linked is not None:
                yield linked
            dataset = candidate.target.dataset
            if dataset.dimensions and not dataset.builtin and (linked is None or not linked.lookup.holds):
                yield from self._of_other_group(position, reading, mention, form, candidate, linked)

    def _of_other_group(
        self, position: int, reading: Reading, mention: Mention, form: Form, candidate: Candidate, first: Linked | None
    ) -> Iterator[Linked]:
        """The group of the sentence before, or all where that was taken: right if it fits, else not meant."""
        ways = (False, True) if first is None else (not first.bound.of_before,)
        for as_before in ways:
            linked = self._attempt(position, reading, mention, form, candidate, as_before)
            if linked is not None and linked.lookup.holds:
                yield linked

    def _attempt(
        self, position: int, reading: Reading, mention: Mention, form: Form, candidate: Candidate,
        as_before: bool | None = None,
    ) -> Linked | None:  # fmt: skip
        form = suited(form, candidate.target.measure, candidate.of_change)
        against = objection(reading, mention, candidate, self._catalogue.corrections)
        if against is not None:
            self._reasons[mention.index] = against
            return None
        word = narrowing(reading, mention, candidate, self._scopes)
        exactly = not candidate.target.dataset.builtin and digits_of(mention.quantity) >= TELLING
        if word is not None and not exactly:
            self._reasons[mention.index] = f"{word!r} makes it another measure than the table's"
            return None
        if word is not None:
            candidate = replace(candidate, backed=True)
        ask = ask_for(reading, mention, form, candidate, self._scopes, as_before)
        try:
            bound = bind(ask, form, self._readings[:position], self._inherited(position, candidate), candidate.base)
        except Abstain as reason:
            self._reasons[mention.index] = str(reason)
            return None
        lookup = self._lookup(mention, ask, form, candidate, bound)
        return Linked(lookup, bound, position, form, candidate.loose) if lookup is not None else None

    def _inherited(self, position: int, candidate: Candidate) -> Span | None:
        """The period of what was linked just before, of the same table."""
        for entry in reversed(self._linked):
            if position - entry.position > 2:
                return None
            if entry.bound.subject.target.dataset is candidate.target.dataset and entry.bound.assumed is None:
                return entry.bound.result.span
        return None

    def _lookup(self, mention: Mention, ask: Ask, form: Form, candidate: Candidate, bound: Bound) -> Lookup | None:
        quantity, result = mention.quantity, bound.result
        holds, rounding = compare.verdict(quantity, result, bound.sign)
        other = None if holds else other_cell(ask, form, bound)
        if holds and quantity.bound in ("<", ">") and not compare.plausible(quantity, result, 2):
            self._reasons[mention.index] = "the table's figure lies far beyond the limit that the text gives"
            return None
        builtin = candidate.target.dataset.builtin
        if not holds and not may_accuse(
            Case(
                mention,
                ask,
                form,
                candidate,
                bound,
                other,
                explained_up_to(self._linked, self._readings.index(ask.reading), ask),
                contested(mention, candidate, ask, form),
            ),
            own_base(mention, ask.reading, self._mentions),
        ):
            self._reasons[ask.mention.index] = "it differs from the table, but it may be about something else"
            return None
        aggregate = len(result.cells) > 1
        note = f"no period is given; taken as {bound.assumed}" if bound.assumed else None
        proof = formulas.evidence(bound.subject, result, note)
        sum_ = Recalculation(
            "aggregate" if aggregate else "lookup", ask.mention.index, (), result.formula, result.value,
            compare.computed(quantity, result, bound.sign), result.display, holds, rounding,
            working=f"{result.label}: {result.display}", sources=(proof.source,), reference=proof,
        )  # fmt: skip
        return Lookup(mention, (), sum_, not holds, result.label, bound.assumed, builtin, other, candidate.named_base)
