"""Tellings of marked events with their answers: what became of each."""

from __future__ import annotations

import numpy as np
from spacy.tokens import Doc

from pipeline.events.factuality.features import telling_categories, telling_numbers
from pipeline.events.factuality.model import STATUSES
from pipeline.events.ontology import Ontology
from pipeline.training.rows import Rows
from pipeline.training.tellings import MarkedTellings


def factuality_rows(doc: Doc, told: MarkedTellings, ontology: Ontology) -> Rows | None:
    """The tellings of marked events of an article; `None` if there are none."""
    states = doc._.reading.states
    known = [i for i in told.marked if doc[told.tellings[i].candidate.head].idx in states]
    if not known:
        return None
    tellings = [told.tellings[i] for i in known]
    return Rows(
        numbers=telling_numbers(doc, tellings), said=tuple(telling_categories(doc, tellings, ontology)),
        at=np.array([[telling.candidate.head] for telling in tellings]),
        wanted=np.array([STATUSES.index(event.status) + 1 for event in map(told.marked.__getitem__, known)]),
    )  # fmt: skip
