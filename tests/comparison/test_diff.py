"""Two runs side by side: what came, what went, which cell is another."""

import dataclasses
import json

import pytest
from typer.testing import CliRunner

from pipeline.cli.main import app
from pipeline.comparison.compare import compare_runs
from pipeline.records.tables import TABLES
from pipeline.records.tables.events import ArgumentRow, EventRow
from tests.finished import write_finished

MEETING = EventRow(
    event_id="a-v0-7-meeting", doc_id="a", cluster_id="c", type="meeting", status="planned", date="2024-03", title="Встреча",
    trigger="встреча", trigger_start=0, trigger_end=7, evidence="встреча", evidence_start=0, evidence_end=7, confidence=0.9,
    source="s",
)  # fmt: skip
VISIT = dataclasses.replace(MEETING, event_id="a-v9-14-visit", type="visit", title="Визит\nв Тверь")
TRIAL = dataclasses.replace(MEETING, event_id="a-v20-23-trial", type="trial", title="Суд")
FILLER = ArgumentRow(
    event_id="a-v0-7-meeting",
    doc_id="a",
    role="place",
    name="Тверь",
    text="Твери",
    start=1,
    end=6,
    confidence=1.0,
    source="s",
)


def write(folder, events, arguments=(), formats=("csv",)):
    return write_finished(folder, {"events": events, "event_arguments": arguments}, formats)


@pytest.fixture
def runs(tmp_path):
    moved = dataclasses.replace(MEETING, status="occurred", date="2024-03-11", confidence=0.8)
    return (
        write(tmp_path / "one", [MEETING, VISIT], [FILLER]),
        write(tmp_path / "two", [TRIAL, moved], [dataclasses.replace(FILLER, name="Тверь (город)")], ("parquet",)),
    )


def test_rows_are_matched_by_their_key_and_cells_compared(runs):
    events = next(each for each in compare_runs(*runs).tables if each.name == "events")
    assert [key for key, _ in events.added] == [("a-v20-23-trial",)]
    assert [key for key, _ in events.removed] == [("a-v9-14-visit",)]
    (row,) = events.changed
    assert [(c.column, c.before, c.after) for c in row.cells] == [
        ("status", "planned", "occurred"),
        ("date", "2024-03", "2024-03-11"),
        ("confidence", "0.9", "0.8"),
    ]


def test_a_run_is_the_same_as_itself_in_csv_and_in_parquet(tmp_path):
    one = write(tmp_path / "one", [MEETING, VISIT], [FILLER, FILLER])
    two = write(tmp_path / "two", [MEETING, VISIT], [FILLER, FILLER], ("parquet",))
    assert not compare_runs(one, two).differs
    assert [each.name for each in compare_runs(one, two).tables] == [each.name for each in TABLES]


def test_a_row_that_comes_twice_and_then_once_is_removed_once(tmp_path):
    one = write(tmp_path / "one", [], [FILLER, FILLER])
    two = write(tmp_path / "two", [], [FILLER])
    (arguments,) = compare_runs(one, two, tables=["event_arguments"]).tables
    assert (len(arguments.added), len(arguments.removed), len(arguments.changed)) == (0, 1, 0)


def test_the_command_shows_the_changes_and_ends_like_diff(runs):
    one, two = map(str, runs)
    ran = CliRunner().invoke(app, ["diff", one, two, "--tables", "events,quotes", "--ignore", "confidence"])
    assert ran.exit_code == 1
    assert ran.output == (
        "events: 2 -> 2 rows; 1 added, 1 removed, 1 changed\n"
        "  changed cells: status 1, date 1\n"
        "  + a-v20-23-trial  Суд\n"
        "  - a-v9-14-visit  Визит в Тверь\n"
        "  ~ a-v0-7-meeting\n"
        "      status: planned -> occurred\n"
        "      date: 2024-03 -> 2024-03-11\n"
        "the same: quotes\n"
    )
    assert CliRunner().invoke(app, ["diff", one, one]).exit_code == 0
    assert "… and 1 more" in CliRunner().invoke(app, ["diff", one, two, "--rows", "0"]).output


def test_as_json_it_holds_every_row_and_cell(runs):
    ran = CliRunner().invoke(app, ["diff", *map(str, runs), "--tables", "event_arguments", "--json"])
    assert ran.exit_code == 1
    assert json.loads(ran.output)["tables"]["event_arguments"] == {
        "rows": [1, 1], "added": [], "removed": [], "changed_cells": {"name": 1},
        "changed": [{"key": "a-v0-7-meeting place 1 6", "cells": {"name": ["Тверь", "Тверь (город)"]}}],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--tables", "happenings"], "There is no table 'happenings'"),
        (["--ignore", "colour"], "No table has a column 'colour'"),
    ],
)
def test_unknown_names_are_explained(runs, options, message):
    ran = CliRunner().invoke(app, ["diff", *map(str, runs), *options])
    assert ran.exit_code == 2
    assert message in ran.output


def test_a_folder_without_a_run_is_explained(runs, tmp_path):
    ran = CliRunner().invoke(app, ["diff", str(runs[0]), str(tmp_path / "nothing")])
    assert ran.exit_code == 2
    assert "Name the folder that svodka run --out wrote" in ran.output
