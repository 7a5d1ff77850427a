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
    text = without_surrogates(require_text(record, names))
    found, missing = _beside_the_text(record, names)
    strings = {role: without_surrogates(plain(found[role])) for role in ("id", "title", "url", "publisher", "author")}
    return RawArticle(
        source=place.source, text=text, encoding=place.encoding, published=_date(found["published"]),
        position=place.stream.position(), remark=" ".join(missing), **strings,
    )  # fmt: skip


def _beside_the_text(record: Mapping[str, object], names: FieldNames) -> tuple[dict[str, object], list[str]]:
    """The other fields by their role, and what is to be said of named ones that this record leaves out."""
    found: dict[str, object] = {}
    missing = []
    for role in ("id", "title", "published", "url", "publisher", "author"):
        try:
            found[role] = find_field(record, role, names)
        except InputError as error:
            found[role] = None
            missing.append(str(error))
    return found, missing


def _date(value: object) -> str | int | float | None:
    """A date as the dump writes it; Parquet has dates of its own."""
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    return value if isinstance(value, str | int | float) else None


def without_surrogates(text: str) -> str:
    r"""Half an emoji (`"\ud83d"`) cannot be written anywhere: it becomes U+FFFD, one code point for one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _SURROGATE.search(text) else text
