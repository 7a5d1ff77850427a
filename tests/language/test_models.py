"""The networks on spaCy's tokens: tags and trees of a real sentence."""

import pytest

pytestmark = pytest.mark.model


def test_tags_and_lemmas(nlp):
    doc = nlp("Вчера в Гродно прошла встреча министров.")
    assert [(t.lemma_, t.pos_) for t in doc if t.is_alpha] == [
        ("вчера", "ADV"), ("в", "ADP"), ("гродно", "PROPN"), ("пройти", "VERB"), ("встреча", "NOUN"), ("министр", "NOUN"),
    ]  # fmt: skip


def test_the_subject_hangs_on_its_verb(nlp):
    doc = nlp("Вчера в Гродно прошла встреча министров.")
    meeting = next(t for t in doc if t.lemma_ == "встреча")
    assert (meeting.dep_, meeting.head.lemma_) == ("nsubj", "пройти")


def test_every_sentence_is_one_tree(nlp):
    doc = nlp("Гости прибыли.\n\n \u00a0Второй абзац — короткий: раз, два\n\nи третий\n")
    assert all(sum(token.head == token for token in sentence) == 1 for sentence in doc.sents)
    assert doc.text == "Гости прибыли.\n\n \u00a0Второй абзац — короткий: раз, два\n\nи третий\n"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "𝔘𝔫𝔦", "😀 привет", "\x00", "а" * 5000])
def test_odd_texts_pass_through(nlp, text):
    assert nlp(text).text == text
