"""The base of a number in words: what stands after "of", or opens the sentence as "Of the …"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.stems import stem, stems_of
from factcheck.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

RELATIVES = frozenset({"who", "that", "which", "whom", "whose"})
_PHRASE_ENDS = frozenset({"VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"})
_DEFINITE = frozenset(
    {"the", "these", "those", "its", "their", "his", "her", "our", "them", "whom", "which", "that", "all"}
)
_PARTITIVES = frozenset({"of", "among", "amongst"})
_ALONE = frozenset({"them", "it", "whom", "which"})
_BARE = frozenset({"those", "these", "ones"})
_OPENINGS = frozenset({"and", "but", "out", "yet", "still"})


@dataclass(frozen=True, slots=True)
class BaseWords:
    """The words of a base: a number (its place among the sentence's quantities), a pronoun, or a phrase.

    With none of these it is "the total" or "the rest", which only the article as a whole can tell.

    They take up the tokens from `first` up to `last`; `fronted` says that they open the sentence.
    """

    first: int
    last: int
    quantity: int | None = None
    pronoun: bool = False
    head: str | None = None
    stems: frozenset[str] = frozenset()
    fronted: bool = False

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
    if i >= len(doc) or doc[i].lower_ != "of":
        return None
    base = _phrase(doc, i + 1, owner)
    if base is None or is_share or base.quantity is not None or _is_definite(doc, i + 1):
        return base
    return None


def fronted_bases(doc: "Doc", owner: Mapping[int, int]) -> list[BaseWords]:
    """The bases that open a sentence or a clause of it: "Of the M …", "; among those who …"."""
    found = (_phrase(doc, i + 1, owner) for i in range(len(doc)) if doc[i].lower_ in _PARTITIVES and _opens(doc, i))
    return [
        BaseWords(b.first, b.last, b.quantity, b.pronoun, b.head, b.stems, fronted=True) for b in found if b is not None
    ]


def _opens(doc: "Doc", i: int) -> bool:
    """Whether nothing but "and" or "but" stands between token `i` and the start of a sentence or clause."""
    while i > 0 and (doc[i - 1].lower_ in _OPENINGS or doc[i - 1].is_quote or doc[i - 1].text in "([\"'“‘"):
        i -= 1
    return i == 0 or doc[i - 1].text in (";", ":", "–", "—") or (doc[i].lower_ in _OPENINGS and doc[i - 1].text == ",")


def _is_definite(doc: "Doc", i: int) -> bool:
    return i < len(doc) and (
        doc[i].lower_ in _DEFINITE or any(t.dep_ == "poss" or t.tag_ == "POS" for t in doc[i : i + 4])
    )


def _phrase(doc: "Doc", i: int, owner: Mapping[int, int]) -> BaseWords | None:
    """The noun phrase that begins at token `i`, as a base."""
    tokens: list[Token] = []
    relative = False
    for token in doc[i:]:
        if (token.tag_ in ("WP", "WRB") or token.lower_ in ("whom", "which")) and not tokens:
            return None
        if token.i in owner and tokens and _starts_afresh(token, tokens):
            break  # "of the tested packets 1,540 …", "of those 3,280 came by post": the number is not of the phrase
        if token.i in owner and not relative:
            last = max(n for n, place in owner.items() if place == owner[token.i]) + 1
            return BaseWords(i, last, quantity=owner[token.i])
        relative = relative or (bool(tokens) and (token.lower_ in RELATIVES or token.tag_ == "PRP"))
        if _ends_phrase(token, relative):
            break
        tokens.append(token)
    return _as_words(i, tokens)


def _starts_afresh(number: "Token", before: list["Token"]) -> bool:
    """Whether a number after some words of a phrase is not of that phrase."""
    elsewhere = any(t.pos_ == "ADP" and t.lower_ != "of" for t in before)
    return elsewhere or before[-1].pos_ in ("NOUN", "PROPN") or _is_subject(number, before)


def _is_subject(number: "Token", before: list["Token"]) -> bool:
    following = number.doc[number.i + 1 : number.i + 2]
    return (
        len(before) == 1
        and before[0].lower_ in _BARE
        and bool(following)
        and following[0].tag_ in ("VBD", "VBZ", "VBP")
    )


def _ends_phrase(token: "Token", relative: bool) -> bool:
    if token.pos_ == "PUNCT":
        return token.text != "-" or bool(token.whitespace_)
    return not relative and token.pos_ in _PHRASE_ENDS and token.tag_ not in ("VBN", "VBG")


def _as_words(first: int, tokens: list["Token"]) -> BaseWords | None:
    if not tokens:
        return None
    last = tokens[-1].i + 1
    if tokens[0].lower_ in _ALONE:
        return BaseWords(first, first + 1, pronoun=True)  # "60 of them on one afternoon": the afternoon is not theirs
    core = _before_preposition(tokens)
    nouns = [t for t in core if t.pos_ in ("NOUN", "PROPN") and t.lower_ not in word_set("nouns", "pronouns")]
    stems = stems_of(tokens)
    described = len(tokens) > 1 and tokens[0].lower_ in _BARE and tokens[1].tag_ in ("VBN", "VBG", "VBD")
    if nouns and not described:
        head = nouns[-1].lemma_.lower()
        if head in word_set("nouns", "anaphors"):
            return BaseWords(first, last)
        vague = len(core) == 2 and tokens[0].lower_ in _BARE and head in word_set("nouns", "vague")
        return BaseWords(first, last, head=head, stems=stems - {stem(head)}, pronoun=vague)  # "of those cases"
    if tokens[0].lower_ in word_set("nouns", "pronouns"):
        # "those that did" are the others than those just counted: nothing that a pronoun could tell
        contrasted = any(t.lower_ in RELATIVES for t in tokens[1:])
        return BaseWords(first, last, pronoun=not stems and not contrasted, stems=stems)
    return BaseWords(first, last, stems=stems) if stems else None


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
