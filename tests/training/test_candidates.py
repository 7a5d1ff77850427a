"""Pairs found for a whole batch are those that the reader finds window by window at work."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.language.vectors import vectors
from pipeline.mentions.reader import pairs as at_work

torch = pytest.importorskip("torch", reason="training needs the extra `train`")

TYPES = 3
PIECES = 40
span = st.tuples(st.integers(0, 1), st.integers(0, PIECES - 13), st.integers(0, 11), st.integers(1, TYPES))
spans = st.lists(span, min_size=1, max_size=12, unique_by=lambda s: s[:3])
allowed = st.lists(st.booleans(), min_size=TYPES * TYPES, max_size=TYPES * TYPES)
SENTENCES = np.arange(PIECES) // 5


def described(starts, ends, head, tail, distance, low, high):
    return (starts[head], ends[head], starts[tail], ends[tail]), (distance, low, high)


def one_by_one(found, possible):
    for row in (0, 1):
        own = np.array([s[1:] for s in found if s[0] == row], dtype=np.int64).reshape(-1, 3)
        starts, ends = own[:, 0], own[:, 0] + own[:, 1]
        mentions = at_work.MentionPlaces(starts=starts, ends=ends, types=own[:, 2] - 1, sentences=SENTENCES[starts])
        pairs = at_work.candidate_pairs(mentions, possible)
        for (head, tail), distance, (low, high) in zip(pairs.pairs, pairs.distance, pairs.gaps, strict=True):
            yield (row, *described(starts, ends, head, tail, distance, low, high))


def together(found, possible):
    from pipeline.training.candidates import candidate_pairs, mention_batch  # noqa: PLC0415  (torch is an extra)

    sentences = torch.from_numpy(np.stack([SENTENCES, SENTENCES]))
    mentions = mention_batch(torch.tensor(found), sentences)
    pairs = candidate_pairs(mentions, torch.from_numpy(possible))
    starts, ends = mentions.starts.numpy(), mentions.ends.numpy()
    for (head, tail), *rest in zip(pairs.pairs, pairs.distance, pairs.low, pairs.high, strict=True):
        yield (int(mentions.rows[head]), *described(starts, ends, head, tail, *(int(value) for value in rest)))


@settings(deadline=None)  # the first example imports torch's own modules
@given(found=spans, possible=allowed)
def test_the_same_pairs_are_found_in_training_and_at_work(found, possible):
    matrix = np.array(possible).reshape(TYPES, TYPES)
    assert sorted(together(found, matrix)) == sorted(one_by_one(found, matrix))


def test_what_lies_between_two_mentions_is_averaged():
    from pipeline.training.candidates import between, candidate_pairs, mention_batch  # noqa: PLC0415

    hidden = torch.arange(10.0).reshape(1, 10, 1)
    mentions = mention_batch(torch.tensor([[0, 0, 1, 1], [0, 4, 0, 1]]), torch.zeros(1, 10, dtype=torch.int64))
    found = candidate_pairs(mentions, torch.ones(1, 1, dtype=torch.bool))
    assert between(hidden, mentions, found).flatten().tolist() == [2.5, 2.5]


def test_vectors_unpacked_on_the_device_are_those_of_the_reader():
    from pipeline.training.vector_table import look_up  # noqa: PLC0415

    rows = np.array([[[5, 17], [100, 200]]])
    found = look_up(torch.from_numpy(rows), torch.tensor([[1.0, 0.0]]))
    assert np.array_equal(found[0, 0].numpy(), vectors(rows[0, 0]).ravel())
    assert not found[0, 1].any()


def test_padding_changes_nothing_in_a_large_network():
    from pipeline.training.attention import AttentionEncoder  # noqa: PLC0415
    from pipeline.training.settings import ReaderShape  # noqa: PLC0415

    shape = ReaderShape(embeddings={}, extras=0, types=1, relations=1, inputs=8, channels=64, layers=2)
    torch.manual_seed(0)
    encoder = AttentionEncoder(shape).eval()
    window = torch.randn(1, 6, 8)
    padded = torch.cat([window, torch.zeros(1, 3, 8)], dim=1)
    alone = encoder(window, torch.ones(1, 6))
    mask = torch.tensor([[1.0] * 6 + [0.0] * 3])
    assert torch.allclose(encoder(padded, mask)[:, :6], alone, atol=1e-5)
