"""What a run has written comes back as it was, from every format; what is no run is told."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import svodka
from pipeline.errors import InputError
from pipeline.loading.finished_run import open_run
from pipeline.records.tables.entities import EntityRow
from pipeline.records.tables.events import ClusterRow
from pipeline.records.tables.quotes import QuoteRow
from tests.exports.hand_made import EVENTS
from tests.finished import write_finished

FORMATS = ("parquet", "sqlite", "csv")
ENTITIES = [
    EntityRow(
        entity_id="e1", type="person", name='Иван "Ваня"; =1+1', aliases=("Ваня", "Иван\nИванов"), mentions=0, documents=2,
        latitude=-1.5, longitude=0.0, first_published=dt.date(2024, 3, 1),
    ),
    EntityRow(entity_id="e2", type="city", name="Тверь", mentions=1, documents=1),
]  # fmt: skip
QUOTES = [QuoteRow(quote_id="q", group_id="", doc_id="a", kind="direct", text="а", start=1, end=2)]
CLUSTERS = [ClusterRow(cluster_id="c", type="visit", status="planned", events=1, documents=1, history=())]
WRITTEN = {"entities": ENTITIES, "quotes": QUOTES, "event_clusters": CLUSTERS}
SLOWLY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("name", FORMATS)
def test_rows_come_back_as_they_were(tmp_path, name):
    run = open_run(write_finished(tmp_path, WRITTEN, [name]))
    assert run.format == name
    for each, rows in WRITTEN.items():
        assert list(run.rows(each)) == rows
    assert list(run.rows("relations")) == []


@SLOWLY
@pytest.mark.parametrize("name", FORMATS)
@example(texts=["\r", "a\rb"])  # bare, it would end the row
@given(texts=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), min_size=1, max_size=4))
def test_any_text_comes_back_from_any_format(tmp_path, name, texts):
    events = [replace(EVENTS[0], event_id=f"v{number}", evidence=each) for number, each in enumerate(texts)]
    run = open_run(write_finished(tmp_path, {"events": events}, [name]))
    assert [row.evidence for row in run.rows("events")] == texts


def test_the_format_that_is_read_fastest_is_read_of_those_that_are_there(tmp_path):
    write_finished(tmp_path, WRITTEN, FORMATS)
    assert open_run(tmp_path).format == "parquet"
    (tmp_path / "quotes.parquet").unlink()
    assert open_run(tmp_path).format == "sqlite"


def test_files_of_an_earlier_run_are_not_read(tmp_path):
    write_finished(tmp_path, WRITTEN, ["parquet"])
    write_finished(tmp_path, {}, ["csv"])
    assert list(open_run(tmp_path).rows("entities")) == []


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda folder: (folder / "run.json").unlink(), "has no run.json. Name the folder that svodka run --out wrote"),
        (lambda folder: (folder / "run.json").write_text("{", encoding="utf-8"), "is damaged .* Run svodka again"),
        (lambda folder: (folder / "run.json").write_text("[]", encoding="utf-8"), "holds no object. Run svodka again"),
        (lambda folder: _change(folder, schema_version="2.0.0"), "tables of schema 2.0.0; this version reads 1"),
        (lambda folder: _change(folder, settings={"formats": ["spreadsheet"]}), "Run svodka again with --formats parquet"),
        (lambda folder: (folder / "quotes.parquet").unlink(), "are not there as parquet, sqlite, csv"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("read", [open_run, svodka.load])
def test_a_folder_that_holds_no_run_says_what_to_do(tmp_path, spoil, message, read):
    spoil(write_finished(tmp_path, {}, ["parquet"]))
    with pytest.raises(InputError, match=message):
        read(tmp_path)


def _change(folder, **content):
    summary = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    (folder / "run.json").write_text(json.dumps({**summary, **content}), encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("entity_id,type,name,mentions,documents\ne1,city,Тверь,1,два\n",
         "entities.csv: line 2, column documents: 'два' is no integer. Mend it, or run svodka again"),
        ('entity_id,type,name,mentions,documents\ne1,city,"Т\nв",1,1\ne2,city,Тверь,,1\n',
         "entities.csv: line 4, column mentions: it must be filled and is not"),
        ("entity_id,type,name,mentions,documents\ne1,city\n", "line 2, column mentions: it must be filled"),
        ("entity_id,type,mentions,documents\ne1,city,1,1\n", "line 2, column name: it must be filled"),
        ("entity_id,type,name,mentions,documents\ne1,city,Тверь, старая,1,1\n",
         "entities.csv cannot be read: line 2 has more cells than columns"),
        ('entity_id,type,name,mentions,documents\ne1,city,"Тверь"я,1,1\n', "entities.csv cannot be read: .* expected after"),
        ("entity_id,type,name,mentions,documents,first_published\ne1,city,Тверь,1,1,вчера\n", "'вчера' is no date"),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_is_told_with_line_and_column(tmp_path, written, message):
    (write_finished(tmp_path, {}) / "entities.csv").write_text(written, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        list(open_run(tmp_path).rows("entities"))


@pytest.mark.parametrize("name", ["parquet", "sqlite"])
def test_a_damaged_file_is_told(tmp_path, name):
    run = open_run(write_finished(tmp_path, {}, [name]))
    path = run.file("entities")
    path.write_bytes(b"PAR1 is no table")
    with pytest.raises(InputError, match=f"{path.name} cannot be read: .* Run svodka again to write it anew"):
        list(run.rows("entities"))


def test_columns_of_a_later_version_are_left_out_and_those_of_an_older_one_are_empty(tmp_path):
    (write_finished(tmp_path, {}) / "entities.csv").write_text(
        "entity_id,type,name,mentions,documents,colour\ne2,city,Тверь,1,1,red\n", encoding="utf-8-sig"
    )
    assert list(open_run(tmp_path).rows("entities")) == ENTITIES[1:]
