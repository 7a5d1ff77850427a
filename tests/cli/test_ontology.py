"""A user adds a type and a trigger, and asks why a record is as it is: the worked example of docs/ontology.md."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from pipeline.cli.main import app

PAGE = (Path(__file__).parents[2] / "docs" / "ontology.md").read_text(encoding="utf-8")
DUMP, OWN, EVENTS, ERROR, WHY = re.findall(r"^```\n(.*?)^```", PAGE, flags=re.DOTALL | re.MULTILINE)

pytestmark = [pytest.mark.model, pytest.mark.timeout(600)]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    for name, content in {"dump.jsonl": DUMP, "my.yaml": OWN}.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def svodka(*arguments):
    return CliRunner().invoke(app, [*arguments])


def test_the_rows_are_those_that_the_page_shows(folder):
    ran = svodka("run", "dump.jsonl", "--out", "tables", "--formats", "csv", "--workers", "1", "--ontology", "my.yaml")
    assert ran.exit_code == 0, ran.output
    header, *rows = EVENTS.splitlines()
    events = pd.read_csv(folder / "tables" / "events.csv", dtype=str, keep_default_na=False)[header.split(",")]
    assert [",".join(row) for row in events.itertuples(index=False)] == rows
    [pinned] = json.loads((folder / "tables" / "run.json").read_text(encoding="utf-8"))["settings"]["ontologies"]
    assert (pinned["path"], len(pinned["sha256"])) == ("my.yaml", 64)


def test_left_alone_svodka_finds_two_of_them_and_no_hunt():
    ran = svodka("show", "dump.jsonl")
    assert ran.exit_code == 0, ran.output
    shown = ran.output.split("\nEvents")[1]
    assert ("seizure" in shown, "hunt" in shown, "meeting" in shown) == (True, False, True)


def test_an_error_names_the_line(folder):
    (folder / "my.yaml").write_text(OWN.replace("[subject]", "[subjekt]"), encoding="utf-8")
    for command in (["show", "dump.jsonl"], ["run", "dump.jsonl", "--out", "tables"]):
        ran = svodka(*command, "--ontology", "my.yaml")
        assert ran.exit_code == 2
        assert ran.output.startswith(ERROR.strip())


def test_each_cell_is_explained_as_the_page_shows():
    ran = svodka("show", "dump.jsonl", "--ontology", "my.yaml", "--explain")
    assert ran.exit_code == 0, ran.output
    for line in WHY.splitlines():
        assert line in ran.output
    assert "«отменён»" in ran.output
    assert "rule called_off" in ran.output
