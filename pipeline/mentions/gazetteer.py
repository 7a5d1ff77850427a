"""A gazetteer: bodies, states, regions and cities with all their names, checked against one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from pipeline.errors import ResourceError
from pipeline.language.inflection import genitive
from pipeline.mentions.gazetteer_entry import ANY_STATE, GazetteerEntry
from pipeline.mentions.gazetteer_files import Line


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """All entries by key, and by each of their names; equal only to itself, so that what is made of it can be cached.

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


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """Fold a name for look-up: lower case, ё as е, white space as one blank."""
    return " ".join(name.lower().replace("ё", "е").split())


def build_gazetteer(lines: Iterable[Line]) -> Gazetteer:
    """Check that keys are unique and that parents, countries and capitals exist; index the names.

    Raises:
        ResourceError: a line contradicts the others.
    """
    by_key: dict[str, Line] = {}
    for line in lines:
        earlier = by_key.setdefault(line.entry.key, line)
        if earlier is not line:
            raise ResourceError(
                f"{line.where}: the key {line.entry.key!r} stands already in {earlier.where}. "
                "Give one of them another key, or write both in one row."
            )
    for line in by_key.values():
        _check_links(line, by_key)
    entries = {key: line.entry for key, line in by_key.items()}
    return Gazetteer(entries=entries, by_name=_by_name(entries.values()))


def _by_name(entries: Iterable[GazetteerEntry]) -> dict[str, tuple[GazetteerEntry, ...]]:
    """Folded names and abbreviations, each with the entries that bear it."""
    by_name: dict[str, list[GazetteerEntry]] = defaultdict(list)
    for entry in entries:
        for name in dict.fromkeys(fold(n) for n in (*entry.names, *entry.abbreviations)):
            by_name[name].append(entry)
    return {name: tuple(found) for name, found in by_name.items()}


def _check_links(line: Line, known: Mapping[str, Line]) -> None:
    named = [(column, getattr(line.entry, column)) for column in ("parent", "country", "capital")]
    for column, wanted in (*named, *(("states", state) for state in line.entry.states)):
        if wanted and wanted not in known and (column, wanted) != ("parent", ANY_STATE):
            raise ResourceError(
                f"{line.where}: {line.entry.key} has the unknown {column} {wanted!r}. "
                "Write the key of another row or of a shipped entry, or leave the cell empty."
            )


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
