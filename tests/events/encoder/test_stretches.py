"""An article as the encoder sees it: pieces of whole sentences, each with its token and the name that it belongs to."""

import numpy as np
import pytest
import spacy

from pipeline.events.encoder.pieces import Pieces, Vocabulary
from pipeline.events.encoder.stretches import DATE, KINDS, LIMIT, NO_TOKEN, cut
from pipeline.language.extensions import register_extensions
from pipeline.language.sentences import sentences
from pipeline.records.annotations import Mention

LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя."
VOCABULARY = Vocabulary(
    pieces=["<s>", "</s>", "<unk>", "▁", *LETTERS, *LETTERS.upper()], scores=[0.0] * 3 + [-1.0] * (2 * len(LETTERS) + 1),
    begin=0, end=1, unknown=2,
)  # fmt: skip


@pytest.fixture
def pieces():
    return Pieces(VOCABULARY)


def document(*texts, mentions=()):
    register_extensions()
    words = [word for text in texts for word in text.split()]
    doc = spacy.tokens.Doc(spacy.blank("ru").vocab, words=words)
    start = 0
    for text in texts:
        for index in range(start, start + len(text.split())):
            doc[index].is_sent_start = index == start
        start += len(text.split())
    doc._.mentions = tuple(mentions)
    return doc


def mention(start, end, kind):
    return Mention(start=start, end=end, text="", type=kind, source="")


def spelled(stretch, token):
    return "".join(VOCABULARY.pieces[n] for n in stretch.pieces[stretch.tokens == token])


def test_every_piece_knows_its_token(pieces):
    doc = document("Мэр приехал .")
    [stretch] = cut(doc, sentences(doc), pieces)
    assert [spelled(stretch, i) for i in range(3)] == ["▁Мэр", "▁приехал", "▁."]
    assert (stretch.pieces[0], stretch.pieces[-1]) == (VOCABULARY.begin, VOCABULARY.end)
    assert stretch.tokens[0] == stretch.tokens[-1] == NO_TOKEN


def test_names_are_marked_by_their_kind_and_the_shortest_counts(pieces):
    text = "Мэр Твери Орлов приехал"
    doc = document(text, mentions=[mention(4, 15, "person"), mention(4, 9, "city")])
    [stretch] = cut(doc, sentences(doc), pieces)
    marks = {int(token): {int(mark) for mark in stretch.marks[stretch.tokens == token]} for token in stretch.tokens}
    assert marks == {NO_TOKEN: {0}, 0: {0}, 1: {KINDS.index("city") + 1}, 2: {KINDS.index("person") + 1}, 3: {0}}
    assert max(KINDS.index(kind) for kind in KINDS) + 1 < DATE


def test_sentences_stay_whole_and_the_stretches_short(pieces):
    doc = document(*["Слово " * 20 + "."] * 6)
    stretches = cut(doc, sentences(doc), pieces)
    assert len(stretches) == 6, "two sentences of 126 pieces are too much for one stretch"
    tokens = np.concatenate([stretch.tokens[1:-1] for stretch in stretches])
    assert sorted(set(tokens.tolist())) == list(range(len(doc))), "nothing is lost"


def test_a_sentence_that_is_too_long_is_cut_at_the_limit(pieces):
    doc = document("Слово " * 200)
    [stretch] = cut(doc, sentences(doc), pieces)
    assert len(stretch.pieces) == len(stretch.tokens) == len(stretch.marks) == LIMIT
    assert stretch.pieces[-1] == VOCABULARY.end


def test_the_end_of_a_line_is_no_piece(pieces):
    register_extensions()
    doc = spacy.tokens.Doc(spacy.blank("ru").vocab, words=["Мэр", "\n", "приехал"], sent_starts=[True, False, False])
    [stretch] = cut(doc, sentences(doc), pieces)
    assert 1 not in stretch.tokens
