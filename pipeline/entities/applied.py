"""What the merge over a run comes to: one id and one entity for each group, and the decisions behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.entities.found import Group
from pipeline.entities.known import family
from pipeline.records.annotations import Entity
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
    entities: tuple[MergedEntity, ...]
    decisions: tuple[Decision, ...]
    obeyed: tuple[DecisionOutcome, ...] = ()


def apply(
    groups: Iterable[Group], decisions: Iterable[Decision], obeyed: tuple[DecisionOutcome, ...] = ()
) -> MergedEntities:
    """Give every group one id and one row, in the order of their first articles; what it absorbed keeps a row."""
    ids: dict[tuple[str, str], str] = {}
    merged: list[tuple[int, MergedEntity]] = []
    for group in groups:
        ids |= {each.place: group.entity_id for each in group.members}
        merged.append((group.members[0].order, _merged(group)))
        merged += [(gone.members[0].order, _gone(gone, group.entity_id)) for gone in group.absorbed]
    merged.sort(key=lambda pair: pair[0])
    entities = tuple(row for _, row in merged)
    return MergedEntities(ids=ids, entities=entities, decisions=tuple(decisions), obeyed=obeyed)


def _merged(group: Group) -> MergedEntity:
    days = [each.published for each in group.members if each.published]
    return MergedEntity(
        entity_id=group.entity_id, entity=_joined(group), mentions=sum(each.mentions for each in group.members),
        documents=len({each.doc_id for each in group.members}), first_published=min(days, default=None),
        last_published=max(days, default=None),
    )  # fmt: skip


def _gone(group: Group, into: str) -> MergedEntity:
    """The row of an id that stands no more: nothing leads to it now."""
    return MergedEntity(
        entity_id=group.entity_id, entity=_joined(group), mentions=0, documents=0, merged_into=into
    )  # fmt: skip


def _joined(group: Group) -> Entity:
    """The fullest name of all; the others are aliases. What the gazetteer says, or of two kinds the head's, stands."""
    entities = [each.entity for each in group.members]
    head = group.head.entity
    mixed = len({family(entity.type) for entity in entities}) > 1
    fullest = max(entities, key=lambda entity: (bool(entity.patronymic), len(entity.name.split())))
    best = head if mixed or (head.gazetteer and group.absorbed) else fullest
    aliases = dict.fromkeys(name for entity in entities for name in (entity.name, *entity.aliases))
    return replace(
        best,
        abbreviation=best.abbreviation or next((e.abbreviation for e in entities if e.abbreviation), ""),
        aliases=tuple(name for name in aliases if name != best.name),
    )
