"""The folder that a run wrote, as the exports read it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import InputError
from pipeline.exports.table_files import READERS, TableReader
from pipeline.records.tables import SCHEMA_VERSION, TABLES, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFolder:
    """A finished run.

    Attributes:
        path: the folder.
        format: which of its formats is read: all hold the same rows.
        run: what `run.json` says of the run.
    """

    path: Path
    format: str
    run: dict[str, Any]

    def rows(self, table: Table) -> Iterator[Any]:
        """The rows of a table in their published order, one at a time: memory stays flat.

        Raises:
            InputError: the file is damaged, or a cell is not what its column holds.
        """
        return self._reader().rows(self.path, table)

    def _reader(self) -> TableReader:
        return READERS[self.format]


def open_run(path: Path) -> RunFolder:
    """Find out what a run left in a folder.

    Raises:
        InputError: no run of svodka wrote it, a later version did, or its tables are not there.
    """
    run = _read_manifest(path)
    schema = str(run.get("schema_version", ""))
    if schema.split(".", maxsplit=1)[0] != SCHEMA_VERSION.split(".", maxsplit=1)[0]:
        raise InputError(
            f"{path} holds tables of schema {schema or 'unknown'}; this version reads {SCHEMA_VERSION}. "
            "Read the articles again with this version, or use the version that wrote them."
        )
    return RunFolder(path=path, format=_readable_format(path, run), run=run)


def _read_manifest(path: Path) -> dict[str, Any]:
    manifest = path / "run.json"
    try:
        run = json.loads(manifest.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(
            f"No run of svodka is in {path}: it has no run.json. Name the folder that svodka run --out wrote."
        ) from error
    except ValueError as error:
        raise InputError(f"{manifest} is damaged ({error}). Run svodka again to write it anew.") from error
    if not isinstance(run, dict):
        raise InputError(f"{manifest} is damaged: it holds no object. Run svodka again to write it anew.")
    return run


def _readable_format(path: Path, run: dict[str, Any]) -> str:
    """The format that is read fastest, of those that this run wrote: files of an earlier run may lie beside them."""
    written = run.get("settings", {}).get("formats", [])
    for name, reader in READERS.items():
        if name in written and all(reader.file(path, table).exists() for table in TABLES):
            return name
    raise InputError(
        f"The tables of the run in {path} are not there as {', '.join(READERS)}. "
        f"Run svodka again with --formats {next(iter(READERS))}."
    )
