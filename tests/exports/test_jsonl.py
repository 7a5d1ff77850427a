"""`events.jsonl`: a record holds all that belongs to its event."""

import json

import duckdb
import pandas as pd
import pytest

from pipeline.exports.targets import export_run

from .hand_made import EVENTS, EVIL, EVIL_ID, LONG, ROWS, write_run


@pytest.fixture(scope="module")
def path(out, tmp_path_factory):
    (file,) = export_run(out, ["jsonl"], into=tmp_path_factory.mktemp("jsonl"))["jsonl"].files
    return file


@pytest.fixture(scope="module")
def records(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_one_line_an_event(records):
    assert [record["event_id"] for record in records] == [event.event_id for event in EVENTS]
    assert sum(len(record["arguments"]) for record in records) == len(ROWS["event_arguments"])


def test_a_record_nests_its_date_place_and_fillers(records):
    record = records[0]
    assert record["date"] == {"edtf": "2023-11-20", "start": "2023-11-20", "end": "2023-11-20", "text": "в понедельник"}
    assert (record["place"]["entity"]["wikidata_id"], record["place"]["latitude"]) == ("Q1520", 51.18)
    assert [(each["role"], each["name"]) for each in record["arguments"]][:2] == [
        ("participant", "Иван Громов"),
        ("participant", "Ольга Серова"),
    ]
    assert record["arguments"][1]["entity"]["wikidata_id"] == "Q42"
    assert record["status_cue"] == {"start": 50, "end": 57}
    assert record["article"]["title"] == "Встреча в Астане"
    assert (record["confidence"], record["certainty"]) == (0.912346, 0.42)


def test_unknown_is_null_and_no_key_is_missing(records):
    assert len({tuple(record) for record in records}) == 1
    assert records[-1]["date"] is None and records[-1]["status_cue"] is None
    assert records[-1]["article"]["doc_id"] == EVIL_ID


def test_hostile_text_comes_back(records):
    assert [record["evidence"]["text"] for record in records[-len(EVIL) - 1 :]] == [*EVIL, LONG]


def test_pandas_and_duckdb_read_it(path):
    assert len(pd.read_json(path, lines=True)) == len(EVENTS)
    with duckdb.connect() as database:
        query = f"SELECT count(*) FROM read_json('{path}') WHERE date.start BETWEEN '2023-11-01' AND '2023-11-30'"
        assert database.sql(query).fetchall() == [(1,)]


@pytest.mark.parametrize("name", ["parquet", "sqlite", "csv"])
def test_the_same_bytes_from_every_format_of_a_run(path, tmp_path, name):
    write_run(tmp_path, [name])
    export_run(tmp_path, ["jsonl"])
    assert (tmp_path / "events.jsonl").read_bytes() == path.read_bytes()
