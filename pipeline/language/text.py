"""The text of a `Doc` without building it anew: `doc.text` joins all tokens at every call."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc


@lru_cache(maxsize=2)
def text_of(doc: Doc) -> str:
    """The text that was read, equal to `doc.text`; a `Doc` built by hand has no article and is joined."""
    article = doc._.article
    return doc.text if article is None else str(article.text)
