"""The component that runs the shipped reader over an article: nested typed spans, their scores, relations."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from pipeline.language.sentences import sentence_words
from pipeline.mentions.reader.model import ReaderModel
from pipeline.mentions.reader.reading import Reading
from pipeline.resources import models_dir

SPANS_KEY = "reader"


@cache
def shipped_reader(folder: Path | None = None) -> ReaderModel:
    """The reader of `models/reader`, or of another folder that `svodka train` wrote; loaded once a process.

    Raises:
        InputError: the folder holds no reader.
    """
    return ReaderModel(folder or models_dir() / "reader")


@Language.factory(
    "svodka_reader",
    assigns=["doc._.reading", "doc.spans"],
    requires=["token.sent_start"],
    default_config={"folder": ""},
)
def create_reader(nlp: Language, name: str, folder: str) -> ArticleReader:
    """Factory of the component; `folder` names another reader than the shipped one."""
    return ArticleReader(shipped_reader(Path(folder) if folder else None))


class ArticleReader:
    """Writes `doc._.reading`, with exact offsets, and `doc.spans["reader"]` with `attrs["scores"]`, as spancat does."""

    def __init__(self, model: ReaderModel) -> None:
        """Keep the model."""
        self._model = model

    def __call__(self, doc: Doc) -> Doc:
        """Read one article."""
        words = sentence_words(doc)
        tokens = [[(token.idx, token.idx + len(token)) for token in sentence] for sentence in words]
        doc._.reading = self._model.read(doc.text, tokens)
        doc.spans[SPANS_KEY] = to_span_group(doc, doc._.reading)
        return doc


def to_span_group(doc: Doc, reading: Reading) -> SpanGroup:
    """The spans of a reading on spaCy's tokens; one that ends inside a token («66» in «66-летний») takes it whole."""
    spans: list[Span] = []
    scores: list[float] = []
    for found in reading.spans:
        span = doc.char_span(found.start, found.end, label=found.type, alignment_mode="expand")
        if span is not None:
            spans.append(span)
            scores.append(found.confidence)
    return SpanGroup(doc, name=SPANS_KEY, spans=spans, attrs={"scores": scores})
