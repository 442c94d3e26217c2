"""What the grammar of one sentence says about each number in it: noun, deed, clause, and the base in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.stems import stem, stems_of
from factcheck.model.quantity import Quantity
from factcheck.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSE_ENDS = frozenset(";:()[]–—")
_PHRASE_ENDS = frozenset({"VERB", "AUX", "PUNCT", "CCONJ", "SCONJ"})
_DEFINITE = frozenset(
    {"the", "these", "those", "its", "their", "his", "her", "our", "them", "whom", "which", "that", "all"}
)
_RELATIVES = frozenset({"who", "that", "which", "whom", "whose"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PARTITIVES = frozenset({"of", "among", "amongst"})


@dataclass(frozen=True, slots=True)
class BaseWords:
    """The words after "of": a number (its place among the sentence's quantities), a pronoun, or a phrase."""

    quantity: int | None = None
    pronoun: bool = False
    head: str | None = None
    stems: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reading:
    """One quantity in the grammar of its sentence; offsets count within the sentence."""

    start: int
    end: int
    head: str | None
    own: frozenset[str]
    stems: frozenset[str]
    base: BaseWords | None
    inside_fronted: bool = False
    closed: bool = False


class SentenceSyntax:
    """A parsed sentence and the quantities in it; `offset` is where the sentence starts in the text."""

    def __init__(self, doc: "Doc", quantities: Sequence[Quantity], offset: int) -> None:
        self.doc = doc
        self.quantities = quantities
        self.offset = offset
        self.tokens = [self._tokens(q.start, q.end) for q in quantities]
        self.owner = {t.i: n for n, tokens in enumerate(self.tokens) for t in tokens}
        self.fronted = self._fronted_base()

    def _tokens(self, start: int, end: int) -> list["Token"]:
        span = self.doc.char_span(start - self.offset, end - self.offset, alignment_mode="expand")
        return [] if span is None else list(span)

    def readings(self) -> list[Reading]:
        """One reading for each quantity, in order."""
        return [self._reading(n) for n in range(len(self.quantities))]

    def _reading(self, n: int) -> Reading:
        tokens = self.tokens[n]
        if not tokens:
            return Reading(0, len(self.doc.text), None, frozenset(), frozenset(), None)
        noun = self._noun_tokens(n)
        deed = list(self._deed_tokens(n))
        base = self._base_after(n)
        inside = self.fronted is not None and tokens[0].i < self.fronted[1]
        if base is None and self.fronted is not None and not inside:
            base = self.fronted[0]
        nouns = [t for t in noun if t.pos_ in ("NOUN", "PROPN")]
        head = nouns[-1].lemma_.lower() if nouns else self.quantities[n].noun
        own = stems_of(noun) | stems_of(self._modifying_clause(n))
        start, end = self._clause(tokens[0].i, tokens[-1].i)
        return Reading(start, end, head, own, own | stems_of(deed), base, inside, self._is_closed(tokens[-1].i))

    def _noun_tokens(self, n: int) -> list["Token"]:
        span = self.quantities[n].noun_span
        return [] if span is None else self._tokens(*span)

    def _modifying_clause(self, n: int) -> Iterator["Token"]:
        """A relative or participial clause that hangs on the number or its noun."""
        anchors = {t.i for t in self.tokens[n]} | {t.i for t in self._noun_tokens(n)}
        for token in self.doc:
            if token.dep_ in ("acl", "relcl") and token.head.i in anchors and token.i not in anchors:
                yield from self._without_quantities(token)

    def _deed_tokens(self, n: int) -> Iterator["Token"]:
        """The verb that the number serves, and the words it governs beside other numbers."""
        verb = self._governing_verb(n)
        if verb is None:
            return
        yield verb
        for child in verb.children:
            if child.dep_ not in ("conj", "ccomp", "parataxis", "cc", "punct") and child.i not in self.owner:
                yield from self._without_quantities(child)

    def _without_quantities(self, root: "Token") -> list["Token"]:
        subtree = list(root.subtree)
        return [] if any(t.i in self.owner for t in subtree) else subtree

    def _governing_verb(self, n: int) -> "Token | None":
        token = self.tokens[n][0]
        for token in self.tokens[n]:
            if token.head.i not in {t.i for t in self.tokens[n]}:
                break
        while token.head.i != token.i:
            token = token.head
            if token.pos_ in ("VERB", "AUX"):
                return token
        return token if token.pos_ in ("VERB", "AUX") else None

    def _clause(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the stretch between semicolons, colons, brackets and dashes."""
        while first > 0 and not self._ends_clause(first - 1):
            first -= 1
        while last + 1 < len(self.doc) and not self._ends_clause(last + 1):
            last += 1
        return self.doc[first].idx, self.doc[last].idx + len(self.doc[last])

    def _is_closed(self, last: int) -> bool:
        """Whether an aside ends before any verb of its own: ", 5 per cent of the roll,"."""
        relative = False
        for token in self.doc[last + 1 :]:
            if token.is_punct and token.text not in ("-", "'", '"', "%"):
                return True
            relative = relative or token.lower_ in _RELATIVES
            if not relative and token.tag_ in _FINITE:
                return False
        return True

    def _ends_clause(self, i: int) -> bool:
        text = self.doc[i].text
        return text in _CLAUSE_ENDS or (text == "-" and bool(self.doc[i - 1].whitespace_))

    def _base_after(self, n: int) -> BaseWords | None:
        """The base in "N of the …", "P of …", "N people out of …"."""
        quantity = self.quantities[n]
        noun = self._noun_tokens(n)
        i = (noun or self.tokens[n])[-1].i + 1
        if noun and noun[0].i > self.tokens[n][-1].i + 1:
            i = self.tokens[n][-1].i + 1
        if i < len(self.doc) and self.doc[i].lower_ == "out":
            i += 1
        if i >= len(self.doc) or self.doc[i].lower_ != "of":
            return None
        base = self._phrase(i + 1)
        if base is None or quantity.is_share or base.quantity is not None or self._definite(i + 1):
            return base
        return None

    def _definite(self, i: int) -> bool:
        return i < len(self.doc) and (
            self.doc[i].lower_ in _DEFINITE or any(t.dep_ == "poss" or t.tag_ == "POS" for t in self.doc[i : i + 4])
        )

    def _phrase(self, i: int) -> BaseWords | None:
        """The noun phrase that begins at token `i`, as a base."""
        tokens: list[Token] = []
        relative = False
        for token in self.doc[i:]:
            if token.tag_ in ("WP", "WRB") and not tokens:
                return None
            if token.i in self.owner and not relative:
                return BaseWords(quantity=self.owner[token.i])
            relative = relative or (token.lower_ in _RELATIVES and bool(tokens))
            if token.pos_ == "PUNCT" and not (token.text == "-" and not token.whitespace_):
                break
            if not relative and token.pos_ in _PHRASE_ENDS and token.tag_ not in ("VBN", "VBG"):
                break
            tokens.append(token)
        return self._base_of(tokens)

    def _base_of(self, tokens: list["Token"]) -> BaseWords | None:
        if not tokens:
            return None
        core = _before_preposition(tokens)
        nouns = [t for t in core if t.pos_ in ("NOUN", "PROPN") and t.lower_ not in word_set("nouns", "pronouns")]
        stems = stems_of(tokens)
        if nouns:
            head = nouns[-1].lemma_.lower()
            anaphor = head in word_set("nouns", "anaphors")
            return BaseWords(pronoun=anaphor, head=None if anaphor else head, stems=stems - {stem(head)})
        if tokens[0].lower_ in word_set("nouns", "pronouns"):
            return BaseWords(pronoun=not stems, stems=stems)
        return BaseWords(stems=stems) if stems else None

    def _fronted_base(self) -> tuple[BaseWords, int] | None:
        """ "Of the M …, N …": the base that opens the sentence, and the token where it ends."""
        i = 0
        while i < len(self.doc) and (self.doc[i].lower_ in ("and", "but", "out", "yet") or self.doc[i].is_punct):
            i += 1
        if i >= len(self.doc) or self.doc[i].lower_ not in _PARTITIVES:
            return None
        base = self._phrase(i + 1)
        if base is None:
            return None
        end = next((t.i for t in self.doc[i:] if t.text == "," or t.pos_ in ("VERB", "AUX")), len(self.doc))
        last = self.tokens[base.quantity][-1].i + 1 if base.quantity is not None else i + 1
        if base.pronoun or base.quantity is None:
            last = end
        return base, last


def _before_preposition(tokens: list["Token"]) -> list["Token"]:
    for n, token in enumerate(tokens):
        if n and (token.pos_ == "ADP" or token.lower_ in _RELATIVES or (token.tag_ in ("VBN", "VBG") and n > 1)):
            return tokens[:n]
    return tokens
