"""Entities of all articles on disk, on their way to those of the run, and what was made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby

from pipeline.entities.applied import Decision, MergedEntity
from pipeline.entities.found import FoundEntity
from pipeline.pickled import packed, unpacked
from pipeline.records.annotations import Entity
from pipeline.scratch import Scratch, Stored, blob, text_of

_TABLES = (
    "CREATE TABLE found (block BLOB, place INTEGER, rank INTEGER, data BLOB)",
    "CREATE TABLE fathers (block BLOB, father BLOB, PRIMARY KEY (block, father)) WITHOUT ROWID",
    "CREATE TABLE ids (doc_id BLOB, key BLOB, entity_id TEXT)",
    "CREATE TABLE merged (place INTEGER, rank INTEGER, entity_id TEXT, gone_to TEXT, data BLOB)",
    "CREATE TABLE decisions (data BLOB)",
)
_CACHED = 4_096


class EntityStore:
    """What the merge reads block by block, and what it writes."""

    def __init__(self, scratch: Scratch) -> None:
        """Make the tables in `scratch`."""
        self.scratch = scratch
        self._do = scratch.database.execute
        scratch.define(*_TABLES)

    def add(self, each: FoundEntity, block: bytes, father: str) -> None:
        """Take in an entity of an article, with its block and, if it has one, its folded patronymic."""
        self._do("INSERT INTO found VALUES (?, ?, ?, ?)", (block, each.order, each.rank, packed(each)))
        if father:
            self._do("INSERT OR IGNORE INTO fathers VALUES (?, ?)", (block, blob(father)))

    def found(self) -> Iterable[FoundEntity]:
        """All entities, in input order."""
        return Stored(self.scratch, "SELECT data FROM found ORDER BY place, rank, rowid")

    def blocks(self) -> Iterator[tuple[bytes, Iterator[FoundEntity]]]:
        """Block by block, the entities of each in input order; SQLite sorts them on disk."""
        rows = self._do("SELECT block, data FROM found ORDER BY block, place, rank, rowid")
        for block, members in groupby(rows, key=lambda row: row[0]):
            yield block, (unpacked(data) for _, data in members)

    def fathers(self, block: bytes) -> frozenset[str]:
        """The patronymics in a block."""
        rows = self._do("SELECT father FROM fathers WHERE block = ?", (block,))
        return frozenset(text_of(father) for (father,) in rows)

    def identify(self, each: FoundEntity, entity_id: str) -> None:
        """Note the id in the run of an entity of an article."""
        self._do("INSERT INTO ids VALUES (?, ?, ?)", (blob(each.doc_id), blob(each.entity.key), entity_id))

    def merge(self, merged: MergedEntity, first: FoundEntity) -> None:
        """Note an entity of the run, whose place is that of its first member."""
        row = (first.order, first.rank, merged.entity_id, merged.merged_into, packed(merged))
        self._do("INSERT INTO merged VALUES (?, ?, ?, ?, ?)", row)

    def decide(self, decision: Decision) -> None:
        """Note why two are one or stay apart."""
        self._do("INSERT INTO decisions VALUES (?)", (packed(decision),))

    def index(self) -> None:
        """Make what was noted quick to find; nothing is added afterwards."""
        self._do("DROP TABLE found")
        self._do("CREATE INDEX ids_place ON ids (doc_id, key, entity_id)")
        self._do("CREATE INDEX merged_id ON merged (entity_id, gone_to)")

    @property
    def merged(self) -> Stored[MergedEntity]:
        """The entities of the run, in the order of their first articles."""
        return Stored(self.scratch, "SELECT data FROM merged ORDER BY place, rank, rowid")

    @property
    def decisions(self) -> Stored[Decision]:
        """All decisions."""
        return Stored(self.scratch, "SELECT data FROM decisions ORDER BY rowid")


def gone_ids(scratch: Scratch) -> dict[str, str]:
    """Where ids lead that stand no more: only a user's decisions make such."""
    return dict(scratch.database.execute("SELECT entity_id, gone_to FROM merged WHERE gone_to != ''"))


class StoredIds(Mapping[tuple[str, str], str]):
    """(doc_id, entity key of that article) -> entity_id of the run; quick where documents are asked for in turn."""

    def __init__(self, scratch: Scratch) -> None:
        """Look up in the tables of an `EntityStore`."""
        self._do = scratch.database.execute
        self._doc: str | None = None
        self._of_doc: dict[str, str] = {}

    def __getitem__(self, place: tuple[str, str]) -> str:
        doc_id, key = place
        if doc_id != self._doc:
            rows = self._do("SELECT key, entity_id FROM ids WHERE doc_id = ?", (blob(doc_id),))
            self._doc, self._of_doc = doc_id, {text_of(each): entity_id for each, entity_id in rows}
        return self._of_doc[key]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for doc_id, key in self._do("SELECT doc_id, key FROM ids ORDER BY rowid"):
            yield text_of(doc_id), text_of(key)

    def __len__(self) -> int:
        return int(self._do("SELECT COUNT(*) FROM ids").fetchone()[0])


class StoredEntities(Mapping[str, Entity]):
    """entity_id -> the entity, of those that stand; the ones asked for lately are at hand."""

    def __init__(self, scratch: Scratch) -> None:
        """Look up in the tables of an `EntityStore`."""
        self._do = scratch.database.execute
        self._find = lru_cache(_CACHED)(self._read)

    def _read(self, entity_id: str) -> Entity | None:
        row = self._do("SELECT data FROM merged WHERE entity_id = ? AND gone_to = ''", (entity_id,)).fetchone()
        entity: Entity | None = unpacked(row[0]).entity if row else None
        return entity

    def __getitem__(self, entity_id: str) -> Entity:
        entity = self._find(entity_id)
        if entity is None:
            raise KeyError(entity_id)
        return entity

    def __iter__(self) -> Iterator[str]:
        yield from (each for (each,) in self._do("SELECT entity_id FROM merged WHERE gone_to = '' ORDER BY rowid"))

    def __len__(self) -> int:
        return int(self._do("SELECT COUNT(*) FROM merged WHERE gone_to = ''").fetchone()[0])
