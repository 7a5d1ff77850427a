"""What is written is read back by the programs that people use, and all formats agree."""

import csv
import datetime as dt
import sqlite3

import frictionless
import pandas as pd
import pytest

from pipeline.errors import OutputError
from pipeline.records.article import Rejection
from pipeline.records.tables import TABLES, table
from pipeline.records.tables.documents import DocumentRow
from pipeline.writers.outputs import FORMATS, open_writers, write_datapackage, write_rejections

HOSTILE = ["=1+1", 'кавычки "внутри"', "два\nряда", "a;b,c", "<script>", "\u202eправо", "-12.5", "@cmd"]


@pytest.fixture
def written(tmp_path):
    rows = [
        DocumentRow(
            doc_id=f"d{i}", source="dump.jsonl#1", title=title, published=dt.date(2023, 11, 21), published_from="text",
            language="ru", encoding="utf-8", characters=10, status="ok", text_sha256="0" * 64,
        )
        for i, title in enumerate(HOSTILE)
    ]  # fmt: skip
    for writer in open_writers(tmp_path, FORMATS):
        writer.write(table("documents"), rows)
        writer.publish()
    write_datapackage(tmp_path)
    return tmp_path


def test_csv_gives_every_cell_back(written):
    with (written / "documents.csv").open(encoding="utf-8", newline="") as handle:
        found = list(csv.DictReader(handle))
    assert [row["title"] for row in found] == HOSTILE
    assert {row["published"] for row in found} == {"2023-11-21"}


def test_line_ends_are_line_feeds(written):
    assert b"\r\n" not in (written / "documents.csv").read_bytes()


def test_a_spreadsheet_runs_no_formula(written):
    data = (written / "spreadsheet" / "documents.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    found = list(csv.DictReader(data.decode("utf-8-sig").splitlines(keepends=True), delimiter=";"))
    assert [row["title"] for row in found if row["title"][0] in "='@-"] == ["'=1+1", "-12.5", "'@cmd"]


def test_parquet_and_sqlite_hold_the_same_rows(written):
    parquet = pd.read_parquet(written / "documents.parquet")
    with sqlite3.connect(written / "svodka.sqlite") as database:
        rows = database.execute("SELECT title, published FROM documents").fetchall()
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
    assert list(parquet["title"]) == [title for title, _ in rows] == HOSTILE
    assert parquet["published"][0] == dt.date(2023, 11, 21)


def test_every_table_appears_even_without_rows(written):
    assert {path.stem for path in written.glob("*.csv")} == {each.name for each in TABLES}
    assert {path.stem for path in written.glob("*.parquet")} == {each.name for each in TABLES}


@pytest.mark.filterwarnings("ignore")
def test_the_data_package_is_valid(written):
    report = frictionless.validate(str(written / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])


def test_nothing_is_published_before_the_end(tmp_path):
    (writer,) = open_writers(tmp_path, ["csv"])
    assert not list(tmp_path.glob("[!.]*.csv"))
    writer.discard()
    assert not list(tmp_path.iterdir())


def test_an_unknown_format_names_the_known_ones(tmp_path):
    with pytest.raises(OutputError, match="Choose from csv, spreadsheet, parquet, sqlite"):
        open_writers(tmp_path, ["xml"])


def test_rejections_are_one_json_line_each(tmp_path):
    rejection = Rejection(source="b.txt", stage="readers", code="empty", message="No text.")
    assert write_rejections(tmp_path / "rejected.jsonl", [rejection]) == 1
    assert (tmp_path / "rejected.jsonl").read_text(encoding="utf-8").startswith('{"source": "b.txt"')
