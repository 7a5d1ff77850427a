"""The formats, by the ends of file names and by first bytes: to add one, write its reader and a line here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.readers.fields import FieldNames
from pipeline.readers.formats.delimited import read_delimited
from pipeline.readers.formats.documents import read_docx, read_html, read_pdf
from pipeline.readers.formats.jsonl import read_json, read_jsonl
from pipeline.readers.formats.parquet import read_parquet
from pipeline.readers.formats.plain import read_plain
from pipeline.readers.formats.warc import read_warc
from pipeline.readers.raw import RawArticle, Unreadable
from pipeline.readers.streams import ByteStream

Read = Callable[[ByteStream, FieldNames], Iterator[RawArticle | Unreadable]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format, the ends of its file names, and the extra that its reader needs (none where empty)."""

    name: str
    suffixes: tuple[str, ...]
    read: Read
    extra: str = ""


PLAIN = Format(name="plain text", suffixes=(".txt", ".text"), read=read_plain)
JSON_LINES = Format(name="JSON lines", suffixes=(".jsonl", ".jsonlines", ".ndjson"), read=read_jsonl)
JSON = Format(name="JSON", suffixes=(".json",), read=read_json)
TABLE = Format(name="CSV, TSV", suffixes=(".csv", ".tsv", ".tab"), read=read_delimited)
PARQUET = Format(name="Parquet", suffixes=(".parquet", ".pq"), read=read_parquet)
HTML = Format(name="web page", suffixes=(".html", ".htm", ".xhtml"), read=read_html, extra="html")
WORD = Format(name="Word", suffixes=(".docx",), read=read_docx, extra="documents")
PDF = Format(name="PDF", suffixes=(".pdf",), read=read_pdf, extra="documents")
WARC = Format(name="web archive", suffixes=(".warc", ".wet"), read=read_warc, extra="warc")
FORMATS = (PLAIN, JSON_LINES, JSON, TABLE, PARQUET, HTML, WORD, PDF, WARC)

UNREAD = {
    ".xlsx", ".xls", ".xml", ".doc", ".rtf", ".odt", ".md", ".rst", ".py", ".yaml", ".yml", ".toml", ".png", ".jpg",
    ".jpeg", ".gif", ".webp", ".svg", ".css", ".js", ".mp4", ".mp3", ".exe", ".db", ".sqlite", ".7z", ".rar", ".ann",
    ".pptx", ".epub", ".djvu", ".fb2", ".wat",
}  # fmt: skip

_OF_SUFFIX = {suffix: each for each in FORMATS for suffix in each.suffixes}
_OF_MARK = ((b"%PDF-", PDF), (b"PK\x03\x04", WORD), (b"PAR1", PARQUET), (b"WARC/", WARC), (b"{", JSON_LINES))
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_ARRAY = re.compile(rb"\[\s*\{")


def format_of(stream: ByteStream) -> Format | None:
    """The format by the end of the name, else by the first bytes; `None` for what is known and not read."""
    if stream.suffix in UNREAD:
        return None
    if stream.suffix in _OF_SUFFIX:
        return _OF_SUFFIX[stream.suffix]
    head = stream.head().removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    if head.startswith(b"<") and _PAGE.search(head):
        return HTML
    if _ARRAY.match(head):
        return JSON
    return next((each for mark, each in _OF_MARK if head.startswith(mark)), PLAIN)
