"""The component that writes `doc._.mentions`: finders in order, then one visible place that decides."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.mentions.names import find_names


@Language.factory("svodka_mentions", assigns=["doc._.mentions"], requires=["token.lemma", "token.morph"])
def create_mentions(nlp: Language, name: str) -> MentionFinder:
    """Factory of the component."""
    return MentionFinder()


class MentionFinder:
    """Finds what names something."""

    def __call__(self, doc: Doc) -> Doc:
        """Write the mentions in the order of their offsets, longer ones first."""
        doc._.mentions = tuple(sorted(find_names(doc), key=lambda m: (m.start, -m.end)))
        return doc
