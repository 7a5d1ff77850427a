"""`datapackage.json`: the Frictionless description of the tables, made of their row types."""

from __future__ import annotations

from typing import Any

from pipeline.records.tables import SCHEMA_VERSION, TABLES, Table
from pipeline.records.tables.column import Column

_TYPES = {"list": "string"}


def datapackage() -> dict[str, Any]:
    """Describe every table: type, unit, allowed values and meaning of each column."""
    return {
        "profile": "tabular-data-package",
        "name": "svodka",
        "version": SCHEMA_VERSION,
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    schema["foreignKeys"] = [
        {"fields": [column], "reference": {"resource": other, "fields": [key]}}
        for column, other, key in table.references
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"lineTerminator": "\n"},
        "schema": schema,
    }


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
