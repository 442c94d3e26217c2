"""What is left after gains and losses: "began with 640, bought 60, sold 110, leaving 590"."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache, partial

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Remainder
from factcheck.relations.formula import PLANNED, Formula, Implied, Sum
from factcheck.relations.phrasing import last_said, says
from factcheck.relations.scene import Scene, alike
from factcheck.words import word_set, words

_OWN_VERB = re.compile(r"\s*(?:[a-z]+s |people |others )?(?:were |was |have |had )?([a-z]+)\b")
_BACK = 2
_MOST_FLOWS = 6


def work_out(stated: Quantity, operands: Sequence[Quantity], signs: Sequence[int]) -> Sum | None:
    """opening ± each flow."""
    if any(q.value is None or q.stated is None for q in operands):
        return None
    value, interval, shown = Fraction(0), Interval.exactly(0), ""
    for sign, quantity in zip((1, *signs), operands, strict=True):
        amount = quantity.value or Fraction(0)
        value += sign * amount
        interval += (quantity.stated or Interval(None, None)).scaled(sign)
        shown += f" {'+' if sign > 0 else '-'} {number(amount)}"
    return Sum(value, interval, shown.removeprefix(" + "))


def implied(scene: Scene) -> Iterator[Formula]:
    """A formula for each amount that an account of gains and losses leaves."""
    for claim in scene.claims:
        if not claim.is_level or not says(claim.before, words("flows")["closing"]) or has_sibling(claim, scene):
            continue
        account = _account(claim, scene)
        signs = signs_of(account[1:])
        if len(account) < 3 or signs is None or 1 not in signs:
            continue
        if any(c.base == account[0].quantity for c in (*account[1:], claim)):
            continue  # "of the 36 that replied, 20 had raised charges, 12 had left them alone and four had cut them"
        choice = tuple(c.quantity for c in account)
        grade: Implied = "strong" if all(_is_of(c, account[0]) for c in (*account[1:], claim)) else "fair"
        work = partial(work_out, signs=signs)
        yield Formula(
            "difference", claim.quantity, (choice,), grade, work, Remainder, "what it gained and lost", moods=PLANNED
        )


def signs_of(flows: Sequence[Claim]) -> list[int] | None:
    """1 for each gain, -1 for each loss; a flow without a verb goes the way of the one before it."""
    signs: list[int] = []
    for flow in flows:
        own = _OWN_VERB.match(flow.after)
        verb = own[1] if own and own[1] in _verbs() else last_said(flow.before, _verbs())
        if verb is None and (not signs or flow.joint not in ("and", "comma")):
            return None
        signs.append(signs[-1] if verb is None else _verbs()[verb])
    return signs


def has_sibling(closing: Claim, scene: Scene) -> bool:
    """ "Leaving 30 on the beat and 13 at desks": what is left is told in parts."""
    following = next(iter(scene.after(closing)), None)
    return following is not None and following.joint in ("and", "comma") and alike(following, closing)


@cache
def _verbs() -> dict[str, int]:
    table = words("flows")
    return dict.fromkeys(table["gains"], 1) | dict.fromkeys(table["losses"], -1)


def _account(closing: Claim, scene: Scene) -> list[Claim]:
    """The opening figure and all that came in or went since, as the text tells them."""
    row = [c for back in range(_BACK, -1, -1) for c in scene.row(closing.sentence - back)]
    levels = [c for c in row if c.is_level and alike(c, closing) and c.quantity < closing.quantity]
    levels = [c for c in levels if c.paragraph == closing.paragraph]
    for n in range(len(levels) - 1, -1, -1):
        if last_said(levels[n].before, _verbs()) is None and says(levels[n].before, words("flows")["opening"]):
            return levels[n:] if len(levels) - n <= _MOST_FLOWS + 1 else []
    return []


def _is_of(flow: Claim, opening: Claim) -> bool:
    """Whether a flow counts what the opening figure counts: "two tractors" are no ewes."""
    people = word_set("nouns", "people") | word_set("nouns", "staff")
    return flow.head in (None, opening.head) or {flow.head, opening.head} <= people
