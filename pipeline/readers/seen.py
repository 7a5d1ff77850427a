"""What has been read so far: ids are given once, a text is analysed once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from pipeline.records.ids import numbered, text_sha256


class Seen(Protocol):
    """Remembers ids and texts; a run keeps them on disk."""

    def new_id(self, wanted: str) -> str:
        """The id itself the first time, then with `-2`, `-3`."""

    def first_with(self, text: str, doc_id: str) -> str:
        """The id of the first article that says the same; `doc_id` itself if there was none."""


@dataclass(slots=True, kw_only=True)
class SeenInMemory:
    """For a few articles; the same text is the same article."""

    ids: dict[str, int] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    texts: dict[bytes, str] = field(default_factory=dict)

    def new_id(self, wanted: str) -> str:
        """The id itself the first time, then with `-2`, `-3`."""
        identifier = numbered(wanted, self.ids)
        while identifier in self.taken:
            identifier = numbered(wanted, self.ids)
        self.taken.add(identifier)
        return identifier

    def first_with(self, text: str, doc_id: str) -> str:
        """The id of the first article of this text; `doc_id` itself if there was none."""
        return self.texts.setdefault(bytes.fromhex(text_sha256(text)), doc_id)
