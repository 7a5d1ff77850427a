"""Annotated texts from spaCy's `.spacy` files: span groups, or named entities where a document has none."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span

from pipeline.errors import InputError
from pipeline.training.corpus import AnnotatedText, read_brat


def read_corpus(path: Path) -> list[AnnotatedText]:
    """Read a folder in brat's standoff format or a `.spacy` file.

    Raises:
        InputError: it is neither, or cannot be read.
    """
    return read_docbin(path) if path.suffix == ".spacy" else read_brat(path)


def read_docbin(path: Path) -> list[AnnotatedText]:
    """Read a `DocBin`: the spans of all groups of `doc.spans`, or `doc.ents`; spaCy has no form for relations.

    Raises:
        InputError: there is no such file, it is no `DocBin`, or holds no document.
    """
    if not path.is_file():
        raise InputError(f"There is no {path}. Write one with spacy.tokens.DocBin(docs=docs).to_disk(...).")
    try:
        docs = list(DocBin().from_disk(path).get_docs(spacy.blank("ru").vocab))
    except Exception as error:  # msgpack, zlib and spaCy each raise their own
        raise InputError(f"{path} is not a file that spaCy's DocBin has written ({error}).") from error
    if not docs:
        raise InputError(f"{path} holds no document.")
    return [_annotated(f"{path.stem}-{number}", doc) for number, doc in enumerate(docs, 1)]


def _annotated(name: str, doc: Doc) -> AnnotatedText:
    mentions = frozenset((s.start_char, s.end_char, s.label_.lower()) for s in _spans(doc) if s.label_)
    return AnnotatedText(name=name, text=doc.text, mentions=mentions, relations=frozenset())


def _spans(doc: Doc) -> list[Span]:
    return [span for group in doc.spans.values() for span in group] or list(doc.ents)
