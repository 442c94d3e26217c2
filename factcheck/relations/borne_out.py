"""A share told first and borne out by the counts of the next sentence: "Half the homes are empty. In 148 of the 300 …".

Sure only where the counts are of the things that the share is of, and tell of the same deed, category or evidence.
"""

import re
from collections.abc import Iterator, Sequence

from factcheck.model.claim import Claim
from factcheck.model.relation import Share
from factcheck.relations.categories import same_category
from factcheck.relations.formula import Formula, Implied
from factcheck.relations.parts import has_part_beside
from factcheck.relations.phrasing import says
from factcheck.relations.retold import goes_further, is_narrowed
from factcheck.relations.scene import Scene, alike, periods_clash, same_number
from factcheck.relations.share import work_out
from factcheck.words import word_set, words
from factcheck.words.deeds import contrary, deeds

_SHARES = frozenset({"percentage", "fraction", "ratio"})
_NEAR = 80  # characters around a number that tell what it did
_ONES = re.compile(r"\s*(?:[a-z-]+ ){0,2}(?:ones|of them|of these|of those)\b")
_HAD = re.compile(r"\b(?:had|has|have|kept|keeps|owned|owns|there were|there are|counted)\s*$")
_LOOKED = 30
_WITH = re.compile(r",\s*with(?: only| just)?\s*$")  # "5,400 votes were cast, with 2,916 in favour"
_THOSE_WHO = re.compile(r"\s*of (?:all )?(?:those|people|everyone|everybody|the people) (?:who|that)\b")
_WHO = re.compile(r"\s*(?:who|that|which)\b")
_DID = re.compile(
    r"\s*(?:of (?:them|those|these) )?(?:now )?(?:(?:did|do|does|have|had)(?: (?:so|it|that|done (?:so|it|that)))?"
    r"|(?:have|had|has|got|took|hold|held|own|owned) (?:one|them|it|theirs)|are|were|was|will|would)"
    r"\s*(?:$|[.,;:)–—]| and\b)"
)
_CLAUSE = re.compile(r"[;:–—(]")


def implied(scene: Scene) -> Iterator[Formula]:
    """One formula for each share whose counts are told in the next sentence, and nowhere nearer."""
    for claim in scene.claims:
        row = [c for c in scene.row(claim.sentence + 1) if c.paragraph == claim.paragraph]
        if claim.role != "share" or claim.kind not in _SHARES or not any(c.is_level for c in row):
            continue
        if any(c.role == "share" for c in row) or has_part_beside(claim, scene):
            continue
        pairs = list(_pairs(claim, row, scene))
        if pairs:
            grade: Implied = "strong" if len(pairs) == 1 and _is_told_by(claim, *pairs[0], scene) else "fair"
            choices = tuple((part.quantity, whole.quantity) for part, whole in pairs)
            yield Formula("share", claim.quantity, choices, grade, work_out, Share, "the counts that bear it out", 4)


def _pairs(claim: Claim, row: Sequence[Claim], scene: Scene) -> Iterator[tuple[Claim, Claim]]:
    """Parts and wholes of a sentence of which the share may be."""
    levels = [c for c in row if c.is_level and c.kind == "count"]
    named = scene.base(claim)
    for part in levels:
        whole = _whole_of(part, levels, scene)
        if (
            whole is None
            and named is not None
            and named.sentence == claim.sentence
            and same_category(_said(claim, scene), part)
        ):
            whole = named
        if whole is None or not alike(part, whole) or part.scope == "further" or _at_another_time(claim, whole):
            continue
        if named is None or same_number(named, whole) or (named.sentence == whole.sentence and named != part):
            yield part, whole


def _whole_of(part: Claim, levels: Sequence[Claim], scene: Scene) -> Claim | None:
    """ "1,148 of the 2,812 homes", "of 10,520 callers 1,218 hung up", "3,905 boats in all and 1,042 foreign ones"."""
    base = scene.base(part)
    if base is not None:
        return base if base in levels and part.base_certainty == "said" and not part.rivals else None
    behind = len(levels) == 2 and part is levels[1] and part.head is None
    if behind and (_is_looked_at(levels[0]) or _WITH.search(part.before)):
        return levels[0]
    totals = [c for c in levels if c.scope == "total" and c.quantity < part.quantity]
    return totals[0] if len(totals) == 1 and _ONES.match(part.after) else None


def _is_looked_at(whole: Claim) -> bool:
    """ "Engineers tested 240, and 84 had no water", "the club had 320"."""
    looked = says(whole.before[-_LOOKED:], words("borne_out")["looked_at"])
    return looked or _HAD.search(whole.before) is not None


def _said(claim: Claim, scene: Scene) -> str:
    """The words behind a share, past the base that they name: "a majority of the 668 who voted were for it"."""
    following = scene.after(claim)[:1]
    return claim.after + "".join(c.after for c in following if c.quantity == claim.base)


def _at_another_time(claim: Claim, whole: Claim) -> bool:
    pointed = whole.period is not None and whole.period.text.startswith("that ")  # "in April … that month"
    return periods_clash(claim, whole) and not pointed


def _is_told_by(claim: Claim, part: Claim, whole: Claim, scene: Scene) -> bool:
    """Whether the counts are surely those of the share: of the same things, and of the same deed."""
    said = _said(claim, scene)
    if claim.base != whole.quantity and not _is_named(claim, whole):
        return False
    if same_category(said, part):
        return True
    mine = deeds(f"{claim.before[-_NEAR:]} {_CLAUSE.split(said)[0]}") - deeds(whole.measure or "")
    its = deeds(f"{part.before[-_NEAR:]} {part.after} {whole.after if whole.quantity > part.quantity else ''}")
    behind = f"{part.after} {whole.after}" if whole.quantity == part.quantity + 1 else part.after
    if is_narrowed(part, claim, whole, scene) or goes_further(f"{claim.before} {said}".lower(), behind):
        return False
    if mine & its or _DID.match(part.after):
        return True
    if contrary(mine, its) or (mine and its):
        return False
    told = (claim.stems - whole.stems - {whole.key}) & (part.stems - {whole.key})
    return bool(told) or ("evidence" in part.cues and (claim.hedged or claim.kind != "percentage"))


def _is_named(claim: Claim, whole: Claim) -> bool:
    """Whether the share says that it is of such things."""
    if whole.head is None:  # "of the 640 who sat it", "the club had 320"
        told = _WHO.match(whole.after) is not None or _is_looked_at(whole)
        return told and (claim.base_named or claim.head is not None)
    if _THOSE_WHO.match(claim.after) and whole.head in word_set("nouns", "people"):
        return True
    nouns = {whole.head, *(whole.measure or "").lower().split()[-1:]}
    kin = {word for row in words("kin")["same"] if nouns & set(row) for word in row}
    return claim.head in nouns | kin or says(f"{claim.before[-_NEAR:]} {claim.after[:_NEAR]}", nouns | kin)
