"""A finished run for tests of what reads one: tables as the writers write them, and what `run.json` must say."""

from pipeline.records.tables import SCHEMA_VERSION, TABLES
from pipeline.writers.outputs import open_writers, write_companions, write_json


def write_finished(folder, tables, formats=("csv",), **summary):
    """Write the rows of `tables`, by name, in all formats, and `run.json`; `summary` is what else that says. Give the folder."""
    for writer in open_writers(folder, formats):
        for table in TABLES:
            writer.write(table, tables.get(table.name, []))
        writer.publish()
    write_companions(folder, formats)
    settings = {"formats": list(formats), **summary.pop("settings", {})}
    write_json(folder / "run.json", {"schema_version": SCHEMA_VERSION, **summary, "settings": settings})
    return folder
