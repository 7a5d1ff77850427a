"""Ids that are the same again on every run, made of letters, digits, `.` and `-` alone.

Knowledge-base loaders drop ids with `_`, `/` or `:`, so the document's own id goes through `encode_id`.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

_PLAIN = re.compile(r"[A-Za-z0-9-]")
_LONGEST = 80


def text_sha256(text: str) -> str:
    """SHA-256 of a text in UTF-8, hexadecimal; lone surrogates are kept as they are."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(maxsize=1000)
def encode_id(doc_id: str) -> str:
    """Write any document id with letters, digits, `.` and `-`; different ids stay different.

    Example: `a_b` becomes `a.5f.b`. Very long ids (addresses) are cut and end with a hash.
    """
    encoded = "".join(c if _PLAIN.match(c) else f".{ord(c):x}." for c in doc_id)
    if len(encoded) <= _LONGEST:
        return encoded
    return f"{encoded[:40]}.h.{text_sha256(doc_id)[:16]}"


def span_id(doc_id: str, kind: str, start: int, end: int, label: str = "") -> str:
    """Id of something that stands at a span: `doc-m12-19-person`; `kind` is one letter a table."""
    tail = f"-{_plain(label)}" if label else ""
    return f"{encode_id(doc_id)}-{kind}{start}-{end}{tail}"


def mention_id(doc_id: str, start: int, end: int, label: str) -> str:
    """Id of a mention, of its document, offsets and type."""
    return span_id(doc_id, "m", start, end, label)


def event_id(doc_id: str, start: int, end: int, label: str) -> str:
    """Id of an event, of its document, trigger and type."""
    return span_id(doc_id, "v", start, end, label)


def relation_id(doc_id: str, head: tuple[int, int, str], tail: tuple[int, int, str], label: str) -> str:
    """Id of a relation, of its document, both ends (offsets and type) and type."""
    start, end, kind = tail
    return f"{span_id(doc_id, 'r', *head)}-{start}-{end}-{_plain(kind)}-{_plain(label)}"


def _plain(label: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", "", label)


def numbered(identifier: str, seen: dict[str, int]) -> str:
    """Give the second and later rows of one id the suffixes `-2`, `-3`; `seen` counts them."""
    seen[identifier] = seen.get(identifier, 0) + 1
    return identifier if seen[identifier] == 1 else f"{identifier}-{seen[identifier]}"
