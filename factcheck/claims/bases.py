"""The base of a number in words: what stands after "of", or opens the sentence as "Of the …"."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from factcheck.claims.stems import stem, stems_of
from factcheck.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

RELATIVES = frozenset({"who", "that", "which", "whom", "whose"})
_PHRASE_ENDS = frozenset({"VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"})
_DEFINITE = frozenset(
    {"the", "these", "those", "its", "their", "his", "her", "our", "them", "whom", "which", "that", "all", "it", "this"}
)
_PARTITIVES = frozenset({"of", "among", "amongst"})
_ALONE = frozenset({"them", "it", "whom", "which"})
_OF_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})  # "the former Soviet republics"
_TURNS = {"former": 0, "latter": 1}
_BARE = frozenset({"those", "these", "ones"})
_CLAUSES = frozenset({";", ":", "(", ")"})
_OPENINGS = frozenset({"and", "but", "out", "yet", "still"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ASIDES = frozenset({",", "(", "–", "—"})
_OBJECTS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
_SHORT = 3
_AGED = re.compile(r"(under|over)-?(\d{1,2})s?")
_INNER = frozenset({"CC", "PRP", "WDT", "WP", "IN", "RB", "MD"})  # what stands before another verb of one clause


@dataclass(frozen=True, slots=True)
class BaseWords:
    """The words of a base: a number (its place among the sentence's quantities), a pronoun, or a phrase.

    With none of these it is "the total" or "the rest", which only the article as a whole can tell.

    `turn` is 0 for "the former" and 1 for "the latter" of the last two.

    They take up the tokens from `first` up to `last`; `fronted` says that they open the sentence.
    """

    first: int
    last: int
    quantity: int | None = None
    pronoun: bool = False
    singular: bool = False
    head: str | None = None
    stems: frozenset[str] = frozenset()
    fronted: bool = False
    turn: int | None = None

    @property
    def names_something(self) -> bool:
        return self.quantity is not None or self.head is not None or bool(self.stems)


def base_after(
    doc: "Doc", number: Sequence["Token"], noun: Sequence["Token"], owner: Mapping[int, int], is_share: bool
) -> BaseWords | None:
    """The base in "N of the …", "P of …", "N people out of …"."""
    i = number[-1].i + 1
    if noun and noun[0].i == i:
        i = noun[-1].i + 1
    if i < len(doc) and doc[i].lower_ == "out":
        i += 1
    if _is_aside_of(doc, i, owner) and not is_share:
        i += 1
    if i >= len(doc) or doc[i].lower_ != "of":
        return None
    base = _phrase(doc, i + 1, owner)
    if base is None or is_share or base.quantity is not None or _is_definite(doc, i + 1):
        return base
    return None


def _is_aside_of(doc: "Doc", i: int, owner: Mapping[int, int]) -> bool:
    """ "The 988 lamps, of the 3,800 that the council owns, …": the whole in an aside."""
    words_ = doc[i : i + 4]
    aside = len(words_) > 3 and words_[0].text in _ASIDES and words_[1].lower_ == "of"
    return (
        aside
        and words_[2].lower_ in ("the", "its", "their", "a")
        and (words_[3].i in owner or words_[3].lower_ == "total")
    )


def fronted_bases(doc: "Doc", owner: Mapping[int, int]) -> list[BaseWords]:
    """The bases that open a sentence or a clause of it: "Of the M …", "; among those who …"."""
    openings = [t.i for t in doc if t.lower_ in _PARTITIVES]
    found = (_phrase(doc, i + 1, owner) for i in openings if _opens(doc, i))
    return [replace(b, fronted=True) for b in found if b is not None]


def _opens(doc: "Doc", i: int) -> bool:
    """Whether nothing but "and" or "but" stands between token `i` and the start of a sentence or clause."""
    while i > 0 and (doc[i - 1].lower_ in _OPENINGS or doc[i - 1].is_quote or doc[i - 1].text in "([\"'“‘"):
        i -= 1
    if _turn(doc[i + 2 : i + 3]) is not None and doc[i - 1].text == ",":
        return True  # ", of the latter 55 per cent"
    return i == 0 or doc[i - 1].text in (";", ":", "–", "—") or (doc[i].lower_ in _OPENINGS and doc[i - 1].text == ",")


def _turn(words: Iterable["Token"]) -> int | None:
    """0 for "former", 1 for "latter"."""
    return next((_TURNS.get(word.lower_) for word in words), None)


def _is_definite(doc: "Doc", i: int) -> bool:
    return i < len(doc) and (
        doc[i].lower_ in _DEFINITE or any(t.dep_ == "poss" or t.tag_ == "POS" for t in doc[i : i + 4])
    )


def _phrase(doc: "Doc", i: int, owner: Mapping[int, int]) -> BaseWords | None:
    """The noun phrase that begins at token `i`, as a base."""
    tokens: list[Token] = []
    relative = told = False
    for token in doc[i:]:
        if (token.tag_ in ("WP", "WRB") or token.lower_ in ("whom", "which")) and not tokens:
            return None
        if token.i in owner and tokens and _starts_afresh(token, tokens):
            tokens = _up_to_subject(token, tokens)
            break  # "of the tested packets 1,540 …", "of those 3,280 came by post": the number is not of the phrase
        if token.i in owner and not relative:
            last = max(n for n, place in owner.items() if place == owner[token.i]) + 1
            return BaseWords(i, last, quantity=owner[token.i])
        if len(tokens) == 1 and tokens[0].lower_ in _BARE and _is_done(token, tokens[0].lower_):
            break
        relative = relative or (bool(tokens) and (token.lower_ in RELATIVES or token.tag_ == "PRP"))
        is_verb = relative and token.tag_ in _FINITE
        if _ends_phrase(token, relative) or (is_verb and told and tokens[-1].tag_ not in _INNER):
            break  # "of the tanks that they have opened was leaking": the second verb is not the phrase's
        told = told or is_verb
        tokens.append(token)
    return _as_words(i, tokens)


def _up_to_subject(number: "Token", before: list["Token"]) -> list["Token"]:
    """ "Of those they flagged 1,800": those, of whom they flagged so many; not "of those they flagged, 1,800 …"."""
    subject = len(before) > 2 and before[0].lower_ in _BARE and before[1].tag_ == "PRP"
    last = next((t for t in reversed(before) if t.pos_ != "ADV"), number)
    return before[:1] if subject and last.tag_ in ("VBD", "VBP", "VBZ", "VBN") else before


def _starts_afresh(number: "Token", before: list["Token"]) -> bool:
    """Whether a number after some words of a phrase is not of that phrase."""
    if before[0].lower_ in _ALONE:  # "of them 225 were infected"
        return True
    elsewhere = any(t.pos_ == "ADP" and t.lower_ != "of" for t in before)
    told = before[0].lower_ in _BARE and any(t.pos_ == "VERB" for t in before)  # "of those given three doses"
    named = before[-1].pos_ in ("NOUN", "PROPN") or before[-1].lower_ in _TURNS
    return elsewhere or told or named or _is_subject(number, before)


def _is_subject(number: "Token", before: list["Token"]) -> bool:
    """ "Of those 388 opposed it", "of those 388, or 63 per cent, opposed it", "of the dead 34 are men"."""
    doc, bare = number.doc, len(before) == 1 and before[0].lower_ in _BARE
    following = doc[number.i + 1 : number.i + 3]
    if bare and len(following) == 2 and following[0].text in _ASIDES and _opens(doc, before[0].i - 1):
        return following[0].text == "(" or following[1].lower_ == "or"
    described = len(before) > 1 and before[-1].pos_ == "ADJ"
    finite = bool(following) and following[0].tag_ in ("VBD", "VBZ", "VBP")
    return finite and (bare or (described and following[0].pos_ == "AUX"))


def _ends_phrase(token: "Token", relative: bool) -> bool:
    if token.pos_ == "PUNCT":
        return token.text != "-" or bool(token.whitespace_)
    if relative or token.tag_ in ("VBN", "VBG"):
        return False
    return token.pos_ in _PHRASE_ENDS and not (token.tag_ == "VBD" and _is_participle(token))


def _is_participle(verb: "Token") -> bool:
    """ "26 per cent of the students referred – …" against "26 per cent of the students failed".

    A verb that ends its clause describes the noun if the clause has its verb already, or has one still to come.
    """
    if verb.tag_ != "VBD":
        return verb.tag_ in ("VBN", "VBG")
    doc = verb.doc
    following = doc[verb.i + 1 : verb.i + 2]
    if not following or following[0].tag_ in _FINITE:
        return bool(following)
    if following[0].pos_ not in ("PUNCT", "CCONJ"):
        return False
    before = list(takewhile(lambda t: t.text not in _CLAUSES, reversed(doc[: verb.i])))
    return any(t.tag_ in _FINITE for t in before)


def _as_words(first: int, tokens: list["Token"]) -> BaseWords | None:
    if not tokens:
        return None
    last = tokens[-1].i + 1
    if (turn := _turn(tokens[1:2])) is not None and not (tokens[2:3] and tokens[2].pos_ in _OF_NOUNS):
        return BaseWords(first, first + 2, turn=turn)
    if tokens[0].lower_ in _ALONE:
        return BaseWords(
            first, first + 1, pronoun=True, singular=tokens[0].lower_ == "it"
        )  # "60 of them on one afternoon": the afternoon is not theirs
    core = _before_preposition(tokens)
    nouns = [t for t in core if t.pos_ in ("NOUN", "PROPN") and t.lower_ not in word_set("nouns", "pronouns")]
    stems = stems_of(tokens)
    described = len(tokens) > 1 and tokens[0].lower_ in _BARE and _is_participle(tokens[1])
    if nouns and not described:
        head = nouns[-1].lemma_.lower()
        if head == "group" and tokens[0].lower_ in ("that", "this") and len(core) <= _SHORT:
            return BaseWords(first, last, pronoun=True)  # "of that age group"
        if head in word_set("nouns", "anaphors"):
            return BaseWords(first, last)
        if (age := age_group(head)) is not None:
            return BaseWords(first, last, stems=(stems - {stem(head)}) | {age})
        vague = len(core) == 2 and tokens[0].lower_ in _BARE and head in word_set("nouns", "vague")
        return BaseWords(first, last, head=head, stems=stems - {stem(head)}, pronoun=vague)  # "of those cases"
    if tokens[0].lower_ in word_set("nouns", "pronouns"):
        # "those that did" are the others than those just counted: nothing that a pronoun could tell
        contrasted = any(t.lower_ in RELATIVES for t in tokens[1:])
        return BaseWords(first, last, pronoun=not stems and not contrasted, stems=stems)
    return BaseWords(first, last, stems=stems) if stems else None


def age_group(noun: str) -> str | None:
    """The key of "under-25s" or "over-65s", the same as that of "under the age of 25"."""
    found = _AGED.fullmatch(noun)
    return f"{found[1]} {found[2]}" if found else None


def _is_done(verb: "Token", pronoun: str) -> bool:
    """ "2,460 of these mentioned a phone", "945 of those completed all four terms": what they did, not who they are.

    What was done to somebody leaves an object only after a verb of giving: "of those given a place".
    """
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    if pronoun == "these" and any(t.pos_ in _OBJECTS for t in verb.doc[verb.i + 1 : verb.i + 2]):
        return True
    return verb.lemma_.lower() not in word_set("claims", "giving") and any(t.dep_ == "dobj" for t in verb.rights)


def _before_preposition(tokens: list["Token"]) -> list["Token"]:
    for n, token in enumerate(tokens):
        if n and (
            token.pos_ == "ADP"
            or token.lower_ in RELATIVES
            or token.tag_ == "PRP"
            or (token.tag_ in ("VBN", "VBG") and n > 1)
        ):
            return tokens[:n]
    return tokens
