"""The gazetteer: bodies, states, regions and cities with all their names, as CSV files of `models/gazetteer/`.

One form for every file, one row an entry; several values in one cell are joined with `; `. Columns may be left out,
but none is unknown and `key`, `type` and `name` are required:

`key` (letters, digits, `-`), `type`, `name` (canonical; an organ carries its parent's abbreviation), `name_en`,
`abbreviations`, `abbreviations_en`, `aliases` (an organ's without its parent), `adjectives`, `demonyms`, `parent`
(key; `*` for a body that every state has), `country` (key), `capital` (key of the capital or centre), `code`
(ISO 3166), `wikidata_id`, `valid_from` and `valid_until` (EDTF), `latitude`, `longitude` (degrees).
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.errors import ResourceError
from pipeline.language.inflection import genitive
from pipeline.resources import models_dir

ANY_STATE = "*"
TYPES = frozenset(
    {"person", "organization", "city", "country", "state_or_province", "district", "location", "facility"}
)
_LISTS = frozenset({"abbreviations", "abbreviations_en", "aliases", "adjectives", "demonyms"})
_NUMBERS = frozenset({"latitude", "longitude"})
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerEntry:
    """One thing with all its names; the module's docstring explains the fields.

    A body that every state has («Министерство иностранных дел») is one entry with the parent `*`;
    `Gazetteer.entry("body-mid.country-am")` makes the one of Armenia of it.
    """

    key: str
    type: str
    name: str
    name_en: str = ""
    abbreviations: tuple[str, ...] = ()
    abbreviations_en: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    parent: str = ""
    country: str = ""
    capital: str = ""
    code: str = ""
    wikidata_id: str = ""
    valid_from: str = ""
    valid_until: str = ""
    latitude: float | None = None
    longitude: float | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Canonical name and aliases, without abbreviations."""
        return (self.name, *self.aliases)

    @property
    def is_of_any_state(self) -> bool:
        """Whether it stands for a body that every state has one of."""
        return self.parent == ANY_STATE


COLUMNS = tuple(f.name for f in fields(GazetteerEntry))


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All entries by key, and by each of their names.

    Attributes:
        entries: by key, in the order of the files.
        by_name: folded name, alias or abbreviation to the entries that bear it: more than one is a collision.
    """

    entries: Mapping[str, GazetteerEntry]
    by_name: Mapping[str, tuple[GazetteerEntry, ...]] = field(default_factory=dict)

    def entry(self, key: str) -> GazetteerEntry | None:
        """Entry of a key, `body-mid.country-am` included; `None` if there is none."""
        found = self.entries.get(key)
        if found is not None or "." not in key:
            return found
        body, _, owner = key.partition(".")
        template, state = self.entries.get(body), self.entries.get(owner)
        return _of_owner(template, state) if template and state else None

    def key_of_state(self, body: GazetteerEntry, owner: str) -> str:
        """Key of a state's own of the bodies that every state has: that of its own entry, else `body-mid.country-am`.

        Example: «Следственный комитет» in news of Russia is `body-sk-rf`, the entry of «Следственный комитет России».
        """
        key = f"{body.key}.{owner}"
        made = self.entry(key)
        own = [e for e in self.named(made.name) if e.country == owner and e.type == body.type] if made else []
        return own[0].key if len(own) == 1 else key

    def named(self, name: str) -> tuple[GazetteerEntry, ...]:
        """Entries with that name, alias or abbreviation in the nominative; case and ё do not matter."""
        return self.by_name.get(fold(name), ())

    def collisions(self) -> dict[str, tuple[str, ...]]:
        """Names that several entries share, with their keys."""
        return {name: tuple(e.key for e in found) for name, found in self.by_name.items() if len(found) > 1}

    def ancestors(self, entry: GazetteerEntry) -> frozenset[str]:
        """Keys of the parent, its parent and so on."""
        keys: list[str] = []
        parent = self.entries.get(entry.parent)
        while parent is not None and parent.key not in keys:
            keys.append(parent.key)
            parent = self.entries.get(parent.parent)
        return frozenset(keys)

    def organs(self, parent: str) -> tuple[GazetteerEntry, ...]:
        """Entries whose parent is the given key."""
        return tuple(entry for entry in self.entries.values() if entry.parent == parent)


def fold(name: str) -> str:
    """Fold a name for look-up: lower case, ё as е, white space as one blank."""
    return " ".join(name.lower().replace("ё", "е").split())


@cache
def load_gazetteer(extra: Path | None = None) -> Gazetteer:
    """Read every CSV file of `models/gazetteer/`, and a file of the user's own if given.

    Raises:
        ResourceError: a malformed file, with its name and line.
    """
    files = sorted((models_dir() / "gazetteer").glob("*.csv"))
    rows = [row for path in [*files, *([extra] if extra else [])] for row in read_entries(path)]
    return build_gazetteer(rows)


def build_gazetteer(entries: Iterable[GazetteerEntry]) -> Gazetteer:
    """Check that keys are unique and that parents, countries and capitals exist; index the names.

    Raises:
        ResourceError: an entry contradicts the others.
    """
    by_key: dict[str, GazetteerEntry] = {}
    for entry in entries:
        if entry.key in by_key:
            raise ResourceError(f"Gazetteer: the key {entry.key!r} is there twice. Give one of them another key.")
        by_key[entry.key] = entry
    for entry in by_key.values():
        for column in ("parent", "country", "capital"):
            wanted = getattr(entry, column)
            if wanted and wanted != ANY_STATE and wanted not in by_key:
                raise ResourceError(
                    f"Gazetteer: {entry.key} has the unknown {column} {wanted!r}. Add it or correct it."
                )
    by_name: dict[str, list[GazetteerEntry]] = defaultdict(list)
    for entry in by_key.values():
        for name in dict.fromkeys(fold(n) for n in (*entry.names, *entry.abbreviations)):
            by_name[name].append(entry)
    return Gazetteer(entries=by_key, by_name={name: tuple(found) for name, found in by_name.items()})


def read_entries(path: Path) -> Iterator[GazetteerEntry]:
    """Read one CSV file.

    Raises:
        ResourceError: an unknown column, a bad key, type or number; the message names file and line.
    """
    with path.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.DictReader(handle)
        unknown = sorted(set(reader.fieldnames or ()) - set(COLUMNS))
        missing = sorted({"key", "type", "name"} - set(reader.fieldnames or ()))
        if unknown or missing:
            raise ResourceError(f"{path}: line 1: unknown columns {unknown}, missing {missing}. Known: {COLUMNS}.")
        for row in reader:
            yield _entry(row, f"{path}: line {reader.line_num}")


def _entry(row: Mapping[str, str | None], where: str) -> GazetteerEntry:
    if None in row:
        raise ResourceError(f"{where}: more cells than columns. Quote cells that hold a comma.")
    cells = {column: (value or "").strip() for column, value in row.items()}
    if not _KEY.fullmatch(cells["key"]):
        raise ResourceError(f"{where}: bad key {cells['key']!r}. Use small letters, digits and '-'.")
    if cells["type"] not in TYPES or not cells["name"]:
        raise ResourceError(f"{where}: needs a name and a type out of {sorted(TYPES)}.")
    values: dict[str, Any] = {column: _value(column, cell, where) for column, cell in cells.items() if cell}
    return GazetteerEntry(**values)


def _value(column: str, cell: str, where: str) -> str | float | tuple[str, ...]:
    if column in _LISTS:
        return tuple(part.strip() for part in cell.split(";") if part.strip())
    if column not in _NUMBERS:
        return cell
    try:
        return float(cell)
    except ValueError:
        raise ResourceError(f"{where}: {column} is no number: {cell!r}.") from None


@cache
def _of_owner(template: GazetteerEntry, owner: GazetteerEntry) -> GazetteerEntry:
    """Make «Министерство иностранных дел Армении» of the body that every state has and Armenia."""
    owners = tuple(dict.fromkeys(genitive(name) for name in owner.names))
    owners += tuple(code for code in owner.abbreviations if code not in owners)
    bare = (*template.names, *template.abbreviations)
    aliases = [*template.aliases, *template.abbreviations, template.name]
    aliases += [f"{name} {of}" for name in bare for of in owners]
    name = f"{template.name} {owners[0]}"
    return replace(
        template, key=f"{template.key}.{owner.key}", name=name, parent=owner.key,
        name_en=f"{template.name_en} of {owner.name_en}" if template.name_en and owner.name_en else "",
        aliases=tuple(dict.fromkeys(alias for alias in aliases if alias != name)),
        country=owner.key if owner.type == "country" else owner.country,
    )  # fmt: skip
