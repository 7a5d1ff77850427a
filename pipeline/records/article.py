"""An article as it arrived, and the line that says why one could not be read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

LineRole = Literal["title", "dateline", "body", "source", "navigation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A non-blank line of the text with the part it plays.

    `start` and `end` are code points of the article's text, without the surrounding white space.
    `title` is a headline; `dateline` a line that holds nothing but the date of publication;
    `source` a signature, author, agency or photo credit; `navigation` what a site adds («Возврат к списку»).
    Names are read in every line, events and quotes only in `title` and `body`.
    """

    start: int
    end: int
    role: LineRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article of the dump; `text` is exactly what was decoded, and every offset of every record counts in it.

    Attributes:
        doc_id: unique within the run; the input's own `id` where it gives one.
        source: where it was read: a path, with `#line` for a line of a JSONL file; `-` for standard input.
        published: day of publication, `None` where neither metadata nor text tells.
        published_from: metadata, text, url, file or option; empty where `published` is `None`.
        encoding: the encoding the bytes were in.
        remark: what the dump says of it that was not understood, and what to do about it.
    """

    text: str
    doc_id: str = ""
    source: str = ""
    url: str = ""
    title: str = ""
    published: dt.date | None = None
    published_from: str = ""
    publisher: str = ""
    author: str = ""
    language: str = "ru"
    encoding: str = "utf-8"
    remark: str = ""
    lines: tuple[Line, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """Why an article, or an input that may have held some, has no records.

    `code` is empty, foreign, failed or unreadable; `stage` the room that gave up; `message` says what to do next.
    """

    source: str
    stage: str
    code: str
    message: str
    doc_id: str = ""
