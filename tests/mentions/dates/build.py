"""Words built by hand for the date grammar: razdel's tokens, dictionary forms, no models."""

import spacy
from razdel import tokenize
from spacy.tokens import Doc

from pipeline.language.doc_words import DocTokens
from pipeline.language.extensions import register_extensions
from pipeline.language.lemmas import lemma

register_extensions()
VOCAB = spacy.blank("ru").vocab


def tokens_of(text):
    """The words of `doc_of`."""
    return DocTokens(doc_of(text))


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


def doc_like(tokens):
    """A Doc with the words, tags and sentences of plain tokens."""
    words = [word.form for word in tokens.words]
    ends = [start + len(form) for start, form in zip(tokens.starts[: len(words)], words, strict=True)]
    spaces = [tokens.content[end : end + 1] == " " and end not in tokens.starts for end in ends]
    opening = set(tokens.sentence_starts)
    doc = Doc(VOCAB, words=words, spaces=spaces, sent_starts=[i in opening for i in range(len(words))])
    assert doc.text == tokens.content
    for token, word in zip(doc, tokens.words, strict=True):
        pos, features, lemma_ = word.entry
        token.pos_, token.lemma_ = pos, lemma_
        token.set_morph(features)
    return doc
