"""Words in pieces: the likeliest way to put a word together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.events.encoder.pieces import Pieces, Vocabulary

KNOWN = ["<s>", "</s>", "<unk>", "▁", "▁за", "вод", "▁завод", "а", "в", "д", "з", "о"]
VOCABULARY = Vocabulary(
    pieces=KNOWN, scores=[0.0, 0.0, 0.0, -4.0, -3.0, -3.0, -5.0, *[-6.0] * 5], begin=0, end=1, unknown=2
)  # fmt: skip


@pytest.mark.parametrize(
    ("word", "spaced", "pieces"),
    [
        ("завод", True, ["▁завод"]),  # -5 is likelier than «▁за» with «вод», -6
        ("завод", False, ["з", "а", "вод"]),
        ("вод", True, ["▁", "вод"]),
        ("яд", True, ["▁", "<unk>", "д"]),
        ("", True, ["▁"]),
        ("", False, []),
    ],
)
def test_words_are_cut_into_their_likeliest_pieces(word, spaced, pieces):
    assert [KNOWN[number] for number in Pieces(VOCABULARY).of(word, spaced)] == pieces


@given(st.text(alphabet="заводя", max_size=12))
def test_pieces_give_the_word_again(word):
    pieces = [KNOWN[number] for number in Pieces(VOCABULARY).of(word, False)]
    assert "".join(pieces).replace("<unk>", "я") == word


def test_what_looks_the_same_is_the_same():
    assert Pieces(VOCABULARY).of("\ufeffвод".strip("\ufeff"), True) == Pieces(VOCABULARY).of("вод", True)
    assert Pieces(VOCABULARY).of("①", True)[-1] == VOCABULARY.unknown, "NFKC makes it «1», which is no piece here"
