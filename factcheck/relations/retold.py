"""Whether a count is told again of what a share was told of: by "the", by the deed, by the noun."""

import re
from functools import cache

from factcheck.model.claim import Claim
from factcheck.relations.scene import Scene
from factcheck.words import word_set, words
from factcheck.words.deeds import contrary, deeds, end_of, is_negated

_STOP = re.compile(r"[,;:.(–—?!]|\b(?:according|because|although|while|whereas)\b")
_IN_ALL = re.compile(r"\bin all,?\s*$")
_THAT_MAKES = re.compile(
    r"[\w ,-]*?\b(?:that|this|it|which|so that) (?:is|was|would be|makes?|made|means?|meant|comes to|came to|"
    r"adds up to|added up to|amounts to|amounted to|works out at|worked out at|gives|produces)[\w ]*"
)
_THAT_LEAVES = re.compile(r"[\w ,-]*?\b(?:that|this|it|which) leaves[\w ]*")
_PLACE = re.compile(
    r"\b(?:in|at|on|by|for|near|from|outside|around|under|over|of|since|before|after|during|until)\b"
    r"(?= ((?:(?:the|a|an|its|their) )?(?:[a-z]+ ?){1,2}))"
)
_LIMIT = re.compile(
    r"\b(?:aged|over|under|older|younger|above|below|(?:sun|mon|tues|wednes|thurs|fri|satur)day|noon|midnight|january|"
    r"february|march|april|may|june|july|august|september|october|november|december|today|yesterday|so far)\b"
)
_OWNED = re.compile(r"['’]s?\s*$")
_OTHERS = re.compile(r"\b(?:other|others|another|neighbouring|neighboring|rival|remaining|elsewhere|remainder|rest)\b")
_OR = re.compile(r"\b(?:or|and)\b")
_AUX = re.compile(r"\b(?:will|would|may|might|can|could|should|must|are|were|is|was|have|had|has|do|did)\b")
_RELATIVE = re.compile(r"\s*(?:that|who|which)\s+\S+")
_BARE = re.compile(rf"\s*(?:$|{_AUX.pattern}|(?:take|took|cost|costs)\b)")
_DONE = re.compile(r"\s*(?:(?:that|which) )?(?:they|these|those|it|were|was|have|had|[a-z]+ed|sent|sold|bought|made)\b")
_LONG = re.compile(r"[a-z]{4,}")
_KEY = 5
_SPENT = "budget bill total cost spending income revenue turnover sum fund money account grant year season month"
_NOUN = 2  # words behind a sum that name what it is for
_NEAR = 6  # words behind a number that belong to it


def is_named_again(count: Claim) -> bool:
    """ "The 420 late calls", "all 420 calls"; "in all, 420 calls" is told for the first time."""
    return count.scope in ("definite", "all") and not _IN_ALL.search(count.before)


def own_period(claim: Claim) -> str | None:
    """The period that stands right beside a number, not one of another clause."""
    period = claim.period
    if period is None or period.key.startswith("next "):  # "will call at the 310 houses next week"
        return None
    if period.quantity is not None:
        behind = period.quantity > claim.quantity and len(claim.after.split()) <= _NEAR
        return period.key if behind else None
    return period.key if period.text in " ".join(claim.after.split()[: _NEAR + 2]) else None


def is_narrowed(count: Claim, share: Claim, whole: Claim, scene: Scene) -> bool:
    """ "The 60 sick trees in the north meadow", "the 300 members who spoke", the club's neighbours': some others."""
    told, again = _told(share, whole, scene), _words(count)
    if _OTHERS.search(again) or _OTHERS.search(count.before[-40:]):
        return True
    known = _content(f"{told} {whole.before[-40:]} {whole.after} {share.before}", whole)
    near = _phrase(again) if whole.per is None else re.sub(r"\bover\s*$", "", _phrase(again))  # "over a year"
    if {*_LIMIT.findall(near)} - {*_LIMIT.findall(told)}:
        return True
    named = [_content(m[1], whole) for m in _PLACE.finditer(near) if not deeds(f"{m[0]} {m[1]}") & deeds(told)]
    named += [_content(near[m.end() :], whole) for m in _OR.finditer(near)]
    of_many = count.sentence > share.sentence or _OWNED.search(whole.before) is not None
    return of_many and any(words_ - known for words_ in named)


def goes_further(told: str, again: str) -> bool:
    """ "20 failed in English" of those who failed: words behind the deed that make it another, narrower one."""
    clause = _STOP.split(again)[0]
    known = {word[:_KEY] for word in _LONG.findall(told)}
    same = [word.end() for word in _LONG.finditer(clause) if word[0][:_KEY] in known]
    last = max([end_of(clause, deeds(told)), *same])
    behind = {word[:_KEY] for word in _LONG.findall(clause[last:])}
    return last > 0 and bool(behind - known - {word[:_KEY] for word in words("deeds")["adds_nothing"]})


def _phrase(text: str) -> str:
    """The words behind a noun that still describe it: "who spoke at the meeting", not "were counted at the meeting"."""
    relative = _RELATIVE.match(text)
    first = relative.end() if relative else 0
    verb = _AUX.search(text, first)
    return " ".join(text[: verb.start() if verb else len(text)].split()[:_NEAR])


def points_at(count: Claim, share: Claim, whole: Claim) -> bool:
    """ "Thirty per cent come back. That makes some 1,250 pairs a week"; "that leaves 400 damaged parcels"."""
    follows = count.sentence == share.sentence + 1 and count.paragraph == share.paragraph
    makes = _THAT_MAKES.fullmatch(count.before) is not None
    leaves = _THAT_LEAVES.fullmatch(count.before) is not None and bool(count.own - whole.own)
    return whole.per is not None and follows and (makes or leaves)


def is_spent_on(count: Claim, share: Claim, whole: Claim) -> bool:
    """ "Wages take 64 per cent of the $15 million … the $11.2 million wage bill"."""
    if count.kind != "money" or whole.kind != "money":
        return False
    again = _keys(" ".join(count.after.split()[:_NOUN]))
    told = f"{re.split(r'[.;:]', share.before)[-1]} {_STOP.split(whole.after)[0]}"
    return bool(again & _keys(told) - _keys(_SPENT))


def _keys(text: str) -> frozenset[str]:
    """The longer words of a text, the plural taken off."""
    found = (re.sub(r"ies$", "y", word) for word in re.findall(r"[a-z]{4,}", text))
    return frozenset(word.removesuffix("s") for word in found) - _empty()


def is_bare(count: Claim, whole: Claim) -> bool:
    """ "The 20,000 students" and no word more: those just told of."""
    same_noun = count.head is not None and count.head == whole.head and not count.own - whole.own
    return same_noun and _BARE.match(_words(count)) is not None


def is_same_deed(count: Claim, share: Claim, whole: Claim, scene: Scene) -> bool:
    """Whether a count tells of the deed that the share tells of, in the same words or in kindred ones."""
    if points_at(count, share, whole):
        return True
    told, again = _told(share, whole, scene), _words(count)
    mine = deeds(f"{whole.measure or ''} {told}") - deeds(whole.measure or "")
    its = deeds(f"{count.measure or ''} {again}") - (deeds(count.measure or "") - mine)
    said = (share.stems | share.own) - whole.own
    if not _akin(count, whole) and not deeds(count.measure or "") & mine and not _is_made_by(count, said, told, again):
        return False
    if lacked(told) & lacked(again):
        return True
    if contrary(mine, its) or _denied(told) != _denied(" ".join(again.split()[:_NEAR])):
        return bool(mine & its)
    later = count.sentence > share.sentence
    shared = said & (count.stems if later else count.own) or (later and share.rungs & count.rungs)
    return bool(mine & its or shared or _content(told, whole) & _content(again, whole))


def _akin(count: Claim, whole: Claim) -> bool:
    """Whether the nouns may be of the same things."""
    if None in (count.head, whole.head) or count.head == whole.head:
        return True
    kin = (set(row) for row in words("kin")["same"])
    if any({count.head, whole.head} <= row for row in kin):
        return True
    if {count.head, whole.head} & word_set("nouns", "homes") or {count.head, whole.head} <= word_set("nouns", "apart"):
        return False
    return count.head in word_set("nouns", "people")


def _is_made_by(count: Claim, said: frozenset[str], told: str, again: str) -> bool:
    """ "Keep hens … the 3,150 hen-keepers"; "half wrote letters … the 620 letters"; "filled in a survey … the 910
    surveys that they filled in"; not "walk to school … the 12 schools"."""
    noun = (count.head or "").removesuffix("s")
    if not noun or not re.search(rf"\b{re.escape(noun)}", told):
        return count.key in said
    known = {word[:_KEY] for word in _LONG.findall(told) if not word.startswith(noun)} - {w[:_KEY] for w in _empty()}
    return noun in words("deeds")["yields"] or bool(
        _DONE.match(again) and known & {word[:_KEY] for word in _LONG.findall(again)}
    )


@cache
def _lacking() -> re.Pattern[str]:
    verbs = "|".join(words("deeds")["lacking"])
    return re.compile(
        rf"\b(?:{verbs}) (?:(?:a|an|any|the|their|its|his|her|all|running|mains|access to|their own) )*([a-z]{{3,}})"
    )


def lacked(text: str) -> frozenset[str]:
    """What some words say is not there: "lost their water", "without water", "have no water"."""
    return frozenset(match[1].removesuffix("s") for match in _lacking().finditer(text))


def _told(share: Claim, whole: Claim, scene: Scene) -> str:
    """What is said of the share: the words behind it, or behind its base where that follows it."""
    following = whole if whole.quantity == share.quantity + 1 and whole.sentence == share.sentence else share
    text = _words(following)
    number = next((c for c in scene.after(following) if c.kind == "age"), None)
    return text if number is None or _STOP.search(following.after) else f"{text} {number.same.partition(':')[2]}"


def _content(text: str, whole: Claim) -> frozenset[str]:
    """The words of a text that mean something, without the plural's s and without those of the base."""
    found = {word.removesuffix("s") for word in re.findall(r"[a-z]{4,}", text)}
    noun = {word.removesuffix("s") for word in re.findall(r"[a-z]{4,}", (whole.measure or "").lower())}
    return frozenset(found - noun - _empty())


@cache
def _empty() -> frozenset[str]:
    plain = word_set("claims", "empty_words") | word_set("noun_phrases", "stops") | word_set("noun_phrases", "verbs")
    return plain | {word.removesuffix("s") for word in plain}


def _words(claim: Claim) -> str:
    """The words behind a number up to the next stop, the noun itself left out."""
    text = _STOP.split(claim.after)[0]
    noun = (claim.measure or "").lower().split()[-1:]
    return re.sub(rf"\b{re.escape(noun[0])}\b", " ", text, count=1) if noun else text


def _denied(text: str) -> bool:
    return any(is_negated(text[: m.end()]) for m in re.finditer(r"\S+", text))
