"""Which period a number is about: named, pointed back to, measured by its length, or the latest."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from factcheck.reference.periods import PeriodHit
from factcheck.reference.reading import At, Reading, is_tied
from factcheck.reference.scope import Abstain, Ask
from factcheck.reference.seasons import at_place, just_before, placed
from factcheck.reference.when import Span

_NAMED = frozenset({"year", "financial", "quarter"})


@dataclass(frozen=True, slots=True)
class When:
    """A period as the claim means it: given, a length, a range, or None (not said)."""

    span: Span | None = None
    hit: PeriodHit | None = None
    pair: tuple[Span, ...] = ()
    lent: bool = False  # from the sentences before, which do not speak of this measure


def when_of(ask: Ask, before: Sequence[Reading], inherited: Span | None, level: bool) -> When:
    """The period of a claim (a `level` or a change); an empty `When` where the text says none. Raises Abstain."""
    spots = [at for at in ask.reading.periods if not (_is_part_of_measure(ask, at) or _of_other_number(ask, at))]
    if level and any(at.period.grain == "year" for at in spots):
        spots = [at for at in spots if at.period.grain != "since"]
    if level and _is_start_of_change(ask, spots):
        raise Abstain("the text does not say when the change began")
    at = ask.nearest(spots) or _only(ask, spots)
    if at is None:
        return When(inherited) if inherited is not None else _lent(ask, before)
    together = _together(ask, at, spots)
    return When(pair=together, hit=at.period) if together else _meant(ask, at, before, inherited, level)


def _lent(ask: Ask, before: Sequence[Reading]) -> When:
    """The one period of the sentence before, for a number that is given none."""
    hits = [at.period for at in before[-1].periods] if before else []
    hits = [hit for hit in hits if hit.span is not None and hit.grain in ("year", "financial", "quarter", "months")]
    if len(hits) != 1:
        return When()
    lent = all(hit.target != ask.target for hit in before[-1].hits)
    return When(None if hits[0].grain == "months" else hits[0].span, hits[0], lent=lent)


def _of_other_number(ask: Ask, at: At) -> bool:
    """ "638 more than in the year before; of the flats, 1,649": what a number before was compared with."""
    first, _ = ask.reading.of_quantity(ask.mention)
    words = [word.text.lower() for word in ask.reading.words[max(0, at.first - 3) : at.first]]
    return at.last < first and "than" in words and ask.against is None and words[-1] in ("than", "in", "the", "for")


def _meant(ask: Ask, at: At, before: Sequence[Reading], inherited: Span | None, level: bool) -> When:
    """What one period of the sentence means."""
    hit = at.period
    match hit.grain:
        case "same":
            return _pointed_at(ask, before, at)
        case "again":
            return When(_season_again(ask, before, at, inherited), hit)
        case "final":
            return When(inherited, hit)
        case "length" | "months" if hit.turn is None:
            return When(None, hit)
        case "range":
            assert hit.ends is not None
            meets = _when_follows(ask, at)
            return When(_side_of_range(ask, hit) or (hit.ends[1] if meets else hit.span), hit)
        case "years" if not level:
            return When(None, hit)
        case "to" | "decade" | "years":
            raise Abstain("the table has no figure for a period of that kind")
    if hit.back is not None:
        return _years_ago(ask, at, inherited)
    if hit.turn is not None or hit.step is not None:
        return _without_year(ask, at, before, inherited)
    if hit.span is None:
        raise Abstain("the text's period cannot be dated without a date of publication")
    return When(hit.span, hit)


def _without_year(ask: Ask, at: At, before: Sequence[Reading], inherited: Span | None) -> When:
    """ "The March quarter", "in May", "the month before"."""
    found = placed(ask, before, at) if at.period.turn is not None else None
    span, lent = found if found is not None else (None, False)
    if at.period.step is not None:
        span = just_before(ask, at, inherited)
    if span is None:
        raise Abstain("the text's period cannot be dated without a date of publication")
    return When(span, at_place(at.period, span), lent=lent)


def _is_start_of_change(ask: Ask, spots: Sequence[At]) -> bool:
    """ "From 3.7 to 8.1 percent in 2020": the first number is of an earlier period than the one that is named."""
    first, last = ask.reading.of_quantity(ask.mention)
    if first == 0 or ask.reading.words[first - 1].text.lower() != "from":
        return False
    own = next((at for at in spots if at.first > last and is_tied(ask.reading, last, at)), None)
    return own is None or any(last < ask.reading.of_quantity(rival)[0] < own.first for rival in ask.rivals)


def _only(ask: Ask, spots: Sequence[At]) -> At | None:
    """The one period of the clause, though another number stands between."""
    start, end = ask.reading.clause(ask.reading.of_quantity(ask.mention)[0])
    inside = [at for at in ask.own(spots) if start <= at.first < end]
    return inside[0] if len(inside) == 1 else None


def _when_follows(ask: Ask, at: At) -> bool:
    """ "Between 1990 and 2019, when it stood at …": the number is of the last year."""
    after = [word for word in ask.reading.words[at.last + 1 : at.last + 3] if word.is_word]
    return bool(after) and after[0].stem == "when"


def _side_of_range(ask: Ask, hit: PeriodHit) -> Span | None:
    """ "Fell between 2010 and 2023, to 36.7 million": the number is of the last year."""
    first, _ = ask.reading.of_quantity(ask.mention)
    before = [word.text.lower() for word in ask.reading.words[max(0, first - 2) : first]]
    if hit.ends is None or "to" not in before:
        return None
    return hit.ends[1]


def _years_ago(ask: Ask, at: At, inherited: Span | None) -> When:
    """ "Two years ago" counts from publication, "a year earlier" from the year that the sentence has named."""
    hit, published = at.period, ask.reading.published
    text = ask.reading.sentence.text[hit.start - ask.reading.sentence.start : hit.end - ask.reading.sentence.start]
    if text.endswith("ago"):
        if published is None:
            raise Abstain("the text's period hangs on the date of publication, which is not known")
        return When(Span.year(published.year - (hit.back or 0)), hit)
    named = [spot.period for spot in ask.reading.periods if spot.first < at.first and spot.period.grain in _NAMED]
    base = next((period for period in reversed(named) if period.span is not None), None)
    if base is not None and base.span is not None:
        moved = base.span.back(hit.back or 1)
        return When(moved, replace(base, span=moved) if base.grain == "financial" else hit)
    if inherited is None:
        raise Abstain("the text's period hangs on another one")
    return When(inherited.back(hit.back or 1), hit)


def _is_part_of_measure(ask: Ask, at: At) -> bool:
    """ "In the past 12 months" is no period where the measure itself is of twelve months; nor is "€900 a month",
    nor a length that the next clause speaks of."""
    said = ask.reading.words[at.first].text
    if at.period.grain == "length" and said.lower() in ("a", "an", "each") and _is_per(ask.reading, at):
        return True
    if at.period.grain == "length" and at.first >= ask.reading.clause(ask.reading.of_quantity(ask.mention)[1])[1]:
        return True  # "…, said the warden, who has kept the log for 11 years"
    return at.period.grain == "length" and (
        f"{said} {ask.reading.words[at.last].text}" in (ask.target.measure.population or "") or _is_number(ask, at)
    )


def _is_per(reading: Reading, at: At) -> bool:
    """Whether a length only says of what stretch a number is the rate."""
    rates = [m for m in reading.mentions if m.quantity.per is not None]
    unit = reading.words[at.last].stem
    return any(m.quantity.per == unit and 0 < at.first - reading.of_quantity(m)[1] <= 4 for m in rates)


def _is_number(ask: Ask, at: At) -> bool:
    """A length that is the claim's own number is what is claimed, not when."""
    start, end = ask.mention.quantity.span
    return at.period.start < end and start < at.period.end


def _together(ask: Ask, at: At, spots: Sequence[At]) -> tuple[Span, ...]:
    """ "Over 2014 and 2015 taken together": two years that are joined by "and"."""
    words = ask.reading.words
    for first, second in pairwise(spots):
        joined = second.first == first.last + 2 and words[first.last + 1].stem == "and"
        if joined and at in (first, second) and first.period.span and second.period.span and ask.against is None:
            return (first.period.span, second.period.span)
    return ()


def _earlier(ask: Ask, before: Sequence[Reading], at: At) -> list[PeriodHit]:
    """The periods that the text has named, the last first."""
    found = [spot.period for spot in ask.reading.periods if spot.first < at.first]
    for reading in reversed(before[-3:]):
        found = [spot.period for spot in reading.periods] + found
    return found[::-1]


def _pointed_at(ask: Ask, before: Sequence[Reading], at: At) -> When:
    """What "that year" or "the same quarter" points back to."""
    last = ask.reading.words[at.last].stem
    for hit in _earlier(ask, before, at):
        if hit.span is None or hit.grain in ("again", "since") or (last == "month" and hit.grain != "month"):
            continue
        if hit.grain == "months":
            return When(None, hit)
        if hit.grain == "financial" or last in ("quarter", "period", "month"):
            return When(hit.span, hit)
        return When(Span.year(hit.span.end.year), at.period)
    begun = next((hit for hit in _earlier(ask, before, at) if hit.grain == "since" and last == "year"), None)
    if begun is None or begun.span is None:
        raise Abstain("the text's period cannot be dated")
    return When(begun.span, at.period, lent=True)  # "has fallen since 2011; it was 51 in that year"


def _season_again(ask: Ask, before: Sequence[Reading], at: At, inherited: Span | None) -> Span:
    """ "The same quarter of 2023": the stretch named before, in that year."""
    assert at.period.span is not None
    year = at.period.span.start.year
    for hit in _earlier(ask, before, at):
        if hit.grain in ("quarter", "months") and hit.span is not None:
            whole = Span(hit.ends[0].start, hit.ends[1].end) if hit.ends is not None else hit.span
            return whole.back(whole.end.year - year)
    if inherited is None or inherited.days > 360:
        raise Abstain("the text's period hangs on another one")
    return inherited.back(inherited.end.year - year)


def latest(spans: Iterable[Span], published: datetime.date | None) -> Span:
    """The last period that had ended by publication, if the table reaches near enough. Raises Abstain."""
    if published is None:
        raise Abstain("neither the text nor its date says which period")
    ended = [span for span in spans if span.end < published]
    if not ended:
        raise Abstain("the table begins after the date of publication")
    last = max(ended, key=lambda span: (span.end, -span.days))
    if (published - last.end).days > 3 * last.days:
        raise Abstain("the table ends too long before the date of publication")
    return last
