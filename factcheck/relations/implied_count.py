"""A share times its base against the count that the text gives for the same thing elsewhere, before it or after."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from factcheck.model.claim import Claim
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import ImpliedCount
from factcheck.relations.benefit import as_operand
from factcheck.relations.formula import PLANNED, Formula, Implied, Operands, Sum, WorkOut
from factcheck.relations.retold import (
    is_bare,
    is_named_again,
    is_narrowed,
    is_same_deed,
    is_spent_on,
    own_period,
    points_at,
)
from factcheck.relations.same_again import is_of_another_time
from factcheck.relations.scene import Scene, same_number
from factcheck.relations.spells import Spell, spell_of, times
from factcheck.relations.weigh import as_part, of_hundred
from factcheck.relations.wholes import whole_of

RELATION = ImpliedCount
_AROUND = 3
_FAR = 20  # sentences on in which two words of the deed still tell what is meant
_LAST = re.compile(
    r"\b(?:(?:last|next|previous|past|earlier) [a-z]+|(?:yester|to|[a-z]{3,}s?)day|[12]\d{3}|original|old|former)"
    r"(?:['’]s)?\s*$"
)
_TOO = re.compile(r"\b(?:too|also|as well|likewise)\b")
_LEVELS = ("level", "rate")


def work_out(stated: Quantity, operands: Sequence[Quantity], *, spell: Spell | None = None) -> Sum | None:
    """share * base, over as many of the base's periods as the count's has."""
    share, base = operands[:2]
    whole = as_operand(base)
    periods = Interval.exactly(1) if spell is None else times(spell, operands[2:])
    if None in (share.value, share.stated, base.value, whole, periods):
        return None
    part = share.value / of_hundred(share)  # type: ignore[operator]
    expression, value = f"{number(part)} * {number(base.value)}", part * base.value  # type: ignore[operator, arg-type]
    if periods != Interval.exactly(1):
        middle = (periods.low + periods.high) / 2  # type: ignore[operator, union-attr]
        expression, value = f"{expression} * {number(middle)}", value * middle
    return Sum(value, as_part(share, share.stated) * whole * periods, expression)  # type: ignore[arg-type, operator]


def implied(scene: Scene) -> Iterator[Formula]:
    """ "One in eight of the 96,000 students …", and later "the 20,000 students"; "the 96 trees … 12 per cent"."""
    for share in scene.claims:
        whole = whole_of(share, scene) if share.role == "share" and share.where == "text" else None
        if whole is None:
            continue
        told = [*_counts(share, scene)]
        told = [c for c in told if _can_be(c, share, whole, scene)]
        for definite in (True, False):
            counts = [c for c in told if _is_meant(c, share, whole, scene, definite=definite)]
            counts = [c for c in counts if is_named_again(c)] or counts
            counts = [c for c in counts if c.head == whole.head] or counts
            if len({c.same for c in counts}) == 1:
                yield from _formula(counts[0], share, whole, scene, sure=definite)
                break


def _formula(count: Claim, share: Claim, whole: Claim, scene: Scene, *, sure: bool) -> Iterator[Formula]:
    """The formula, with the length of time between the periods of count and base where they have any."""
    operands: Operands = (share.quantity, whole.quantity)
    work: WorkOut = work_out
    if whole.per is not None and count.per != whole.per:
        spell = spell_of(count, whole, scene)
        if spell is None:
            return
        work, operands = partial(work_out, spell=spell), (*operands, *spell.operands)
    grade: Implied = "strong" if sure else "fair"
    source = "the same thing as a share of its whole"
    yield Formula("implied-count", count.quantity, (operands,), grade, work, ImpliedCount, source, 2, moods=PLANNED)


def _counts(share: Claim, scene: Scene) -> Iterator[Claim]:
    """The numbers of the sentences around, those that follow first."""
    for distance in range(1, _FAR + 1):
        yield from scene.row(share.sentence + distance)
    for distance in range(1, _AROUND + 1):
        yield from scene.row(share.sentence - distance)


def _can_be(count: Claim, share: Claim, whole: Claim, scene: Scene) -> bool:
    """Whether a number can be so many of the whole at all."""
    if count.role not in _LEVELS or (count.role == "rate") > (whole.role == "rate") or count.where != "text":
        return False
    kinds = {kind.replace("rate", "count") for kind in (count.kind, whole.kind)}
    if len(kinds) > 1 or count.unit != whole.unit or count.base is not None or same_number(count, whole):
        return False
    if count.sentence < share.sentence and scene.is_base(count):
        return False  # "320 of the 400 holders come from state schools. A tenth of our students hold one": a whole
    mine, its = own_period(count), own_period(whole) or own_period(share)
    return whole.per is not None or mine is None or its is None or mine == its


def _is_meant(count: Claim, share: Claim, whole: Claim, scene: Scene, *, definite: bool) -> bool:
    """A definite second mention of what the share is a share of; without "the" it can only be a tick."""
    again = is_named_again(count) or points_at(count, share, whole)
    follows = count.sentence > share.sentence
    if definite > again or (definite and _is_set_apart(count, share, scene)):
        return False
    if definite and whole.per is None and own_period(count) not in (None, own_period(whole), _period(whole, scene)):
        return False
    if abs(count.sentence - share.sentence) > _AROUND and len((share.stems - whole.own) & count.stems) < 2:
        return False
    if definite and is_narrowed(count, share, whole, scene):
        return False
    if is_same_deed(count, share, whole, scene):
        return True
    if again and is_spent_on(count, share, whole) and not is_of_another_time(count, scene):
        return True
    same_noun = count.head in (None, whole.head) and whole.head is not None
    if not definite and follows and same_noun and (again if whole.per is None else count.head is not None):
        return True  # "the 460 pupils who get them", "in a 30-day month … 72,000 tickets": enough for a tick
    return definite and follows and is_bare(count, whole) and whole.per is None and not scene.is_base(count)


def _is_set_apart(count: Claim, share: Claim, scene: Scene) -> bool:
    """ "Of the 480 foreign students, 360 … 20 per cent": what was counted as a whole is no part; "last year's £38m"."""
    if count.sentence < share.sentence and scene.is_base(count):
        return True
    return _LAST.search(count.before) is not None or _TOO.search(count.before) is not None


def _period(whole: Claim, scene: Scene) -> str | None:
    """When the whole was first counted."""
    population = scene.population(whole)
    return None if population is None or population.period is None else population.period.key
