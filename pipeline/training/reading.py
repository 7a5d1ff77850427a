"""Articles with what the networks that find events are asked about in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

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
    """An article with the rows of each question that it has.

    Attributes:
        rows: as the small networks are asked.
        asked: as an encoder is asked, without numbers: of pairs that stand far from each other too.
        stretches: the article as the encoder sees it.
    """

    rows: Mapping[str, Rows]
    asked: Mapping[str, Rows] = field(default_factory=dict)
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
            "triggers": self.triggers.rows(doc, text), "linking": linking_rows(doc, told, far=False),
            "factuality": factuality_rows(doc, told, self.ontology),
        }  # fmt: skip
        rows = {name: replace(own, weight=text.weight) for name, own in found.items() if own is not None}
        if self.pieces is None or not rows:
            return Lesson(rows=rows)
        far = linking_rows(doc, told, far=True)
        whole = {**rows, **({"linking": replace(far, weight=text.weight)} if far is not None else {})}
        asked = {name: own.without_numbers for name, own in whole.items()}
        return Lesson(rows=rows, asked=asked, stretches=_seen(doc, asked, self.pieces))


def _seen(doc: Doc, rows: Mapping[str, Rows], pieces: Pieces) -> list[Stretch]:
    """The stretches that hold a word which a row tells of."""
    told = {int(token) for own in rows.values() for token in own.at.flat}
    return [seen for seen in cut(doc, sentences(doc), pieces) if not told.isdisjoint(seen.tokens.tolist())]
