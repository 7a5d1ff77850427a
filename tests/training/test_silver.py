"""Labelled articles as numbers: on disk, joined, and as blanked batches."""

import numpy as np
import pytest

from pipeline.errors import InputError
from pipeline.mentions.reader.features import CONTEXT, FeatureExtractor
from pipeline.mentions.reader.windows import Window
from pipeline.training.pretraining.labelled_article import LabelledArticle
from pipeline.training.pretraining.parts import load_part, make_part, save_part
from pipeline.training.pretraining.piece_labels import PieceLabels
from pipeline.training.pretraining.settings import LEAST, PretrainingSettings
from pipeline.training.pretraining.silver_corpus import load_silver


def article(words, tags):
    """One window of one sentence."""
    n = len(words)
    labels = PieceLabels(tags=tuple(tags), names=("O",) * n, relations=("dep",) * n, heads=(0,) * n)
    flags = np.tile(np.eye(CONTEXT, dtype=bool)[0], (n, 1))
    return LabelledArticle(words=tuple(words), labels=(labels,), flags=flags, windows=(n,))


@pytest.fixture
def parts(tmp_path):
    paths = [tmp_path / "part-00000.npz", tmp_path / "part-00001.npz"]
    first = [article(["снег", "идёт"], ["NOUN", "VERB"]), article(["снег"], ["NOUN"])]
    save_part(make_part(first, "a"), paths[0])
    save_part(make_part([article(["идёт", "дождь", "!"], ["VERB", "NOUN", "PUNCT"])], "b"), paths[1])
    return paths


def test_parts_join_to_one_numbering(parts):
    corpus = load_silver(parts, least_tag=2)
    assert corpus.digests == ("a", "b")
    assert (corpus.articles, corpus.windows()) == (3, 3)
    assert [corpus.vocabulary[i] for i in corpus.words] == ["снег", "идёт", "снег", "идёт", "дождь", "!"]
    assert corpus.bounds.tolist() == [0, 2, 3, 6]
    assert corpus.counts() == {"снег": 2, "идёт": 2, "дождь": 1, "!": 1}


def test_rare_tags_are_one_class(parts):
    corpus = load_silver(parts, least_tag=2)
    assert corpus.labels[:, 0].tolist() == [1, 2, 1, 2, 1, 0]
    assert corpus.classes[0] == 3


def test_the_same_articles_give_the_same_bytes(parts, tmp_path):
    again = tmp_path / "again.npz"
    save_part(load_part(parts[0]), again)
    assert again.read_bytes() == parts[0].read_bytes()


def test_a_damaged_part_is_named(parts):
    parts[1].write_bytes(parts[1].read_bytes()[:100])
    with pytest.raises(InputError, match=r"part-00001\.npz cannot be read\. Delete it"):
        load_silver(parts, least_tag=2)


@pytest.fixture
def batch_of(parts):
    """The features of «идёт дождь!» as the reader sees them, and batches of windows blanked in given shares."""
    pytest.importorskip("torch", reason="training needs the extra `train`")
    from pipeline.training.pretraining.pretraining import prepare_silver  # noqa: PLC0415  (torch is an extra)

    def make(windows, *, blanked=0.0, unnamed=0.0):
        settings = PretrainingSettings(least=dict.fromkeys(LEAST, 1), blanked=blanked, unnamed=unnamed)
        data = prepare_silver(load_silver(parts, least_tag=1), settings)
        window = Window(pieces=((0, 4), (5, 10), (10, 11)), sentences=(0, 0, 0))
        wanted = FeatureExtractor(data.vocabulary).window("идёт дождь!", window)
        return wanted, data.batches.batch(windows, np.random.default_rng(0))

    return make


@pytest.mark.model
def test_what_is_not_blanked_is_what_the_reader_sees_and_padding_is_zero(batch_of):
    wanted, batch = batch_of([2, 1])
    assert (batch.ids[0].numpy() == wanted.ids).all()
    assert np.allclose(batch.inputs()[1][0].numpy(), wanted.vectors)
    assert np.allclose(batch.extras[0, :, :-CONTEXT].numpy(), wanted.extras[:, :-CONTEXT], atol=1e-3)
    assert batch.extras[0, :, -CONTEXT:].tolist() == [[1, 0, 0, 0, 0]] * 3
    assert batch.mask.tolist() == [[1, 1, 1], [1, 0, 0]]
    assert not any(tensor[1, 1:].any() for tensor in (batch.ids, batch.inputs()[1], batch.extras))
    assert batch.labels.shape == (4, 4)
    assert not batch.asked.any()


@pytest.mark.model
def test_an_unnamed_piece_loses_lemma_and_vectors_alone(batch_of):
    wanted, batch = batch_of([2], unnamed=1.0)
    assert not batch.ids[..., 0].any()
    assert not batch.inputs()[1].any()
    assert (batch.ids[0, :, 1:].numpy() == wanted.ids[:, 1:]).all()
    assert batch.extras[..., :-CONTEXT].any()
    assert not batch.asked.any()


@pytest.mark.model
def test_of_a_blanked_piece_only_its_surroundings_are_left_and_its_lemma_is_asked(batch_of):
    wanted, batch = batch_of([2], blanked=1.0)
    assert not any(tensor.any() for tensor in (batch.ids, batch.inputs()[1], batch.extras[..., :-CONTEXT]))
    assert batch.extras[0, :, -CONTEXT:].tolist() == [[1, 0, 0, 0, 0]] * 3
    assert batch.asked.all()
    assert batch.lemmas.tolist() == wanted.ids[:, 0].tolist()
