"""What a run has written comes back as it was, from CSV and from Parquet."""

import datetime as dt

import pytest

from pipeline.errors import InputError
from pipeline.loading.folder import read_rows, read_summary
from pipeline.loading.grouped import ByDocument
from pipeline.records.tables import table
from pipeline.records.tables.entities import EntityRow
from pipeline.records.tables.quotes import QuoteRow
from pipeline.writers.outputs import open_writers

ENTITIES = [
    EntityRow(
        entity_id="e1", type="person", name='Иван "Ваня"; =1+1', aliases=("Ваня", "Иван\nИванов"), mentions=0, documents=2,
        latitude=-1.5, longitude=0.0, first_published=dt.date(2024, 3, 1),
    ),
    EntityRow(entity_id="e2", type="city", name="Тверь", mentions=1, documents=1),
]  # fmt: skip


def quote(doc_id, start):
    return QuoteRow(
        quote_id=f"{doc_id}{start}", group_id="", doc_id=doc_id, kind="direct", text="а", start=start, end=start + 1
    )


@pytest.fixture(params=["csv", "parquet"])
def out(request, tmp_path):
    for writer in open_writers(tmp_path, (request.param,)):
        writer.write(table("entities"), ENTITIES)
        writer.write(table("quotes"), [quote("a", 1), quote("a", 2), quote("c", 1)])
        writer.publish()
    return tmp_path


def test_rows_come_back_as_they_were(out):
    assert list(read_rows(out, "entities")) == ENTITIES


def test_rows_are_handed_out_document_by_document(out):
    quotes = ByDocument(out, "quotes")
    assert [[row.start for row in quotes.of(doc)] for doc in ("a", "b", "c")] == [[1, 2], [], [1]]
    quotes.finish()


def test_rows_in_another_order_than_documents_are_not_lost_silently(out):
    quotes = ByDocument(out, "quotes")
    assert quotes.of("c") == []
    with pytest.raises(InputError, match="not in the order of documents"):
        quotes.finish()


def test_a_cell_of_the_wrong_type_is_told_with_line_and_column(tmp_path):
    (tmp_path / "entities.csv").write_text(
        "entity_id,type,name,mentions,documents\ne1,city,Тверь,1,два\n", encoding="utf-8"
    )
    with pytest.raises(InputError, match=r"entities.csv: line 2, column documents: 'два' is no integer"):
        list(read_rows(tmp_path, "entities"))


def test_a_missing_table_or_summary_is_explained(tmp_path):
    with pytest.raises(InputError, match="Name a folder that `svodka run` has written"):
        read_rows(tmp_path, "events")
    with pytest.raises(InputError, match="Name a folder that `svodka run` has written"):
        read_summary(tmp_path)
    (tmp_path / "run.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="Run svodka again"):
        read_summary(tmp_path)
