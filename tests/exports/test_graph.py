"""Nodes and edges of a property graph, loaded by DuckDB and walked by networkx."""

import csv
import re

import duckdb
import networkx
import pytest

from pipeline.exports.graph import export
from pipeline.loading.finished_run import open_run

from .hand_made import CITY, EVIL, EVIL_ID, IVAN, LONG, MINISTRY, OLGA, ROWS, STATE, write_run


@pytest.fixture(scope="module")
def exported(out, tmp_path_factory):
    return export(open_run(out), tmp_path_factory.mktemp("graph"))


def rows_of(path):
    csv.field_size_limit(1 << 20)
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def graph(exported):
    """The files as a bulk loader reads them: ids are one within their space."""
    graph = networkx.MultiDiGraph()
    for path in exported.files:
        for row in rows_of(path):
            if path.name.startswith("nodes"):
                (header,) = [name for name in row if ":ID(" in name]
                graph.add_node((_space(header), row[header]), **{"label": row[":LABEL"], **row})
            else:
                (start,), (end,) = ([name for name in row if mark in name] for mark in (":START_ID", ":END_ID"))
                graph.add_edge((_space(start), row[start]), (_space(end), row[end]), key=None, type=row[":TYPE"], **row)
    return graph


def _space(header):
    return re.search(r"\((\w+)\)", header)[1]


def test_every_row_is_a_node(exported):
    nodes = {name.removeprefix("nodes-"): count for name, count in exported.written.items() if name.startswith("nodes")}
    assert nodes == {name: len(ROWS[name]) for name in nodes}
    assert set(nodes) == {"documents", "entities", "events", "event_clusters", "positions", "quotes"}


def test_every_edge_has_both_its_nodes(graph, exported):
    nodes = sum(count for name, count in exported.written.items() if name.startswith("nodes"))
    assert graph.number_of_nodes() == nodes  # an edge to an unknown id would have made one more
    assert exported.notes == ()


@pytest.mark.parametrize(
    ("start", "kind", "end"),
    [
        (("Event", "a-v50-57-meeting"), "PARTICIPANT", ("Entity", IVAN)),
        (("Event", "a-v50-57-meeting"), "ORGANIZER", ("Entity", MINISTRY)),
        (("Event", "a-v50-57-meeting"), "AT_PLACE", ("Entity", CITY)),
        (("Event", "a-v50-57-meeting"), "TOLD_IN", ("Article", "a")),
        (("Event", "a-v50-57-meeting"), "TELLING_OF", ("Happening", "c-a-v50-57-meeting")),
        (("Entity", IVAN), "HOLDS", ("Position", "a-p70-90-e1")),
        (("Position", "a-p70-90-e1"), "POSITION_AT", ("Entity", MINISTRY)),
        (("Entity", IVAN), "LOCATED_IN", ("Entity", CITY)),
        (("Entity", MINISTRY), "PART_OF", ("Entity", STATE)),
        (("Entity", "e-b-m0-9-person"), "MERGED_INTO", ("Entity", IVAN)),
        (("Entity", IVAN), "MENTIONED_IN", ("Article", "a")),
        (("Entity", IVAN), "SAID", ("Quote", "a-q600-612")),
        (("Article", "b"), "DUPLICATE_OF", ("Article", "a")),
        (("Entity", "e-evil"), "MENTIONED_IN", ("Article", EVIL_ID)),
    ],
)  # fmt: skip
def test_edges_tell_who_does_what(graph, start, kind, end):
    assert kind in {edge["type"] for edge in graph.get_edge_data(start, end, default={}).values()}


def test_labels_say_what_a_node_is(graph):
    assert graph.nodes["Entity", IVAN]["label"] == "Entity;Person"
    assert graph.nodes["Entity", CITY]["label"] == "Entity;City;Place"


def test_hostile_text_comes_back(exported):
    (path,) = [path for path in exported.files if path.name == "nodes-events.csv"]
    assert [row["evidence:string"] for row in rows_of(path)][3:] == [*EVIL, LONG]


def test_duckdb_answers_who_met_whom(exported):
    folder = exported.files[0].parent
    query = f"""
        SELECT a.name, b.name FROM '{folder}/nodes-events.csv' AS e
        JOIN '{folder}/edges-arguments.csv' AS x ON x.":START_ID(Event)" = e."event_id:ID(Event)"
        JOIN '{folder}/edges-arguments.csv' AS y USING (":START_ID(Event)")
        JOIN (SELECT "entity_id:ID(Entity)" AS id, "name:string" AS name FROM '{folder}/nodes-entities.csv') AS a
          ON a.id = x.":END_ID(Entity)"
        JOIN (SELECT "entity_id:ID(Entity)" AS id, "name:string" AS name FROM '{folder}/nodes-entities.csv') AS b
          ON b.id = y.":END_ID(Entity)"
        WHERE x.":TYPE" = 'PARTICIPANT' AND y.":TYPE" = 'PARTICIPANT' AND a.id < b.id AND e."type:string" = 'meeting'
          AND e."date_start:date" BETWEEN '2023-11-01' AND '2023-11-30'"""
    with duckdb.connect() as database:
        assert database.sql(query).fetchall() == [("Иван Громов", "Ольга Серова")]
    assert OLGA > IVAN


def test_an_edge_to_an_entity_that_is_not_there_is_counted(tmp_path):
    rows = {**ROWS, "entities": [row for row in ROWS["entities"] if row.entity_id != STATE]}
    exported = export(open_run(write_run(tmp_path, ["csv"], rows)), tmp_path)
    assert exported.notes == ("1 edges were left out, because the entity they lead to is not in the tables.",)
