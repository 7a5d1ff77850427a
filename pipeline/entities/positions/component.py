"""The component that writes `doc._.positions`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.entities.positions.find import find_positions
from pipeline.entities.spans import NamedSpans


@Language.factory("svodka_positions", assigns=["doc._.positions"], requires=["doc._.mentions", "doc._.entities"])
def create_positions(nlp: Language, name: str) -> PositionFinder:
    """Factory of the component."""
    return PositionFinder()


class PositionFinder:
    """Finds who holds which post."""

    def __call__(self, doc: Doc) -> Doc:
        """Write the positions in the order of the text."""
        doc._.positions = find_positions(NamedSpans(doc))
        return doc
