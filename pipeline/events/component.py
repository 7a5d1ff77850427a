"""The component that writes `doc._.events`: triggers, their status, their arguments, one record a happening."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.events.arguments.pronouns import mentions_that_fill
from pipeline.events.assembly import assemble_events
from pipeline.events.candidates import find_candidates
from pipeline.events.ontology import Ontology, default_ontology
from pipeline.events.status import status_of


@Language.factory(
    "svodka_events",
    assigns=["doc._.events", "doc._.mentions"],
    requires=["token.lemma", "token.morph", "token.dep", "doc._.mentions", "doc._.entities", "doc._.dates"],
)
def create_events(nlp: Language, name: str) -> EventFinder:
    """Factory of the component."""
    return EventFinder(default_ontology())


class EventFinder:
    """Finds the events of an article by an ontology of event types."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology

    def __call__(self, doc: Doc) -> Doc:
        """Write the event records in the order of their triggers, and pronouns that fill their roles as mentions."""
        candidates = find_candidates(doc, self.ontology)
        judgements = [status_of(doc, candidate) for candidate in candidates]
        doc._.events = assemble_events(doc, candidates, judgements, self.ontology)
        pronouns = tuple(mentions_that_fill(doc, doc._.events))
        if pronouns:
            doc._.mentions = tuple(sorted((*doc._.mentions, *pronouns), key=lambda m: (m.start, -m.end, m.type)))
        return doc
