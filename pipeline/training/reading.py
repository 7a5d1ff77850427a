"""Articles with what the networks that find events are asked about in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from pipeline.events.encoder.pieces import Pieces
from pipeline.events.encoder.stretches import Stretch, cut
from pipeline.events.ontology import Ontology
from pipeline.language.sentences import sentences
from pipeline.training.factuality.examples import factuality_rows
from pipeline.training.linking.examples import linking_rows
from pipeline.training.marked import MarkedText
from pipeline.training.partly_read import read_before
from pipeline.training.rows import Rows
from pipeline.training.tellings import find_marked_tellings
from pipeline.training.triggers.examples import TriggerReader

_NEXT = "svodka_events"  # what the networks see comes from the components before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """An article with the rows of each question that it has; as the encoder sees it, where one shall learn."""

    rows: Mapping[str, Rows]
    stretches: Sequence[Stretch] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonReader:
    """Reads articles up to the reader and asks what there is to ask.

    Attributes:
        pieces: how an encoder cuts words; `None` where none shall learn.
        report: told how far it has come.
    """

    triggers: TriggerReader
    ontology: Ontology
    pieces: Pieces | None
    report: Callable[[str], None]

    def read(self, texts: Sequence[MarkedText]) -> Iterator[Lesson]:
        """A lesson for each article."""
        docs = read_before(_NEXT, [text.article for text in texts], self.report)
        for doc, text in zip(docs, texts, strict=True):
            yield self._lesson(doc, text)

    def _lesson(self, doc: Doc, text: MarkedText) -> Lesson:
        told = find_marked_tellings(doc, text, self.ontology)
        found = {
            "triggers": self.triggers.rows(doc, text), "linking": linking_rows(doc, told, far=self.pieces is not None),
            "factuality": factuality_rows(doc, told, self.ontology),
        }  # fmt: skip
        rows = {name: _weighted(own, text) for name, own in found.items() if own is not None}
        return Lesson(rows=rows, stretches=_seen(doc, rows, self.pieces) if self.pieces and rows else ())


def _weighted(rows: Rows, text: MarkedText) -> Rows:
    return replace(rows, weight=text.weight)


def _seen(doc: Doc, rows: Mapping[str, Rows], pieces: Pieces) -> list[Stretch]:
    """The stretches that hold a word which a row tells of."""
    told = {int(token) for own in rows.values() for token in own.at.flat}
    return [seen for seen in cut(doc, sentences(doc), pieces) if not told.isdisjoint(seen.tokens.tolist())]
