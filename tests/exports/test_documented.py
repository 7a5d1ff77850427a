"""The code in `docs/exports.md` runs."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from pipeline.exports.targets import TARGETS, export_run

from .hand_made import EVENTS

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


@pytest.fixture
def blocks(out, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copytree(out, tmp_path / "data" / "out")
    export_run(tmp_path / "data" / "out", ["jsonl"])
    return dict.fromkeys(re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE))


def test_code_in_the_page_runs(blocks):
    for language, code in blocks:
        if language == "python":
            exec(code, {})
        elif "DuckDB" in code:
            with duckdb.connect() as database:
                assert len(database.sql(code).fetchall()) == 2
        elif language == "sql":
            with closing(sqlite3.connect("data/out/svodka.sqlite")) as database:
                assert database.execute(code).fetchall()[:1] == [("2023-11-20", "meeting", EVENTS[0].evidence)]


def test_every_target_has_its_row():
    rows = re.findall(r"^\| (`[^|]*`) \|", PAGE, re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} >= set(TARGETS)
