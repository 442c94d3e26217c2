"""A difference in a poll, told as real, that is smaller than chance alone can make.

With 420 people asked, a share may be off by nearly five points either way. A lead within one poll has
about twice that margin, a change between two polls 1.4 times. A margin that the text states serves as
well as a sample size. Polls and surveys only, not counts of everybody, and not where the text says
itself that the difference may be chance. Source: British Polling Council and AAPOR, on margins of error.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from factcheck.checks.framing._prose import after, before, between, keys, mentions_any, text_of
from factcheck.checks.framing._sums import as_share
from factcheck.model.display import number
from factcheck.model.finding import Finding, span_over
from factcheck.model.relation import Mention, Story
from factcheck.model.sampling import margin, margin_between_samples, margin_within_sample, square_root

SEVERITY = "warning"
_FAR = 200  # letters
_REACH = 2  # sentences
_WIDEST = 10  # points
_SMALLEST, _LARGEST = 50, 200_000
_MARGIN = re.compile(r"margin\s+of\s+(?:sampling\s+)?error|plus\s+or\s+minus|±", re.I)
_CHANGE = re.compile(
    r"\b(?:up|down)\s+from\b|\bfrom\b|\b(?:last|previous|earlier|year\s+before|month\s+before|a\s+year\s+ago|ago|then|in\s+(?:the\s+)?(?:spring|summer|autumn|winter|fall)|in\s+(?:19|20)\d\d|in\s+(?:january|february|march|april|may|june"
    r"|july|august|september|october|november|december)|before)\b",
    re.I,
)


# "She is on 41 per cent and he has 38": each is what a rival gets.
_RIVAL = re.compile(
    r"(?:,|[.]|\band\b|\bwith\b)\s+(?:(?!of\b|said\b)[\w.’'-]+\s+){0,4}?"
    r"(?:on|at|has|have|had|gets?|got|takes?|took|polls|polled|scores?|scored|attracts?|attracted|draws?|drew|commands?|commanded)"
    r"\s+(?:(?:on|at|only|just|about|the\s+support\s+of|the\s+backing\s+of)\s+)*$"
)
_PREDICATE = re.compile(
    r"\s+(?P<verb>have|had|own|owned|said|say|want|wanted|use|used|keep|kept|read|eat|ate|watch|watched|like|liked|named|cited|blamed|know|knew|feel|felt|think|thought)"
    r"\s+(?P<object>[^,;.]+?)(?=$|[,;.]|\s+and\s+$)",
    re.I,
)
_MORE_OF = re.compile(
    r"\b(?:more|fewer|less)\s+(?!(?:likely|than|voters|people|respondents|of)\b)(?=[a-z]+)"
)  # "wanted more police"


@dataclass(frozen=True, slots=True)
class _Difference:
    first: Mention
    second: Mention
    is_change: bool
    groups: tuple[Mention, ...] = ()


def check(story: Story) -> Iterator[Finding]:
    """Flag each difference between two shares of a poll that chance can explain."""
    prose = story.article.text
    if not mentions_any(prose, "framing", "polls") or mentions_any(prose, "framing", "enumerated"):
        return
    all_sizes, margins = _sample_sizes(story), _stated_margins(story)
    for difference in _differences(story, all_sizes):
        sizes = [*difference.groups] or [m for m in all_sizes if _is_near(m, difference, story)]
        stated = next(
            (m.quantity.value / 100 for m in margins if m.quantity.value and _is_near(m, difference, story)), None
        )
        here = _sentences(story, difference)
        if _taken_back(here) or not (stated or sizes) or len({m.quantity.value for m in sizes}) > 2:
            continue
        reach = _reach(difference, sizes, stated)
        if reach is not None and abs(_share(difference.first) - _share(difference.second)) < reach:
            yield _finding(difference, reach, sizes, stated, story)


def _is_near(told: Mention, difference: _Difference, story: Story) -> bool:
    """Whether a sample size or a margin belongs to two figures: in their paragraph, or near one that names a poll."""
    first, last = difference.first.claim, difference.second.claim
    if told.claim.paragraph == first.paragraph:
        return True
    own = " ".join(s.text for s in story.sentences if s.paragraph == first.paragraph)
    close = first.sentence - _REACH <= told.claim.sentence <= last.sentence + _REACH
    return close and mentions_any(own, "framing", "polls")


def _sentences(story: Story, difference: _Difference) -> str:
    """The two figures' sentences and those around them."""
    first, last = difference.first.claim.sentence - _REACH, difference.second.claim.sentence + _REACH
    return " ".join(s.text for s in story.sentences if first <= s.index <= last and s.where == "text")


def _taken_back(prose: str) -> bool:
    """Whether the text says itself that the difference may be chance; the bare size of the margin does not."""
    return mentions_any(_MARGIN.sub("", prose), "framing", "hedged_difference") or bool(
        re.search(r"(?:within|inside|smaller than|less than|below)\s+(?:\S+\s+){0,2}margin", prose)
    )


def _share(mention: Mention) -> Fraction:
    return as_share(mention) or Fraction(0)


def _sample_sizes(story: Story) -> list[Mention]:
    """The counts of people asked."""
    return [
        m for m in story.mentions
        if m.quantity.kind == "count" and _SMALLEST <= (m.quantity.value or 0) <= _LARGEST
        and (m.claim.is_level or m.claim.per == "each") and m.claim.joint != "to" and _is_sample(m, story)
    ]  # fmt: skip


def _is_sample(mention: Mention, story: Story) -> bool:
    """Whether a count is of those asked: a poll is named beside it, or in the sentence before."""
    sentence, at = mention.sentence, mention.quantity.start - mention.sentence.start
    if mentions_any(sentence.text[max(0, at - 60) : at + 70], "framing", "polls"):
        return True
    earlier = " ".join(s.text for s in story.sentences if s.index == sentence.index - 1)
    return mentions_any(sentence.text, "framing", "sampled") and mentions_any(earlier, "framing", "polls")


def _stated_margins(story: Story) -> list[Mention]:
    """The margins of error that the text gives, in points."""
    return [
        m for m in story.mentions
        if (m.quantity.kind in ("points", "percentage") or (m.quantity.noun or "").endswith("points"))
        and 0 < (m.quantity.value or 0) < _WIDEST and _MARGIN.search(before(m)[-60:])
    ]  # fmt: skip


def _differences(story: Story, sizes: list[Mention]) -> Iterator[_Difference]:
    shares = [m for m in story.mentions if _may_be_poll_share(m)]
    numbered = {m.claim.sentence for m in story.mentions if m not in sizes}
    for first, second in pairwise(shares):
        gap = between(story, first, second)
        apart = second.claim.sentence - first.claim.sentence
        prose = _prose(first, second, numbered, story)
        own = f"{first.sentence.text} {second.sentence.text}"
        if mentions_any(own, "framing", "not_polled") or not mentions_any(
            _MORE_OF.sub(" ", prose), "framing", "claimed"
        ):
            continue
        if apart > 1 or len(gap) > _FAR or first.claim.paragraph != second.claim.paragraph:
            continue
        groups = _groups(first, second, story)
        if _share(first) == _share(second) or not (groups or _are_set_against(first, second, gap)):
            continue
        if _are_two_questions(first, second, story):
            continue
        is_change = bool(_CHANGE.search(f"{before(first)[-12:]} {gap} {story_after(story, second)}"))
        yield _Difference(first, second, is_change, groups)


def _prose(first: Mention, second: Mention, numbered: set[int], story: Story) -> str:
    """The two figures' sentences, and those before them in their paragraph that tell no figures but a sample's size."""
    start, end = first.claim.sentence - _REACH, second.claim.sentence
    paragraph = [s for s in story.sentences if s.paragraph == first.claim.paragraph and start <= s.index <= end]
    own = (first.claim.sentence, second.claim.sentence)
    return " ".join(s.text for s in paragraph if s.index in own or s.index not in numbered)


def _groups(first: Mention, second: Mention, story: Story) -> tuple[Mention, ...]:
    """Two groups asked, each with its own size: "57 per cent of the 310 men …, as did 54 per cent of the 295 women"."""
    named = [m.claim.base for m in (first, second) if m.claim.base_certainty == "said"]
    sizes = [story.mentions[n] for n in named if n is not None and story.mentions[n].quantity.kind == "count"]
    asked = all(_SMALLEST <= (m.quantity.value or 0) <= _LARGEST for m in sizes)
    return tuple(sizes) if asked and len({m.index for m in sizes}) == 2 else ()


def story_after(story: Story, mention: Mention) -> str:
    """The few words after a figure."""
    return text_of(story, "text")[mention.quantity.end : mention.sentence.end][:40]


def _are_two_questions(first: Mention, second: Mention, story: Story) -> bool:
    """ "41 per cent have a garden and 38 per cent have a car": the same verb, and nothing else in common."""
    one, other = (_PREDICATE.match(text) for text in (between(story, first, second), after(second)))
    if one is None or other is None or one["verb"].lower() != other["verb"].lower():
        return False
    objects = keys(one["object"]), keys(other["object"])
    return all(objects) and not objects[0] & objects[1]


def _may_be_poll_share(mention: Mention) -> bool:
    plain = mention.claim.mood in ("plain", "forecast") and mention.quantity.where == "text"
    return plain and mention.quantity.kind == "percentage" and mention.claim.role == "share" and _share(mention) <= 1


def _are_set_against(first: Mention, second: Mention, gap: str) -> bool:
    """Whether two shares are told against one another: rivals in one poll, or the same answer in two."""
    return (
        second.claim.joint in ("from", "to", "and", "which", "against", "than", "comma")
        or mentions_any(gap, "framing", "contrast")
        or mentions_any(gap, "framing", "set_beside")
        or ";" in gap
        or _RIVAL.search(gap) is not None
    )


def _reach(difference: _Difference, sizes: list[Mention], stated: Fraction | None) -> Fraction | None:
    """How large a difference chance alone can make."""
    first, second = _share(difference.first), _share(difference.second)
    if difference.groups:
        one, other = (m.quantity.value or Fraction(1) for m in difference.groups)
        return margin_between_samples(first, one, second, other)
    if stated is not None:
        return stated * (square_root(Fraction(2)) if difference.is_change else 2)
    counts = list(dict.fromkeys(m.quantity.value for m in sizes if m.quantity.value))
    if difference.is_change:
        return margin_between_samples(first, counts[0], second, counts[-1])
    return margin_within_sample(first, second, counts[0]) if len(counts) == 1 and first + second <= 1 else None


def _finding(
    difference: _Difference, reach: Fraction, sizes: list[Mention], stated: Fraction | None, story: Story
) -> Finding:
    start, end = span_over(difference.first.quantity, difference.second.quantity)
    gap = abs(_share(difference.first) - _share(difference.second)) * 100
    one = (not difference.groups and stated) or margin(_share(difference.first), sizes[0].quantity.value or Fraction(1))
    source = f"a margin of error of {number(one * 100, 2)} point{'' if one * 100 == 1 else 's'}" + (
        "" if stated and not difference.groups else f" ({sizes[0].text} asked)"
    )
    kind = (
        "a difference between two groups needs about 1.4 times that"
        if difference.groups
        else "a change between two polls needs 1.4 times that"
        if difference.is_change
        else "a lead within one poll needs about twice that"
    )
    return Finding(
        start, end, text_of(story, "text")[start:end],
        f"A difference of {number(gap, 3)} point{'' if gap == 1 else 's'}. With {source}, {kind}: "
        f"{number(reach * 100, 2)} points. It may be chance.",
        stated=difference.first.index,
        plainly="Ask the same question of other people chosen in the same way, and the order could turn round.",
        suggestion="Say that the difference is within the margin of error, or that the two are about level.",
    )  # fmt: skip
