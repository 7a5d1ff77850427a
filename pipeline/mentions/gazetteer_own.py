"""A user's own rows beside the shipped gazetteer: new entries, and more of a shipped one under its key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pipeline.errors import ResourceError
from pipeline.mentions.gazetteer_entry import GazetteerEntry
from pipeline.mentions.gazetteer_files import GazetteerRow, Line, read_rows
from pipeline.user_files import UserFile


def own_lines(shipped: Iterable[Line], files: Iterable[UserFile]) -> list[Line]:
    """The shipped lines with a user's own: new entries behind them, those of a shipped key extended.

    Raises:
        ResourceError: a malformed file, or a key that two of the user's rows share.
    """
    lines = {line.entry.key: line for line in shipped}
    own: dict[str, str] = {}
    for row in (row for file in files for row in read_rows(file.read_text(), str(file.path), ("key", "name"))):
        key = row.values["key"]
        if key in own:
            raise ResourceError(
                f"{row.where}: the key {key!r} stands already in {own[key]}. "
                "Give one of them another key, or write both in one row."
            )
        own[key] = row.where
        lines[key] = Line(_extended(lines[key].entry, row.values), row.where) if key in lines else _new(row)
    return list(lines.values())


def _new(row: GazetteerRow) -> Line:
    if "name" not in row.values:
        raise ResourceError(
            f"{row.where}: {row.values['key']} has no name, and no shipped entry has this key. "
            "Write the full name, or correct the key."
        )
    return Line(GazetteerEntry(**{"type": "organization", **row.values}), row.where)


def _extended(shipped: GazetteerEntry, values: Mapping[str, Any]) -> GazetteerEntry:
    """Names are added, the user's first; other cells that the user filled replace. A replaced name is an alias."""
    merged: dict[str, Any] = {
        column: tuple(dict.fromkeys((*value, *getattr(shipped, column)))) if isinstance(value, tuple) else value
        for column, value in values.items()
    }
    name = merged.get("name", shipped.name)
    aliases = (*merged.get("aliases", shipped.aliases), shipped.name)
    merged["aliases"] = tuple(each for each in dict.fromkeys(aliases) if each != name)
    return replace(shipped, **merged)
