"""The worked example of docs/review.md: a run, a review, the next run."""

import csv
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli.main import app

PAGE = (Path(__file__).parents[2] / "docs" / "review.md").read_text(encoding="utf-8")
DUMP, BEFORE, REVIEW, AFTER, END = re.findall(r"^```\n(.*?)^```", PAGE, flags=re.DOTALL | re.MULTILINE)

pytestmark = [pytest.mark.model, pytest.mark.timeout(600)]


def svodka(folder, *command):
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        ran = CliRunner().invoke(app, list(command))
    assert ran.exit_code == 0, ran.output
    return ran.output


def shown(folder, columns):
    with (folder / "tables" / "events.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    return [",".join(row[column] for column in columns) for row in rows]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("review")
    (folder / "dump.jsonl").write_text(DUMP, encoding="utf-8")
    run = ("run", "dump.jsonl", "--out", "tables", "--workers", "1", "--formats", "csv")
    svodka(folder, *run)
    columns, *rows = BEFORE.splitlines()
    assert shown(folder, columns.split(",")) == rows
    svodka(folder, "review", "tables", "--tables", "events,quotes,positions,relations")
    assert (folder / "tables" / "review.csv").read_text(encoding="utf-8").count(",events,") == len(rows)
    (folder / "tables" / "review.csv").write_text(REVIEW, encoding="utf-8")
    (folder / "end.txt").write_text(svodka(folder, *run), encoding="utf-8")
    return folder


def test_the_next_run_obeys_and_tells_what_it_could_not(folder):
    columns, *rows = AFTER.splitlines()
    assert shown(folder, columns.split(",")) == rows
    assert (folder / "end.txt").read_text(encoding="utf-8").endswith(END)


def test_clusters_counts_and_identities_agree_with_the_decisions(folder):
    def table(name):
        with (folder / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
            return list(csv.DictReader(handle))

    assert [row["events"] for row in table("documents")] == ["2", "0"]
    assert {row["status"] for row in table("event_clusters")} == {"occurred", "cancelled"}
    assert len(table("event_clusters")) == 2
    assert {row["event_id"] for row in table("event_arguments")} == {row["event_id"] for row in table("events")}
    assert (
        len({row["entity_id"] for row in table("entities") if "Алиев" in row["name"] and not row["merged_into"]}) == 1
    )


def test_the_run_records_the_file_and_the_fate_of_every_line(folder):
    record = json.loads((folder / "tables" / "run.json").read_text(encoding="utf-8"))
    assert [file["path"] for file in record["settings"]["review"]] == ["tables/review.csv"]
    assert sorted(each["outcome"] for each in record["decisions"]) == ["left aside"] + ["obeyed"] * 5


def test_a_further_review_keeps_the_decisions_and_lists_the_rest(folder):
    svodka(folder, "review", "tables", "--tables", "events,positions", "--spreadsheet")
    lines = (folder / "tables" / "review.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(";")[0] for line in lines[1:7]] == [line.split(",")[0] for line in REVIEW.splitlines()[1:]]
    assert not any(line.startswith(";events;") for line in lines)  # both events have their decision
    svodka(folder, "run", "dump.jsonl", "--out", "tables", "--workers", "1", "--formats", "csv")
    columns, *rows = AFTER.splitlines()
    assert shown(folder, columns.split(",")) == rows
