"""The rows that the README shows are rows of a run over `data/raw`."""

import csv
from itertools import takewhile

import pytest
from typer.testing import CliRunner

from pipeline.cli.main import app
from tests.conftest import CHECKOUT


def shown_rows(header):
    """The rows below a line of column names in the README, to the end of the block."""
    lines = (CHECKOUT / "README.md").read_text(encoding="utf-8").splitlines()
    below = lines[lines.index(header) :]
    return list(csv.DictReader(takewhile(lambda line: line != "```", below)))


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    out = tmp_path_factory.mktemp("readme") / "out"
    ran = CliRunner().invoke(app, ["run", str(CHECKOUT / "data" / "raw"), "--out", str(out), "--formats", "csv"])
    assert ran.exit_code == 0, ran.output
    return out


def rows_of(path, columns):
    with path.open(encoding="utf-8", newline="") as handle:
        return [{name: row[name] for name in columns} for row in csv.DictReader(handle)]


@pytest.mark.model
def test_the_events_that_the_readme_shows(tables):
    shown = shown_rows("type,status,date,place,participants,trigger,trigger_start,status_cue")
    found = rows_of(tables / "events.csv", shown[0])
    assert shown and [row for row in shown if row not in found] == []


@pytest.mark.model
def test_the_relations_that_the_readme_shows(tables):
    shown = shown_rows("head,type,tail,confidence")
    rows = rows_of(tables / "relations.csv", shown[0])
    found = {(row["head"], row["type"], row["tail"]): float(row["confidence"]) for row in rows}
    expected = {(row["head"], row["type"], row["tail"]): float(row["confidence"]) for row in shown}
    assert expected and {key: found.get(key) for key in expected} == pytest.approx(expected, abs=0.005)
