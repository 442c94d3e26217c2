"""Superlatives and trends against a series: refuted by one value, supported only by an unbroken run of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from factcheck.model.article import Where
from factcheck.model.lookup import NO_QUANTITY, Lookup, Phrase, Superlative, Trend
from factcheck.model.quantity import Quantity
from factcheck.model.recalculation import Recalculation
from factcheck.reference import formulas
from factcheck.reference.bind import Bound
from factcheck.reference.candidates import Scopes, goes_on, strangers
from factcheck.reference.exact import display
from factcheck.reference.explained import unexplained
from factcheck.reference.formulas import Result, Subject
from factcheck.reference.groups import members_of
from factcheck.reference.labels import Hit, Target
from factcheck.reference.narrowed import narrowed
from factcheck.reference.patterns import SuperlativePhrase, TrendPhrase, superlatives, trends
from factcheck.reference.ranks import RankPhrase, above, are_all, ranks
from factcheck.reference.reading import Numbered, Reading
from factcheck.reference.scope import Abstain, Ask, place_of
from factcheck.reference.senses import implied
from factcheck.reference.series import Point, Topic, pace_of, points_of
from factcheck.reference.stems import series_words
from factcheck.reference.timing import latest
from factcheck.reference.when import Span
from factcheck.reference.windows import ordinal

_MANY = 8  # phrases of a sentence that are looked at

_DATED = frozenset({"year", "quarter", "month", "financial"})
_NO_FIGURES = frozenset({"date", "ordinal", "identifier"})

Own = Sequence[tuple[Lookup, Bound]]


def phrases(reading: Reading, former: tuple[Hit, ...], scopes: Scopes, own: Own) -> Iterator[Phrase]:
    """The superlatives and trends of one sentence that a series bears out or refutes."""
    text = reading.sentence.text
    for superlative in islice(superlatives(text), _MANY):
        topic = _topic(reading, superlative.start, superlative.end, former, scopes, own)
        if topic is not None and not _of_other_number(reading, superlative.start, own):
            yield from _superlative(reading, superlative, topic)
    for rank in islice(ranks(text), _MANY):
        topic = _topic(reading, rank.start, rank.end, former, scopes, own)
        opens = rank.start if rank.opens is None else rank.opens
        if topic is not None and (rank.of is None or not _of_other_number(reading, opens, own)):
            yield from _rank(reading, rank, topic, scopes)
    for trend in islice(trends(text), _MANY):
        topic = _topic(reading, trend.start, trend.end, former, scopes, own)
        if topic is not None:
            yield from _trend(reading, trend, topic)


def _named_in(reading: Reading, phrase: RankPhrase, topic: Topic, scopes: Scopes) -> tuple[str, ...]:
    """The places that a phrase sets its own against, where it names them."""
    if phrase.among is None:
        return ()
    start, end = (edge + reading.sentence.start for edge in phrase.among)
    hits = scopes.of(topic.subject.target).places(reading)
    return tuple(dict.fromkeys(hit.key for hit in hits if start <= reading.words[hit.first].start < end))


def _rank(reading: Reading, phrase: RankPhrase, topic: Topic, scopes: Scopes) -> Iterator[Phrase]:
    """Refuted by another place of the table; a table is never sure to have them all."""
    start, end = phrase.start + reading.sentence.start, phrase.end + reading.sentence.start
    inside = (at.period for at in reading.periods if start <= at.period.start < end and at.period.grain == "year")
    named = next((period.span for period in inside), None)
    try:
        span = topic.span or named or latest(formulas.spans_of(topic.subject), reading.published)
    except Abstain:
        return
    among = _named_in(reading, phrase, topic, scopes)
    closed = phrase.of is not None or phrase.among is not None
    found = above(topic.subject, span, phrase.way, among)
    if closed and not are_all(topic.subject, span, phrase, among):
        return
    own = formulas.level(topic.subject, span)
    if own is None or (found is None and not closed):
        return
    working = f"{own.label}: {own.display}, " + (
        f"but {found[1].label}: {found[1].display}" if found else "and none beyond"
    )
    points = [Point(result.span.start.year, result.value, result) for result in found or (own,)]
    frame = _frame(reading, phrase, topic, found is None, working, points, "max" if phrase.way > 0 else "min")
    yield Superlative(*frame)


def _topic(reading: Reading, start: int, end: int, former: tuple[Hit, ...], scopes: Scopes, own: Own) -> Topic | None:
    """What was linked in the sentence before the phrase, else the measure that the sentence names."""
    begins = reading.sentence.start + start
    mention = _pseudo(reading, start, end)
    linked = [entry for entry in own if entry[0].stated.quantity.end <= begins and entry[1].sides is None]
    for lookup, bound in linked[-1:]:
        if lookup.stated.sentence is not reading.sentence:
            if _opens_with_that(reading, start):
                return Topic(bound.subject, bound.result.span, lookup.builtin)
        elif _is_beside(reading, start, lookup) or _hangs_on(
            reading, scopes, bound.subject.target, lookup.stated, mention
        ):
            return Topic(bound.subject, bound.result.span, lookup.builtin)
    for hit in _of_kind(reading, start) or (former if goes_on(mention, reading) else ()):
        if not _is_subject(reading, scopes, hit, mention):
            continue
        ask = Ask(mention, reading, hit.target, scopes.of(hit.target), ())
        try:
            place, named = place_of(ask)
            subject = Subject(hit.target, place, members_of(ask)[0])
        except Abstain:
            continue
        if not hit.target.dataset.builtin and unexplained(ask) is not None:
            continue
        if named == "named" or (named == "assumed" and not hit.target.dataset.builtin):
            return Topic(subject, _span(ask, begins, reading.sentence.start + end), hit.target.dataset.builtin)
    return None


def _of_other_number(reading: Reading, start: int, own: Own) -> bool:
    """ "Fog was blamed for 212 crashes, the most since 2018": the most of what the last number counts, and
    that is no figure of the table."""
    begins = reading.sentence.start + start
    counted = [m for m in reading.mentions if m.quantity.end <= begins and m.quantity.kind not in _NO_FIGURES]
    return bool(counted) and all(lookup.stated.index != counted[-1].index for lookup, _ in own)


def _is_beside(reading: Reading, start: int, lookup: Lookup) -> bool:
    """Whether a phrase is set right after a comma, with no number since the linked one: "…, the most since"."""
    begins = reading.sentence.start + start
    after = lookup.stated.quantity.end
    between = [m for m in reading.mentions if after <= m.quantity.start < begins and m.quantity.kind not in _NO_FIGURES]
    return lookup.holds and not between and reading.sentence.text[:start].rstrip().endswith((",", "–", "—", "("))


def _opens_with_that(reading: Reading, start: int) -> bool:
    """ "That is the most that the route has ever had": the number of the sentence before."""
    words = [word.stem for word in reading.words if word.end <= reading.sentence.start + start]
    return 1 <= len(words) <= 4 and words[0] in ("that", "this", "it") and set(words[1:]) <= {"be", "was", "is", "also"}


def _of_kind(reading: Reading, start: int) -> list[Hit]:
    """The measures named, shares only where the text says "proportion" before the phrase, and else none of
    those that it does not name in the table's own words."""
    said = [word.stem for word in reading.words if word.end <= reading.sentence.start + start]
    if not implied("share").isdisjoint(said):
        return sorted(reading.hits, key=lambda hit: hit.target.measure.kind not in ("share", "rate", "ratio"))
    return [hit for hit in reading.hits if not (hit.loose and hit.target.measure.derived)]


def _told() -> frozenset[str]:
    """The words that a phrase about a series is made of."""
    return series_words() | {"quarter", "quarterly", "month", "monthly"}


def _hangs_on(reading: Reading, scopes: Scopes, target: Target, number: Numbered, phrase: Numbered) -> bool:
    """Whether nothing but the measure's own words stands between a linked number and the phrase, or in it."""
    first, last = reading.of_quantity(number)[1] + 1, reading.of_quantity(phrase)[1]
    return strangers(reading, scopes.of(target), target, range(first, last + 1), _told()) == 0


def _is_subject(reading: Reading, scopes: Scopes, hit: Hit, phrase: Numbered) -> bool:
    """Whether a measure named before the phrase, or in it, is what the phrase is about."""
    scope = scopes.of(hit.target)
    first, last = reading.of_quantity(phrase)
    if hit not in reading.hits:
        return narrowed(phrase, hit.target, reading, scope, frozenset()) is None
    if hit.first > last or narrowed(phrase, hit.target, reading, scope, frozenset(hit.positions)):
        return False
    span = range(min(hit.last + 1, first), last + 1)
    return strangers(reading, scope, hit.target, span, _told()) == 0


@dataclass(frozen=True, slots=True)
class _Stand:
    """The phrase as if it were a number, for the rules that say what belongs to it."""

    quantity: Quantity
    index: int = NO_QUANTITY


def _pseudo(reading: Reading, start: int, end: int) -> _Stand:
    text = reading.sentence.text[start:end]
    start, end = start + reading.sentence.start, end + reading.sentence.start
    quantity = Quantity(start, end, text, "ordinal", where=reading.sentence.where)
    return _Stand(quantity)


def _span(ask: Ask, start: int, end: int) -> Span | None:
    """The period that the sentence names outside the phrase."""
    outside = [at for at in ask.reading.periods if not (at.period.start < end and start < at.period.end)]
    at = ask.nearest([at for at in outside if at.period.grain in _DATED and at.period.span is not None])
    return at.period.span if at is not None else None


def _end(topic: Topic, points: Sequence[Point], pace: int, reading: Reading) -> tuple[int, bool] | None:
    """The period spoken of, and whether it is known for certain."""
    if topic.span is not None:
        return ordinal(topic.span, pace), True
    try:
        return ordinal(latest([point.result.span for point in points], reading.published), pace), True
    except Abstain:
        return (points[-1].at, False) if points and reading.published is None else None


def _superlative(reading: Reading, phrase: SuperlativePhrase, topic: Topic) -> Iterator[Phrase]:
    changes, pace = phrase.extreme not in ("high", "low"), pace_of(topic, phrase.window)
    if pace is None:
        return
    points = points_of(topic, changes, pace, phrase.window.season)
    end = _end(topic, points, pace, reading)
    here = next((p for p in points if end is not None and p.at == end[0]), None)
    if here is None or end is None or not end[1]:
        return
    sign = -1 if phrase.extreme in ("low", "fall", "first fall") else 1
    start = phrase.window.first(here.at, pace)
    rivals = [p for p in points if p.at < here.at and (start is None or p.at >= start)]
    first = phrase.extreme.startswith("first")
    against = (
        [p for p in rivals if p.value * sign > 0]
        if first
        else [p for p in rivals if p.value * sign >= here.value * sign]
    )
    wrong = here if first and here.value * sign <= 0 else max(against, key=lambda p: p.value * sign, default=None)
    # "On record" reaches back further than any table: only an unbroken window bears a phrase out.
    if wrong is None and not (start is not None and {p.at for p in rivals} >= set(range(start, here.at))):
        return
    working = _working(topic, here, wrong, changes, rivals)
    yield Superlative(
        *_frame(reading, phrase, topic, wrong is None, working, [*rivals, here], "max" if sign > 0 else "min")
    )


def _working(topic: Topic, here: Point, wrong: Point | None, changes: bool, rivals: Sequence[Point]) -> str:
    unit = here.result.unit
    mine = f"{topic.subject.label}: {display(here.value, unit)} in {here.name}"
    if changes:
        mine = f"{topic.subject.label}: changed by {display(here.value, unit)} in {here.name}"
    if wrong is None:
        return f"{mine}, and nothing as far out in {rivals[0].name if rivals else here.name} to {here.name}"
    return mine if wrong is here else f"{mine}, but {display(wrong.value, unit)} in {wrong.name}"


def _trend(reading: Reading, phrase: TrendPhrase, topic: Topic) -> Iterator[Phrase]:
    window, pace = phrase.window, pace_of(topic, phrase.window)
    if pace is None:
        return
    changes = points_of(topic, True, pace)
    end = (window.until // pace, True) if window.until else _end(topic, changes, pace, reading)
    if end is None:
        return
    last = end[0]
    first = window.first(last, pace)
    inside = [p for p in changes if first is not None and first <= p.at <= last]
    against = _against(phrase, inside)
    whole = first is not None and {p.at for p in inside} == set(range(first, last + 1))
    if not against and not (whole and end[1] and inside):
        return
    wrong = against[0] if against else None
    yield Trend(*_frame(reading, phrase, topic, wrong is None, _course(topic, inside, wrong, pace), inside, "all"))


def _course(topic: Topic, inside: Sequence[Point], wrong: Point | None, pace: int) -> str:
    if wrong is None:
        each = {12: "year", 3: "quarter", 1: "month"}[pace]
        return f"{topic.subject.label}: true of every {each} from {inside[0].name} to {inside[-1].name}"
    before, now = wrong.result.value - wrong.value, wrong.result
    then = str(wrong.at - 1) if pace == 12 else now.span.former(pace).text
    return (
        f"{topic.subject.label}: {display(before, now.unit)} in {then}, {display(now.value, now.unit)} in {wrong.name}"
    )


def _against(phrase: TrendPhrase, inside: Sequence[Point]) -> list[Point]:
    """The years that break a trend; one that may be up or down is broken by years of both kinds."""
    if phrase.way == 0:
        ways = [[p for p in inside if p.value * way <= 0] for way in (1, -1)]
        return min(ways, key=len)
    return [p for p in inside if (p.value * phrase.way > 0 if phrase.never else p.value * phrase.way <= 0)]


def _frame(
    reading: Reading, phrase: SuperlativePhrase | TrendPhrase | RankPhrase, topic: Topic, holds: bool, working: str,
    points: Sequence[Point], function: str,
) -> tuple[int, int, str, Where, Recalculation, str, bool]:  # fmt: skip
    """The fields of a phrase's relation."""
    start, end = phrase.start + reading.sentence.start, phrase.end + reading.sentence.start
    years = f"{points[0].name}…{points[-1].name}"
    cells = tuple(cell for point in points for cell in point.result.cells)
    result = Result(
        points[-1].result.value, points[-1].result.unit, cells, f"{function}({topic.subject.target.key}, {years})",
        topic.subject.label, Span(points[0].result.span.start, points[-1].result.span.end),
    )  # fmt: skip
    proof = formulas.evidence(topic.subject, result)
    sum_ = Recalculation(
        "aggregate", NO_QUANTITY, (), result.formula, None, None, "holds" if holds else "does not hold", holds, "exact",
        working=working, sources=(proof.source,), reference=proof,
    )  # fmt: skip
    text = reading.sentence.text[phrase.start : phrase.end]
    return start, end, text, reading.sentence.where, sum_, topic.subject.label, topic.builtin
