"""A share and the part and the whole that it was made from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.model.claim import RETOLD, TIED, Claim
from factcheck.model.display import number
from factcheck.model.interval import Interval
from factcheck.model.quantity import Quantity
from factcheck.model.relation import Share
from factcheck.relations.benefit import as_operand
from factcheck.relations.categories import exclude_one_another
from factcheck.relations.formula import Formula, Implied, Operands, Sum
from factcheck.relations.parts import OF_ANOTHER, Part, levels_of, parts
from factcheck.relations.phrasing import between
from factcheck.relations.scene import FAR, Scene, alike, periods_clash, same_number
from factcheck.relations.weigh import of_hundred

RELATION = Share
_SIDE_BY_SIDE = frozenset({"to", "and", "against", "comma"})


def work_out(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """part / whole."""
    part, whole = operands[0], operands[1]
    top, bottom = as_operand(part), as_operand(whole)
    if part.value is None or whole.value is None or top is None or bottom is None:
        return None
    value = part.value / whole.value if whole.value else None
    expression = f"{number(part.value)} / {number(whole.value)}"
    return Sum(value, top.divided_by(bottom), expression, of_hundred(stated))


def implied(scene: Scene) -> Iterator[Formula]:
    """The formulas of all shares, and of those that repeat one told elsewhere with its counts."""
    shares = [c for c in scene.claims if c.role == "share" or _is_loss_of_part(c, scene)]
    found = {c.quantity: list(_of_claim(c, scene)) for c in shares}
    printed: dict[str, list[Claim]] = {}
    for claim in shares:
        printed.setdefault(claim.same, []).append(claim)
    for claim in shares:
        yield from found[claim.quantity] or _of_twin(claim, printed[claim.same], found)


def _is_loss_of_part(claim: Claim, scene: Scene) -> bool:
    """ "288 of those clerks have left, a loss of 18 per cent": a change in name, a share by its numbers."""
    if claim.role != "change" or claim.kind != "percentage" or claim.joint != "noun":
        return False
    before = levels_of(scene.before(claim))
    return bool(before) and before[0].base is not None and before[0].base_certainty == "said"


def _of_claim(claim: Claim, scene: Scene) -> Iterator[Formula]:
    if in_turn(claim, scene) is not None:
        return
    found = list(parts(claim, scene))
    choices: list[Operands] = []
    further: list[Operands] = []
    sure, certain = len(found) == 1, True
    for part in found:
        wholes, certain = _wholes(claim, part, scene)
        sure = sure and part.sure and certain
        choices += [(part.claim.quantity, whole.quantity) for whole in wholes]
        further += [(part.claim.quantity, whole.quantity) for whole in _any_wholes(part.claim, scene)]
    if not found:
        yield from _of_rest(claim, scene)
    if choices or further:
        grade: Implied = "strong" if sure and choices else "fair"
        tentative = grade == "fair" and len(choices) == 1 and certain and claim.base_named
        tentative = tentative and found[0].source != OF_ANOTHER  # "1 per cent of those asked, but 14 of those tested"
        yield Formula(
            "share", claim.quantity, tuple(choices), grade, work_out, Share, found[0].source,
            further=() if tentative else tuple(further), tentative=tentative,
        )  # fmt: skip


def in_turn(claim: Claim, scene: Scene) -> tuple[Claim, Claim] | None:
    """The counts of "1,204 for and 1,130 against, 52 per cent to 48", told in turn: a share's own, and the other."""
    if claim.role != "share":
        return None
    row = [c for c in scene.sentence(claim) if c.role != "date"]
    at = row.index(claim)
    for first in (at, at - 1):
        four = row[max(0, first - 2) : first + 2]
        if len(four) == 4 and _are_in_turn(four):
            return (four[0], four[1]) if first == at else (four[1], four[0])
    return None


def _are_in_turn(four: Sequence[Claim]) -> bool:
    """Two counts side by side, neither a part of the other, and then two shares side by side."""
    one, other, first, second = four
    shares = first.role == second.role == "share" and second.joint in _SIDE_BY_SIDE
    beside = other.joint in _SIDE_BY_SIDE or other.before.strip().endswith(" and")
    counts = one.is_level and other.is_level and alike(one, other) and beside and first.closed
    one_base = {c.base for c in four} == {one.base} and (one.base is not None or not second.base_named)
    return shares and counts and one_base and {one.scope, other.scope} <= {None, "definite"}


def work_out_rest(stated: Quantity, operands: Sequence[Quantity]) -> Sum | None:
    """(whole - part) / whole: the share of what is left."""
    part, whole = operands
    if part.value is None or not whole.value or part.stated is None or whole.stated is None:
        return None
    value = 1 - part.value / whole.value
    expression = f"({number(whole.value)} - {number(part.value)}) / {number(whole.value)}"
    return Sum(value, Interval.exactly(value), expression, of_hundred(stated))


def _of_rest(claim: Claim, scene: Scene) -> Iterator[Formula]:
    """ "512 of the 640 were paid. The remainder, 30 per cent, …": what is left of the last two counts."""
    if claim.scope != "rest":
        return
    counts = _distinct(c for c in scene.near(claim, back=2) if c.kind == "count" and _is_near(c, claim))
    if len(counts) == 2:
        part, whole = counts
        grade: Implied = "strong" if not (part.base_named and part.base is None) else "fair"
        choice = (part.quantity, whole.quantity)
        yield Formula("share", claim.quantity, (choice,), grade, work_out_rest, Share, "what is left of a whole")


def _is_near(count: Claim, claim: Claim) -> bool:
    return count.is_level and count.paragraph == claim.paragraph


def _of_twin(claim: Claim, twins: Sequence[Claim], found: dict[int, list[Formula]]) -> Iterator[Formula]:
    """ "The 1 per cent engagement", told again: the same figure for the same deed has the same formula."""
    for twin in twins:
        formulas = found[twin.quantity]
        if formulas and abs(twin.quantity - claim.quantity) < FAR and twin.stems & claim.context:
            yield replace(formulas[0], stated=claim.quantity, grade="fair", source="the same figure elsewhere")
            return


def _wholes(claim: Claim, part: Part, scene: Scene) -> tuple[list[Claim], bool]:
    """The wholes that are meant, best first, and whether the words leave no doubt."""
    usable = [c for c in _named_wholes(claim, part.claim, scene) if can_hold(c, part.claim)]
    beside = [c for c in usable if _is_told_with(c, part.claim, scene)]
    if len(usable) > 1 and len(beside) == 1:
        return beside, True
    if usable:
        holder = claim if scene.base(claim) in usable[:1] else part.claim
        sure = len(usable) == 1 or holder.base_certainty == "said"
        return usable, sure and not _is_of_another(claim, usable[0], scene)
    sibling = _part_told_before(claim, part.claim, scene)
    if sibling is not None:
        return [scene.claims[sibling.base or 0], sibling], True
    above = [c for c in scene.above(part.claim) if can_hold(c, part.claim)]
    if above:
        nearby = _nearby_wholes(part.claim, scene)
        alone = len(above) == 1 and len(nearby) == 1 and same_number(above[0], nearby[0])
        unnamed = not (claim.base_named or part.claim.base_named or part.claim.base_lost)
        return above, alone and unnamed and _plainly_of(nearby[0], part.claim, scene)
    ahead = _totals_ahead(part.claim, scene)
    if len(ahead) == 1 and not part.claim.base_named:
        return ahead, part.claim.scope not in ("further", "rest")
    nearby = _nearby_wholes(part.claim, scene)
    with_it = [c for c in nearby if _is_told_with(c, part.claim, scene)]
    if claim.base_named and len(with_it) == 1:
        return with_it, True
    unnamed = not (claim.base_named or part.claim.base_named)
    nearby = [c for c in nearby if not exclude_one_another((c, part.claim))]
    beside = [c for c in nearby if c.paragraph == part.claim.paragraph]
    if unnamed and len(beside) == 1 and _plainly_of(beside[0], part.claim, scene):
        return beside, True
    return nearby, False


def _is_told_with(whole: Claim, part: Claim, scene: Scene) -> bool:
    """ "At the one, where there are 430 nurses, 86 were sick; at the other …": the 430 go with the 86, named again."""
    population = scene.population(part)
    mentions = [scene.claims[m] for m in (population.mentions if population is not None else ())]
    earlier = [m for m in mentions if m.sentence == whole.sentence and m.quantity == whole.quantity + 1]
    return any(m.quantity != part.quantity and ";" not in between(whole, m, scene) for m in earlier)


def _is_of_another(claim: Claim, whole: Claim, scene: Scene) -> bool:
    """ "1 per cent of those asked, but 14 per cent of those tested": two bases in words are not one base.

    Where only one of them is found, or both are thought to be the same, either may be the one.
    """
    if whole.sentence == claim.sentence:
        return False
    row = scene.sentence(claim)
    beside = [c for c in row if abs(row.index(c) - row.index(claim)) == 1 and c.role == "share" and c.base_named]
    return any(c.joint not in TIED and claim.joint not in TIED and c.base in (None, whole.quantity) for c in beside)


def _part_told_before(claim: Claim, part: Claim, scene: Scene) -> Claim | None:
    """ "56,160 of the people, or 52 per cent, and men 51,840, or 48 per cent": the whole is that of the part before."""
    if part.base_named or part.base is not None or claim.base_named:
        return None
    goes_on = part.scope in ("further", "rest") or claim.joint == "which"
    near = [*scene.before(part), *(c for c in reversed(scene.row(part.sentence - 1)) if goes_on)]
    levels = [c for c in near if c.is_level and alike(c, part) and c.paragraph == part.paragraph]
    told = [c for c in levels if _has_own_share(c, scene)][:1]
    if not told or told[0].base is None or any(can_hold(scene.claims[r], part) for r in told[0].rivals):
        return None
    between = [c for c in levels if told[0].quantity < c.quantity]
    return told[0] if not between and can_hold(scene.claims[told[0].base], part) else None


def _totals_ahead(part: Claim, scene: Scene) -> list[Claim]:
    """ "3,410 claims (23 per cent). The season brought 14,820 claims in all"."""
    following = (c for n in (1, 2) for c in scene.row(part.sentence + n))
    return [
        c
        for c in following
        if c.scope == "total" and can_hold(c, part) and c.head is not None and c.head == part.head
        and c.paragraph == part.paragraph and not periods_clash(c, part)
    ]  # fmt: skip


def _plainly_of(whole: Claim, part: Claim, scene: Scene) -> bool:
    """Whether two amounts near one another can only be part and whole: one sentence, or one noun."""
    if whole.base is not None and whole.sentence != part.sentence:
        return False  # "611 of them were knives. Tools made up 15 per cent, 124 in all": another part beside it
    if part.scope in ("further", "rest") or whole.paragraph != part.paragraph:
        return False
    mine, its = scene.population(part), scene.population(whole)
    same_noun = mine is not None and its is not None and mine.head is not None and mine.head == its.head
    return whole.sentence == part.sentence or same_noun


def _named_wholes(claim: Claim, part: Claim, scene: Scene) -> list[Claim]:
    """The base of the share's own words, else the base of its part."""
    holders = (claim, part) if claim.base_certainty == "said" else (part, claim)
    for holder in holders:
        base = scene.base(holder)
        if base is not None and not same_number(base, part):
            if _is_of_the_same(claim, part):
                return [base]
            return [base, *(scene.claims[r] for r in holder.rivals)]
    return []


def _is_of_the_same(claim: Claim, part: Claim) -> bool:
    """ "200 of the women, 10 per cent of them": the part's own words leave no doubt who they are."""
    both = claim.base is not None and claim.base == part.base
    return both and part.base_named and part.base_certainty == "said" and not part.rivals


def can_hold(whole: Claim, part: Claim) -> bool:
    return whole.is_level and alike(whole, part) and not same_number(whole, part)


def _nearby_wholes(part: Claim, scene: Scene) -> list[Claim]:
    """The other amounts of the sentence and of the sentences before, that the part can be of."""
    beside = (c for c in scene.sentence(part) if c.quantity < part.quantity and not _has_own_share(c, scene))
    around = [*beside, *scene.near(part)]
    return _distinct(c for c in around if can_hold(c, part) and not periods_clash(c, part) and c.scope != "further")


def _has_own_share(claim: Claim, scene: Scene) -> bool:
    """ "720, or 10 per cent, and 1,440, or 20 per cent": each is a part, none the whole of the next."""
    if scene.is_base(claim):
        return False
    following = [c for c in scene.after(claim) if c.quantity != claim.base][:1]
    return bool(following) and following[0].role == "share" and following[0].joint in RETOLD


def _any_wholes(part: Claim, scene: Scene) -> list[Claim]:
    """Every amount of the article before the part: a third of derived numbers go back to a base far off."""
    earlier = (c for c in scene.earlier(part) if can_hold(c, part) and not periods_clash(c, part))
    return _distinct(earlier)


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    """One claim of each population, in order."""
    return list({c.node: c for c in reversed(list(claims))}.values())[::-1]
