"""The tables `entities` and `positions`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pipeline.records.tables.column import column

TENURES = ("current", "former", "acting", "future")


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRow:
    """Someone or something, over the whole run."""

    entity_id: str = column("The gazetteer's key, else made of the first mention; survives merges.")
    type: str = column("person, organization, city, country, state_or_province, district, location, facility, …")
    name: str = column("Canonical Russian name in the nominative.")
    first_name: str = column("Given name of a person.", default="")
    patronymic: str = column("Patronymic of a person.", default="")
    last_name: str = column("Surname of a person.", default="")
    name_en: str = column("Established English name, else a transliteration.", default="")
    abbreviation: str = column("Russian abbreviation: СМИД.", default="")
    abbreviation_en: str = column("English abbreviation: SMID; several are joined.", default="")
    aliases: tuple[str, ...] = column("Other names found or known.", default=())
    parent_id: str = column("entity_id of the parent body.", default="")
    wikidata_id: str = column("Wikidata item, where certain.", default="")
    country: str = column("ISO 3166-1 alpha-2 code of the country.", default="")
    latitude: float | None = column("North of the equator.", unit="degrees", default=None)
    longitude: float | None = column("East of Greenwich.", unit="degrees", default=None)
    mentions: int = column("Rows in mentions.")
    documents: int = column("Documents that name it.")
    first_published: dt.date | None = column("Earliest publication that names it.", default=None)
    last_published: dt.date | None = column("Latest publication that names it.", default=None)
    merged_into: str = column(
        "entity_id that this one was merged into; its row stays so that old ids resolve.", default=""
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRow:
    """A post held, as an article states it."""

    position_id: str = column("Made of document, offsets and holder.")
    doc_id: str = column("Document.")
    person_id: str = column("entity_id of the holder.")
    person: str = column("Name of the holder.")
    position: str = column("The post in the nominative, as the article words it.")
    organization_id: str = column("entity_id of the body or country.", default="")
    organization: str = column("Name of the body or country.", default="")
    tenure: str = column("Whether it is held at the time of the article.", values=TENURES)
    since: str = column("EDTF, where the article tells.", default="")
    until: str = column("EDTF, where the article tells.", default="")
    text: str = column("The words that name the post.")
    start: int = column("First character.", unit="code points")
    end: int = column("Character after the last.", unit="code points")
    confidence: float = column("How likely the row is right, 0 to 1.")
    source: str = column("Rule that made the row.")
    position_full: str = column(
        "The post without clipped words and capitals, to group by: «заместитель министра» for «замминистра».",
        default="",
    )
