"""The table `quotes`."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records.tables.column import column

QUOTE_KINDS = ("direct", "indirect")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """One uninterrupted piece of words given to a speaker."""

    quote_id: str = column("Made of document and offsets.")
    group_id: str = column("Joins the pieces of a quote that the author's words cut.")
    doc_id: str = column("Document.")
    kind: str = column("Words as said, or retold.", values=QUOTE_KINDS)
    speaker: str = column("Name of the speaker.", default="")
    speaker_id: str = column("entity_id of the speaker.", default="")
    cue: str = column("The word that gives the speech: «заявил».", default="")
    text: str = column("The words, without dash and outer quotation marks.")
    start: int = column("First character.", unit="code points")
    end: int = column("Character after the last.", unit="code points")
