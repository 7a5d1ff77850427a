"""The tables themselves, as pandas, DuckDB, frictionless, SQLite, Datasette and a spreadsheet take them."""

import asyncio
import csv
import json
import sqlite3
from contextlib import closing

import duckdb
import frictionless
import pandas as pd
import pyarrow.parquet as pq
import pytest

from pipeline.exports.targets import export_run
from pipeline.records.tables import TABLES

from .hand_made import EVENTS, EVIL, ROWS, write_run

COUNTS = {name: len(rows) for name, rows in ROWS.items()}
EVIDENCE = [event.evidence for event in EVENTS]


@pytest.fixture(scope="module")
def copied(out, tmp_path_factory):
    """All formats of a run, exported once more."""
    folder = tmp_path_factory.mktemp("copied")
    export_run(out, ["csv", "parquet", "sqlite", "spreadsheet"], into=folder)
    return folder


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_pandas_and_duckdb_read_the_same_rows_without_options(out, table):
    with duckdb.connect() as database:
        for ending in ("csv", "parquet"):
            path = out / f"{table.name}.{ending}"
            ((number,),) = database.sql(f"SELECT count(*) FROM '{path}'").fetchall()
            assert number == COUNTS[table.name]
    assert len(pd.read_csv(out / f"{table.name}.csv")) == len(pd.read_parquet(out / f"{table.name}.parquet")) == number


def test_hostile_cells_reach_duckdb_whole(out):
    with duckdb.connect() as database:
        for name in ("events.csv", "events.parquet"):
            assert [row[0] for row in database.sql(f"SELECT evidence FROM '{out / name}'").fetchall()] == EVIDENCE


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("formats", [["csv"], ["spreadsheet"]])
def test_the_data_package_is_valid_for_every_table(tmp_path, formats):
    report = frictionless.validate(str(write_run(tmp_path, formats) / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    assert {task.name: task.stats["rows"] for task in report.tasks} == COUNTS


def test_parquet_tells_meanings_and_units(out):
    schema = pq.read_schema(out / "mentions.parquet")
    assert schema.metadata[b"meaning"] == b"A span of text that names something; mentions nest."
    assert schema.metadata[b"primary_key"] == b"mention_id"
    assert schema.field("start").metadata == {b"meaning": b"First character, 0-based.", b"unit": b"code points"}
    assert schema.field("kind").metadata[b"values"].startswith(b"name; abbreviation")
    assert str(pq.read_schema(out / "events.parquet").field("date_start").type) == "date32[day]"


def test_copies_of_tables_are_the_tables(out, copied):
    for path in [*out.glob("*.csv"), *out.glob("*.parquet")]:
        if path.suffix == ".csv":
            assert (copied / path.name).read_bytes() == path.read_bytes()
        else:
            assert pq.read_table(copied / path.name).equals(pq.read_table(path))
    with closing(sqlite3.connect(copied / "svodka.sqlite")) as database:
        found = {name: database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in COUNTS}
    assert found == COUNTS


class TestSqlite:
    @pytest.fixture
    def database(self, out):
        with closing(sqlite3.connect(out / "svodka.sqlite")) as database:
            yield database

    def test_keys_hold(self, database):
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

    @pytest.mark.parametrize("query", ["type = 'meeting'", "status = 'planned'", "date_start > '2023'", "doc_id = 'a'"])
    def test_what_people_filter_by_is_indexed(self, database, query):
        plan = database.execute(f"EXPLAIN QUERY PLAN SELECT * FROM events WHERE {query}").fetchall()
        assert "USING INDEX" in plan[0][3]

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("встреча громова", 2), ("ВСТРЕЧ*", 2), ("астана AND participants:серова", 2), ("ёлочки", 1), ("елочки", 0),
            ("script", 1), ("собрание", 0),
        ],
    )  # fmt: skip
    def test_words_of_the_evidence_are_found(self, database, words, found):
        query = "SELECT e.event_id FROM events_fts JOIN events e ON e.rowid = events_fts.rowid WHERE events_fts MATCH ?"
        assert len(database.execute(query, (words,)).fetchall()) == found

    def test_quotes_are_searched_too(self, database):
        query = "SELECT count(*) FROM quotes_fts WHERE quotes_fts MATCH 'довольны'"
        assert database.execute(query).fetchone() == (1,)

    def test_hostile_cells_come_back(self, database):
        assert [row[0] for row in database.execute("SELECT evidence FROM events ORDER BY rowid")] == EVIDENCE


@pytest.mark.filterwarnings("ignore")
class TestDatasette:
    @pytest.fixture
    def get(self, out):
        from datasette.app import Datasette  # noqa: PLC0415

        metadata = json.loads((out / "metadata.json").read_text(encoding="utf-8"))
        datasette = Datasette([str(out / "svodka.sqlite")], metadata=metadata)

        async def page(path):
            await datasette.invoke_startup()
            response = await datasette.client.get(path)
            assert response.status_code == 200, response.text[:500]
            return response

        return lambda path: asyncio.run(page(path))

    def test_events_have_facets(self, get):
        facets = get("/svodka/events.json?_size=0").json()["facet_results"]
        found = {each["value"]: each["count"] for each in facets["type"]["results"]}
        assert found == {"other": len(EVIL) + 1, "meeting": 2, "visit": 1}
        assert {"type", "status", "country", "place"} <= set(facets)

    def test_every_table_is_shown(self, get):
        for table in TABLES:
            assert get(f"/svodka/{table.name}.json?_size=0").json()["filtered_table_rows_count"] == COUNTS[table.name]

    def test_the_search_box_searches(self, get):
        assert get("/svodka/events.json?_search=громова&_size=0").json()["filtered_table_rows_count"] == 2

    def test_who_met_whom_is_a_query_of_its_own(self, get):
        rows = get("/svodka/who_met_whom.json?from_day=2023-11-01&to_day=2023-11-30&_shape=array").json()
        assert [(row["date"], row["who"], row["whom"]) for row in rows] == [
            ("2023-11-20", "Иван Громов", "Ольга Серова")
        ]

    def test_a_page_runs_no_script_of_an_article(self, get):
        page = get("/svodka/events?_size=max").text
        assert EVIL[0] not in page
        assert "&lt;script&gt;alert" in page

    def test_columns_are_explained(self, get):
        assert "What became of it, as this article tells it." in get("/svodka/events?_size=1").text


class TestSpreadsheet:
    @pytest.fixture
    def rows(self, copied):
        data = (copied / "spreadsheet" / "events.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        csv.field_size_limit(1 << 20)
        text = data.decode("utf-8-sig")
        return list(csv.DictReader(text.splitlines(keepends=True) and _lines(text), delimiter=";"))

    def test_no_cell_is_a_formula(self, rows):
        assert len(rows) == COUNTS["events"]
        begins = [cell for row in rows for cell in row.values() if cell and cell[0] in "=+-@\t\r\n＝＋－＠"]
        assert begins == []
        assert rows[4]["evidence"] == f"'{EVIL[1]}"

    def test_no_cell_is_longer_than_excel_holds(self, rows, out, tmp_path):
        assert rows[-1]["evidence"].endswith("… [cut: 100002 characters]")
        assert max(len(cell.encode("utf-16-le")) // 2 for row in rows for cell in row.values()) == 32_767
        notes = export_run(out, ["spreadsheet"], into=tmp_path)["spreadsheet"].notes
        assert notes == (
            "15 cells are longer than the 32767 characters a spreadsheet holds; each ends with its length.",
        )

    def test_numbers_have_a_comma_as_a_russian_excel_writes_them(self, rows):
        assert (rows[0]["latitude"], rows[0]["confidence"], rows[0]["trigger_start"]) == ("51,18", "0,912346", "50")


def _lines(text):
    """Lines that end with a line feed alone: other line ends stand within cells."""
    return [f"{line}\n" for line in text.split("\n")][:-1]


def test_emoji_count_twice_as_excel_counts_them(tmp_path):
    from pipeline.writers.csv_tables import fit_cell  # noqa: PLC0415

    assert fit_cell("😀" * 16_383) == "😀" * 16_383
    cut = fit_cell("😀" * 16_384)
    assert len(cut.encode("utf-16-le")) // 2 <= 32_767 and cut.endswith("😀… [cut: 16384 characters]")
