"""Pieces cover the tokens, windows hold every piece once and whole sentences where they fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.mentions.reader.features import CONTEXT, surroundings
from pipeline.mentions.reader.pieces import split_pieces
from pipeline.mentions.reader.windows import pack_windows
from pipeline.mentions.reader.words import word_values

SENTENCES = st.lists(st.integers(0, 40), max_size=12)


@pytest.mark.parametrize(
    ("token", "pieces"),
    [
        ("Минск", ["Минск"]),
        ("66-летнему", ["66", "-", "летнему"]),
        ("кыргызско-таджикская", ["кыргызско", "-", "таджикская"]),
        ("5,56-мм", ["5,56", "-", "мм"]),
        ("9:30", ["9:30"]),
        ("«", ["«"]),
    ],
)
def test_a_token_splits_where_a_mention_may_end_inside_it(token, pieces):
    assert [token[a:b] for a, b in split_pieces(token, [(0, len(token))])] == pieces


@given(st.text(alphabet="аБ1-–/,.«x \n", min_size=1, max_size=30))
def test_pieces_join_to_their_token(token):
    pieces = list(split_pieces(token, [(0, len(token))]))
    assert "".join(token[a:b] for a, b in pieces) == token
    assert all(a < b for a, b in pieces)


def numbered(lengths):
    """Sentences of so many pieces, one code point each."""
    starts = [sum(lengths[:i]) for i in range(len(lengths))]
    return [[(at, at + 1) for at in range(start, start + n)] for start, n in zip(starts, lengths, strict=True)]


@given(SENTENCES, st.integers(1, 30))
def test_windows_hold_every_piece_once_in_order_and_never_too_many(lengths, limit):
    windows = list(pack_windows(numbered(lengths), limit=limit))
    assert [p for w in windows for p in w.pieces] == [p for s in numbered(lengths) for p in s]
    assert all(0 < len(w.pieces) == len(w.sentences) <= limit for w in windows)


@given(SENTENCES)
def test_a_sentence_that_fits_is_never_cut(lengths):
    windows = list(pack_windows(numbered(lengths), limit=40))
    homes = [set(w.sentences) for w in windows]
    assert sum(len(home) for home in homes) == sum(n > 0 for n in lengths)


def test_surroundings_mark_sentence_glue_quotes_lines():
    text = "Итог\nЗавод «Янтарь-2»"
    spans = [(0, 4), (5, 10), (11, 12), (12, 18), (18, 19), (19, 20), (20, 21)]
    (window,) = pack_windows([spans[:1], spans[1:]])
    flags = surroundings(text, window)
    assert flags.shape == (7, CONTEXT)
    assert flags[:, 0].tolist() == [1, 1, 0, 0, 0, 0, 0]
    assert flags[:, 1].tolist() == [0, 0, 0, 1, 1, 1, 1]
    assert flags[:, 2].tolist() == [0, 0, 0, 1, 1, 1, 0]
    assert flags[:, 3].tolist() == [1, 1, 0, 0, 0, 0, 0]
    assert flags[:, 4].tolist() == [1, 0, 0, 0, 0, 0, 0]


@pytest.mark.model
@pytest.mark.parametrize(
    ("word", "lemma", "shape"),
    [
        ("Минске", "минск", "Xx"),
        ("ОДКБ", "одкб", "XXX"),
        ("iPhone", "iphone", "yY"),
        ("2023", "2023", "dddd"),
        (",", ",", ","),
    ],
)
def test_a_word_tells_lemma_and_shape(word, lemma, shape):
    assert word_values(word)[:2] == (lemma, shape)
