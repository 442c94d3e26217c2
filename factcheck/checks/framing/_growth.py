"""A headline that says only "double" or "halve", held against what its story says of the same thing's growth."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import combinations

from factcheck.checks.framing._changes import direction, factor
from factcheck.checks.framing._prose import after, before, key, keys, reworded, said
from factcheck.model.finding import Edit, Finding
from factcheck.model.interval import Interval
from factcheck.model.relation import Mention, Story
from factcheck.words import words

_ROUND = Fraction(1, 10)
_NEAR = 8  # words


@dataclass(frozen=True, slots=True)
class Growth:
    """By what something is multiplied, how the story says it, and the figure that says it last."""

    factor: Interval
    told: str
    figure: Mention


def on_multiple(headline: Mention, story: Story) -> Iterator[Finding]:
    """The one other growth that the story tells of the headline's subject where it first comes to it.

    Silent where anything in the story fits the headline.
    """
    body = [m for m in story.mentions if m.quantity.where == "text"]
    grown = [growth for mention in body for growth in _growths(mention, story)]
    told, subject = factor(headline), _subject(headline)
    if told is None or headline.quantity.value is None or not subject:
        return
    room = told + Interval(-headline.quantity.value * _ROUND, headline.quantity.value * _ROUND)
    if any(growth.factor.meets(room) for growth in grown) or any(_makes(a, b, room) for a, b in combinations(body, 2)):
        return
    about = next((s.index for s in story.sentences if s.where == "text" and _covers(keys(s.text), subject)), None)
    rivals = [g for g in grown if g.figure.sentence.index == about and _is_close(g.figure, subject)]
    if len({growth.told for growth in rivals}) == 1:
        yield _finding(headline, rivals[0])


def _growths(mention: Mention, story: Story) -> Iterator[Growth]:
    """A change, a multiple, or the far end of "from 40 to 60"."""
    if mention.claim.mood in ("target", "disowned", "negated"):
        return
    if mention.claim.role == "change" or mention.quantity.kind == "multiple":
        times = factor(mention)
        way = "fall" if direction(mention) == "down" else "rise"
        multiple = mention.quantity.kind == "multiple"
        if times is not None:
            yield Growth(times, f"“{mention.text}”" if multiple else f"a {way} of {mention.text}", mention)
    old = story.mentions[mention.index - 1] if mention.index else mention
    if mention.claim.joint == "to" and old.claim.joint == "from" and _are_alike(old, mention):
        times = mention.quantity.stated.divided_by(old.quantity.stated)  # type: ignore[union-attr,arg-type]
        if times is not None:
            yield Growth(times, f"“from {old.text} to {mention.text}”", mention)


def _are_alike(a: Mention, b: Mention) -> bool:
    one, other = a.quantity, b.quantity
    return (one.kind, one.unit, one.where) == (other.kind, other.unit, other.where) and bool(one.value and other.value)


def _makes(a: Mention, b: Mention, room: Interval) -> bool:
    """Whether two figures of one kind make the headline's multiple, whichever comes first."""
    one, other = a.quantity.value, b.quantity.value
    return bool(_are_alike(a, b) and one and other and (one / other in room or other / one in room))


def _subject(headline: Mention) -> frozenset[str]:
    """What doubles: the words before the verb, or all the others where it has an object ("Council doubles fines")."""
    following = said(after(headline))[:1]
    alone = not following or following[0] in words("multiples")["words"]["after_verbs"] or after(headline)[:1] in ",;:"
    return keys(before(headline)) if alone else keys(headline.sentence.text) - keys(headline.text)


def _covers(told: frozenset[str], subject: frozenset[str]) -> bool:
    """Whether a sentence names the subject, a price by whatever name: "fees" as what it "will cost"."""
    return subject - _prices() <= told and bool(subject & told or (subject & _prices() and told & _prices()))


@cache
def _prices() -> frozenset[str]:
    return frozenset(map(key, words("framing")["prices"]))


def _is_close(figure: Mention, subject: frozenset[str]) -> bool:
    """Whether a word of the subject stands close before a figure."""
    clause = said(re.split(r"[;:]", before(figure))[-1])[-_NEAR:]
    wanted = subject | _prices() if subject & _prices() else subject
    return any(key(word) in wanted for word in clause)


def _finding(headline: Mention, right: Growth) -> Finding:
    verb = _verb(headline, right)
    edits = (Edit(headline.quantity.start, headline.quantity.end, verb),) if verb else ()
    return Finding.on(
        headline.quantity,
        f"The headline says “{headline.text}”, the story {right.told}.",
        stated=headline.index,
        suggestion=reworded(headline, verb) if verb else f"Let the headline say what the story says: {right.told}.",
        edits=edits,
    )


def _verb(headline: Mention, right: Growth) -> str | None:
    """ "Double" as "rise 20 per cent", in the same tense, where the headline's verb has no object."""
    ending = next((e for e in ("ing", "d", "s") if headline.text.lower().endswith(e)), "bare")
    form = words("framing")["grown"].get(direction(right.figure), {}).get(ending)
    if right.figure.claim.role != "change" or form is None or _subject(headline) != keys(before(headline)):
        return None
    return f"{form} {right.figure.text}"
