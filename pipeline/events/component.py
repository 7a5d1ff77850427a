"""The component that writes `doc._.events`: triggers, their status, their arguments, one record a happening."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.events.arguments.reading import read_article
from pipeline.events.assembly import assemble_events
from pipeline.events.candidates import find_candidates
from pipeline.events.encoder.model import shipped_encoder
from pipeline.events.ontology import Ontology
from pipeline.events.ontology_files import default_ontology
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

    def __init__(self, ontology: Ontology, *, careful: bool = True) -> None:
        """Take an ontology; a careful finder lets the encoder read every article as well."""
        self.ontology = ontology
        self.careful = careful

    def __call__(self, doc: Doc) -> Doc:
        """Write the event records in the order of their triggers, and pronouns that fill their roles as mentions."""
        if self.careful and doc._.reading is not None:
            doc._.event_states = shipped_encoder().read(doc)
        candidates = find_candidates(doc, self.ontology)
        judgements = [status_of(doc, candidate) for candidate in candidates]
        reading = read_article(doc)
        doc._.events = assemble_events(reading, candidates, judgements, self.ontology)
        if doc._.reading is not None:
            doc._.reading = doc._.reading.without_states()  # nobody after the networks asks for them
            doc._.event_states = None
        filled = {(a.start, a.end, a.entity) for event in doc._.events for a in event.arguments}
        pronouns = [m for m in reading.pronouns if (m.start, m.end, m.entity) in filled]
        if pronouns:
            doc._.mentions = tuple(sorted((*doc._.mentions, *pronouns), key=lambda m: (m.start, -m.end, m.type)))
        return doc
