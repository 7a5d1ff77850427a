"""What the gazetteer knows of a name: its entry, and the entity that the entry makes."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from pipeline.entities.transliteration import transliterate
from pipeline.mentions.gazetteer import fold
from pipeline.mentions.gazetteer_entry import GazetteerEntry
from pipeline.mentions.gazetteer_in_use import load_gazetteer
from pipeline.records.annotations import Entity, family


def find_entry(key: str) -> GazetteerEntry | None:
    """Entry of a key, `None` for an empty or unknown one."""
    return load_gazetteer().entry(key) if key else None


def look_up(names: Iterable[str], kind: str, context: Collection[str]) -> GazetteerEntry | None:
    """The one entry that the first known of the names means.

    Args:
        names: candidate nominatives, the likeliest first.
        kind: type of the mention.
        context: keys of entries that the article names for certain; a collision is decided only by the one entry
            whose parent or country is among them.
    """
    for name in names:
        entries = [e for e in load_gazetteer().named(name) if family(e.type) == family(kind)]
        if len(entries) == 1:
            return entries[0]
        kin = [e for e in entries if {e.key, e.parent, e.country} & set(context)]
        if entries:
            return kin[0] if len(kin) == 1 else None
    return None


def look_up_of_state(names: Iterable[str], state: str) -> GazetteerEntry | None:
    """The state's own body whose name stands behind the state's adjective: «Американское министерство обороны»."""
    gazetteer = load_gazetteer()
    for name in names:
        found = [entry for entry in gazetteer.named(name.partition(" ")[2]) if entry.is_of_any_state]
        if len(found) == 1:
            return gazetteer.entry(gazetteer.key_of_state(found[0], state))
    return None


def is_named(entry: GazetteerEntry, name: str) -> bool:
    """Whether a name is one of the entry's."""
    return fold(name) in {fold(other) for other in (*entry.names, *entry.abbreviations)}


def known_names(entry: GazetteerEntry | None) -> tuple[str, ...]:
    """All names and abbreviations of an entry; none without one."""
    return (*entry.names, *entry.abbreviations) if entry else ()


def is_regional(entry: GazetteerEntry) -> bool:
    """Whether it is a region's own of the bodies that every state has («Минздрав Башкортостана»)."""
    owner = find_entry(entry.key.partition(".")[2])
    return owner is not None and owner.type != "country"


def known_entity(entry: GazetteerEntry, aliases: Iterable[str] = ()) -> Entity:
    """The entity of an entry; `aliases` of the article come after the gazetteer's."""
    names = dict.fromkeys([*entry.abbreviations[1:], *entry.aliases, *aliases])
    short = entry.abbreviations[0] if entry.abbreviations else ""
    return Entity(
        key=entry.key, type=entry.type, name=entry.name, abbreviation=short,
        name_en=entry.name_en or transliterate(entry.name),
        abbreviation_en="; ".join(entry.abbreviations_en), parent="" if entry.is_of_any_state else entry.parent,
        aliases=tuple(name for name in names if name not in {entry.name, short}), gazetteer=entry.key,
        wikidata_id=entry.wikidata_id, country=_country_code(entry), latitude=entry.latitude, longitude=entry.longitude,
    )  # fmt: skip


def _country_code(entry: GazetteerEntry) -> str:
    """ISO 3166 code of the country that an entry lies in or is."""
    if entry.type == "country":
        return entry.code
    country = find_entry(entry.country)
    return country.code if country else ""
