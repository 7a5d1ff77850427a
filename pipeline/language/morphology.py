"""Part of speech and morphological features by slovnet, on spaCy's tokens."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, MorphAnalysis
from spacy.vocab import Vocab

from pipeline.language.graphs import labels
from pipeline.language.neural import tag_words
from pipeline.language.possible_tags import possible_tags
from pipeline.language.sentences import sentence_words


@Language.factory("svodka_morphology", assigns=["token.pos", "token.morph"])
def create_morphology(nlp: Language, name: str) -> MorphologyTagger:
    """Factory of the tagger."""
    return MorphologyTagger(nlp.vocab)


class MorphologyTagger:
    """Writes `token.pos_` (Universal Dependencies) and `token.morph`; white space is `SPACE`."""

    def __init__(self, vocab: Vocab) -> None:
        """Take the network's tags apart once: there are a few hundred."""
        self._analyses = {tag: _analysis(vocab, tag) for tag in labels().tags}
        self._space = vocab.strings.add("SPACE")

    def __call__(self, doc: Doc) -> Doc:
        """Tag every sentence of the article in one go."""
        sentences = sentence_words(doc)
        tags = tag_words([[token.text for token in sentence] for sentence in sentences], possible_tags)
        analyses = self._analyses
        for sentence, row in zip(sentences, tags, strict=True):
            for token, tag in zip(sentence, row, strict=True):
                token.pos, token.morph = analyses[tag]
        for token in doc:
            if token.is_space:
                token.pos = self._space
        return doc


def _analysis(vocab: Vocab, tag: str) -> tuple[int, MorphAnalysis]:
    """Part of speech, by spaCy's number, and features of a tag such as `NOUN|Animacy=Anim|Case=Nom`."""
    pos, _, features = tag.partition("|")
    return vocab.strings.add(pos), MorphAnalysis(vocab, features or "_")
