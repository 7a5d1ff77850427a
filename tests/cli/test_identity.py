"""A user tells `svodka run` who is who: the worked example of docs/identity.md."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from pipeline.cli.main import app

PAGE = (Path(__file__).parents[2] / "docs" / "identity.md").read_text(encoding="utf-8")
DUMP, OWN, BODIES, SAME, PEOPLE, WARNING = re.findall(r"^```\n(.*?)^```", PAGE, flags=re.DOTALL | re.MULTILINE)

pytestmark = [pytest.mark.model, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The tables of the example in `one` and `two`, made by one process and by two."""
    folder = tmp_path_factory.mktemp("identity")
    for name, content in {"dump.jsonl": DUMP, "my.csv": OWN, "same.csv": SAME}.items():
        (folder / name).write_text(content, encoding="utf-8")
    for workers, out in enumerate(("one", "two"), start=1):
        options = {
            "--gazetteer": "my.csv",
            "--same": "same.csv",
            "--out": out,
            "--workers": workers,
            "--formats": "csv",
        }
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(folder)
            ran = CliRunner().invoke(app, ["run", "dump.jsonl", *(str(x) for pair in options.items() for x in pair)])
        assert ran.exit_code == 0, ran.output
        (folder / f"{out}.log").write_text(ran.output, encoding="utf-8")
    return folder


def table(folder, name):
    return pd.read_csv(folder / "one" / f"{name}.csv", dtype=str, keep_default_na=False)


def test_the_bytes_are_the_same_with_one_process_and_with_two(folder):
    tables = sorted((folder / "one").glob("*.csv"))
    assert len(tables) > 5
    assert [path.name for path in tables if path.read_bytes() != (folder / "two" / path.name).read_bytes()] == []


def test_bodies_of_ones_own_are_found_in_all_cases_under_their_key(folder):
    mentions = table(folder, "mentions")
    assert set(mentions.loc[mentions["entity_id"] == "body-vos", "text"]) == {
        "Верхневолжского озёрного союза", "ВОС", "Верхневолжском озёрном союзе", "Верхневолжским озёрным союзом",
    }  # fmt: skip


@pytest.mark.parametrize("shown", [BODIES, PEOPLE])
def test_the_rows_are_those_that_the_page_shows(folder, shown):
    header, *rows = shown.splitlines()
    found = table(folder, "entities")[header.split(",")]
    assert set(rows) <= {",".join(row) for row in found.itertuples(index=False)}


def test_all_tables_follow_the_decisions(folder):
    mentions = table(folder, "mentions").set_index("mention_id")["entity_id"]
    assert mentions["c-m74-82-person"] == mentions["b-m170-184-person"] == "e-b-m170-184-person"
    assert (mentions["c-m7-23-person"], mentions["b-m96-118-person"]) == ("e-c-m7-23-person", "e-a-m105-121-person")
    for name in ("positions", "events", "event_arguments", "quotes", "relations"):
        assert "e-c-m74-82-person" not in table(folder, name).to_csv(), name
    assert "e-c-m7-23-person" in set(table(folder, "event_arguments")["entity_id"])


def test_the_run_records_the_files_and_what_became_of_each_line(folder):
    record = json.loads((folder / "one" / "run.json").read_text(encoding="utf-8"))
    [own], [same] = record["settings"]["gazetteers"], record["settings"]["same"]
    assert (own["path"], same["path"], len(own["sha256"]), len(same["sha256"])) == ("my.csv", "same.csv", 64, 64)
    outcomes = [(each["where"], each["outcome"]) for each in record["decisions"]]
    assert outcomes == [
        ("same.csv: line 2", "obeyed"), ("same.csv: line 3", "obeyed"), ("same.csv: line 4", "left aside"),
    ]  # fmt: skip
    assert WARNING.strip() in (folder / "one.log").read_text(encoding="utf-8")
