"""Portions of articles: cut by bytes, larger as the dump grows, with the bytes of input behind each."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers.read import Reading
from pipeline.records.article import Article
from pipeline.runner import shards
from pipeline.runner.shards import split_into_shards


def reading(text, position=0):
    return Reading(article=Article(text=text), position=position)


def test_long_articles_make_short_portions():
    texts = ["а" * 20_000] * 4  # two bytes a letter
    assert [len(s.readings) for s in split_into_shards(map(reading, texts))] == [2, 2]


def test_portions_grow_with_the_dump(monkeypatch):
    monkeypatch.setattr(shards, "GROWTH", 2)
    sizes = [len(s.readings) for s in split_into_shards(reading("а") for _ in range(32 * 12))]
    assert sizes == [32, 32, 64, 64, 96, 96]


@given(st.lists(st.integers(min_value=0, max_value=9_999), max_size=90))
def test_bytes_add_up_to_the_furthest_position(positions):
    cut = list(split_into_shards((reading("а", at) for at in positions), first=7))
    assert sum(s.bytes_read for s in cut) == max(positions, default=0)
    assert all(s.bytes_read >= 0 for s in cut)
    assert [s.number for s in cut] == list(range(7, 7 + len(cut)))


def test_the_digest_is_of_the_articles_not_of_their_position():
    one, same, other = (
        next(split_into_shards([reading(text, at)])).digest() for text, at in (("а", 1), ("а", 2), ("б", 1))
    )
    assert one == same != other
