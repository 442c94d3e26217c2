"""Shares that the text puts together ("4 per cent of the labor force is unemployed"), and bare counts of people."""

from collections.abc import Iterator, Sequence

from factcheck.model.relation import Mention
from factcheck.reference.candidates import Candidate, Scopes, distance, strangers
from factcheck.reference.forms import Form
from factcheck.reference.gazetteer import fold, peoples
from factcheck.reference.labels import Hit, Target
from factcheck.reference.reading import Reading, Spot
from factcheck.reference.stems import stem_set

_BESIDE = 1  # "pupils" and, right behind, what narrows them


def composed(mention: Mention, reading: Reading, form: Form, scopes: Scopes) -> Iterator[Candidate]:
    """Measures that no single label names."""
    if form.act == "level" and mention.quantity.is_share:
        yield from _parts_of_wholes(mention, reading, scopes)
        yield from _shares_of_wholes(mention, reading, scopes)
        yield from _parts_alone(mention, reading, scopes)
    if mention.quantity.kind in ("count", "multiple"):
        yield from _everybody(mention, reading, form, scopes)


def _parts_of_wholes(mention: Mention, reading: Reading, scopes: Scopes) -> Iterator[Candidate]:
    counts = [hit for hit in reading.hits if hit.target.measure.kind == "count"]
    wholes = _wholes(mention, reading, scopes)
    for part in counts:
        scope = scopes.of(part.target)
        bases = [w for w in wholes if w.target.dataset is part.target.dataset and _are_apart(w, part, mention, reading)]
        for whole in bases:
            if whole.target.key in _above(part.target) and distance(part, mention, reading, scope) <= 3:
                yield _share(part, whole)


def _wholes(mention: Mention, reading: Reading, scopes: Scopes) -> list[Hit]:
    """The counts that the text names as what the number is a share of; of "the pupils entitled to meals" not all
    pupils."""
    found = [h for h in reading.hits if h.target.measure.kind == "count" and _is_base(h, mention, reading, scopes)]
    return [h for h in found if not any(_is_narrower(other, h) for other in found)]


def _is_narrower(hit: Hit, whole: Hit) -> bool:
    """Whether a hit goes on where a wider measure of its table is named, and is a part of that."""
    beside = whole.last < hit.last and whole.first <= hit.first <= whole.last + _BESIDE
    return (
        beside
        and not hit.loose
        and hit.target.dataset is whole.target.dataset
        and whole.target.key in _above(hit.target)
    )


def _shares_of_wholes(mention: Mention, reading: Reading, scopes: Scopes) -> Iterator[Candidate]:
    """ "A fifth of all calls to the station were hoaxes": the share's own words, and a base beside them,
    which may be another than the table's."""
    for whole in _wholes(mention, reading, scopes):
        dataset = whole.target.dataset
        for part in reading.hits:
            measure, numerator = part.target.measure, part.target.measure.numerator
            if part.target.dataset is not dataset or measure.kind != "share" or numerator is None:
                continue
            known = {measure.denominator, *_above(Target(dataset, numerator))}
            near = distance(part, mention, reading, scopes.of(part.target)) <= 3
            if whole.target.key in known and near and set(whole.positions).isdisjoint(part.positions):
                own = whole.target.key == measure.denominator
                target, base = (part.target, None) if own else (Target(dataset, numerator), whole.target.key)
                yield Candidate(target, part.score + whole.score, 0, base=base, named_base=True)


def with_named_bases(found: Sequence[Candidate]) -> list[Candidate]:
    """All but the shares over a base that the text does not name, where it names one."""
    named = {(c.target.dataset.name, _part(c)) for c in found if c.named_base}
    return [c for c in found if c.named_base or (c.target.dataset.name, _part(c)) not in named]


def _part(candidate: Candidate) -> str | None:
    measure = candidate.target.measure
    return measure.numerator if measure.kind == "share" else candidate.target.key


def _are_apart(whole: Hit, part: Hit, mention: Mention, reading: Reading) -> bool:
    """Whether two measures are named by words of their own; "of all pupils, 40 per cent passed" names those
    who passed after the number."""
    first, last = reading.of_quantity(mention)
    rest = set(part.positions) - set(whole.positions)
    apart = len(rest) == len(part.positions)
    return apart or (bool(rest) and whole.last < first and all(position > last for position in rest))


def _parts_alone(mention: Mention, reading: Reading, scopes: Scopes) -> Iterator[Candidate]:
    """ "Women were 6.9 per cent in the country's prisons": the table's own share of a part that is named before
    the number, where no "of" brings in another whole."""
    first, last = reading.of_quantity(mention)
    if any(word.stem == "of" for word in reading.words[last + 1 : last + 3]):
        return
    for hit in reading.hits:
        dataset = hit.target.dataset
        shares = [key for key, m in dataset.measures.items() if m.numerator == hit.target.key and m.kind == "share"]
        if dataset.builtin or len(shares) != 1 or hit.loose or hit.first > first:
            continue
        if distance(hit, mention, reading, scopes.of(hit.target)) == 0:
            yield Candidate(Target(dataset, shares[0]), hit.score / 2, 0)


def _above(target: Target) -> set[str]:
    """The measures that a count is a part of, and the denominators that shares of it use."""
    found, key = set(), target.measure.subset_of
    while key is not None:
        found.add(key)
        key = target.dataset.measures[key].subset_of
    for measure in target.dataset.measures.values():
        if measure.numerator == target.key:
            found |= {measure.denominator or "", *measure.other_denominators}
    return found


def _is_base(hit: Hit, mention: Mention, reading: Reading, scopes: Scopes) -> bool:
    """ "Per cent of the American labor force": the base follows "of" at once."""
    first, last = reading.of_quantity(mention)
    if hit.last < first:
        lead = [
            word.text.lower() for word in reading.words[max(reading.clause(hit.first)[0], hit.first - 5) : hit.first]
        ]
        opens = bool(lead) and lead[0] in ("of", "among")
        between = _without_sayer(reading, range(hit.last + 1, first))
        names = frozenset(word.stem for word in reading.words if word.capital)
        return opens and strangers(reading, scopes.of(hit.target), hit.target, between, names) == 0
    after = [position for position in hit.positions if position > last]
    following = reading.words[last + 1 : after[0]] if after else []
    if not after or len(following) > 6 or not any(word.stem == "of" for word in following[:2]):
        return False
    return all(
        not word.is_word or word.capital or word.stem in stem_set("function") | stem_set("neutral")
        for word in following
    )


def _without_sayer(reading: Reading, span: range) -> list[int]:
    """The words of a stretch but for who says it: "of all calls, the warden wrote, a fifth …"."""
    commas = [index for index in span if reading.words[index].text == ","]
    said = [index for index in span if reading.words[index].stem in stem_set("saying")]
    if len(commas) < 2 or not any(commas[0] < index < commas[-1] for index in said):
        return list(span)
    return [index for index in span if not commas[0] < index < commas[-1]]


def _share(part: Hit, whole: Hit) -> Candidate:
    """The table's own share of the two, where it has one; else one worked out."""
    dataset = part.target.dataset
    score = part.score + whole.score
    for key, measure in dataset.measures.items():
        if measure.numerator == part.target.key and measure.denominator == whole.target.key and measure.kind == "share":
            return Candidate(Target(dataset, key), score, 0, named_base=True)
    return Candidate(part.target, score, 0, base=whole.target.key, named_base=True)


def _everybody(mention: Mention, reading: Reading, form: Form, scopes: Scopes) -> Iterator[Candidate]:
    """ "Australia's 25.7 million people", "there are 66 million people in the United Kingdom"."""
    if form.act not in ("level", "times", "difference") or not _is_everybody(mention, reading, form):
        return
    for label in reading.index.everybody():
        scope = scopes.of(label.target)
        if scope.places(reading):
            yield Candidate(label.target, 2.0, 0)


def _is_everybody(mention: Mention, reading: Reading, form: Form) -> bool:
    first, last = reading.of_quantity(mention)
    noun = _noun_end(reading, last + 1 if form.act != "times" else _after_many(reading, last))
    if noun is None:
        return False
    if form.act != "level":
        return True
    before = [word.text.lower() for word in reading.words[max(0, first - 5) : first]]
    owner = any(hit.owner and 0 < first - hit.last <= 5 for hit in reading.places())
    there = "there" in before
    has = not {"has", "have", "had", "with", "counted", "counts", "numbered", "holds", "held"}.isdisjoint(before)
    after = reading.words[noun + 1] if noun + 1 < len(reading.words) else None
    lives = after is not None and after.stem == "live" and _ends(reading, noun + 2)
    return owner or lives or ((there or has) and _ends(reading, noun + 1))


def _ends(reading: Reading, index: int) -> bool:
    """Whether nothing but a place and a period follows: "66 million people in the United Kingdom, …"."""
    spots: list[Spot] = [*reading.places(), *reading.periods]
    known = {i for spot in spots for i in range(spot.first, spot.last + 1)}
    while index < len(reading.words) and (index in known or reading.words[index].stem in ("in", "the", "at", "of")):
        index += 1
    return index >= len(reading.words) or not reading.words[index].is_word or reading.words[index].stem == "and"


def _after_many(reading: Reading, last: int) -> int:
    """ "Twice as many people as": the noun stands after "many"."""
    words = [word.stem for word in reading.words[last + 1 : last + 3]]
    return last + 3 if words == ["as", "many"] else len(reading.words)


def _noun_end(reading: Reading, index: int) -> int | None:
    """The position of "people" (or "New Zealanders") right after a number."""
    if index >= len(reading.words):
        return None
    word = reading.words[index]
    if word.stem in ("more", "fewer") and index + 1 < len(reading.words):
        index, word = index + 1, reading.words[index + 1]
    two = f"{word.text} {reading.words[index + 1].text}" if index + 1 < len(reading.words) else ""
    if fold(two) in peoples():
        return index + 1
    is_people = word.stem in ("people", "inhabitant", "resident", "citizen", "soul") or fold(word.text) in peoples()
    return index if is_people else None
