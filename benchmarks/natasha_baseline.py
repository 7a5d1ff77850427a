"""What natasha alone finds: names by slovnet's recogniser, normal forms, people in parts, objects of equal name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pipeline.language.backends import alias_pymorphy2

TYPES = {"PER": "person", "LOC": "location", "ORG": "organization"}


@cache
def models() -> dict[str, Any]:
    """natasha's models, loaded once."""
    alias_pymorphy2()
    import natasha  # noqa: PLC0415  (must come after the alias)

    vectors = natasha.NewsEmbedding()
    vocab = natasha.MorphVocab()
    return {
        "natasha": natasha, "segmenter": natasha.Segmenter(), "vocab": vocab,
        "morph": natasha.NewsMorphTagger(vectors), "syntax": natasha.NewsSyntaxParser(vectors),
        "ner": natasha.NewsNERTagger(vectors), "names": natasha.NamesExtractor(vocab),
    }  # fmt: skip


def read(text: str) -> Any:
    """natasha's `Doc` with all layers and the normal form of every name."""
    m = models()
    doc = m["natasha"].Doc(text)
    doc.segment(m["segmenter"])
    doc.tag_morph(m["morph"])
    doc.parse_syntax(m["syntax"])
    doc.tag_ner(m["ner"])
    for span in doc.spans:
        span.normalize(m["vocab"])
    return doc


def names(doc: Any) -> Iterator[tuple[int, int, str]]:
    """Offsets and type of each name."""
    for span in doc.spans:
        yield span.start, span.stop, TYPES[span.type]


def objects(doc: Any) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Type and attributes of each distinct normal form."""
    seen = set()
    for span in doc.spans:
        key = span.type, span.normal.lower()
        if key not in seen:
            seen.add(key)
            yield TYPES[span.type], tuple(_attributes(span))


def _attributes(span: Any) -> Iterator[tuple[str, str]]:
    if span.type != "PER":
        yield "name", span.normal
        return
    span.extract_fact(models()["names"])
    fact = span.fact.as_dict if span.fact else {}
    parts = (("firstname", "first"), ("patronymic", "middle"), ("lastname", "last"))
    found = [(name, fact[part]) for name, part in parts if fact.get(part)]
    yield from found or [("lastname", span.normal)]
