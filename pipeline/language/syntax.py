"""Dependency trees by slovnet, mended to trees, on spaCy's tokens."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.neural import parse_words
from pipeline.language.sentences import sentence_words
from pipeline.language.tree import best_heads


@Language.factory("svodka_syntax", assigns=["token.dep", "token.head"], requires=["token.pos"])
def create_syntax(nlp: Language, name: str) -> SyntaxParser:
    """Factory of the parser."""
    return SyntaxParser()


class SyntaxParser:
    """Writes `token.head` and `token.dep_`; the root of a sentence is its own head with the relation `root`."""

    def __call__(self, doc: Doc) -> Doc:
        """Parse every sentence of the article in one go."""
        # White space hangs on the word before it, or at the start behind it, so that no tree consists of it.
        offsets, relations = [-1 if i else min(1, len(doc) - 1) for i in range(len(doc))], ["dep"] * len(doc)
        for dependent, head, relation in find_dependencies(doc):
            offsets[dependent], relations[dependent] = head - dependent, relation
        numbers = {relation: doc.vocab.strings.add(relation) for relation in dict.fromkeys(relations)}
        columns = np.array([offsets, [0] * len(doc)], dtype=np.int64).T.astype(np.uint64)  # offsets wrapped to 64 bits
        columns[:, 1] = [numbers[relation] for relation in relations]
        # Each tree spans exactly its sentence, so spaCy finds the same sentence starts again.
        return doc.from_array(["HEAD", "DEP"], columns)  # type: ignore[arg-type]


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
