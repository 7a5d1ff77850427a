"""An entry of the gazetteer: a body or place with all its names."""

from __future__ import annotations

from dataclasses import dataclass, fields

ANY_STATE = "*"
TYPES = ("organization", "city", "country", "state_or_province", "district", "location", "facility")


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerEntry:
    """One thing with all its names; its fields are the columns of the files.

    A body that every state has («Министерство иностранных дел») is one entry with the parent `*`;
    `Gazetteer.entry("body-mid.country-am")` makes the one of Armenia of it.

    Attributes:
        key: small letters, digits and `-`; the `entity_id` of the tables.
        name: the canonical name; an organ carries its parent's abbreviation.
        aliases: other full names; an organ's without its parent.
        parent: key; `*` for a body that every state has.
        country: key.
        states: of a body that states have, the keys of those that do; empty where all may.
        capital: key of the capital or centre.
        code: ISO 3166.
        valid_from, valid_until: EDTF.
        latitude, longitude: degrees.
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
    states: tuple[str, ...] = ()
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

    def may_be_of(self, state: str) -> bool:
        """Whether that state may have such a body: nobody but a few has a «Следственный комитет»."""
        return not self.states or state in self.states


COLUMNS = tuple(f.name for f in fields(GazetteerEntry))
