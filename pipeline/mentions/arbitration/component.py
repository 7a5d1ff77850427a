"""The component that joins the reader's spans and relations to what the rules have found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.mentions.arbitration.alternative_names import TYPE as ALTERNATIVE_NAME
from pipeline.mentions.arbitration.alternative_names import find_alternative_names
from pipeline.mentions.arbitration.decide import arbitrate
from pipeline.mentions.arbitration.measured import measured_outcomes
from pipeline.mentions.reader.reading import Reading
from pipeline.records.annotations import Mention, Relation


@Language.factory(
    "svodka_arbitration",
    assigns=["doc._.mentions", "doc._.relations"],
    requires=["doc._.mentions", "doc._.reading"],
)
def create_arbiter(nlp: Language, name: str) -> Arbiter:
    """Factory of the component."""
    return Arbiter()


class Arbiter:
    """Writes `doc._.relations`, and adds the reader's mentions to `doc._.mentions`."""

    def __call__(self, doc: Doc) -> Doc:
        """Join both for one article."""
        reading: Reading = doc._.reading
        decided = arbitrate(
            doc.text, doc._.mentions, reading.spans, outcomes=measured_outcomes(), source=reading.source
        )
        doc._.mentions = tuple(sorted(decided, key=lambda m: (m.start, -m.end, m.type)))
        relations = [*stated_relations(reading, doc._.mentions), *find_alternative_names(doc._.mentions)]
        doc._.relations = tuple(sorted(relations, key=lambda r: (r.head, r.tail, r.type)))
        return doc


def stated_relations(reading: Reading, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The reader's relations between spans that have become mentions.

    One whose end was overruled is left out, and so are two names of one thing where the rules know who both are.
    """
    entities = {mention.key: mention.entity for mention in mentions}
    for link in reading.relations:
        head, tail = link.head.key, link.tail.key
        known = link.type == ALTERNATIVE_NAME and entities.get(head) and entities.get(tail)
        if head in entities and tail in entities and not known:
            yield Relation(type=link.type, head=head, tail=tail, source=reading.source, confidence=link.confidence)
