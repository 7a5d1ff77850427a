"""The tables `mentions` and `relations`."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records.tables.column import column

MENTION_TYPES = (
    "age", "award", "city", "country", "crime", "date", "disease", "district", "event", "facility", "family",
    "ideology", "language", "law", "location", "money", "nationality", "number", "ordinal", "organization", "penalty",
    "percent", "person", "product", "profession", "religion", "state_or_province", "time", "work_of_art",
)  # fmt: skip
MENTION_KINDS = ("name", "abbreviation", "adjective", "nominal", "pronoun")


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """A span of text that names something; mentions nest."""

    mention_id: str = column("Made of document, offsets and type: the same again on every run.")
    doc_id: str = column("Document.")
    start: int = column("First character, 0-based.", unit="code points")
    end: int = column("Character after the last.", unit="code points")
    text: str = column("The span as it stands in the text.")
    type: str = column("NEREL label in lower case.", values=MENTION_TYPES)
    kind: str = column(
        "How people, bodies and places are named; empty for all else, and for names only the reader found.",
        values=MENTION_KINDS,
        default="",
    )
    name: str = column("Nominative form.", default="")
    value: str = column("EDTF for dates and times, `RUB 1500000` for money, a plain number for numbers.", default="")
    entity_id: str = column("Whom or what it names.", default="")
    sentence: int = column("Number of the sentence in the document, from 0.")
    confidence: float = column("How likely span and type are right, 0 to 1.")
    source: str = column("Rule, lexicon entry or model that made the row; coreference… for descriptions and pronouns.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRow:
    """A stated link between two mentions."""

    relation_id: str = column("Made of document, both mentions and type.")
    doc_id: str = column("Document.")
    type: str = column("NEREL relation label.")
    head_mention_id: str = column("First mention.")
    tail_mention_id: str = column("Second mention.")
    head: str = column("Text of the first mention.")
    tail: str = column("Text of the second mention.")
    head_entity_id: str = column("Entity of the first mention.", default="")
    tail_entity_id: str = column("Entity of the second mention.", default="")
    confidence: float = column("How likely the link is stated, 0 to 1.")
    source: str = column("Rule or model that made the row.")
