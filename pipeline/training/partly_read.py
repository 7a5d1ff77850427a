"""Articles read by the first components alone, for networks that learn from what these see."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc

from pipeline.assembly import build_pipeline, read_articles
from pipeline.records.article import Article

_TOLD_EVERY = 100


def read_before(component: str, articles: Sequence[Article], report: Callable[[str], None]) -> Iterator[Doc]:
    """Each article as a component finds it, in their order; `report` is told how far it has come."""
    nlp = build_pipeline()
    for name in nlp.pipe_names[nlp.pipe_names.index(component) :]:
        nlp.remove_pipe(name)
    for number, doc in enumerate(read_articles(nlp, articles), 1):
        yield doc
        if number % _TOLD_EVERY == 0:
            report(f"read {number} of {len(articles)} articles")
