"""Labels of tokens handed down to pieces, and where a piece's head stands."""

import pytest

from pipeline.mentions.reader.pieces import split_pieces
from pipeline.training.pretraining.piece_labels import HEAD_LABELS, INNER, ROOT, TokenLabels, head_label, label_pieces


def pieces_of(*tokens):
    """The pieces of tokens that stand without blanks, and the number of the token of each."""
    text, spans = "".join(tokens), []
    for token in tokens:
        start = spans[-1][1] if spans else 0
        spans.append((start, start + len(token)))
    found = [(number, piece) for number, span in enumerate(spans) for piece in split_pieces(text, [span])]
    return [text[start:end] for _, (start, end) in found], [number for number, _ in found]


def test_the_pieces_of_a_token_share_its_labels_and_only_the_first_carries_its_head():
    words, tokens = pieces_of("66-летнему", "токарю", "вручили", "премию")
    assert words == ["66", "-", "летнему", "токарю", "вручили", "премию"]
    labels = TokenLabels(
        tags=["ADJ", "NOUN", "VERB", "NOUN"],
        names=["O", "O", "O", "O"],
        relations=["amod", "iobj", "root", "obj"],
        heads=[2, 3, 0, 3],
    )
    found = label_pieces(tokens, labels)
    assert found.tags == ("ADJ", "ADJ", "ADJ", "NOUN", "VERB", "NOUN")
    assert found.relations == ("amod", "amod", "amod", "iobj", "root", "obj")
    assert found.heads == (head_label(3), INNER, INNER, head_label(1), ROOT, head_label(-1))


def test_a_head_is_sought_at_the_first_piece_of_its_token():
    _, tokens = pieces_of("приехал", "в", "Санкт-Петербург")
    labels = TokenLabels(
        tags=["VERB", "ADP", "PROPN"],
        names=["O", "O", "B-LOC"],
        relations=["root", "case", "obl"],
        heads=[0, 3, 1],
    )
    found = label_pieces(tokens, labels)
    assert found.heads == (ROOT, head_label(1), head_label(-2), INNER, INNER)
    assert found.names == ("O", "O", "B-LOC", "I-LOC", "I-LOC")


def test_a_name_that_goes_on_goes_on_in_every_piece():
    labels = TokenLabels(tags=["X"] * 2, names=["B-ORG", "I-ORG"], relations=["dep"] * 2, heads=[0, 1])
    assert label_pieces([0, 1, 1], labels).names == ("B-ORG", "I-ORG", "I-ORG")


def test_a_token_that_is_its_own_head_has_none():
    labels = TokenLabels(tags=["X"], names=["O"], relations=["dep"], heads=[1])
    assert label_pieces([0], labels).heads == (ROOT,)


@pytest.mark.parametrize(("distances", "label"), [([1], 1), ([2], 2), ([3], 3), ([4, 5], 4), ([6, 8], 5), ([9, 40], 6)])
def test_heads_to_the_right_and_to_the_left_fall_into_buckets(distances, label):
    assert {head_label(d) for d in distances} == {label}
    assert {head_label(-d) for d in distances} == {label + 6}


def test_every_head_label_is_below_their_number():
    labels = {head_label(d) for d in range(-50, 51)} | {INNER}
    assert labels == set(range(HEAD_LABELS))
