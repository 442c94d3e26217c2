"""What the grammar of one sentence says about each number in it: noun, deed, clause, and the base in words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.bases import RELATIVES, BaseWords, base_after, fronted_bases
from factcheck.claims.stems import is_person, stems_of
from factcheck.model.quantity import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSE_ENDS = frozenset(";:()[]–—")
_LEVELS = frozenset({"count", "money", "measure", "rate"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OF_WHOM = re.compile(
    r"[,–—(-]\s*(?:(?:and|but)\s+)?(?:(?:of|among)\s+(?:whom|which|them|these|those)|including)\s+[^;:.()]*$"
)
_CLAUSES = frozenset({"acl", "relcl"})
_ANY_RELATIVE = re.compile(r"\b(?:whom|which|them|these|those|including)\b")
_WHOM_AFTER = re.compile(r"\s+(?:\w+\s+)?of\s+(?:whom|which)\b")
_OR_ABOUT = re.compile(r",\s+or\s+(?:about|some|around|roughly|nearly|almost|just|over|only|just over|just under)?\s*$")
_OTHER_THINGS = re.compile(r"[,;:]|\band\b|\bbut\b")
_OTHER_CLAUSES = frozenset({"conj", "ccomp", "parataxis", "cc", "punct"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One quantity in the grammar of its sentence; offsets count within the sentence."""

    start: int
    end: int
    head: str | None
    own: frozenset[str]
    stems: frozenset[str]
    base: BaseWords | None
    closed: bool = False


class SentenceSyntax:
    """A parsed sentence and the quantities in it; `offset` is where the sentence starts in the text."""

    def __init__(self, doc: "Doc", quantities: Sequence[Quantity], offset: int) -> None:
        self.doc = doc
        self.quantities = quantities
        self.offset = offset
        self.tokens = [self._tokens(q.start, q.end) for q in quantities]
        self.owner = {t.i: n for n, tokens in enumerate(self.tokens) for t in tokens}
        self.levels = {i: n for i, n in self.owner.items() if quantities[n].kind in _LEVELS}
        self.fronted = fronted_bases(doc, self.levels)
        self.hanging = [(t, t.head.i) for t in doc if t.dep_ in _CLAUSES or (t.dep_ == "prep" and t.lower_ != "of")]
        self.has_relative = _ANY_RELATIVE.search(doc.text) is not None
        self.told = [words for n in range(len(quantities)) if self.tokens[n] and (words := self._base_after(n))]
        self.named = {words.quantity for words in (*self.told, *self.fronted) if words.quantity is not None}

    def _tokens(self, start: int, end: int) -> list["Token"]:
        span = self.doc.char_span(start - self.offset, end - self.offset, alignment_mode="expand")
        return [] if span is None else list(span)

    def _base_after(self, n: int) -> BaseWords | None:
        """The base behind a number; one that others are of ("57 of the 96 boys") is of no fronted base."""
        quantity = self.quantities[n]
        return base_after(self.doc, self.tokens[n], self._noun_tokens(n), self.levels, quantity.is_share)

    def readings(self) -> list[Reading]:
        """One reading for each quantity, in order."""
        return [self._reading(n) for n in range(len(self.quantities))]

    def _reading(self, n: int) -> Reading:
        tokens = self.tokens[n]
        if not tokens:
            return Reading(0, len(self.doc.text), None, frozenset(), frozenset(), None)
        noun = self._noun_tokens(n)
        after = self._base_after(n)
        base = after or self._relative_base(n) or (None if n in self.named else self._fronted_for(n))
        elsewhere = self._of_bases(n, base)
        own = [t for t in (*noun, *self._modifying_clause(n, elsewhere)) if t.i not in elsewhere]
        deed = [t for t in (*self._deed_tokens(n), *self._label_tokens(n)) if t.i not in elsewhere]
        nouns = [t for t in noun if t.pos_ in ("NOUN", "PROPN") and t.i not in elsewhere]
        head = nouns[-1].lemma_.lower() if nouns else None
        start, end = self._clause(tokens[0].i, tokens[-1].i)
        last = max(tokens[-1].i, after.last - 1) if after else tokens[-1].i
        return Reading(start, end, head, stems_of(own), stems_of([*own, *deed]), base, self._is_closed(last))

    def _relative_base(self, n: int) -> BaseWords | None:
        """ "19,400 women, of whom 6,110 came", "640 members, 702 of whom are young": the number before the comma."""
        if not self.has_relative:
            return None
        first, last = self.tokens[n][0], self.tokens[n][-1]
        introduced = _OF_WHOM.search(self.doc.text[: first.idx])
        followed = _WHOM_AFTER.match(self.doc.text[last.idx + len(last) :])
        comma = introduced.start() if introduced else self.doc.text.rfind(",", 0, first.idx) if followed else -1
        if comma < 0:
            return None
        since = [i for i, place in self.levels.items() if comma <= self.doc[i].idx < first.idx and place != n]
        before = [place for i, place in self.levels.items() if self.doc[i].idx < comma]
        own_noun = bool(since) and self.quantities[n].noun is not None
        if not before or own_noun or any(self.quantities[self.levels[i]].noun for i in since):
            return None
        named = introduced is not None and "including" in introduced.group()
        nearest = max(before)
        if len(before) > 1 and _OR_ABOUT.search(self.doc.text[: self.tokens[nearest][0].idx]):
            nearest = sorted(before)[-2]  # "4,219 animals, or about 14 a case, of which 1,181 were found"
        if not (self._is_noun_beside(nearest, comma) if named else self._stands_before(nearest, comma)):
            return None
        if "whom" in (introduced or followed).group():  # type: ignore[union-attr]
            nearest = max(self._persons(before, comma), default=nearest)
        return BaseWords(first.i, first.i, quantity=nearest)

    def _persons(self, places: Sequence[int], comma: int) -> list[int]:
        """ "2,800 people at 34 clinics, of whom": the numbers before a comma that count persons."""
        nouns = {n: [t.lemma_.lower() for t in self._noun_tokens(n)] for n in places if self._stands_before(n, comma)}
        return [n for n, noun in nouns.items() if noun and is_person(noun[-1])]

    def _is_noun_beside(self, n: int, comma: int) -> bool:
        """Whether a number with its noun ("212 people aboard") stands before a comma, no clause between."""
        span = self.quantities[n].noun_span
        return span is not None and "," not in self.doc.text[span[1] - self.offset : comma]

    def _stands_before(self, n: int, comma: int) -> bool:
        """Whether a number with its noun, and nothing else, stands before a comma."""
        span = self.quantities[n].noun_span or self.quantities[n].span
        gap = self.doc.text[max(span[1], self.quantities[n].end) - self.offset : comma]
        return not _OTHER_THINGS.search(gap)

    def _fronted_for(self, n: int) -> BaseWords | None:
        """The base that opens the sentence, or its last clause, for every number behind it."""
        first = self.tokens[n][0].i
        base = next((words for words in reversed(self.fronted) if words.last <= first), None)
        return None if base is None or self._is_past_another_base(base, first) else base

    def _is_past_another_base(self, base: BaseWords, first: int) -> bool:
        """ "Of the 90 girls 64 passed, whereas 57 of the 96 boys did, or 59 per cent": the last is of the boys."""
        others = (words for words in self.told if base.last <= words.first < first)
        return any(words.quantity is not None and words.quantity != base.quantity for words in others)

    def _of_bases(self, n: int, base: BaseWords | None) -> set[int]:
        """The tokens that describe a base, not the number itself."""
        bases = [words for words in (base, *self.fronted) if words and words.quantity != n]
        nouns = (t.i for words in bases if words.quantity is not None for t in self._noun_tokens(words.quantity))
        return {*nouns, *(i for words in bases for i in range(words.first, words.last))}

    def _noun_tokens(self, n: int) -> list["Token"]:
        span = self.quantities[n].noun_span
        return [] if span is None else self._tokens(*span)

    def _modifying_clause(self, n: int, elsewhere: set[int]) -> Iterator["Token"]:
        """A clause or a phrase ("on the roll") that hangs on the number or its noun."""
        anchors = ({t.i for t in self.tokens[n]} | {t.i for t in self._noun_tokens(n)}) - elsewhere
        for token, head in self.hanging:
            if head in anchors and token.i not in anchors:
                yield from self._without_quantities(token)

    def _deed_tokens(self, n: int) -> Iterator["Token"]:
        """The verb that the number serves, and the words it governs beside other numbers."""
        verb = self._governing_verb(n)
        if verb is None:
            return
        yield verb
        for child in verb.children:
            is_source = child.lower_ == "according"
            if child.dep_ not in _OTHER_CLAUSES and child.i not in self.owner and not is_source:
                yield from self._without_quantities(child)

    def _label_tokens(self, n: int) -> Iterator["Token"]:
        """The noun that a number is given to: "a completion rate of 1.7 per cent"."""
        first = self.tokens[n][0].i
        if first < 2 or self.doc[first - 1].lower_ != "of":
            return
        noun = self.doc[first - 1].head
        if noun.i < first and noun.pos_ == "NOUN" and noun.i not in self.owner:
            yield noun
            yield from (t for t in noun.children if t.dep_ in ("compound", "amod"))

    def _without_quantities(self, root: "Token") -> list["Token"]:
        """The words under one that no other number stands among; "this year's gate" is a gate."""
        subtree = list(root.subtree)
        owners = {self.owner[t.i] for t in subtree if t.i in self.owner}
        if any(self.quantities[n].kind != "date" for n in owners):
            return []
        return [t for t in subtree if t.i not in self.owner]

    def _governing_verb(self, n: int) -> "Token | None":
        """The nearest verb above a number; none for one that another number governs ("0.8% of 41,000 pupils")."""
        mine = {t.i for t in self.tokens[n]}
        if any(words.first in mine or words.quantity == n for words in self.fronted):
            return None  # "Of the 5,600 who left, 168 were given a house": the house is theirs alone
        token = next((t for t in self.tokens[n] if t.head.i not in mine), self.tokens[n][0])
        while token.head.i != token.i:  # spaCy makes a new object at each look: positions tell, not identity
            token = token.head
            if token.i in self.owner and token.i not in mine:
                return None
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

    def _ends_clause(self, i: int) -> bool:
        text = self.doc[i].text
        return text in _CLAUSE_ENDS or (text == "-" and bool(self.doc[i - 1].whitespace_))

    def _is_closed(self, last: int) -> bool:
        """Whether an aside ends before any verb of its own: ", 5 per cent of the roll,"."""
        relative = False
        for token in self.doc[last + 1 :]:
            spaced_hyphen = token.text == "-" and bool(token.whitespace_) and bool(self.doc[token.i - 1].whitespace_)
            if spaced_hyphen or (token.is_punct and token.text not in ("-", "'", '"', "%")):
                return True
            relative = relative or token.lower_ in RELATIVES
            if not relative and token.tag_ in _FINITE:
                return False
        return True
