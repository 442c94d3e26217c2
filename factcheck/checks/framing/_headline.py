"""Figures of a story's opening that were made from others there, of the very thing that the headline tells.

"Of the 340 trams, 68 were late. That is 20 per cent" under "One in two trams late"; "120 trains on Monday and 90 on
Tuesday, a total of 210" under "Snow cancels 400 trains".
"""

import re

from factcheck.checks.framing._prose import after, before, keys
from factcheck.model.relation import Mention, Relation, Story
from factcheck.words.deeds import contrary, deeds

_OPENING = 3  # sentences
_KINDS = {"share": ("share",), "total": ("level",)}
_AS_MANY = re.compile(r"\b(?:as many|as much|the same number|another|a further|others?)\b")
_OTHER_WORDS = 2  # besides the noun, where no deed is shared


def made_of_it(mention: Mention, headline: Mention, story: Story) -> bool:
    """Whether a figure is a share or a total that comes out, of the things and the deed of the headline."""
    if _stands_with_others(headline, story) or not headline.quantity.noun or _is_not_all(mention, headline, story):
        return False
    made = [r for r in _made(story) if _is_of_kind(r, headline)]
    here = [r for r in made if r.stated.index == mention.index]
    return len({r.stated.index for r in made}) == 1 and bool(here) and _tells_of(here[0], headline)


def _stands_with_others(headline: Mention, story: Story) -> bool:
    """Whether the headline has a second figure, or a date: "200 buses by 2030"."""
    return len(story.row(headline)) > 1


def _is_not_all(mention: Mention, headline: Mention, story: Story) -> bool:
    """ "Another 275 fell", "and as many more": what the figure leaves out may make up the headline's."""
    if _AS_MANY.search(after(mention)):
        return True
    told, said = mention.quantity, headline.quantity
    if told.value is None or said.stated is None or said.value is None or said.is_share:
        return False
    own = {mention.index, headline.index} | {
        o.index for r in story.relations if r.stated.index == mention.index for o in r.operands
    }
    levels = (m for m in story.mentions if m.claim.is_level and m.index not in own)
    others = [m.quantity for m in levels if m.quantity.kind == told.kind]
    return any(q.value and abs(told.value + q.value - said.value) * 20 <= said.value for q in others)


def _made(story: Story) -> list[Relation]:
    """The sums of the story's first sentences that come out."""
    first = min((s.index for s in story.sentences if s.where == "text"), default=0)
    opening = (r for r in story.relations if r.holds and r.stated.sentence.where == "text")
    early = (r for r in opening if r.stated.sentence.index < first + _OPENING)
    return [r for r in early if all(o.sentence.where == "text" for o in r.operands)]


def _is_of_kind(relation: Relation, headline: Mention) -> bool:
    roles = _KINDS.get(relation.recalculation.kind, ())
    if headline.claim.role not in roles:
        return False
    a, b = headline.quantity, relation.stated.quantity
    return (a.is_share and b.is_share) or (a.kind == b.kind and a.unit == b.unit)


def _tells_of(relation: Relation, headline: Mention) -> bool:
    """Whether the figure and those that it was made from are told of the headline's thing and deed."""
    told = (relation.stated, *relation.operands)
    about = keys(" ".join({m.sentence.index: m.sentence.text for m in told}.values()))
    noun = keys(headline.quantity.noun or "")
    part = relation.operands[0]
    done = deeds(f"{_clause(before(part))} {re.split(r'[.;]', after(part))[0]}")
    said = deeds(headline.sentence.text)
    if not noun & about or contrary(said, done):
        return False
    predicate = keys(re.split(r"[,:;]", after(headline))[0]) - noun
    all_said = headline.quantity.is_share and bool(predicate) and predicate <= about
    return bool(said & done) or all_said or len((keys(headline.sentence.text) - noun) & about) >= _OTHER_WORDS


def _clause(text: str) -> str:
    return re.split(r"[.;:]", text)[-1]
