"""Articles with what the networks that find events are asked about in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from pipeline.assembly import build_pipeline, read_articles
from pipeline.events.ontology import Ontology
from pipeline.training.event_teacher.network import Lesson
from pipeline.training.event_teacher.pieces import Pieces
from pipeline.training.event_teacher.seen import see
from pipeline.training.factuality.examples import factuality_rows
from pipeline.training.linking.examples import linking_rows
from pipeline.training.marked import MarkedText
from pipeline.training.rows import Rows
from pipeline.training.tellings import find_marked_tellings
from pipeline.training.triggers.examples import TriggerReader

_LAST = "svodka_reader"  # what the networks see comes from it and those before it
_OF_OUR_OWN = 2.0  # weight of whole articles, annotated with care, beside passages, of which there are many more


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonReader:
    """Reads articles up to the reader and asks what there is to ask.

    Attributes:
        pieces: how a teacher's encoder cuts words; `None` where there is no teacher.
        report: told how far it has come.
    """

    triggers: TriggerReader
    ontology: Ontology
    pieces: Pieces | None
    report: Callable[[str], None]

    def read(self, texts: Sequence[MarkedText]) -> Iterator[Lesson]:
        """A lesson for each article."""
        nlp = build_pipeline()
        for name in nlp.pipe_names[nlp.pipe_names.index(_LAST) + 1 :]:
            nlp.remove_pipe(name)
        docs = read_articles(nlp, (text.article for text in texts))
        for number, (doc, text) in enumerate(zip(docs, texts, strict=True), 1):
            yield self._lesson(doc, text)
            if number % 100 == 0:
                self.report(f"read {number} of {len(texts)} articles")

    def _lesson(self, doc: Doc, text: MarkedText) -> Lesson:
        told = find_marked_tellings(doc, text, self.ontology)
        found = {
            "triggers": self.triggers.rows(doc, text), "linking": linking_rows(doc, told),
            "factuality": factuality_rows(doc, told, self.ontology),
        }  # fmt: skip
        rows = {name: _weighted(own, text) for name, own in found.items() if own is not None}
        if self.pieces is None:
            return Lesson(stretches=(), rows=rows)
        return Lesson(stretches=see(doc, _asked(rows), told.found, self.pieces), rows=rows)


def _weighted(rows: Rows, text: MarkedText) -> Rows:
    return rows if text.thorough else replace(rows, weight=_OF_OUR_OWN)


def _asked(rows: Mapping[str, Rows]) -> frozenset[int]:
    """Indices of all tokens that a row tells of."""
    return frozenset(index for own in rows.values() for index in own.at.ravel().tolist())
