"""Lets the pipeline read gold texts as they would arrive in a dump, and takes its answers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from spacy.language import Language

from pipeline.assembly import collect, read_articles
from pipeline.evaluation.answers import Answers
from pipeline.evaluation.from_annotations import answers_from_annotations
from pipeline.evaluation.gold import DateSentence, GoldArticle
from pipeline.language.layout import find_lines
from pipeline.records.article import Article

_DAY = re.compile(r"\b(\d{2})\.(\d{2})\.(\d{4})\b")


def answer_articles(nlp: Language, articles: Iterable[GoldArticle]) -> dict[str, Answers]:
    """Answers of the pipeline by article id; the day of publication is given only where the text hides it."""
    return _answer(nlp, [_article(a.id, a.text, a.given_published()) for a in articles])


def answer_sentences(nlp: Language, sentences: Iterable[DateSentence]) -> dict[str, Answers]:
    """Answers of the pipeline by sentence id."""
    return _answer(nlp, [_article(s.id, s.text, s.published) for s in sentences])


def _answer(nlp: Language, articles: list[Article]) -> dict[str, Answers]:
    docs = read_articles(nlp, articles)
    return {
        article.doc_id: answers_from_annotations(article, collect(doc))
        for article, doc in zip(articles, docs, strict=True)
    }


def _article(doc_id: str, text: str, published: dt.date | None) -> Article:
    shown = _DAY.search(text[:400])
    if published is None and shown:
        published = dt.date(int(shown[3]), int(shown[2]), int(shown[1]))
    return Article(text=text, doc_id=doc_id, published=published, lines=find_lines(text))
