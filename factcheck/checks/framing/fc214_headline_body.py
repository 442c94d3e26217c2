"""A headline whose number the body does not support.

Many readers read no further. Speaks where the body tells of the same thing with another number: one that
looks like it (digits changed over, a nought too many) or that the body's own figures make; under a headline
that says only "double" or "halve", where the body tells one other growth of the same thing. Silent where any
figure of the body fits the headline's, and where the two may be of different things. Speaks in place of any
finding of arithmetic on the headline's figure. Source: Ecker et al. (2014), The Effects of Subtle
Misinformation in News Headlines.
"""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.checks.framing._growth import on_multiple
from factcheck.checks.framing._prose import keys, reworded
from factcheck.checks.framing._sums import as_share, share_interval
from factcheck.model.finding import Edit, Finding
from factcheck.model.frequencies import natural_base, of_every
from factcheck.model.interval import Interval
from factcheck.model.relation import Mention, Story

SEVERITY = "warning"
REPLACES = {"FC101", "FC102", "FC104", "FC106", "FC108", "FC109", "FC116", "FC118"}
_SHARED = 2  # words that headline and sentence must share
_ROUND = Fraction(1, 20)


def check(story: Story) -> Iterator[Finding]:
    """Flag each headline figure that the body contradicts."""
    supported = {r.stated.index for r in story.relations if r.holds}
    for headline in story.mentions:
        if headline.quantity.where != "title" or headline.index in supported:
            continue
        if headline.quantity.kind == "multiple":
            yield from on_multiple(headline, story)
        elif headline.claim.role in ("level", "share", "change"):
            yield from _on(headline, story)


def _on(headline: Mention, story: Story) -> Iterator[Finding]:
    body = [m for m in story.mentions if m.quantity.where == "text" and _is_like(m, headline)]
    if not body or any(_agree(headline, m) for m in story.mentions if m.quantity.where == "text"):
        return
    about = keys(headline.sentence.text)
    rivals = [
        m
        for m in body
        if len(about & keys(m.sentence.text)) >= _SHARED and (_look_alike(headline, m) or _is_made(m, headline, story))
    ]
    if len({m.quantity.value for m in rivals}) == 1:
        right = rivals[0]
        mended = f"{right.text} of" if _takes_of(headline, right) else right.text
        yield Finding.on(
            headline.quantity,
            f"The headline says “{headline.text}”, the story “{right.text}”.",
            stated=headline.index,
            plainly=_plainly(headline, right),
            suggestion=reworded(headline, mended),
            edits=(Edit(headline.quantity.start, headline.quantity.end, mended),),
        )


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
        return (mention.claim.role == "change") == (headline.claim.role == "change")
    return (
        a.kind == b.kind
        and (a.unit == b.unit or a.kind == "count" or {a.unit, b.unit} & {"dollar"} != set())
        and a.per == b.per
    )


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
    made = any(
        r.holds and r.stated.index == mention.index and r.recalculation.kind in ("share", "total", "change")
        for r in story.relations
    )
    first = min((s.index for s in story.sentences if s.where == "text"), default=0)
    return (
        made and headline.quantity.is_share and mention.sentence.index == first and len(_shares_of(mention, story)) == 1
    )


def _shares_of(mention: Mention, story: Story) -> list[Mention]:
    """The shares of a sentence."""
    return [m for m in story.mentions if m.claim.sentence == mention.claim.sentence and m.quantity.is_share]
