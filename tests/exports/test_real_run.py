"""The sample articles and two hostile ones, read by the real models, through every export: all consumers count the same."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import duckdb
import frictionless
import openpyxl
import pandas as pd
import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

import svodka
from pipeline.assembly import load_annotator
from pipeline.exports.targets import TARGETS, export_run
from pipeline.merging import merge_run
from pipeline.records.tables import TABLES
from pipeline.runner.run import run
from pipeline.runner.settings import RunSettings

from .hand_made import EVIL, LONG

RAW = Path(__file__).parents[2] / "data" / "raw"
HOSTILE = [
    {
        "id": f"../{number}_/:<>\"'",
        "title": f"<script>alert({number})</script> =1+1",
        "published": "2023-11-21",
        "url": "javascript:alert(1)",
        "text": f"В понедельник в Астане Марат Жанабеков {evil} встретился с Арменом Саркисовым. «{evil}», — сказал Жанабеков. "
        f"Завод «{evil}» открылся в Минске 14 ноября.",
    }
    for number, evil in enumerate([*EVIL[:12], " ".join(EVIL), LONG])
]
pytestmark = [pytest.mark.model, pytest.mark.timeout(900)]


def _has_followthemoney():
    try:
        import followthemoney  # noqa: F401, PLC0415
    except ImportError:
        return False
    return True


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """The folder of a run with every export that can be made here."""
    out = tmp_path_factory.mktemp("real")
    dump = tmp_path_factory.mktemp("dump") / "hostile.jsonl"
    dump.write_text("".join(json.dumps(each) + "\n" for each in HOSTILE), encoding="utf-8")
    settings = RunSettings(inputs=(str(RAW), str(dump)), out=out, formats=("csv", "parquet", "sqlite", "spreadsheet"))
    report = run(settings, load=load_annotator, merge=merge_run)
    assert report.balanced
    written = {"csv", "parquet", "sqlite", "spreadsheet"} | (set() if _has_followthemoney() else {"ftm"})
    export_run(out, [name for name in TARGETS if name not in written])
    return out


@pytest.fixture(scope="module")
def rows(exported):
    return json.loads((exported / "run.json").read_text(encoding="utf-8"))["rows"]


def test_the_hostile_articles_were_read(exported, rows):
    statuses = svodka.load(exported)["documents"].set_index("doc_id")["status"]
    assert {each["id"]: statuses[each["id"]] for each in HOSTILE} == {
        each["id"]: "failed" if "\0" in each["text"] else "ok" for each in HOSTILE
    }
    assert rows["events"] > 70 + len(HOSTILE)


def test_tables_count_the_same_in_every_format(exported, rows):
    workbook = openpyxl.load_workbook(exported / "svodka.xlsx", read_only=True)
    frames = svodka.load(exported)
    with closing(sqlite3.connect(exported / "svodka.sqlite")) as database, duckdb.connect() as duck:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in TABLES:
            sheet = workbook[table.name]
            counts = {
                "load": len(frames[table.name]),
                "pandas": len(pd.read_csv(exported / f"{table.name}.csv")),
                "duckdb": duck.sql(f"SELECT count(*) FROM '{exported / table.name}.parquet'").fetchall()[0][0],
                "sqlite": database.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0],
                "openpyxl": sum(1 for _ in sheet.iter_rows(min_row=2)),
            }
            assert set(counts.values()) == {rows[table.name]}, (table.name, counts)


@pytest.mark.filterwarnings("ignore")
def test_the_data_package_is_valid(exported, rows):
    report = frictionless.validate(str(exported / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    assert {task.name: task.stats["rows"] for task in report.tasks} == rows


def test_events_and_articles_count_the_same_in_knowledge_bases(exported, rows):
    store = ox.Store()
    store.load(path=exported / "rdf" / "svodka.nq", format=ox.RdfFormat.N_QUADS)
    kinds = {
        "events": "http://semanticweb.cs.vu.nl/2009/11/sem/Event", "documents": "https://schema.org/NewsArticle",
        "quotes": "https://schema.org/Quotation",
    }  # fmt: skip
    a = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    for table, kind in kinds.items():
        assert len({quad.subject for quad in store.quads_for_pattern(None, a, ox.NamedNode(kind))}) == rows[table]
        assert len(pd.read_csv(exported / "graph" / f"nodes-{table}.csv")) == rows[table]
    lines = (exported / "events.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    assert len(lines) == rows["events"]
    assert sum(len(json.loads(line)["arguments"]) for line in lines) == rows["event_arguments"]


def test_followthemoney_counts_the_same(exported, rows):
    pytest.importorskip("followthemoney", reason="the extra ftm is not installed")
    from followthemoney.cli.util import path_entities  # noqa: PLC0415
    from followthemoney.proxy import EntityProxy  # noqa: PLC0415

    entities = list(path_entities(exported / "entities.ftm.json", EntityProxy, cleaned=False))
    assert len({each.id for each in entities}) == len(entities)
    schemata = pd.Series([each.schema.name for each in entities]).value_counts()
    assert (schemata["Event"], schemata["Article"]) == (rows["events"], rows["documents"])
    assert schemata["Occupancy"] == rows["positions"]


@pytest.mark.filterwarnings("ignore")
def test_the_graph_keeps_its_promises(exported):
    graph = rdflib.Graph().parse(exported / "rdf" / "svodka.ttl", format="turtle")
    conforms, _, report = pyshacl.validate(graph, shacl_graph=str(exported / "rdf" / "shapes.ttl"))
    assert conforms, report[:3000]


def test_no_spreadsheet_runs_a_formula(exported):
    workbook = openpyxl.load_workbook(exported / "svodka.xlsx", read_only=True)
    assert {cell.data_type for sheet in workbook for row in sheet.iter_rows() for cell in row} <= set("snbd") | {
        "inlineStr"
    }
    for table in TABLES:
        path = exported / "spreadsheet" / f"{table.name}.csv"
        frame = pd.read_csv(path, sep=";", dtype=str, keep_default_na=False, encoding="utf-8-sig")
        assert len(frame) == len(svodka.load(exported)[table.name])
        cells = frame.to_numpy().ravel()
        assert not [
            cell for cell in cells if cell[:1] in set("=+@\t\r＝＋－＠") or (cell[:1] == "-" and not _is_number(cell))
        ]


def _is_number(cell):
    return cell.lstrip("-").replace(",", ".", 1).replace(".", "", 1).isdecimal()
