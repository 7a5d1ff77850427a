"""Which articles of a dump a teacher answers on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from hashlib import sha256

from pipeline.readers.read import read_inputs
from pipeline.records.article import Article
from pipeline.training.news import check_inputs, no_article

_SHORTEST, _LONGEST = 600, 7_000  # characters: neither a line nor a book


def choose_unmarked(dump: Sequence[str], *, count: int, without: Collection[str]) -> list[Article]:
    """Some articles of ordinary length: the same ones whatever their order.

    Args:
        dump: files or folders.
        count: at most as many.
        without: ids of articles that networks are measured on, or have learned from.

    Raises:
        InputError: there is no such file, or no such article.
    """
    check_inputs(dump)
    found = {
        article.doc_id: article for article in (reading.article for reading in read_inputs(dump))
        if article.doc_id not in without and _SHORTEST < len(article.text) < _LONGEST
    }  # fmt: skip
    if not found:
        raise no_article(dump)
    return sorted(found.values(), key=lambda article: sha256(article.doc_id.encode()).digest())[:count]
