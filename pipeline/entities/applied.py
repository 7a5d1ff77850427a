"""What the merge over a run comes to: one id and one entity for each group, and the decisions behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.entities.found import FoundEntity, Group
from pipeline.records.annotations import Entity, family
from pipeline.records.merged import DecisionOutcome

Verdict = Literal["same", "different"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Why two entities are one or stay apart; `left` and `right` are ids."""

    left: str
    right: str
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedEntity:
    """Someone or something over the whole run; `merged_into` is the id of the one that a user says it is."""

    entity_id: str
    entity: Entity
    mentions: int
    documents: int
    first_published: dt.date | None = None
    last_published: dt.date | None = None
    merged_into: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedEntities:
    """The outcome: the id of every article's entity by document and key, the entities, the decisions.

    `obeyed` is what became of the user's.
    """

    ids: Mapping[tuple[str, str], str]
    entities: Sequence[MergedEntity]
    decisions: Sequence[Decision]
    obeyed: tuple[DecisionOutcome, ...] = ()


class Summary:
    """What a group comes to, told member by member in input order: it holds the group's names, not its members."""

    def __init__(self, first: FoundEntity, *, head: FoundEntity | None = None) -> None:
        """Begin with the first member; `head`, by default the same, is the one whose id stands."""
        self.first = first
        self.head = head or first
        self.mentions = self.documents = 0
        self._days: tuple[dt.date, dt.date] | None = None
        self._last_doc: str | None = None
        self._fullest = first.entity
        self._families: set[str] = set()
        self._names: dict[str, None] = {}
        self._abbreviation = ""
        self.add(first)

    @property
    def entity_id(self) -> str:
        """Id in the run."""
        return self.head.own_id

    def add(self, each: FoundEntity) -> None:
        """Take in the next member."""
        entity = each.entity
        self.mentions += each.mentions
        self.documents += each.doc_id != self._last_doc
        self._last_doc = each.doc_id
        if each.published:
            first, last = self._days or (each.published, each.published)
            self._days = min(first, each.published), max(last, each.published)
        self._fullest = max(self._fullest, entity, key=_fullness)  # the earlier one of two equal
        self._families.add(family(entity.type))
        self._names |= dict.fromkeys((entity.name, *entity.aliases))
        self._abbreviation = self._abbreviation or entity.abbreviation

    def merged(self, *, absorbing: bool = False) -> MergedEntity:
        """The entity of the run; `absorbing` if a user's decision has joined other groups to it."""
        first, last = self._days or (None, None)
        return MergedEntity(
            entity_id=self.entity_id, entity=self._entity(absorbing), mentions=self.mentions,
            documents=self.documents, first_published=first, last_published=last,
        )  # fmt: skip

    def gone(self, into: str) -> MergedEntity:
        """The row of an id that stands no more: nothing leads to it now."""
        return MergedEntity(
            entity_id=self.entity_id, entity=self._entity(False), mentions=0, documents=0, merged_into=into
        )  # fmt: skip

    def _entity(self, absorbing: bool) -> Entity:
        """The fullest name of all; the others are aliases.

        What the gazetteer says, or of two kinds the head's, stands.
        """
        head = self.head.entity
        best = head if len(self._families) > 1 or (head.gazetteer and absorbing) else self._fullest
        return replace(
            best,
            abbreviation=best.abbreviation or self._abbreviation,
            aliases=tuple(name for name in self._names if name != best.name),
        )


def summary_of(group: Group) -> Summary:
    """The summary of a group whose members are at hand."""
    first, *others = group.members
    summary = Summary(first, head=group.head)
    for each in others:
        summary.add(each)
    return summary


def _fullness(entity: Entity) -> tuple[bool, int]:
    return bool(entity.patronymic), len(entity.name.split())
