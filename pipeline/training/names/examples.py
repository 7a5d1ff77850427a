"""Words that finders propose in marked articles, with the answer on each: nothing, a person, a body, a place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from pipeline.language.networks import NO
from pipeline.mentions.candidates import Words
from pipeline.mentions.classifier.features import span_categories, span_numbers
from pipeline.mentions.classifier.model import ANSWERS
from pipeline.mentions.classifier.spans import find_proposed
from pipeline.mentions.finder import find_all_names
from pipeline.mentions.reader.reading import Reading
from pipeline.records.annotations import Span, family
from pipeline.training.marked import MarkedNames
from pipeline.training.partly_read import read_before
from pipeline.training.rows import Rows

_NEXT = "svodka_mentions"  # what the network sees comes from the components before it, and from the finders


def read_names(texts: Sequence[MarkedNames], report: Callable[[str], None]) -> Iterator[Rows]:
    """The rows of each article in which anything is proposed."""
    docs = read_before(_NEXT, [text.article for text in texts], report)
    for doc, text in zip(docs, texts, strict=True):
        rows = name_rows(Words(doc), doc._.reading, text.types)
        if rows is not None:
            yield rows


def name_rows(words: Words, reading: Reading, types: Mapping[Span, str]) -> Rows | None:
    """The rows of one article; `None` if nothing is proposed in it."""
    proposed = find_proposed(words, find_all_names(words), reading)
    if not proposed or not reading.states:
        return None
    named = [types.get(words.offsets(*each.span), "") for each in proposed]
    return Rows(
        numbers=span_numbers(words, proposed, reading), said=tuple(span_categories(words, proposed)),
        at=np.array([[each.first, each.last] for each in proposed]),
        wanted=np.array([ANSWERS.index(family(kind)) + 1 if kind else NO for kind in named]),
    )  # fmt: skip
