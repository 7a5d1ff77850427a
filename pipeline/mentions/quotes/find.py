"""All the pieces of direct speech of an article, finders in order; what overlaps an earlier one goes."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.mentions.quotes.dashes import find_dialogue
from pipeline.mentions.quotes.labels import find_labelled
from pipeline.mentions.quotes.pieces import QuotePiece
from pipeline.mentions.quotes.quoted import find_quoted

FINDERS = (find_labelled, find_dialogue, find_quoted)


def find_direct(doc: Doc) -> list[QuotePiece]:
    """Pieces of direct speech in the order of the text."""
    kept: list[QuotePiece] = []
    for finder in FINDERS:
        found = list(finder(doc))
        kept += [piece for piece in found if not any(piece.start < k.end and k.start < piece.end for k in kept)]
    return sorted(kept, key=lambda piece: piece.start)
