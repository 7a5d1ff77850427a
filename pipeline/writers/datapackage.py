"""`datapackage.json`: the Frictionless description of the tables, made of their row types."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.records.tables import SCHEMA_VERSION, TABLES, Table
from pipeline.records.tables.column import Column
from pipeline.records.tables.files import table_file

_TYPES = {"list": "string"}


def datapackage(format_name: str = "csv") -> dict[str, Any]:
    """Describe every table: type, unit, allowed values and meaning of each column.

    Args:
        format_name: the format of the files that it points at: csv, spreadsheet or parquet.
    """
    return {
        "profile": "tabular-data-package",
        "name": "svodka",
        "version": SCHEMA_VERSION,
        "resources": [_resource(table, format_name) for table in TABLES],
    }


def _resource(table: Table, format_name: str) -> dict[str, Any]:
    fields = [_field(column) for column in table.columns]
    if format_name == "spreadsheet":
        fields = [{**each, "decimalChar": ","} if each["type"] == "number" else each for each in fields]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    schema["foreignKeys"] = [
        {"fields": [column], "reference": {"resource": other, "fields": [key]}}
        for column, other, key in table.references
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": table.meaning,
        **_file(table.name, format_name),
        "schema": schema,
    }


def _file(name: str, format_name: str) -> dict[str, Any]:
    path = table_file(Path(), name, format_name).as_posix()
    if format_name == "parquet":
        return {"path": path, "format": "parquet", "mediatype": "application/vnd.apache.parquet"}
    text = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    if format_name == "spreadsheet":
        dialect = {"delimiter": ";", "lineTerminator": "\n"}
        return {**text, "path": path, "encoding": "utf-8-sig", "dialect": dialect}
    return {**text, "path": path, "dialect": {"lineTerminator": "\n"}}


def _field(column: Column) -> dict[str, Any]:
    meaning = column.meaning if column.type != "list" else f"{column.meaning} Several are joined with `; `."
    field: dict[str, Any] = {"name": column.name, "type": _TYPES.get(column.type, column.type), "description": meaning}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    if constraints:
        field["constraints"] = constraints
    if column.unit:
        field["unit"] = column.unit
    return field
