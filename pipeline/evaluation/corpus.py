"""A gold corpus: annotated articles, date sentences, or both, with a digest that pins its content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError
from pipeline.evaluation.gold import DateSentence, GoldArticle, load_articles, load_date_sentences

DATE_FILE = "dates.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """What an evaluation is measured on; `digest` changes with every change of the annotation."""

    articles: tuple[GoldArticle, ...]
    sentences: tuple[DateSentence, ...]
    digest: str


def load_corpus(path: Path) -> Corpus:
    """Read a folder of gold articles (with `dates.jsonl` beside them, if there), or one file of date sentences.

    Raises:
        InputError: nothing to measure on lies there, or it is malformed.
    """
    if not path.exists():
        raise InputError(f"There is no {path}. Name a folder of gold articles or a .jsonl of date sentences.")
    if path.is_file():
        return _corpus((), tuple(load_date_sentences(path)))
    dates = path / DATE_FILE
    sentences = load_date_sentences(dates) if dates.is_file() else []
    return _corpus(tuple(load_articles(path)), tuple(sentences))


def _corpus(articles: tuple[GoldArticle, ...], sentences: tuple[DateSentence, ...]) -> Corpus:
    digest = hashlib.sha256()
    for each in (*articles, *sentences):
        digest.update(each.model_dump_json().encode())
    return Corpus(articles=articles, sentences=sentences, digest=digest.hexdigest()[:16])
