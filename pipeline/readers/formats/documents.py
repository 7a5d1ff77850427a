"""One article a file, whose text must be extracted: web pages, Word, PDF."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extras import need_extra
from pipeline.readers.extraction.client import extract
from pipeline.readers.extraction.extracted import Extracted
from pipeline.readers.fields import FieldNames
from pipeline.readers.raw import RawArticle, Unreadable
from pipeline.readers.streams import ByteStream, read_whole


def read_html(stream: ByteStream, names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    """Read a web page.

    Raises:
        InputError: it holds no article, or the extra is not installed.
    """
    need_extra("Reading it", "html", "trafilatura")
    yield to_raw(stream, stream.name, extract("html", read_whole(stream)))


def read_docx(stream: ByteStream, names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    """Read a Word document.

    Raises:
        InputError: its text cannot be extracted, or the extra is not installed.
    """
    need_extra("Reading it", "documents", "docx")
    yield to_raw(stream, stream.name, extract("docx", read_whole(stream)))


def read_pdf(stream: ByteStream, names: FieldNames) -> Iterator[RawArticle | Unreadable]:
    """Read a PDF file.

    Raises:
        InputError: its text cannot be extracted, or the extra is not installed.
    """
    need_extra("Reading it", "documents", "pypdf")
    yield to_raw(stream, stream.name, extract("pdf", read_whole(stream)))


def to_raw(stream: ByteStream, source: str, found: Extracted, *, url: str = "") -> RawArticle:
    """The article of what was extracted; `url` is where it was fetched, if the page does not tell its address."""
    return RawArticle(
        source=source, text=found.text, encoding=found.encoding, title=found.title, published=found.published or None,
        url=found.url or url, publisher=found.publisher, author=found.author, file_name=stream.file_name,
        position=stream.position(),
    )  # fmt: skip
