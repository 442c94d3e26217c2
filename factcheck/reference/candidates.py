"""Which measures a number may be: what its sentence names near it, of its kind, and nothing narrower."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.model.relation import Mention
from factcheck.reference.catalogue import Dataset
from factcheck.reference.explained import clear
from factcheck.reference.forms import Form, bare_fits, kind_fits, suited
from factcheck.reference.gazetteer import fold, peoples
from factcheck.reference.labels import Hit, Target, vocabulary
from factcheck.reference.loose import belongs
from factcheck.reference.reading import Numbered, Reading
from factcheck.reference.scope import Scope
from factcheck.reference.stems import moves, stem_set, stems_of


@dataclass(frozen=True, slots=True)
class Candidate:
    """A measure for a number; `base` a measure that the text names as its denominator."""

    target: Target
    score: float
    distance: int
    base: str | None = None
    named_base: bool = False
    of_change: bool = False
    loose: bool = False  # named in other words than the table's
    backed: bool = False  # nothing in the text points to it: right if the table bears it out, else not meant


def distance(hit: Hit, mention: Numbered, reading: Reading, scope: Scope) -> int:
    """How many words that belong to neither stand between a label and a number, or inside the label.
    One inside is forgiven where the label stands wholly on one side ("misused prescription painkillers")."""
    first, last = reading.of_quantity(mention)
    inside = [i for i in range(hit.first + 1, hit.last) if i not in hit.positions and not first <= i <= last]
    own = strangers(reading, scope, hit.target, inside)
    if hit.last < first:
        return (
            max(0, own - 1)
            + _attached(hit, reading, scope)
            + strangers(reading, scope, hit.target, range(hit.last + 1, first))
        )
    if hit.first > last:
        return max(0, own - 1) + strangers(reading, scope, hit.target, range(last + 1, hit.first))
    return own


def _attached(hit: Hit, reading: Reading, scope: Scope) -> int:
    """1 where the measure only hangs on something else: "the damage to Haiti's economy", "rose with inflation"."""
    known = scope.known(reading)
    index = hit.first - 1
    joints = stem_set("clauses") | stem_set("openers")
    least = 1 if hit.target.dataset.builtin else 0
    if index >= least and strangers(reading, scope, hit.target, [index], joints):
        return 1  # "the tourism economy"
    while index >= 0 and (index in known or reading.words[index].text in ("'s", "’s", "the", "The")):
        index -= 1
    if index < 1:
        return 0
    if reading.words[index].stem in stem_set("beside"):
        return 1
    if reading.words[index].stem not in stem_set("attaching"):
        return 0
    return int(strangers(reading, scope, hit.target, [index - 1]) > 0)


def stands_alone(hit: Hit, reading: Reading, scope: Scope) -> bool:
    """Whether no word makes a label narrower or wider: not "kitchen fires", "robberies and fires", "fires in shops"."""
    free = scope.known(reading) | {i for i, word in enumerate(reading.words) if word.stem in moves()}
    before, after = hit.first - 1, hit.last + 1
    while after < len(reading.words) and (after in free or reading.words[after].stem in stem_set("function")):
        after += 1
    joined = hit.first > 0 and reading.words[before].stem in ("and", "or")
    beside = [before] if hit.first > 0 else []
    beside += [after] if hit.last + 1 < after < len(reading.words) else []
    return not joined and strangers(reading, scope, hit.target, [i for i in beside if i not in free]) == 0


def strangers(
    reading: Reading, scope: Scope, target: Target, span: Iterable[int], more: frozenset[str] = frozenset()
) -> int:
    """How many of some words have nothing to do with a measure, its place, group or period."""
    known = scope.known(reading)
    own = stem_set("neutral") | stem_set("function") | stem_set("people") | more
    return sum(
        reading.words[i].is_word
        and reading.words[i].stem not in own
        and not belongs(reading.words[i].stem, target)
        and i not in known
        and not reading.words[i].text[0].isdigit()
        for i in span
    )


def _remoteness(hit: Hit, mention: Numbered, reading: Reading) -> float:
    """What a label loses for standing far off or in another clause; it gains where the number counts its noun."""
    first, last = reading.of_quantity(mention)
    gap = max(0, first - hit.last - 1 if hit.last < first else hit.first - last - 1)
    own, there = reading.clause(first)[0], reading.clause(hit.first if hit.first > last else hit.last)[0]
    rivals = [reading.of_quantity(m)[0] for m in reading.mentions if m.quantity.kind == mention.quantity.kind]
    past = any(last < rival < hit.first for rival in rivals)
    noun = stems_of(mention.quantity.noun or "")
    counted = any(stem in hit.label.stems for stem in noun if stem not in stem_set("people") | {"people"})
    return min(gap, 12) * 0.35 + (4 if own != there else 0) + (6 if past else 0) - (3 if counted else 0)


def counted_fits(mention: Mention, target: Target, reading: Reading, scope: Scope) -> bool:
    """Whether the noun that the number counts is one that the measure counts."""
    if mention.quantity.kind == "multiple" and not _many_fits(mention, target, reading):
        return False
    if mention.quantity.noun is None:
        return True
    own = vocabulary(target)
    allowed = stem_set("neutral") | stem_set("function")
    if target.measure.unit in ("people", None, "percent") or "people" in own:
        allowed |= stem_set("people") | {"people"}
    known = scope.known(reading)
    first, last = reading.at(*mention.quantity.noun_span) if mention.quantity.noun_span else (0, -1)
    return all(
        word.stem in allowed or belongs(word.stem, target) or fold(word.text) in peoples() or index in known
        for index, word in enumerate(reading.words[first : last + 1], start=first)
        if word.is_word
    )


def _many_fits(mention: Mention, target: Target, reading: Reading) -> bool:
    """ "Three times as many people" is no multiple of murders."""
    _, last = reading.of_quantity(mention)
    after = reading.words[last + 1 : last + 4]
    many = next((i for i, word in enumerate(after) if word.text.lower() in ("many", "more", "fewer")), None)
    if many is None or last + many + 2 >= len(reading.words):
        return True
    noun = reading.words[last + many + 2]
    counts_people = target.measure.unit == "people" and (noun.stem in stem_set("people") or noun.stem == "people")
    return counts_people or noun.stem in vocabulary(target) - {"people"} or noun.stem in stem_set("function")


def candidates(
    mention: Mention, reading: Reading, form: Form, scopes: "Scopes", former: Sequence[Hit]
) -> Iterator[Candidate]:
    """The measures that a number may be, from its own sentence, else the one that the text goes on about."""
    for hit in reading.hits:
        scope = scopes.of(hit.target)
        meant = suited(form, hit.target.measure, hit.of_change)
        if not kind_fits(mention.quantity, hit.target.measure, meant):
            continue
        gap = distance(hit, mention, reading, scope)
        if _narrower_follows(hit, mention, reading):
            continue
        if gap <= 2 and counted_fits(mention, hit.target, reading, scope):
            score = hit.score - _remoteness(hit, mention, reading) - 1.5 * gap
            yield Candidate(hit.target, score, gap, of_change=hit.of_change, loose=hit.loose)
    yield from _listed(mention, reading, form, scopes)
    if not reading.hits and goes_on(mention, reading):
        behind = scopes.readings[scopes.readings.index(reading) - 1]
        for hit in former[:3]:
            if kind_fits(mention.quantity, hit.target.measure, form) and mention.quantity.noun is None:
                backed = not hit.target.dataset.builtin and not clear(behind, hit, scopes.of(hit.target))
                yield Candidate(hit.target, hit.score, 0, backed=backed)


def _narrower_follows(hit: Hit, mention: Mention, reading: Reading) -> bool:
    """ "8,700 pupils got free school meals": not all pupils, where the number's clause goes on to a part of them."""
    first, last = reading.of_quantity(mention)
    end = reading.clause(first)[1]
    others = [reading.of_quantity(m)[0] for m in reading.mentions if m.quantity.kind not in ("date", "ordinal")]
    return any(
        part.target.dataset is hit.target.dataset
        and part.target.measure.subset_of == hit.target.key
        and not part.loose
        and last < part.last < end
        and set(part.positions) - set(hit.positions)
        and not any(last < other < part.last for other in others)
        for part in reading.hits
    )


def _listed(mention: Mention, reading: Reading, form: Form, scopes: "Scopes") -> Iterator[Candidate]:
    """ "France had 68.6 million people and Italy 59 million": the second number is of the first one's measure."""
    target = scopes.last.get(reading.sentence.index)
    if target is None or mention.quantity.noun is not None:
        return
    bare = bare_fits(mention.quantity, target.measure, form)
    if not bare and not kind_fits(mention.quantity, target.measure, form):
        return
    first, _ = reading.of_quantity(mention)
    known = scopes.of(target).known(reading)
    back = first - 1
    while back >= 0 and (back in known or reading.words[back].stem in stem_set("neutral") | stem_set("listing")):
        if any(reading.of_quantity(m)[1] == back for m in reading.mentions):
            return
        if reading.words[back].text.lower() == "and":
            yield Candidate(target, 2.0, 0, loose=not target.dataset.builtin, backed=bare)
            return
        back -= 1


def goes_on(mention: Numbered, reading: Reading) -> bool:
    """ "Last year it was 124 million": the sentence speaks of what the one before spoke of."""
    first, _ = reading.of_quantity(mention)
    start, _ = reading.clause(first)
    return any(word.stem in stem_set("pronouns") for word in reading.words[start:first])


class Scopes:
    """One view of the article a dataset, made when first asked for."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = readings
        self._made: dict[str, Scope] = {}
        self.last: dict[int, Target] = {}  # by sentence, the measure that was linked last
        self.about: list[Dataset] = []  # the newsroom's datasets that the article is about

    def of(self, target: Target) -> Scope:
        name = target.dataset.name
        if name not in self._made:
            self._made[name] = Scope(target.dataset, self.readings)
        return self._made[name]
