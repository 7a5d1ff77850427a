"""The text of a `Doc` is what was read."""

import spacy
from spacy.tokens import Doc

from pipeline.language.extensions import register_extensions
from pipeline.language.text import text_of
from pipeline.records.article import Article


def test_text_is_the_articles_or_the_joined_tokens():
    register_extensions()
    doc = Doc(spacy.blank("ru").vocab, words=["Мост", "готов"], spaces=[True, False])
    assert text_of(doc) == "Мост готов"
    doc._.article = Article(text="Мост готов")
    assert text_of(doc) == "Мост готов"
