"""Who owns what, where an article says so in plain words: «принадлежит», «владеет», «доля … в …».

The reader's relations know owners too; this component adds what the words state and the reader has missed.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.entities.spans import NamedSpans
from pipeline.entities.stated_owners import Owned, find_owners
from pipeline.records.annotations import Relation

_CONFIDENCE = 0.8


@Language.factory(
    "svodka_ownership", assigns=["doc._.relations"], requires=["doc._.mentions", "doc._.entities", "doc._.relations"]
)
def create_ownership(nlp: Language, name: str) -> Ownership:
    """Factory of the component."""
    return Ownership()


class Ownership:
    """Adds the owners that the words state to the relations of an article."""

    def __call__(self, doc: Doc) -> Doc:
        """Write the relations of the article anew, its own behind those of the reader."""
        known = {(r.type, r.head, r.tail) for r in doc._.relations}
        stated = [_relation(found) for found in find_owners(NamedSpans(doc))]
        added = [r for r in dict.fromkeys(stated) if (r.type, r.head, r.tail) not in known]
        doc._.relations = (*doc._.relations, *added)
        return doc


def _relation(found: Owned) -> Relation:
    return Relation(
        type="OWNER_OF", head=found.owner.mention.key, tail=found.body.mention.key,
        source=f"ownership/{found.rule}", confidence=_CONFIDENCE,
    )  # fmt: skip
