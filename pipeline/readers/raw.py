"""What the formats hand over: the fields of one article as the dump states them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """The fields of one article before anything is derived from them.

    Attributes:
        source: path of the file, with `!member` inside an archive and `#line` in a JSONL file; `-` for standard input.
        file_name: last part of the path; its date may be the date of publication.
        published: what the dump says, in whatever notation; `None` where it says nothing.
        position: bytes of the inputs read so far, for the progress bar.
        remark: what of it was not as an option says.
    """

    source: str
    text: str
    encoding: str
    id: str = ""
    title: str = ""
    published: str | int | float | None = None
    url: str = ""
    publisher: str = ""
    author: str = ""
    file_name: str = ""
    position: int = 0
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """An input, or a line of one, that gives no article; `message` ends with what to do."""

    source: str
    message: str
    id: str = ""
    position: int = 0
