"""Part of speech and morphological features by slovnet, on spaCy's tokens."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, MorphAnalysis, Token

from pipeline.language.neural import tag_words


@Language.factory("svodka_morphology", assigns=["token.pos", "token.morph"])
def create_morphology(nlp: Language, name: str) -> MorphologyTagger:
    """Factory of the tagger."""
    return MorphologyTagger()


class MorphologyTagger:
    """Writes `token.pos_` (Universal Dependencies) and `token.morph`; white space is `SPACE`."""

    def __call__(self, doc: Doc) -> Doc:
        """Tag every sentence of the article in one go."""
        sentences = sentence_words(doc)
        tags = tag_words([[token.text for token in sentence] for sentence in sentences])
        for sentence, row in zip(sentences, tags, strict=True):
            for token, tag in zip(sentence, row, strict=True):
                pos, _, features = tag.partition("|")
                token.pos_ = pos
                token.morph = MorphAnalysis(doc.vocab, features or "_")
        for token in doc:
            if token.is_space:
                token.pos_ = "SPACE"
        return doc


def sentence_words(doc: Doc) -> list[list[Token]]:
    """Tokens of each sentence without white space; sentences of white space alone are left out."""
    found = ([token for token in sentence if not token.is_space] for sentence in doc.sents)
    return [words for words in found if words]
