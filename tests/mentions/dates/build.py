"""Docs built by hand for the date grammar: razdel's tokens, dictionary forms, no models."""

import spacy
from razdel import tokenize
from spacy.tokens import Doc

from pipeline.language.extensions import register_extensions
from pipeline.language.lemmas import lemma

register_extensions()
VOCAB = spacy.blank("ru").vocab


def doc_of(text):
    """One sentence with its tokens and dictionary forms; white space beyond one blank is a token of its own."""
    words, spaces, at = [], [], 0
    for token in tokenize(text):
        between = text[at : token.start]
        if between == " " and words:
            spaces[-1] = True
        elif between:
            words.append(between)
            spaces.append(False)
        words.append(token.text)
        spaces.append(False)
        at = token.stop
    if text[at:]:
        words.append(text[at:])
        spaces.append(False)
    doc = Doc(VOCAB, words=words, spaces=spaces, sent_starts=[i == 0 for i in range(len(words))])
    assert doc.text == text
    for token in doc:
        token.lemma_ = lemma(token.text, "", "")
        token.pos_ = "SPACE" if token.is_space else "PUNCT" if not token.text[0].isalnum() else ""
    return doc
