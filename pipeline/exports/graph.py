"""`graph/`: nodes and edges for bulk loaders of property graphs, headed as `neo4j-admin database import` wants it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from pipeline.exports.base import Exported
from pipeline.exports.entity_index import EntityIndex, indexed
from pipeline.exports.graph_model import EDGES, NODES, Edges, Nodes
from pipeline.loading.finished_run import FinishedRun
from pipeline.records.tables import TABLES, table
from pipeline.records.tables.column import Column, cell
from pipeline.writers.base import replacing
from pipeline.writers.csv_tables import csv_writer, open_csv

FOLDER = "graph"
_TYPES = {
    "string": "string", "list": "string", "integer": "long", "number": "double", "boolean": "boolean", "date": "date",
}  # fmt: skip


def export(run: FinishedRun, folder: Path) -> Exported:
    """Write a file for each kind of node and of edge: `nodes-events.csv`, `edges-told_in.csv`."""
    target = folder / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    with indexed(run.rows("entities")) as entities, ExitStack() as stack:
        files: list[_NodeFile | _EdgeFile] = [
            *(_NodeFile(nodes, target, stack) for nodes in NODES),
            *(_EdgeFile(edges, target, stack, entities) for edges in EDGES),
        ]
        for each in TABLES:
            takers = [file for file in files if file.table == each.name]
            for row in run.rows(each.name):
                for file in takers:
                    file.add(row)
    dangling = sum(file.dangling for file in files)
    unnamed = f"{dangling} edges were left out, because the entity they lead to is not in the tables."
    return Exported(
        files=tuple(file.path for file in files),
        written={file.path.stem: file.rows for file in files},
        notes=(unnamed,) if dangling else (),
    )


class _File:
    """A CSV file with its header, in place when the stack is left without an error."""

    def __init__(self, path: Path, header: list[str], stack: ExitStack) -> None:
        self.path, self.rows, self.dangling = path, 0, 0
        part = stack.enter_context(replacing(path))
        handle = stack.enter_context(open_csv(part))
        self._writer = csv_writer(handle)
        self._writer.writerow(header)

    def write(self, cells: list[str]) -> None:
        self._writer.writerow(cells)
        self.rows += 1


class _NodeFile(_File):
    def __init__(self, nodes: Nodes, folder: Path, stack: ExitStack) -> None:
        self.table, self._nodes = nodes.table, nodes
        shown = [each for each in table(nodes.table).columns if each.name not in {nodes.key, *nodes.without}]
        self._columns = shown
        header = [f"{nodes.key}:ID({nodes.space})", *map(_typed, shown), ":LABEL"]
        super().__init__(folder / f"nodes-{nodes.table}.csv", header, stack)

    def add(self, row: Any) -> None:
        self.write([getattr(row, self._nodes.key), *_cells(row, self._columns), self._nodes.labels(row)])


class _EdgeFile(_File):
    def __init__(self, edges: Edges, folder: Path, stack: ExitStack, entities: EntityIndex) -> None:
        self.table, self._edges, self._entities = edges.table, edges, entities
        described = {each.name: each for each in table(edges.table).columns}
        self._columns = [described[name] for name in edges.properties]
        header = [f":START_ID({edges.start[1]})", *map(_typed, self._columns), f":END_ID({edges.end[1]})", ":TYPE"]
        super().__init__(folder / f"edges-{edges.name}.csv", header, stack)

    def add(self, row: Any) -> None:
        start, end = getattr(row, self._edges.start[0]), getattr(row, self._edges.end[0])
        if not (start and end):
            return
        if not all(self._known(key, space) for key, (_, space) in ((start, self._edges.start), (end, self._edges.end))):
            self.dangling += 1
            return
        self.write([start, *_cells(row, self._columns), end, self._edges.kind(row)])

    def _known(self, key: str, space: str) -> bool:
        return space != "Entity" or self._entities.find(key) is not None


def _typed(column: Column) -> str:
    return f"{column.name}:{_TYPES[column.type]}"


def _cells(row: Any, columns: list[Column]) -> Iterator[str]:
    return (cell(getattr(row, column.name)) for column in columns)
