"""The component that adds descriptions and pronouns to `doc._.mentions`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.entities.coreference.find import find_coreference


@Language.factory(
    "svodka_coreference", assigns=["doc._.mentions"], requires=["doc._.entities", "doc._.positions", "token.morph"]
)
def create_coreference(nlp: Language, name: str) -> CoreferenceResolver:
    """Factory of the component."""
    return CoreferenceResolver()


class CoreferenceResolver:
    """Links descriptions and pronouns to the people and bodies that the article names."""

    def __call__(self, doc: Doc) -> Doc:
        """Add the mentions, in the order of the text."""
        mentions = [*doc._.mentions, *find_coreference(doc)]
        doc._.mentions = tuple(sorted(mentions, key=lambda mention: (mention.start, -mention.end)))
        return doc
