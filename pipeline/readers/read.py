"""Inputs to articles with a name of their own, a date, and a word on whether they are worth reading."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from pipeline.readers.as_article import as_article, text_id
from pipeline.readers.fields import FieldNames
from pipeline.readers.foreign import foreign_reason
from pipeline.readers.inputs import read_raw
from pipeline.readers.limits import MAX_CHARACTERS
from pipeline.readers.raw import RawArticle, Unreadable
from pipeline.readers.repair import repair
from pipeline.readers.seen import Seen, SeenInMemory
from pipeline.records.article import Article, Rejection

ReadStatus = Literal["ok", "duplicate", "empty", "foreign", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article and what reading decided about it.

    Attributes:
        status: only `ok` articles go on to the linguistics.
        duplicate_of: doc_id of the first article with the same text.
        rejection: why it has no records; set exactly where the status is empty, foreign or failed.
        position: bytes of the inputs read so far.
    """

    article: Article
    status: ReadStatus = "ok"
    duplicate_of: str = ""
    rejection: Rejection | None = None
    position: int = 0


def read_inputs(
    paths: Sequence[str],
    *,
    names: FieldNames | None = None,
    published: dt.date | None = None,
    seen: Seen | None = None,
) -> Iterator[Reading]:
    """Read files, folders and standard input (`-`), one article after another.

    Args:
        paths: what the user named; folders are walked.
        names: fields of JSON records, where they are not the usual ones.
        published: day of publication of articles that tell none themselves.
        seen: remembers ids and texts; nothing has been read before where it is not given.
    """
    seen = seen or SeenInMemory()
    for found in read_raw(paths, names or FieldNames()):
        if isinstance(found, Unreadable):
            yield _unreadable(found, seen)
        else:
            yield _admit(_repaired(found), seen, published)


def read_text(text: str, *, title: str = "", published: dt.date | None = None, source: str = "") -> Article:
    """Make an article of a string, as a notebook has it."""
    raw = RawArticle(source=source, text=text, encoding="utf-8", title=title)
    return as_article(raw, text_id(text), published)


def _repaired(raw: RawArticle) -> RawArticle:
    """Undo a wrong decoding of what people read; the encoding tells that the text was repaired."""
    if len(raw.text) > 2 * MAX_CHARACTERS:
        return raw  # refused for its length whatever it says
    text = repair(raw.text)
    told = text.misreading if text else None
    fields = {name: repair(getattr(raw, name), told) for name in ("title", "author", "publisher")}
    mended: dict[str, Any] = {name: found.text for name, found in fields.items() if found}
    if text:
        mended |= {"text": text.text, "encoding": f"{raw.encoding} (repaired from {text.misreading.read_as})"}
    return replace(raw, **mended) if mended else raw


def _admit(raw: RawArticle, seen: Seen, published: dt.date | None) -> Reading:
    damage = _damage(raw.text)
    if damage:
        return _unreadable(Unreadable(source=raw.source, message=damage, id=raw.id, position=raw.position), seen)
    article = as_article(raw, seen.new_id(raw.id or text_id(raw.text)), published)
    if not raw.text.strip("\ufeff \t\r\n\x00\xa0") or not any(c.isalpha() for c in raw.text):
        return _rejected(article, "empty", "The article holds no words. Check which field holds its text.", raw)
    reason = foreign_reason(raw.text)
    if reason:
        return _rejected(article, "foreign", f"The text is not Russian: {reason}. Leave it out of the dump.", raw)
    first = seen.first_with(raw.text, article.doc_id)
    if first != article.doc_id:
        return Reading(article=article, status="duplicate", duplicate_of=first, position=raw.position)
    return Reading(article=article, position=raw.position)


def _damage(text: str) -> str:
    """Why a text is not handed to the linguistics, whatever its language; empty where it is."""
    if len(text) > MAX_CHARACTERS:
        return f"Its text has more than {MAX_CHARACTERS} characters, too many for one article. Split it into articles."
    zeros = text.count("\x00")
    if zeros:
        return f"Its text holds {zeros} NUL bytes, as damaged files do. Fetch it again, or remove them: tr -d '\\000'."
    return ""


def _rejected(article: Article, status: Literal["empty", "foreign"], message: str, raw: RawArticle) -> Reading:
    rejection = Rejection(
        source=article.source, stage="readers", code=status, message=message, doc_id=article.doc_id
    )  # fmt: skip
    unknown = replace(article, language="")
    return Reading(article=unknown, status=status, rejection=rejection, position=raw.position)


def _printable(message: str) -> str:
    """Without the control characters of a damaged file that a message may quote; a terminal would obey them."""
    return "".join(character if character.isprintable() else "\ufffd" for character in message)


def _unreadable(found: Unreadable, seen: Seen) -> Reading:
    digest = hashlib.sha256(found.source.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    doc_id = seen.new_id(found.id or f"a{digest}")
    rejection = Rejection(
        source=found.source, stage="readers", code="unreadable", message=_printable(found.message), doc_id=doc_id
    )  # fmt: skip
    article = Article(text="", doc_id=doc_id, source=found.source, language="", encoding="")
    return Reading(article=article, status="failed", rejection=rejection, position=found.position)
