"""The folder that a run has written: what it says of itself, and the rows of its tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import InputError
from pipeline.loading.table_files import READERS
from pipeline.records.tables import SCHEMA_VERSION, TABLES, table
from pipeline.records.tables.column import Row
from pipeline.records.tables.files import table_file


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedRun:
    """A finished run.

    Attributes:
        path: the folder.
        format: which of its formats is read: all hold the same rows.
        summary: what `run.json` says of the run.
    """

    path: Path
    format: str
    summary: dict[str, Any]

    def file(self, name: str) -> Path:
        """Where a table lies."""
        return table_file(self.path, name, self.format)

    def rows(self, name: str) -> Iterator[Row]:
        """The rows of a table in their published order, one at a time: memory stays flat.

        Raises:
            InputError: the file is damaged, or a cell is not what its column holds.
        """
        return READERS[self.format].rows(self.file(name), table(name))


def open_run(path: Path) -> FinishedRun:
    """Find out what a run left in a folder.

    Raises:
        InputError: no run of svodka wrote it, a later version did, or its tables are not there.
    """
    summary = _read_summary(path / "run.json")
    schema = str(summary.get("schema_version", ""))
    if schema.split(".", maxsplit=1)[0] != SCHEMA_VERSION.split(".", maxsplit=1)[0]:
        raise InputError(
            f"{path} holds tables of schema {schema or 'unknown'}; this version reads {SCHEMA_VERSION}. "
            "Read the articles again with this version, or use the version that wrote them."
        )
    return FinishedRun(path=path, format=_readable_format(path, summary), summary=summary)


def _read_summary(path: Path) -> dict[str, Any]:
    try:
        summary = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        if (path.parent / ".svodka").is_dir():
            raise InputError(
                f"The run in {path.parent} is not finished: give the same svodka run command again, it goes on."
            ) from error
        raise InputError(
            f"No run of svodka is in {path.parent}: it has no run.json. Name the folder that svodka run --out wrote."
        ) from error
    except ValueError as error:
        raise InputError(f"{path} is damaged ({error}). Run svodka again to write it anew.") from error
    if not isinstance(summary, dict):
        raise InputError(f"{path} is damaged: it holds no object. Run svodka again to write it anew.")
    return summary


def _readable_format(path: Path, summary: dict[str, Any]) -> str:
    """The format that is read fastest, of those that this run wrote: files of an earlier run may lie beside them."""
    written = summary.get("settings", {}).get("formats", [])
    for name in READERS:
        if name in written and all(table_file(path, each.name, name).exists() for each in TABLES):
            return name
    raise InputError(
        f"The tables of the run in {path} are not there as {', '.join(READERS)}. "
        f"Run svodka again with --formats {next(iter(READERS))}."
    )
