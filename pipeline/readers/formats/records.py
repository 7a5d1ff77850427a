"""A record of named fields (a JSON object, a row of a table) to the article it holds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.errors import InputError
from pipeline.readers.fields import FieldNames, find_field, plain, require_text
from pipeline.readers.raw import RawArticle, Unreadable
from pipeline.readers.streams import ByteStream

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPlace:
    """Where a record stands: its stream, its `source` (`dump.jsonl#12`), the encoding it was in."""

    stream: ByteStream
    source: str
    encoding: str

    def unreadable(self, message: str, identifier: str = "") -> Unreadable:
        """The record as one that gives no article."""
        return Unreadable(source=self.source, message=message, id=identifier, position=self.stream.position())


def read_record(place: RecordPlace, record: object, names: FieldNames) -> RawArticle | Unreadable:
    """The article of a record, or why there is none."""
    if not isinstance(record, Mapping):
        return place.unreadable(
            f"It holds a {type(record).__name__}, not an object with fields. Write one object a line."
        )
    try:
        return _to_raw(place, record, names)
    except InputError as error:
        return place.unreadable(str(error), plain(record.get(names.id or "id")))


def _to_raw(place: RecordPlace, record: Mapping[str, object], names: FieldNames) -> RawArticle:
    return RawArticle(
        source=place.source,
        text=without_surrogates(require_text(record, names)),
        encoding=place.encoding,
        id=_string(record, "id", names),
        title=_string(record, "title", names),
        published=_date(find_field(record, "published", names)),
        url=_string(record, "url", names),
        publisher=_string(record, "publisher", names),
        author=_string(record, "author", names),
        position=place.stream.position(),
    )


def _string(record: Mapping[str, object], role: str, names: FieldNames) -> str:
    return without_surrogates(plain(find_field(record, role, names)))


def _date(value: object) -> str | int | float | None:
    """A date as the dump writes it; Parquet has dates of its own."""
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    return value if isinstance(value, str | int | float) else None


def without_surrogates(text: str) -> str:
    r"""Half an emoji (`"\ud83d"`) cannot be written anywhere: it becomes U+FFFD, one code point for one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _SURROGATE.search(text) else text
