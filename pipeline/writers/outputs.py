"""The formats a run can write, by name."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.errors import OutputError
from pipeline.records.article import Rejection
from pipeline.records.tables import TABLES
from pipeline.records.tables.files import DATABASE, SPREADSHEETS, table_file
from pipeline.writers.base import RunWriter, replacing
from pipeline.writers.datapackage import datapackage
from pipeline.writers.datasette import datasette_metadata
from pipeline.writers.json_lines import json_line

FORMATS = ("csv", "spreadsheet", "parquet", "sqlite")


def open_writers(out: Path, formats: Sequence[str]) -> list[RunWriter]:
    """Open one writer a format; their files appear in `out` when they are published.

    Raises:
        OutputError: a format is unknown or the folder cannot be written.
    """
    check_formats(formats)
    try:
        return [_open(name, out) for name in formats]
    except OSError as error:
        raise cannot_write(out, error) from error


def check_formats(formats: Sequence[str]) -> None:
    """See that there is a format and that every one is known.

    Raises:
        OutputError: there is none, or one is unknown.
    """
    if not formats:
        raise OutputError(f"No format is named. Choose from {', '.join(FORMATS)}.")
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise OutputError(f"Unknown format {unknown[0]!r}. Choose from {', '.join(FORMATS)}.")


def cannot_write(out: Path, error: OSError, *, option: str = "--out") -> OutputError:
    """The error where a folder takes no files; `option` names the folder."""
    return OutputError(f"Cannot write to {out}: {error.strerror or error}. Choose another folder with {option}.")


def _open(name: str, out: Path) -> RunWriter:
    # The imports stand here because Parquet costs 0.3 s that a CSV run need not pay.
    if name == "parquet":
        from pipeline.writers.parquet_tables import ParquetTables  # noqa: PLC0415

        return ParquetTables(out)
    if name == "sqlite":
        from pipeline.writers.sqlite_tables import SqliteTables  # noqa: PLC0415

        return SqliteTables(out / DATABASE)
    from pipeline.writers.csv_tables import CsvTables  # noqa: PLC0415

    return CsvTables(out / SPREADSHEETS, spreadsheet=True) if name == "spreadsheet" else CsvTables(out)


def write_datapackage(out: Path, formats: Sequence[str] = ("csv",)) -> None:
    """Write `datapackage.json`; it points at the CSV files, else at Parquet, else at the spreadsheets."""
    described = next((name for name in ("csv", "parquet", "spreadsheet") if name in formats), "csv")
    write_json(out / "datapackage.json", datapackage(described))


def write_companions(out: Path, formats: Sequence[str]) -> None:
    """Write what lies beside the tables: `datapackage.json`, and for SQLite the `metadata.json` of Datasette."""
    write_datapackage(out, formats)
    if "sqlite" in formats:
        write_json(out / "metadata.json", datasette_metadata())


def written_files(out: Path, name: str) -> tuple[Path, ...]:
    """Where the tables of a format lie."""
    return tuple(dict.fromkeys(table_file(out, table.name, name) for table in TABLES))


def write_json(path: Path, content: object) -> None:
    """Write a JSON file whole, readable, Cyrillic as it is."""
    with replacing(path) as part:
        part.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def write_rejections(path: Path, rejections: Iterable[Rejection]) -> int:
    """Write `rejected.jsonl`, one line each, and return their number."""
    count = 0
    with replacing(path) as part, part.open("w", encoding="utf-8", errors="replace", newline="\n") as handle:
        for r in rejections:
            line = {"source": r.source, "doc_id": r.doc_id, "stage": r.stage, "code": r.code, "message": r.message}
            handle.write(json_line(line))
            count += 1
    return count
