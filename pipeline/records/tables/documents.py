"""The table `documents`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pipeline.records.tables.column import column

DOCUMENT_STATUSES = ("ok", "duplicate", "empty", "foreign", "failed")
PUBLISHED_FROM = ("metadata", "text", "url", "file", "option")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """An article read."""

    doc_id: str = column("The input's own id, else one made of the text's hash.")
    source: str = column("Where it was read: a path, with #line inside a file of many; - is standard input.")
    url: str = column("Address that the input gives.", default="")
    title: str = column("Headline, from metadata or the first line.", default="")
    published: dt.date | None = column("Day of publication.", default=None)
    published_from: str = column("What told the day of publication.", values=PUBLISHED_FROM, default="")
    publisher: str = column("Who published it, as the input says.", default="")
    author: str = column("Author, as the input says.", default="")
    language: str = column("ISO 639-1 code; not ru where status is foreign.", default="")
    encoding: str = column(
        "Encoding that the bytes were in; `(repaired from X)` where a text once read as X was saved so and is mended.",
        default="",
    )
    characters: int = column("Length of the text.", unit="code points")
    sentences: int = column("Sentences found.", default=0)
    tokens: int = column("Tokens found, white space left out.", default=0)
    mentions: int = column("Rows in mentions.", default=0)
    events: int = column("Rows in events.", default=0)
    duplicate_of: str = column("doc_id of the first article with the same text.", default="")
    status: str = column("What became of the article.", values=DOCUMENT_STATUSES)
    error: str = column(
        "Why it has no records, where status is failed, empty or foreign; else what was not understood of it.",
        default="",
    )
    text_sha256: str = column("SHA-256 of the text in UTF-8: lets anyone check that offsets are of the same text.")
