"""Words that finders propose in marked articles, with the answer on each: nothing, a person, a body, a place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from pipeline.assembly import build_pipeline, read_articles
from pipeline.language.networks import NO
from pipeline.mentions.candidates import Words
from pipeline.mentions.classifier.features import span_categories, span_numbers
from pipeline.mentions.classifier.model import ANSWERS
from pipeline.mentions.classifier.spans import coarse, find_proposed
from pipeline.mentions.finder import find_all_names
from pipeline.mentions.reader.reading import Reading
from pipeline.records.annotations import Span
from pipeline.training.marked import MarkedNames
from pipeline.training.rows import Rows

_NEXT = "svodka_mentions"  # what the network sees comes from the components before it, and from the finders
_TOLD_EVERY = 100


def read_names(texts: Sequence[MarkedNames], report: Callable[[str], None]) -> Iterator[Rows]:
    """The rows of each article in which anything is proposed."""
    nlp = build_pipeline()
    for name in nlp.pipe_names[nlp.pipe_names.index(_NEXT) :]:
        nlp.remove_pipe(name)
    docs = read_articles(nlp, (text.article for text in texts))
    for number, (doc, text) in enumerate(zip(docs, texts, strict=True), 1):
        rows = name_rows(Words(doc), doc._.reading, text.types)
        if rows is not None:
            yield rows
        if number % _TOLD_EVERY == 0:
            report(f"read {number} of {len(texts)} articles")


def name_rows(words: Words, reading: Reading, types: Mapping[Span, str]) -> Rows | None:
    """The rows of one article; `None` if nothing is proposed in it."""
    proposed = find_proposed(words, find_all_names(words), reading)
    if not proposed or not reading.states:
        return None
    named = [types.get(words.offsets(*each.span), "") for each in proposed]
    return Rows(
        numbers=span_numbers(words, proposed, reading), said=tuple(span_categories(words, proposed)),
        at=np.array([[each.first, each.last] for each in proposed]),
        wanted=np.array([ANSWERS.index(coarse(kind)) + 1 if kind else NO for kind in named]),
    )  # fmt: skip
