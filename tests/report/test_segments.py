"""A text cut where anything in it begins or ends: nothing is lost, and every span is a run of whole pieces."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.report.segments import Layer, paragraphs
from pipeline.report.texts import Piece

TEXT = "Глава МИД Иванов\n\nприехал 😀 в Тверь"


def cut(layers, text=TEXT):
    return [s for p in paragraphs((Piece(0, text),), layers) for s in p.segments]


def test_nested_and_crossing_spans_share_their_pieces():
    layers = [
        Layer(start=0, end=9, look="post"),
        Layer(start=6, end=9, look="body"),
        Layer(start=6, end=16, look="who"),
    ]
    assert [(s.text, s.look) for s in cut(layers)[:3]] == [
        ("Глава ", "post"),
        ("МИД", "post who body"),
        (" Иванов", "who"),
    ]


def test_a_line_is_a_paragraph_and_blank_ones_are_none():
    assert ["".join(s.text for s in p.segments) for p in paragraphs((Piece(0, TEXT),), ())] == [
        "Глава МИД Иванов",
        "приехал 😀 в Тверь",
    ]


def test_what_is_missing_between_pieces_is_told():
    pieces = (Piece(0, "Начало."), Piece(50, "Конец."))
    assert [p.gap for p in paragraphs(pieces, ())] == [False, True]


spans = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=8)


@given(st.text("аБ \n😀", min_size=1, max_size=40), spans)
def test_pieces_join_to_the_text_and_no_span_ends_within_one(text, found):
    layers = [Layer(start=start, end=start + length, look=f"l{n}") for n, (start, length) in enumerate(found)]
    segments = cut(layers, text)
    assert all(text[s.start : s.end] == s.text for s in segments)
    lines = [line for line in text.split("\n") if line.strip()]
    assert "".join(s.text for s in segments) == "".join(lines)
    for layer in layers:
        assert not any(s.start < border < s.end for s in segments for border in (layer.start, layer.end))
        assert all(
            (layer.look in s.look.split()) == (s.start >= layer.start and s.end <= layer.end)
            for s in segments
            if s.text
        )
