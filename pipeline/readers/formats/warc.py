"""Pages of web archives (WARC), and texts of WET files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.errors import InputError
from pipeline.extras import need_extra
from pipeline.readers.decoding import decode
from pipeline.readers.extraction.client import extract
from pipeline.readers.extraction.extracted import Extracted
from pipeline.readers.fields import FieldNames
from pipeline.readers.formats.documents import to_raw
from pipeline.readers.limits import MAX_ARTICLE_BYTES
from pipeline.readers.raw import RawArticle, Unreadable
from pipeline.readers.streams import ByteStream

_PAGES = ("text/html", "application/xhtml")
_TEXTS = ("text/plain",)
_OF_PAGES = {"response", "resource", "conversion"}


def read_warc(stream: ByteStream, names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    """Read every page and text that was fetched with success; requests, pictures, redirects and metadata are none.

    Raises:
        InputError: the archive breaks, or the extra is not installed.
    """
    need_extra("Reading it", "warc", "warcio", "trafilatura")
    from warcio.archiveiterator import WARCIterator  # noqa: PLC0415  (an extra)
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    try:
        for number, record in enumerate(WARCIterator(stream.handle), start=1):
            kind = _kind(record)
            if kind:
                yield _read_page(stream, f"{stream.name}#{number}", record, kind)
    except ArchiveLoadFailed as error:
        raise InputError(
            f"It is no whole WARC ({str(error).partition(',')[0][:120]}). Fetch it again; what came before was read."
        ) from error


def _kind(record: Any) -> str:
    """`html` or `text`; empty for what is no page."""
    if record.rec_type not in _OF_PAGES:
        return ""
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return ""
    declared = (headers or record.rec_headers).get_header("Content-Type") or ""
    content = declared.strip().lower()
    return "html" if content.startswith(_PAGES) else "text" if content.startswith(_TEXTS) else ""


def _read_page(stream: ByteStream, source: str, record: Any, kind: str) -> RawArticle | Unreadable:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    try:
        found = _extracted(record.content_stream().read(MAX_ARTICLE_BYTES + 1), kind)
    except InputError as error:
        return Unreadable(source=source, message=str(error), position=stream.position())
    return to_raw(stream, source, found, url=address.strip("<> "))


def _extracted(data: bytes, kind: str) -> Extracted:
    if len(data) > MAX_ARTICLE_BYTES:
        raise InputError(
            f"The page holds more than {MAX_ARTICLE_BYTES >> 20} MiB, too much for one article. Leave it out."
        )
    if kind == "html":
        return extract("html", data)
    decoded = decode(data)
    return Extracted(text=decoded.text, encoding=decoded.encoding)
