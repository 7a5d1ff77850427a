"""Which field of a dump's record is the text, the title, the date: usual names, or the ones an option gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from pipeline.errors import InputError

USUAL_NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "doc_id", "docid", "_id", "guid", "uid", "uuid", "article_id", "news_id", "document_id"),
    "text": (
        "text", "content", "body", "article_text", "fulltext", "full_text", "maintext", "content_text", "text_content",
        "articlebody", "article_body", "article", "news_text", "текст", "summary", "description",
    ),
    "title": ("title", "headline", "header", "heading", "заголовок"),
    "published": (
        "published", "published_at", "date", "pubdate", "pub_date", "publish_date", "date_publish", "datepublished",
        "date_published", "publication_date", "publicationdate", "published_date", "datetime", "timestamp", "time",
        "created_at", "created", "дата",
    ),
    "url": ("url", "link", "href", "permalink", "canonical_url", "source_url", "web_url", "ссылка"),
    "publisher": ("publisher", "source", "outlet", "site", "site_name", "agency", "source_name", "domain", "источник"),
    "author": ("author", "authors", "byline", "автор"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldNames:
    """Field names that the user gives; an empty one is looked for under its usual names."""

    id: str = ""
    text: str = ""
    title: str = ""
    published: str = ""
    url: str = ""
    publisher: str = ""
    author: str = ""


def check_columns(columns: Sequence[str], names: FieldNames) -> None:
    """See that the columns of a table are the ones that are asked for, and that one is known to hold the text.

    Raises:
        InputError: they are not.
    """
    for each in fields(names):
        given = getattr(names, each.name)
        if given and given not in columns:
            raise InputError(f"It has no column {given!r} (it has {_listed(columns)}). Check --{each.name}-field.")
    if not names.text and {column.lower() for column in columns}.isdisjoint(USUAL_NAMES["text"]):
        raise InputError(f"None of its columns ({_listed(columns)}) is known to hold the text. Name it: --text-field.")


def columns_of_use(columns: Sequence[str], names: FieldNames) -> list[str]:
    """The columns that may play a role; a wide table is not read whole."""
    usual = {name for each in USUAL_NAMES.values() for name in each}
    given = {getattr(names, each.name) for each in fields(names)}
    return [column for column in columns if column.lower() in usual or column in given]


def find_field(record: Mapping[str, object], role: str, names: FieldNames) -> object:
    """Value of the field that plays a role, `None` where the record has none.

    Usual names are tried in their order, whatever their case; empty values are passed over, so that an article whose
    `text` is empty is read from its `content`.

    Raises:
        InputError: the field that an option names is not there.
    """
    given = getattr(names, role, "")
    if given:
        if given not in record:
            raise InputError(f"It has no field {given!r} (it has {_listed(record)}). Check --{role}-field.")
        return record[given]
    lowered = {key.lower(): value for key, value in reversed(list(record.items()))}
    present = [lowered[name] for name in USUAL_NAMES[role] if name in lowered]
    return next((value for value in present if value is not None and value != ""), present[0] if present else None)


def require_text(record: Mapping[str, object], names: FieldNames) -> str:
    """The text of a record.

    Raises:
        InputError: there is no such field, or it holds no string.
    """
    lowered = {key.lower() for key in record}
    if not names.text and lowered.isdisjoint(USUAL_NAMES["text"]):
        raise InputError(f"None of its fields ({_listed(record)}) is known to hold the text. Name it: --text-field.")
    value = find_field(record, "text", names)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputError(f"Its text is a {type(value).__name__}, not a string. Name the right field with --text-field.")
    return value


def plain(value: object) -> str:
    """A field as a string: numbers in digits, lists of strings joined, anything else empty."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, str | int | float):
        return str(value).strip()
    if isinstance(value, list) and all(isinstance(x, str) for x in value):
        return "; ".join(x.strip() for x in value)
    return ""


def _listed(names: Sequence[str] | Mapping[str, object]) -> str:
    shown = ", ".join(str(name)[:40] for name in list(names)[:8])
    return f"{shown}, …" if len(names) > 8 else shown or "no fields"
