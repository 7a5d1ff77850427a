"""`svodka evaluate` over tables that are there already."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from pipeline.cli.main import app
from pipeline.evaluation.corpus import load_corpus

from .examples import gold_article
from .noisy_tables import write_noisy_tables

GOLD = Path(__file__).parents[1] / "gold"


def svodka(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["evaluate", *map(str, arguments)])


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    write_noisy_tables(list(load_corpus(GOLD).articles), folder)
    return folder


def test_the_table_names_every_layer(tables: Path):
    shown = svodka(GOLD, "--tables", tables).output
    for layer in ("names", "entities", "names linked", "dates", "events found", "exact event records", "positions"):
        assert f"│ {layer} " in shown


def test_figures_as_json(tables: Path):
    figures = json.loads(svodka(GOLD, "--tables", tables, "--json").output)
    assert figures["articles"] == 48
    assert figures["mentions"]["gold"] == sum(
        len({(*span, e.type) for e in a.entities for span in e.mentions}) for a in load_corpus(GOLD).articles
    )


def test_failures_have_their_place_in_the_text(tables: Path):
    lines = svodka(GOLD, "--tables", tables, "--failures").output.splitlines()
    article = load_corpus(GOLD).articles[0]
    missed = [line for line in lines if line.startswith(f"{article.id} ") and " event missed " in line]
    assert missed
    start, end = map(int, missed[0].split()[1].split("-"))
    assert f"«{article.text[start:end]}»" in missed[0]


def test_a_run_that_is_worse_than_its_floors_fails(tables: Path, tmp_path: Path):
    floors = tmp_path / "floors.json"
    assert svodka(GOLD, "--tables", tables, "--floors", floors, "--pin").exit_code == 0
    assert svodka(GOLD, "--tables", tables, "--floors", floors).exit_code == 0
    raised = {digest: {**figures, "quotes": 0.99} for digest, figures in json.loads(floors.read_text("utf-8")).items()}
    floors.write_text(json.dumps(raised), encoding="utf-8")
    worse = svodka(GOLD, "--tables", tables, "--floors", floors)
    assert worse.exit_code == 1 and "quotes: 0." in worse.output and "below its floor 0.99" in worse.output


def test_scores_are_kept_where_asked(tables: Path, tmp_path: Path):
    svodka(GOLD, "--tables", tables, "--out", tmp_path / "kept")
    faults = (tmp_path / "kept" / "faults.jsonl").read_text("utf-8").splitlines()
    assert {"doc_id", "layer", "kind", "start", "end", "text", "wanted", "got"} == set(json.loads(faults[0]))
    assert json.loads((tmp_path / "kept" / "scores.json").read_text("utf-8"))["articles"] == 48


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--pin"], "--pin needs --floors FILE"),
        (["--tables", "nowhere"], "Name a folder that `svodka run` has written"),
    ],
)
def test_wrong_use_is_told(arguments: list[str], complaint: str):
    shown = svodka(GOLD, *arguments)
    assert shown.exit_code == 2 and complaint in shown.output


def test_an_example_article_is_gold(tmp_path: Path):
    (tmp_path / "tver.json").write_text(gold_article().model_dump_json(), encoding="utf-8")
    (tmp_path / "none").mkdir()
    write_noisy_tables([gold_article()], tmp_path / "none")
    assert json.loads(svodka(tmp_path, "--tables", tmp_path / "none", "--json").output)["articles"] == 1
