"""What a format has read, as an article: its lines and its day of publication."""

from __future__ import annotations

import datetime as dt

from pipeline.language.layout import find_lines
from pipeline.readers.metadata import parse_published
from pipeline.readers.published import find_published
from pipeline.readers.raw import RawArticle
from pipeline.records.article import Article, Line
from pipeline.records.ids import text_sha256


def as_article(raw: RawArticle, doc_id: str, default: dt.date | None) -> Article:
    """The article; `default` is its day of publication where nothing tells one."""
    lines = find_lines(raw.text, raw.title)
    day, origin, unread = _published(raw, lines, default)
    return Article(
        text=raw.text, doc_id=doc_id, source=raw.source, url=raw.url, title=raw.title, published=day,
        published_from=origin, publisher=raw.publisher, author=raw.author, encoding=raw.encoding, lines=lines,
        remark=" ".join(filter(None, (raw.remark, unread))),
    )  # fmt: skip


def _published(raw: RawArticle, lines: tuple[Line, ...], default: dt.date | None) -> tuple[dt.date | None, str, str]:
    """Metadata first, then what the article itself, its address or its file name tells, then the option.

    The option says nothing of an article whose metadata has a day that was not understood: it gets a remark instead.
    """
    stated = parse_published(raw.published)
    if stated:
        return stated, "metadata", ""
    day, origin = find_published(raw.text, lines, url=raw.url, file_name=raw.file_name)
    given = str(raw.published if raw.published is not None else "").strip()
    if given:
        return day, origin, f"Its day of publication was not understood: {given[:40]!r}. Write it as 2023-11-21."
    return (default, "option", "") if default and not day else (day, origin, "")


def text_id(text: str) -> str:
    """Name of an article that has none: of its text."""
    return f"a{text_sha256(text)[:16]}"
