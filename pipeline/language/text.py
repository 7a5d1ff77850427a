"""What was read of the article of a `Doc`: its text, lines and day; a `Doc` built by hand has no article."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from spacy.tokens import Doc

from pipeline.records.article import Line


@lru_cache(maxsize=2)
def text_of(doc: Doc) -> str:
    """The text, equal to `doc.text`, which joins all tokens at every call; without an article they are joined."""
    article = doc._.article
    return doc.text if article is None else str(article.text)


def lines_of(doc: Doc) -> tuple[Line, ...]:
    """The lines with the parts they play, none without an article."""
    return doc._.article.lines if doc._.article is not None else ()


def published(doc: Doc) -> dt.date | None:
    """The day of publication, `None` where nothing tells it."""
    return doc._.article.published if doc._.article is not None else None
