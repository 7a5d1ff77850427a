"""Dependency trees by slovnet, mended to trees, on spaCy's tokens."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.morphology import sentence_words
from pipeline.language.neural import parse_words
from pipeline.language.tree import best_heads


@Language.factory("svodka_syntax", assigns=["token.dep", "token.head"], requires=["token.pos"])
def create_syntax(nlp: Language, name: str) -> SyntaxParser:
    """Factory of the parser."""
    return SyntaxParser()


class SyntaxParser:
    """Writes `token.head` and `token.dep_`; the root of a sentence is its own head with the relation `root`."""

    def __call__(self, doc: Doc) -> Doc:
        """Parse every sentence of the article in one go."""
        strings = doc.vocab.strings
        columns = np.zeros((len(doc), 2), dtype=np.uint64)  # spaCy reads a head offset as wrapped 64 bits
        for token in doc:
            if token.is_space:  # hangs on the word before it, so that no tree consists of white space
                columns[token.i] = _row(-1 if token.i else min(1, len(doc) - 1), strings.add("dep"))
        for dependent, head, relation in find_dependencies(doc):
            columns[dependent] = _row(head - dependent, strings.add(relation))
        # Each tree spans exactly its sentence, so spaCy finds the same sentence starts again.
        return doc.from_array(["HEAD", "DEP"], columns)  # type: ignore[arg-type]


def _row(offset: int, relation: int) -> tuple[int, int]:
    return offset % (1 << 64), relation


def find_dependencies(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """Yield (dependent, head, relation) as token indices for every word."""
    sentences = sentence_words(doc)
    parsed = parse_words([[token.text for token in sentence] for sentence in sentences])
    for sentence, (scores, relations) in zip(sentences, parsed, strict=True):
        for token, head, relation in zip(sentence, best_heads(scores), relations, strict=True):
            if head == 0:
                yield token.i, token.i, "root"
            else:
                yield token.i, sentence[head - 1].i, relation
