"""A user tells `svodka run` who is who: the worked example of docs/identity.md."""

import json

import pandas as pd
import pytest
from typer.testing import CliRunner

from pipeline.cli.main import app

ARTICLES = {
    "a": (
        "Озёрный союз собрался в Костроме\n\n12.03.2024\n\nПредставители Верхневолжского озёрного союза встретились "
        "11 марта в Костроме. Заседание провёл глава ВОС Ермолай Чуваткин. В Верхневолжском озёрном союзе сообщили, "
        "что решение примет Совет ВОС.\n"
    ),
    "b": (
        "Порты договорились\n\n15.03.2024\n\nКомитет Прибоя встретился с Верхневолжским озёрным союзом в Твери "
        "14 марта. В ВОС уточнили, что Ермолай Лукич Чуваткин подпишет договор позже.\n"
    ),
}
OWN = (
    "key,name,name_en,abbreviations,aliases,parent\n"
    "body-vos,Верхневолжский озёрный союз,Upper Volga Lake Union,ВОС,Озёрный союз,\n"
    "body-vos-sovet,Совет ВОС,Council of the Upper Volga Lake Union,,Совет союза,body-vos\n"
)

pytestmark = [pytest.mark.model, pytest.mark.timeout(600)]


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run over the articles with these options; gives the tables, `run.json` and what was printed."""
    monkeypatch.chdir(tmp_path)
    for name, text in ARTICLES.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")

    def run_into(out, *options):
        ran = CliRunner().invoke(app, ["run", "a.txt", "b.txt", "--out", out, "--formats", "csv", *map(str, options)])
        assert ran.exit_code == 0, ran.output
        tables = {
            path.stem: pd.read_csv(path, dtype=str, keep_default_na=False) for path in (tmp_path / out).glob("*.csv")
        }
        return tables, json.loads((tmp_path / out / "run.json").read_text(encoding="utf-8")), ran.output

    return run_into


def same_bytes(left, right):
    return all(path.read_bytes() == (right / path.name).read_bytes() for path in left.glob("*.csv"))


def test_bodies_of_ones_own_are_found_in_all_cases_under_their_key(run, tmp_path):
    (tmp_path / "my.csv").write_text(OWN, encoding="utf-8")
    tables, record, _ = run("one", "--gazetteer", "my.csv", "--workers", 1)
    run("two", "--gazetteer", "my.csv", "--workers", 2)
    assert same_bytes(tmp_path / "one", tmp_path / "two")
    mentions, entities = tables["mentions"], tables["entities"].set_index("entity_id")
    assert set(mentions.loc[mentions["entity_id"] == "body-vos", "text"]) == {
        "Озёрный союз", "Верхневолжского озёрного союза", "ВОС", "Верхневолжском озёрном союзе",
        "Верхневолжским озёрным союзом",
    }  # fmt: skip
    assert (entities.loc["body-vos", "name_en"], entities.loc["body-vos", "documents"]) == (
        "Upper Volga Lake Union",
        "2",
    )
    assert entities.loc["body-vos-sovet", "parent_id"] == "body-vos"
    [noted] = record["settings"]["gazetteers"]
    assert noted["path"] == "my.csv" and len(noted["sha256"]) == 64
