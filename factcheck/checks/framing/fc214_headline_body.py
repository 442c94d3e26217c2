"""A headline whose number the body does not support.

Many readers read no further. Speaks where the body tells of the same thing with another number: one that
looks like it (digits changed over, a nought too many) or that the body's own figures make; where the headline
gives a part the number of its whole; where it gives a deed the share of those who did the opposite; under a headline
that says only "double" or "halve", where the body tells one other growth of the same thing; where the body's two
figures of the headline's thing make another change or share. Silent where any other
figure of the body fits the headline's, and where the two may be of different things. Speaks in place of any
finding of arithmetic on the headline's figure. Source: Ecker et al. (2014), The Effects of Subtle
Misinformation in News Headlines.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.checks.framing._body_sums import made_otherwise
from factcheck.checks.framing._growth import on_multiple
from factcheck.checks.framing._headline import made_of_it
from factcheck.checks.framing._prose import after, before, keys, reworded
from factcheck.checks.framing._sums import as_share, share_interval
from factcheck.model.finding import Edit, Finding
from factcheck.model.frequencies import natural_base, of_every
from factcheck.model.interval import Interval
from factcheck.model.relation import Mention, Story
from factcheck.words.deeds import contrary, deeds

SEVERITY = "warning"
REPLACES = {"FC101", "FC102", "FC104", "FC106", "FC108", "FC109", "FC116", "FC118"}
_SHARED = 2  # words that headline and sentence must share
_LEAD = 3  # sentences of the body in which the headline's change is told
_NEXT_THOUGHT = re.compile(r";|, (?:and|but|while|whereas)\b|\.\s")
_REST = re.compile(r"\b(?:[Tt]he (?:rest|others?|remaining|remainder)|[Aa]ll of them)\b")
_ROUND = Fraction(1, 20)


def check(story: Story) -> Iterator[Finding]:
    """Flag each headline figure that the body contradicts."""
    supported = {r.stated.index for r in story.relations if r.holds}
    for headline in story.mentions:
        if headline.quantity.where != "title" or headline.index in supported:
            continue
        if headline.claim.role not in ("level", "share", "change", "multiple"):
            continue
        right = _right(headline, story)
        if right is not None:
            yield _on(headline, right)
            continue
        found = list(on_multiple(headline, story)) if headline.quantity.kind == "multiple" else []
        yield from found or _on_sum(headline, story)


def _on(headline: Mention, right: Mention) -> Finding:
    mended = f"{right.text} of" if _takes_of(headline, right) else right.text
    return Finding.on(
        headline.quantity,
        f"The headline says “{headline.text}”, the story “{right.text}”.",
        stated=headline.index,
        plainly=_plainly(headline, right),
        suggestion=reworded(headline, mended),
        edits=(Edit(headline.quantity.start, headline.quantity.end, mended),),
    )


def _on_sum(headline: Mention, story: Story) -> Iterator[Finding]:
    """A change or a share that the body gives only the two figures of."""
    made = made_otherwise(headline, story)
    if made is not None:
        yield Finding.on(
            headline.quantity,
            f"The headline says “{headline.text}”, the story’s figures make it {made.told}.",
            stated=headline.index,
            recalculations=() if made.recalculation is None else (made.recalculation,),
            suggestion=f"Let the headline say what the figures make: {made.told}.",
        )


def _right(headline: Mention, story: Story) -> Mention | None:
    """The one figure of the body that the headline should have, if it has another."""
    told = [m for m in story.mentions if m.quantity.where == "text"]
    body = [m for m in told if _is_like(m, headline)]
    support = [m for m in told if _agree(headline, m) and not _of_the_opposite(m, headline)]
    if support:
        alone = sum(m.claim.is_level for m in story.row(headline)) == 1  # not "Nineteen die in 16 crashes"
        return _part_of_it(headline, support, told) if alone else None
    rivals = [
        m
        for m in body
        if (_same_subject(m, headline) and (_look_alike(headline, m) or _is_made(m, headline, story)))
        or made_of_it(m, headline, story)
    ]
    return rivals[0] if len({m.quantity.value for m in rivals}) == 1 else None


def _same_subject(mention: Mention, headline: Mention) -> bool:
    """Whether sentence and headline share words, the thing that multiplied among them, or a word and the deed."""
    sentence = keys(mention.sentence.text)
    shared = len(keys(headline.sentence.text) & sentence) + bool(_deeds(headline) & _deeds(mention))
    subject = keys(before(headline)) if headline.quantity.kind == "multiple" else frozenset()
    return shared >= _SHARED and subject <= sentence


def _deeds(mention: Mention) -> frozenset[tuple[int, bool]]:
    """The deeds of a headline, or of the words behind a figure of the body."""
    if mention.quantity.where == "title":
        return deeds(mention.sentence.text)
    return deeds(_NEXT_THOUGHT.split(after(mention))[0])


def _of_the_opposite(mention: Mention, headline: Mention) -> bool:
    """ "Seven in 10 flout limit": "the other 73 per cent kept to it"."""
    return contrary(_deeds(headline), _deeds(mention))


def _part_of_it(headline: Mention, support: list[Mention], told: list[Mention]) -> Mention | None:
    """ "1,400 out of work": "of its 1,400 employees, 410 will lose their jobs": the whole told for the part."""
    wholes = {m.index for m in support}
    parts = [m for m in told if m.claim.base in wholes and m.claim.is_level and m.claim.base_certainty == "said"]
    parts = [m for m in parts if _deeds(m) & _deeds(headline)]
    rest = (_REST.split(m.sentence.text)[-1] for m in told if _REST.search(m.sentence.text))
    if len(parts) != 1 or any(deeds(text) & _deeds(headline) for text in rest):
        return None
    of_whole = (_words_of_whole(m, parts[0]) for m in support)
    return None if any(deeds(text) & _deeds(headline) for text in of_whole) else parts[0]


def _words_of_whole(whole: Mention, part: Mention) -> str:
    """What a sentence says of a whole: all of it, but for what it says of the part."""
    if whole.claim.sentence != part.claim.sentence:
        return whole.sentence.text
    return part.sentence.text[: part.quantity.start - part.sentence.start]


def _plainly(headline: Mention, right: Mention) -> str | None:
    """Two shares on one base; other figures are plain enough."""
    told, true = as_share(headline), as_share(right)
    if told is None or true is None or not headline.quantity.is_share:
        return None
    base = natural_base(told, true) or 10_000
    return f"Of every {base:,}, {of_every(true, base)}, not {of_every(told, base)}."


def _takes_of(headline: Mention, right: Mention) -> bool:
    """ "One in four buses", but "12 per cent of buses"."""
    noun, quantity = headline.quantity.noun_span, headline.quantity
    return quantity.kind == "ratio" != right.quantity.kind and noun is not None and noun[0] == quantity.end + 1


def _is_like(mention: Mention, headline: Mention) -> bool:
    """Whether a figure of the body is of the headline's kind."""
    a, b = mention.quantity, headline.quantity
    if a.value is None or b.value is None or mention.claim.mood in ("target", "disowned", "negated"):
        return False
    if a.is_share and b.is_share:
        return _moves(mention) == _moves(headline)
    return (
        a.kind == b.kind
        and (a.unit == b.unit or a.kind == "count" or {a.unit, b.unit} & {"dollar"} != set())
        and a.per == b.per
    )


def _moves(mention: Mention) -> bool:
    """Whether a share is a change: "up 40 per cent"."""
    return mention.claim.role == "change" or mention.claim.direction is not None


def _agree(headline: Mention, mention: Mention) -> bool:
    """Whether a figure of the body is the headline's, as a headline may round it."""
    a, b = headline.quantity, mention.quantity
    if a.is_share and b.is_share:
        return _widened(share_interval(headline), as_share(headline)).meets(share_interval(mention))
    if a.kind != b.kind or a.stated is None or b.stated is None:
        return False
    return _widened(a.stated, a.value).meets(b.stated)


def _widened(stated: Interval, value: Fraction | None) -> Interval:
    """A headline rounds: a twentieth of the number either way."""
    slack = abs(value or Fraction(0)) * _ROUND
    return stated + Interval(-slack, slack)


def _look_alike(headline: Mention, mention: Mention) -> bool:
    """Digits changed over, one digit off, or a power of ten."""
    a, b = headline.quantity.value, mention.quantity.value
    if not a or not b or headline.quantity.is_share != mention.quantity.is_share:
        return False
    ratio = max(a, b) / min(a, b)
    if ratio in (10, 100, 1000):
        return True
    one, other = _digits(a), _digits(b)
    return (
        len(one) == len(other) >= 3
        and one != other
        and (sorted(one) == sorted(other) or sum(x != y for x, y in zip(one, other, strict=True)) == 1)
    )


def _digits(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else str(value.numerator * 10 // value.denominator)


def _is_made(mention: Mention, headline: Mention, story: Story) -> bool:
    """Whether the body's own figures make a share of the very thing that the headline tells a share of."""
    if not headline.quantity.is_share and headline.quantity.kind != "multiple":
        return False
    made = any(
        r.holds and r.stated.index == mention.index and r.recalculation.kind in ("share", "total", "change", "multiple")
        for r in story.relations
    )
    first = min((s.index for s in story.sentences if s.where == "text"), default=0)
    told = _moves(headline) or headline.claim.role == "multiple" or _deeds(mention) & _deeds(headline)
    leads = _LEAD if told else 1
    alike = [m for m in _alike(mention, story) if _moves(m) == _moves(mention)]
    return made and mention.sentence.index < first + leads and len(alike) == 1


def _alike(mention: Mention, story: Story) -> list[Mention]:
    """The shares, or the multiples, of a sentence."""
    row = [m for m in story.mentions if m.claim.sentence == mention.claim.sentence]
    return [
        m
        for m in row
        if (m.quantity.is_share, m.quantity.kind == "multiple")
        == (mention.quantity.is_share, mention.quantity.kind == "multiple")
    ]
