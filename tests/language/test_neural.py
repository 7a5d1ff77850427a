"""The graphs of `models/slovnet` say what slovnet itself says, however the sentences are packed."""

from pathlib import Path

import numpy as np
import pytest

from pipeline.language import packing
from pipeline.language.backends import shape_of, slovnet_models
from pipeline.language.graphs import labels, run_graph
from pipeline.language.neural import label_names, parse_words, tag_words
from pipeline.language.packing import pack
from pipeline.language.segmentation import split_sentences
from pipeline.readers.read import read_inputs

RAW = Path(__file__).parents[2] / "data" / "raw"
SENTENCES = (("Вчера", "в", "Гродно", "прошла", "встреча", "."), ("Да", "."), ("Президент", "России", "Иван", "Белов"))

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def articles():
    """The sample articles as lists of sentences of words."""
    found = [reading.article for reading in read_inputs([str(RAW)]) if reading.status == "ok"]
    cut = [(article.text, split_sentences(article.text, article.lines)) for article in found]
    return [[[text[a:b] for a, b in sentence.tokens] for sentence in sentences] for text, sentences in cut]


def encoded(infer, words):
    return infer.encoder.input([infer.encoder.item(words)])


def slovnet_labels(infer, sentences):
    return [row for words in sentences for row in infer.decoder(infer.process([encoded(infer, words)]))]


def assert_near(found, expected):
    """Scores reach several hundred, so that they agree to single precision's share of the greatest."""
    assert found.shape == expected.shape
    assert np.abs(found - expected).max() <= 1e-5 * max(1, np.abs(expected).max())


def test_tags_are_slovnets(articles):
    for sentences in articles:
        assert tag_words(sentences) == slovnet_labels(slovnet_models().morph.infer, sentences)


def test_names_are_slovnets(articles):
    infer = slovnet_models().ner.infer
    for sentences in articles:
        assert label_names(sentences) == slovnet_labels(infer, sentences)


def test_scores_of_names_are_slovnets(articles):
    infer = slovnet_models().ner.infer
    for sentences in articles:
        rows = iter(map(tuple, sentences))
        for packed in pack(tuple(map(tuple, sentences))):
            scores = run_graph("names", packed.inputs)["scores"]
            for first, last in packed.spans:
                given = encoded(infer, next(rows))
                assert_near(scores[first:last], infer.model(given.word_id, given.shape_id, given.pad_mask)[0])


def test_trees_are_slovnets(articles):
    infer = slovnet_models().syntax.infer
    for sentences in articles:
        for words, (scores, relations) in zip(sentences, parse_words(sentences), strict=True):
            given = encoded(infer, words)
            expected = infer.model(given.word_id, given.shape_id, given.pad_mask)
            assert_near(scores, expected.head_id[0])
            assert scores.argmax(axis=1).tolist() == expected.head_id[0].argmax(axis=1).tolist()
            assert relations == [infer.decoder.rels_vocab.decode(i) for i in expected.rel_id[0].argmax(axis=1)]


def test_a_sentence_depends_on_no_other(articles):
    for sentences in articles[:6]:
        assert tag_words(sentences) == [tag_words([words])[0] for words in sentences]
        assert label_names(sentences) == [label_names([words])[0] for words in sentences]
        for words, (scores, relations) in zip(sentences, parse_words(sentences), strict=True):
            alone, alone_relations = parse_words([words])[0]
            assert_near(alone, scores)
            assert alone_relations == relations


def test_the_same_words_give_the_same_bytes(articles):
    first = [scores.tobytes() for scores, _ in parse_words(articles[0])]
    pack.cache_clear()
    assert [scores.tobytes() for scores, _ in parse_words(articles[0])] == first


def test_nothing_gives_nothing():
    assert tag_words([]) == label_names([]) == parse_words([]) == []


def test_sentences_stand_between_separators():
    (packed,) = pack(SENTENCES)
    places = packed.inputs["places"][packing.LAYERS : -packing.LAYERS]
    assert packed.spans == ((1, 7), (8, 10), (11, 15))
    assert np.flatnonzero(places == 0).tolist() == [0, 7, 10]
    assert places[6] == places[9], "the full stop is one word"
    assert packed.words.tolist() == np.flatnonzero(places).tolist()


def test_a_long_article_is_cut_into_batches(monkeypatch):
    monkeypatch.setattr(packing, "BATCH", 7)
    pack.cache_clear()
    assert [packed.spans for packed in pack(SENTENCES)] == [((1, 7),), ((1, 3), (4, 8))]
    in_batches = tag_words(SENTENCES)
    pack.cache_clear()
    monkeypatch.undo()
    assert in_batches == tag_words(SENTENCES)


@pytest.mark.parametrize(
    "word", ["Минск", "США", "-", "«", "…", "66-летний", "Covid", "№", "😀", "+5", "%%", "Иванов-Петров"]
)
def test_every_shape_has_a_number(word):
    assert shape_of(word) in labels().shapes
