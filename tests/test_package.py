"""What a notebook imports: a text becomes a `Doc` and its rows."""

import datetime as dt

import pytest

from pipeline import load_pipeline, read, tables
from pipeline.records.tables import TABLES


@pytest.mark.model
def test_a_text_becomes_a_doc_and_rows():
    text = "Вчера в Гродно прошла встреча министров."
    doc = read(text, published="21.11.2023")
    assert doc.text == text and doc._.article.published == dt.date(2023, 11, 21)
    rows = tables(doc)
    assert set(rows) == {table.name for table in TABLES}
    assert [m.text for m in rows["mentions"] if m.type in {"city", "location"}] == ["Гродно"]


@pytest.mark.model
def test_the_pipeline_is_loaded_once_for_each_way_of_reading():
    assert load_pipeline() is load_pipeline(careful=True)
    assert load_pipeline(careful=False) is not load_pipeline()
    text = "Вчера в Гродно прошла встреча министров."
    assert [e.type for e in read(text, published="21.11.2023", careful=False)._.events] == ["meeting"]


def test_a_wrong_day_is_refused_before_models_are_loaded():
    with pytest.raises(ValueError, match="Write it as"):
        read("Текст.", published="вчера")
